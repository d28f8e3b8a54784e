import type { Forest } from './forest.ts';
import { hashOf } from './hash.ts';
import { ANSWERABLE, DIALOGUE, INTENTS, OUTCOMES, REASONS } from './labels.ts';
import type { LinearModel } from './linear.ts';
import type { Network } from './network.ts';
import type { Thesaurus } from './thesaurus.ts';

/** Everything that training sets. */
export type ReaderModel = {
  /** One output a figure. */
  topics: LinearModel;
  /** One output a figure: what the words together add to the scores of the topics. */
  naming: Network;
  /** Outputs: whether it is answerable, the outcomes, the intents, the reasons, then whether the message stands by itself. */
  frame: LinearModel;
  /** One output: whether a unit narrows. */
  narrowing: LinearModel;
  /** Whether the best topic, as it is held, is what is asked. */
  confidence: Forest;
  /** Whether the message is about the best topic at all. */
  relevance: Forest;
  /** Whether another topic is asked for beside the best one. */
  beside: Forest;
  /** Hashes of the words that several writers use, ascending. */
  vocabulary: Uint32Array;
  thesaurus: Thesaurus;
};

/** The outputs of the frame model: the place of each kind. */
export const FRAME = {
  answerable: 0,
  outcomes: ANSWERABLE.length,
  intents: ANSWERABLE.length + OUTCOMES.length,
  reasons: ANSWERABLE.length + OUTCOMES.length + INTENTS.length,
  dialogue: ANSWERABLE.length + OUTCOMES.length + INTENTS.length + REASONS.length,
  end: ANSWERABLE.length + OUTCOMES.length + INTENTS.length + REASONS.length + DIALOGUE.length,
} as const;

const VOCABULARY_SPACE = 40;

/** The hash under which a word stands in the vocabulary. */
export function vocabularyHash(key: string): number {
  return hashOf(VOCABULARY_SPACE, key);
}
