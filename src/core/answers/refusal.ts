import type { Figure } from '../../data/schema.ts';
import type { Missing } from '../question.ts';
import type { Answer } from './answer.ts';

/** Figures offered beside a refusal. */
const MOST_NEAR = 3;

export function refusal(missing: Missing, near: readonly Figure[]): Answer {
  return { kind: 'unknown', missing, near: near.slice(0, MOST_NEAR) };
}
