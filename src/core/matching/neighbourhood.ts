/** Finds the few known words that a misspelt one could be, without looking at all of them. */
export type Neighbourhood = { add(word: string, number: number): void; near(word: string): Set<number> };

/** Only the first letters are indexed: they bound the index, and an edit behind them is found by the shared rest. */
const INDEXED_LETTERS = 14;
/** From this length on a word may hold two mistakes, so the query deletes two letters. */
const LONG_WORD_LETTERS = 9;

/** Each word is filed under itself and its one-letter deletions; a query looks up its own deletions. */
export function createNeighbourhood(): Neighbourhood {
  const files = new Map<string, number | number[]>();
  return {
    add(word, number) {
      for (const key of withOneLess(word.slice(0, INDEXED_LETTERS))) {
        const file = files.get(key);
        if (file === undefined) files.set(key, number);
        else if (typeof file === 'number') files.set(key, [file, number]);
        else file.push(number);
      }
    },
    near(word) {
      const found = new Set<number>();
      const start = word.slice(0, INDEXED_LETTERS);
      const once = withOneLess(start);
      const keys = word.length < LONG_WORD_LETTERS ? once : new Set([...once].flatMap((key) => [...withOneLess(key)]));
      for (const key of keys) {
        const file = files.get(key);
        if (typeof file === 'number') found.add(file);
        else for (const number of file ?? []) found.add(number);
      }
      return found;
    },
  };
}

function withOneLess(word: string): Set<string> {
  const keys = new Set([word]);
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1));
  return keys;
}
