import Fuse from 'fuse.js';
import { editDistance } from './distance.ts';
import { createNeighbourhood } from './neighbourhood.ts';

/** A known word that an unknown one was read as. */
type Correction = { word: number; spelling: string; distance: number };
export type Corrector = {
  /** Makes a spelling known; the more often its word is used, the likelier it is meant. */
  learn(spelling: string, word: number): void;
  correct(spelling: string): Correction | undefined;
};

/** Edits that still make a slip of the pen: none in short words, one up to eight letters, two beyond. */
function mostEdits(letters: number): number {
  if (letters < 4) return 0;
  return letters < 9 ? 1 : 2;
}

const FUSE_OPTIONS = { includeScore: true, threshold: 0.6, location: 0, distance: 30, ignoreFieldNorm: true };
const FIRST_LETTER_BONUS = 0.15;
const LONGEST_WORD_LETTERS = 30;

/** Typo correction: candidates by deletion neighbourhood, scored by Fuse.js, accepted only within the edit bound. */
export function createCorrector(): Corrector {
  const neighbourhood = createNeighbourhood();
  const spellings: string[] = [];
  const words: number[] = [];
  const known = new Set<string>();
  return {
    learn(spelling, word) {
      if (known.has(spelling) || spelling.length < 3 || spelling.length > LONGEST_WORD_LETTERS) return;
      known.add(spelling);
      neighbourhood.add(spelling, spellings.length);
      spellings.push(spelling);
      words.push(word);
    },
    correct(spelling) {
      if (spelling.length > LONGEST_WORD_LETTERS) return undefined;
      const most = mostEdits(spelling.length);
      const near = [...neighbourhood.near(spelling)].flatMap((at) => {
        const text = spellings[at] ?? '';
        const distance = editDistance(spelling, text, Math.max(most, 1));
        return distance <= most || isSwap(spelling, text, distance) ? [{ at, text, distance }] : [];
      });
      if (near.length === 0) return undefined;
      const fuse = new Fuse(near, { ...FUSE_OPTIONS, keys: ['text'] });
      let best: { at: number; distance: number; rank: number } | undefined;
      for (const { item, score = 1 } of fuse.search(spelling)) {
        const rank = item.distance + score - (item.text[0] === spelling[0] ? FIRST_LETTER_BONUS : 0);
        if (!best || rank < best.rank) best = { at: item.at, distance: item.distance, rank };
      }
      const word = best && words[best.at];
      return best && word !== undefined
        ? { word, spelling: spellings[best.at] ?? '', distance: best.distance }
        : undefined;
    },
  };
}

/** "hwo" for "how": in three letters only a swap is sure enough to be a slip. */
function isSwap(typed: string, text: string, distance: number): boolean {
  return (
    distance === 1 &&
    typed.length === 3 &&
    text.length === 3 &&
    [...typed].sort().join('') === [...text].sort().join('')
  );
}
