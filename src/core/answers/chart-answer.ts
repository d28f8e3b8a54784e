import type { Catalogue, Figure } from '../../data/schema.ts';
import { unlikeness } from '../catalogue/developing.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { observe } from '../catalogue/observing.ts';
import { ALWAYS, LATEST, type Scope, scopeOf } from '../catalogue/scope.ts';
import { axisOf, usualOf } from '../catalogue/stated.ts';
import type { Question } from '../question.ts';
import type { Answer } from './answer.ts';
import { refusal } from './refusal.ts';
import { widely } from './tell.ts';

/** Figures as bars, or of a single one what it was over time or in several places. */
export function chart(question: Extract<Question, { kind: 'chart' }>, catalogue: Catalogue): Answer {
  const known = figureIndex(catalogue);
  if (question.topics) return barsOf(belongingTogether(known.ofTopics(question.topics)));
  const figures = known.all(question.figures);
  return drawnCourse(figures, scopeOf(question)) ?? barsOf({ figures });
}

/** A chart of one figure that has more than one value to draw. */
function drawnCourse(figures: readonly Figure[], scope: Scope): Answer | undefined {
  const [only, ...others] = figures;
  if (!only || others.length > 0 || only.kind === 'rank') return undefined;
  if (scope.when !== undefined && scope.when[0] !== LATEST) {
    const { stated, missing } = observe(only, scope);
    const [reason] = missing;
    if (stated.length === 0) return reason && refusal(reason, [only]);
    return widely(only, scope, true);
  }
  const places = scope.places ?? [only.observations[0]?.place ?? ''];
  const everything = widely(only, { places, when: [ALWAYS] }, true);
  // A single date of several places still makes bars.
  return everything?.kind === 'course' ? everything : (widely(only, scope, true) ?? refusedPlace(only, scope));
}

function refusedPlace(figure: Figure, scope: Scope): Answer | undefined {
  const [reason] = observe(figure, scope).missing;
  return reason && refusal(reason, [figure]);
}

/** The figures of a topic with those first that count the same kind of thing, where several do: the others are named apart. */
function belongingTogether(figures: readonly Figure[]): { figures: readonly Figure[]; things?: string } {
  const counted = new Map<string, number>();
  for (const figure of figures) {
    const thing = thingOf(figure);
    if (thing !== undefined) counted.set(thing, (counted.get(thing) ?? 0) + 1);
  }
  const [things, count = 0] = [...counted].sort(([, one], [, other]) => other - one)[0] ?? [];
  return things !== undefined && count > 1 ? { figures, things } : { figures };
}

/** What a count counts; enterprises are companies. */
function thingOf(figure: Figure): string | undefined {
  if (figure.kind !== 'count') return undefined;
  return figure.unit === 'enterprises' ? 'companies' : figure.unit;
}

/** Counts stand with counts and sums with sums: what the first quantity is decides the axis, or the things that it is about. */
function barsOf({ figures, things }: { figures: readonly Figure[]; things?: string }): Answer {
  const isThing = (figure: Figure) => things === undefined || thingOf(figure) === things;
  const first = figures.find((figure) => axisOf(figure) !== undefined && isThing(figure));
  if (!first) return refusal({ kind: 'detail', detail: 'chart', figures: figures.map(({ id }) => id) }, figures);
  // Values of other dates or places are not set side by side.
  const isDrawn = (figure: Figure) =>
    axisOf(figure) === axisOf(first) && isThing(figure) && !unlikeness(usualOf(first), usualOf(figure), 'figures');
  return {
    kind: 'chart',
    stated: figures.filter(isDrawn).map(usualOf),
    apart: figures.filter((figure) => !isDrawn(figure)),
  };
}
