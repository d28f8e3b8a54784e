import Fuse, { type IFuseOptions } from 'fuse.js';
import { type Document, type Engine, MOST_HITS } from './engine.ts';
import { withoutStopWords } from './stop-words.ts';

export const fuseDefault: Engine = fuse('Fuse default', {});
export const fuseTokens: Engine = fuse('Fuse token search', { useTokenSearch: true, threshold: 0.3 });
export const fuseTokensWithoutStopWords: Engine = fuse(
  'Fuse token search, no stop words',
  { useTokenSearch: true, threshold: 0.3 },
  withoutStopWords,
);

function fuse(name: string, options: IFuseOptions<Document>, prepare = (question: string) => question): Engine {
  return {
    name,
    tellsScores: true,
    build(documents) {
      const index = new Fuse([...documents], { ...options, keys: ['keywords'], includeScore: true });
      // In Fuse 0 is a perfect match.
      return (question) =>
        index
          .search(prepare(question), { limit: MOST_HITS })
          .map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }));
    },
  };
}
