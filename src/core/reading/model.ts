import type { Forest } from './forest.ts';
import { hashOf } from './hash.ts';
import { DIALOGUE, INTENTS, OUTCOMES, REASONS } from './labels.ts';
import type { LinearModel } from './linear.ts';

/** Everything that training sets. */
export type ReaderModel = {
  /** One output a figure. */
  topics: LinearModel;
  /** Outputs: the outcomes, the intents, the reasons, then whether the message stands by itself. */
  frame: LinearModel;
  /** One output: whether a unit narrows. */
  narrowing: LinearModel;
  decision: Forest;
  /** Hashes of the words that several writers use, ascending. */
  vocabulary: Uint32Array;
};

/** The outputs of the frame model: the place of each kind. */
export const FRAME = {
  outcomes: 0,
  intents: OUTCOMES.length,
  reasons: OUTCOMES.length + INTENTS.length,
  dialogue: OUTCOMES.length + INTENTS.length + REASONS.length,
  end: OUTCOMES.length + INTENTS.length + REASONS.length + DIALOGUE.length,
} as const;

const VOCABULARY_SPACE = 40;

/** The hash under which a word stands in the vocabulary. */
export function vocabularyHash(key: string): number {
  return hashOf(VOCABULARY_SPACE, key);
}
