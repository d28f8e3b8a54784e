import { FILLERS } from '../../src/core/language/words/fillers.ts';

const STOP_WORDS = new Set(
  Object.values(FILLERS)
    .flatMap((list) => list.split(/\s+/))
    .concat('how many much number there'.split(' ')),
);

/** Small words say nothing about what is asked; without them the libraries do much better. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

export function withoutStopWords(question: string): string {
  return (question.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []).filter((word) => !isStopWord(word)).join(' ');
}
