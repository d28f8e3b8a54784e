import type { Language } from '../../data/schema.ts';
import type { Intent, Reason } from '../reading/labels.ts';

/** A message that somebody wrote, and what a right answer to it states. */
export type TrainingRow = {
  writer: string;
  lang: Language;
  q: string;
  /** What was said before in the same conversation. */
  prev?: string | string[];
  intent?: Intent;
  /** Figures that a right answer states, and others that it may state. */
  expect: string[];
  also?: string[];
  /** Nothing of what is asked is held. */
  refuse?: boolean;
  /** The figure that a refused message touches, "" where none; why it is refused, and the words that say so. */
  topic?: string;
  reason?: Reason;
  narrow?: string[];
  /** Which of the expected figures is meant cannot be known. */
  ambiguous?: boolean;
  /** Values that a right answer shows, in base units. */
  number?: number[];
};
