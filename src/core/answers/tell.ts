import type { Figure } from '../../data/schema.ts';
import { courseOf, placesOf } from '../catalogue/developing.ts';
import { disagreeing, observe } from '../catalogue/observing.ts';
import { isSpan, type Scope, scopeOf } from '../catalogue/scope.ts';
import { inCurrency, type Stated } from '../catalogue/stated.ts';
import { claimedOf } from '../claims/ruling.ts';
import type { Question } from '../question.ts';
import type { Answer } from './answer.ts';
import { refusal } from './refusal.ts';

/** Some figures in their scope: plainly, over time, or side by side by place. */
export function tell(question: Extract<Question, { kind: 'figure' }>, figures: readonly Figure[]): Answer | undefined {
  const [only, ...others] = figures;
  if (!only) return undefined;
  const scope = scopeOf(question);
  if (others.length === 0) {
    const wide = widely(only, scope, false);
    if (wide) return wide;
  }
  const observed = figures.map((figure) => observe(figure, scope));
  const all = observed.flatMap((one) => one.stated).map((one) => inCurrency(one, question.currency));
  const stated = isDispute(all) ? all.slice(0, 1) : all;
  const missing = [...(question.missing ?? []), ...observed.flatMap((one) => one.missing)];
  const [first, ...rest] = stated;
  const claimed = question.claim && others.length === 0 ? claimedOf(question.claim, only, stated) : undefined;
  if (!first) {
    const [reason] = missing;
    if (!claimed) return reason && refusal(reason, figures);
    return { kind: 'figure', stated: [claimed.stated], beside: [], missing, ruling: claimed.ruling };
  }
  const beside = rest.length === 0 ? disagreeing(first) : [];
  if (!claimed) return { kind: 'figure', stated, beside, missing, ...(question.defines ? { defines: true } : {}) };
  const told = claimed.stated === first || beside.some((one) => one.observation === claimed.stated.observation);
  return {
    kind: 'figure',
    stated,
    beside: told ? beside : [...beside, claimed.stated],
    missing,
    ruling: claimed.ruling,
  };
}

function isGrowth(figure: Figure): boolean {
  return figure.kind === 'percent' && figure.growthOf !== undefined;
}

/** Whether several values are one disagreement: they are told as that, and not one after the other. */
function isDispute([first, ...rest]: readonly Stated[]): boolean {
  const disputed = first ? disagreeing(first).map(({ observation }) => observation) : [];
  return rest.length > 0 && rest.every(({ observation }) => disputed.includes(observation));
}

/** A figure of several times or places; undefined where one value answers. */
export function widely(figure: Figure, scope: Scope, drawn: boolean): Answer | undefined {
  if (!('unit' in figure)) return undefined;
  const { places = [], when } = scope;
  if (places.length > 1) {
    const unheld = observe(figure, scope).missing.find(({ kind }) => kind === 'place');
    if (unheld) return refusal(unheld, [figure]);
    const shared = when === undefined ? { ...scope, ...sharedTime(figure, places) } : scope;
    const { stated, missing } = observe(figure, shared);
    if (stated.length > places.length) return courseOf(figure, stated, missing, drawn);
    const [reason] = missing;
    if (stated.length === 0) return reason && refusal(reason, [figure]);
    return placesOf(figure, stated, missing, drawn);
  }
  const isCourse = when !== undefined && (when.length > 1 || when.some(isSpan));
  if (!isCourse) return undefined;
  const { stated, missing } = observe(figure, scope);
  if (stated.length > 1) return courseOf(figure, stated, missing, drawn);
  // A growth says by itself how something changed: one of it is enough.
  if (stated.length === 0 || !when.some(isSpan) || isGrowth(figure)) return undefined;
  return refusal({ kind: 'detail', detail: 'trend', figures: [figure.id] }, [figure]);
}

/** The newest time that all of some places have in common, if any. */
function sharedTime(figure: Figure, places: readonly string[]): Scope {
  const times = [...new Set<string>(figure.observations.map(({ asOf }) => asOf.date))].sort().reverse();
  const shared = times.find((time) =>
    places.every((place) => figure.observations.some((one) => one.place === place && one.asOf.date === time)),
  );
  return shared === undefined ? {} : { when: [shared] };
}
