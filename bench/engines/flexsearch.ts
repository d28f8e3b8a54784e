import { Charset, Index } from 'flexsearch';
import { type Engine, MOST_HITS } from './engine.ts';

/** FlexSearch tells no score: only the order of its hits counts. */
export const flexSearch: Engine = {
  name: 'FlexSearch suggest',
  tellsScores: false,
  build(documents) {
    const index = new Index({ tokenize: 'forward', encoder: Charset.Normalize });
    documents.forEach(({ keywords }, at) => {
      index.add(at, keywords.join(' '));
    });
    return (question) =>
      index.search(question, { suggest: true, limit: MOST_HITS }).map((at, rank) => ({
        id: documents[Number(at)]?.id ?? '',
        score: 1 - rank / MOST_HITS,
      }));
  },
};
