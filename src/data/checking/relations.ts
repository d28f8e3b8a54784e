import { isPerShare } from '../per-share.ts';
import type { Problem } from '../problem.ts';
import type { Figure, Relation } from '../schema.ts';
import { type Draft, type Item, problemAt } from './draft.ts';

/** Relations between things that cannot be set against each other, and sentences that are missing or in vain. */
export function relationProblems(draft: Draft): Problem[] {
  const figures = new Map(draft.figures.map(({ value }) => [value.id, value]));
  const seen = new Map<string, string>();
  return draft.relations.flatMap((item) => {
    const { operation, left, right, places, allowed, statement } = item.value;
    const problems = [...incomparable(item, figures)];
    const key = [operation, left, right, places?.left, places?.right].join(' ');
    const earlier = seen.get(key);
    if (earlier) problems.push(problemAt(item, '', `computes the same as ${earlier}`, 'keep one of them'));
    else seen.set(key, item.at);
    if (allowed && !statement) {
      problems.push(
        problemAt(item, '.statement', 'an allowed relation needs its sentence', 'add "statement" in every language'),
      );
    }
    if (!allowed && statement) {
      problems.push(
        problemAt(
          item,
          '.statement',
          'is never shown, since the relation is not allowed',
          'remove it or allow the relation',
        ),
      );
    }
    return problems;
  });
}

function incomparable(item: Item<Relation>, figures: Map<string, Figure>): Problem[] {
  const { operation, left, right, places, allowed } = item.value;
  const sides = { left: figures.get(left), right: figures.get(right) };
  const problems = Object.entries(sides).flatMap(([side, figure]) =>
    figure && !('unit' in figure)
      ? [
          problemAt(
            item,
            `.${side}`,
            `"${figure.id}" is an ${figure.kind} and has no number`,
            'relate two counts or amounts of money',
          ),
        ]
      : [],
  );
  if (left === right && !places)
    problems.push(problemAt(item, '.right', `relates "${left}" to itself`, 'name another figure, or the two places'));
  if (left !== right && places)
    problems.push(problemAt(item, '.places', 'relates two figures', 'name places only where one figure stands twice'));
  const units = Object.values(sides).map((figure) => (figure && 'unit' in figure ? figure.unit : undefined));
  // A relation that is not allowed may name what people wrongly mix: its note says why not.
  // Counts of different things may be added or set apart as plain arithmetic; counts and money may not.
  const arithmetic =
    ['ratio', 'product'].includes(operation) ||
    (operation !== 'share' && !Object.values(sides).some((figure) => figure?.kind === 'money' && !isPerShare(figure)));
  if (allowed && !arithmetic && units[0] && units[1] && units[0] !== units[1]) {
    const remedy = 'make it a ratio, or forbid it with "allowed": false and the reason in "note"';
    problems.push(problemAt(item, '.operation', `a ${operation} of ${units[0]} and ${units[1]} means nothing`, remedy));
  }
  const byZero = sides.right && 'unit' in sides.right && sides.right.observations.some(({ value }) => value === 0);
  if (allowed && byZero && (operation === 'ratio' || operation === 'share')) {
    problems.push(
      problemAt(
        item,
        '.right',
        `"${right}" is 0, and nothing can be divided by it`,
        'forbid the relation or correct the figure',
      ),
    );
  }
  return problems;
}
