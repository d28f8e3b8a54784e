import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { isHeld } from '../catalogue/observing.ts';
import { WHOLE } from '../matching/postings.ts';
import type { Question } from '../question.ts';
import { askedScope } from './asked-scope.ts';
import { asksForSeveral, detailAsked, operationOf } from './asks.ts';
import { numbersOf } from './claims.ts';
import type { Combiner } from './combine.ts';
import { askedIn } from './counted.ts';
import { sumBeside } from './follow-up.ts';
import { asksMoney } from './hints.ts';
import type { Interpretation } from './interpret.ts';
import type { Matcher } from './matcher.ts';
import { MOST_CHOICES, missingOf, nearOf, refusal, withoutDetail } from './refusing.ts';
import { LEVEL, offered, type Scene } from './scene.ts';
import { type Span, sureTarget } from './spans.ts';
import type { Teller } from './telling.ts';

/** What a question may mean of which nothing is named for sure: one figure after all, a choice, or nothing that is held. */
export type Unsure = (scene: Scene, remembered: readonly Figure[]) => Interpretation;

/** Smaller numbers point at no figure. */
const LEAST_POINTER = 10;

export function createUnsure(
  catalogue: Catalogue,
  matcher: Matcher,
  tell: Teller,
  pointedAt: Combiner['pointedAt'],
): Unsure {
  const figures = figureIndex(catalogue);
  const figuresOf = figures.all;
  const home = catalogue.places[0];

  /** A sum and the things that it was divided among. */
  const isDivided = (id: string, remembered: readonly Figure[]) =>
    catalogue.relations.some(
      ({ operation, left, right }) =>
        operation === 'ratio' && right === id && remembered.some((figure) => figure.id === left),
    );

  return (scene, remembered) => {
    const span = scene.spans.reduce((a, b) => (b.match.confidence > a.match.confidence ? b : a));
    const scope = (ids: readonly string[]) => askedScope(scene.terms, figuresOf(ids), home);
    const all = offered(span);
    const ids = all.filter((id) => figuresOf([id]).some((figure) => isHeld(figure, scope([id]))));
    const gap = scene.spans.find((one) => !one.introduces && sureTarget(one.match)?.kind === 'gap');
    if (gap) return plain(refusal(missingOf(gap), nearOf(gap, catalogue)));
    const isUnheld = span.match.candidates[0]?.target.kind === 'gap';
    if (isUnheld && span.match.candidates[0]?.fit.completeness === 1)
      return plain(refusal(missingOf(span), nearOf(span, catalogue)));
    const numbered = pointedAt(scene.terms);
    const sum = asksMoney(scene.cues) ? sumBeside(figuresOf(numbered), catalogue) : undefined;
    if (sum && span.match.unknown.length === 0) return plain({ kind: 'figure', figures: [sum] });
    // "How many firms shared the 134 million?" does not ask for the sum it points at.
    // "When were the 30 measures made public?" asks for the day of an event, not for the count that it points at.
    const best = figures.get(span.match.candidates[0]?.target.id ?? '');
    const isOtherDay = (id: string) => scene.cues.has('when') && best?.kind === 'event' && best.id !== id;
    const isAsked = (id: string) =>
      !isOtherDay(id) &&
      matcher.counts({ kind: 'figure', id }, askedIn(scene.terms)) &&
      !(scene.cues.has('how-many') && figures.get(id)?.kind === 'money');
    const pointed = numbered.filter(
      (id) => isAsked(id) && (ids.includes(id) || (numbered.length === 1 && isPointer(scene))),
    );
    if (pointed.length === 1 && span.match.verdict === 'choice') return plain(tell(scene, figuresOf(pointed)));
    if (span.match.verdict === 'choice' && ids.length > 0 && !isUnheld) {
      const detail = detailAsked(scene.cues, figuresOf(ids));
      const isOther = scene.cues.has('owner') || detail === 'nature' || detail === 'date';
      if (detail && isOther) return plain(withoutDetail(detail, ids.slice(0, MOST_CHOICES)));
      // Facts do not rival each other as numbers do: both are told.
      const facts = figuresOf(ids.filter((id) => isLevel(span, id)));
      if (facts.length === 2 && facts.every(({ kind }) => kind === 'event' || kind === 'aim'))
        return plain(tell(scene, facts));
      const level = figuresOf(ids.filter((id) => isLevel(span, id)));
      const isOfPlaces = (scope(ids).places?.length ?? 0) > 1;
      if (scene.cues.has('which') && !isOfPlaces && level.every(({ kind }) => kind === 'count' || kind === 'money'))
        return plain(
          withoutDetail(
            'names',
            level.map(({ id }) => id),
          ),
        );
      if (asksForSeveral(scene.cues) && level.length > 1)
        return plain({ kind: 'figure', figures: level.map(({ id }) => id) });
      const related = ids.filter((id) => isRelated(id, remembered));
      const meant =
        onlyOne(related) ??
        onlyOne(related.filter((id) => isLevel(span, id))) ??
        onlyOne(ids.filter((id) => isDivided(id, remembered)));
      if (meant !== undefined && (isWhole(span) || explainsAll(span, meant)))
        return { question: { kind: 'figure', figures: [meant] }, assumed: remembered.map(({ id }) => id) };
      // Of several meanings only one is held for the time and place asked.
      if (ids.length === 1 && all.length > 1 && isWhole(span)) return plain(tell(scene, figuresOf(ids)));
      if (areTwins(level) && isWhole(span) && operationOf(scene.cues) === undefined) return plain(tell(scene, level));
      // 敷尔佳多少钱: a question for a sum leaves a choice between sums.
      const sums = asksMoney(scene.cues) ? figuresOf(ids).filter(({ kind }) => kind === 'money') : [];
      const choices = (sums.length > 1 ? sums.map(({ id }) => id) : ids).slice(0, MOST_CHOICES);
      return plain({ kind: 'choice', figures: choices, ...scope(choices) });
    }
    return plain(refusal(missingOf(span), nearOf(span, catalogue)));
  };
}

