import MiniSearch from 'minisearch';
import { type Engine, MOST_HITS } from './engine.ts';
import { isStopWord } from './stop-words.ts';
import { tokensOf } from './tokens.ts';

export const miniSearch: Engine = create('MiniSearch', false);
export const miniSearchWithoutStopWords: Engine = create('MiniSearch, no stop words', true);

function create(name: string, dropsStopWords: boolean): Engine {
  return {
    name,
    tellsScores: true,
    build(documents) {
      const index = new MiniSearch<{ id: string; text: string }>({
        fields: ['text'],
        tokenize: tokensOf,
        processTerm: (term) => (dropsStopWords && isStopWord(term) ? null : term.toLowerCase()),
        searchOptions: { fuzzy: 0.2, prefix: true },
      });
      index.addAll(documents.map(({ id, keywords }) => ({ id, text: keywords.join(' \n ') })));
      return (question) =>
        index
          .search(question)
          .slice(0, MOST_HITS)
          .map(({ id, score }) => ({ id: String(id), score }));
    },
  };
}
