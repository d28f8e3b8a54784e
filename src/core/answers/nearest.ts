import type { Figure } from '../../data/schema.ts';
import { disagreeing, observe } from '../catalogue/observing.ts';
import { scopeOf } from '../catalogue/scope.ts';
import type { Question } from '../question.ts';
import type { Answer } from './answer.ts';
import { refusal } from './refusal.ts';

/** What comes nearest to a question, in its scope; where nothing of it is held there, a refusal. */
export function nearest(question: Extract<Question, { kind: 'nearest' }>, figures: readonly Figure[]): Answer {
  const observed = figures.map((figure) => observe(figure, scopeOf(question)));
  const stated = observed.flatMap((one) => one.stated);
  const [first, ...others] = stated;
  if (!first) return refusal(observed[0]?.missing[0] ?? { kind: 'nonsense' }, figures);
  return { kind: 'nearest', stated, beside: others.length === 0 ? disagreeing(first) : [], words: question.words };
}