function onlyOne(ids: readonly string[]): string | undefined {
  const [one, ...others] = ids;
  return others.length === 0 ? one : undefined;
}

/** "To how many companies?" right after the awards: what belongs to the answer before goes on from it. */
function isRelated(id: string, remembered: readonly Figure[]): boolean {
  return remembered.some((figure) => figure.related.includes(id) || figure.id === id);
}

function plain(question: Question): Interpretation {
  return { question, assumed: [] };
}

/** Small numbers and half-understood sentences point at nothing: "open for 3 days". */
function isPointer({ terms, spans }: Scene): boolean {
  return (
    numbersOf(terms).some(({ value }) => value >= LEAST_POINTER) &&
    spans.every(({ match }) => match.unknown.length === 0)
  );
}

/** Whether the best candidate is named in full. */
function isWhole(span: Span): boolean {
  return (span.match.candidates[0]?.fit.completeness ?? 0) > WHOLE;
}

/** Whether a figure's names hold all that was said: "share of province?" */
function explainsAll(span: Span, id: string): boolean {
  return span.match.candidates.some(({ target, fit }) => target.id === id && fit.coverage > WHOLE);
}

/** Two figures that count one thing by its kinds, patents by two: both are told, each by its name. */
function areTwins(figures: readonly Figure[]): boolean {
  const [one, other, ...others] = figures;
  if (!one || !other || others.length > 0 || one.kind !== 'count' || other.kind !== 'count') return false;
  return one.unit === other.unit && one.related.includes(other.id) && other.related.includes(one.id);
}

/** Whether a candidate fits as well as the best one. */
function isLevel(span: Span, id: string): boolean {
  const [best] = span.match.candidates;
  const candidate = span.match.candidates.find(({ target }) => target.id === id);
  return best !== undefined && candidate !== undefined && best.score - candidate.score < LEVEL;
}
