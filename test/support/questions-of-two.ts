import type { Question } from '../../src/core/question.ts';

/** Everything that can be asked of each two figures, in either order and of one alone. */
export function questionsOfTwo(ids: readonly string[]): Question[] {
  return ids.flatMap((left) =>
    ids.flatMap((right): Question[] => [
      { kind: 'compare', left, right },
      { kind: 'derive', operation: 'ratio', left, right },
      { kind: 'derive', operation: 'share', left, right },
      { kind: 'derive', operation: 'sum', left, right },
      { kind: 'derive', operation: 'difference', left, right },
    ]),
  );
}
