import type { Catalogue, Figure } from '../../data/schema.ts';
import type { Scope } from '../catalogue/scope.ts';
import type { Cue } from '../language/words/cues.ts';
import type { Operation, Question } from '../question.ts';
import { asksDeed, operationOf } from './asks.ts';
import { type Combiner, isQuantity } from './combine.ts';
import type { Context } from './interpret.ts';
import { cuesOf, type Term } from './terms.ts';

/** What a message that names no figure asks of those that the conversation was about: "in dollars?", "which is bigger?", "each?". */
export type FollowUps = (terms: readonly Term[], known: readonly Figure[], context: Context) => Question | undefined;

export function createFollowUps({ figures, relations }: Catalogue, { derive, pair }: Combiner): FollowUps {
  return (terms, known, context) => {
    const cues = cuesOf(terms);
    const operation = operationOf(cues);
    const begun = cues.has('when') ? beginningOf(known) : undefined;
    if (begun) return { kind: 'figure', figures: [begun.id] };
    return (operation && calculated(operation, context)) ?? ofFigures(terms, cues, known, context.scope);
  };

  /** "When?" of a package is the day on which it was issued. */
  function beginningOf(known: readonly Figure[]): Figure | undefined {
    return figures.find((figure) => figure.kind === 'event' && known.some(({ id }) => id === figure.begins));
  }

  /** "Which of the two is bigger?" is about the last two figures, "how much each?" about what the last one may be divided by. */
  function calculated(operation: Operation | 'compare', context: Context): Question | undefined {
    const [first, second] = lastTwo(context);
    const [last] = context.figures;
    const fitting = relations.filter((relation) => relation.operation === operation);
    const ofBoth = fitting.filter(
      ({ left, right }) => (left === first && right === second) || (left === second && right === first),
    );
    const isPart = operation === 'ratio' || operation === 'share';
    const ofLast = isPart
      ? [fitting.filter(({ left }) => left === last), fitting.filter(({ right }) => right === last)]
      : [];
    const [own, ...others] = [ofBoth, ...ofLast].find((found) => found.length > 0) ?? [];
    if (own && others.length === 0) return derive(own.id);
    return first && second ? pair(operation, first, second) : undefined;
  }
}

/** The figures of the last answer where it told two, or those of the last two answers where each told one. */
export function lastTwo({ figures, earlier = [] }: Context): readonly string[] {
  if (figures.length === 1 && earlier.length === 1) return [...earlier, ...figures];
  return figures.length === 2 ? figures : [];
}

/** "How much did they get?": the one sum that belongs to the figures talked about. */
export function sumBeside(known: readonly Figure[], catalogue: Catalogue): string | undefined {
  if (known.some(({ kind }) => kind === 'money')) return undefined;
  const related = new Set(known.flatMap((figure) => figure.related));
  const sums = catalogue.figures.filter(({ id, kind }) => kind === 'money' && related.has(id));
  return sums.length === 1 ? sums[0]?.id : undefined;
}

/** "In dollars?", "when?", "source?". */
function ofFigures(
  terms: readonly Term[],
  cues: ReadonlySet<Cue>,
  known: readonly Figure[],
  scope: Scope = {},
): Question | undefined {
  const context = known.map(({ id }) => id);
  const dated = known
    .filter(({ observations }) => observations.some((observation) => 'happened' in observation))
    .map(({ id }) => id);
  const detail = (
    what: 'names' | 'location' | 'reason' | 'people' | 'currency' | 'sum' | 'judgement' | 'nature',
  ): Question => ({
    kind: 'unknown',
    missing: { kind: 'detail', detail: what, figures: context },
    near: context,
  });
  if (cues.has('when') && dated.length > 0) return { kind: 'figure', figures: dated };
  if (cues.has('source')) return { kind: 'about', what: 'source', figures: context, ...scope };
  if (cues.has('age')) return { kind: 'about', what: 'age', figures: context, ...scope };
  if (cues.has('chart')) return { kind: 'chart', figures: context };
  if (cues.has('judgement')) return detail('judgement');
  if (cues.has('other-currency')) return detail('currency');
  if (cues.has('dollars')) return { kind: 'figure', figures: context, currency: 'USD' };
  if (cues.has('per') || cues.has('share') || cues.has('ratio')) return detail('sum');
  if (cues.has('why')) return detail('reason');
  if (cues.has('where')) return detail('location');
  if (cues.has('which') || cues.has('list')) return detail('names');
  if (cues.has('who')) return detail('people');
  if (asksDeed(terms) && known.every(isQuantity)) return detail('nature');
  const again = ['when', 'yuan', 'how-many', 'how-much', 'amount', 'true', 'what'] as const;
  return again.some((cue) => cues.has(cue)) ? { kind: 'figure', figures: context } : undefined;
}
