import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { datesItself } from '../catalogue/observing.ts';
import type { Scope } from '../catalogue/scope.ts';
import type { Question } from '../question.ts';
import { askedScope } from './asked-scope.ts';
import { asksQuantity, asksSum, asksWhatTheyDo, detailAsked } from './asks.ts';
import { isAnd } from './atoms.ts';
import { boundsAThing, claimOf, numbersOf } from './claims.ts';
import { type Combiner, isQuantity } from './combine.ts';
import { asksHowMany, thingsIn } from './counted.ts';
import { sumBeside } from './follow-up.ts';
import { asksMoney } from './hints.ts';
import type { Matcher } from './matcher.ts';
import { asksForOthers } from './negation.ts';
import { asksMember, asksPartOf } from './part-of.ts';
import { missingOf, withoutDetail } from './refusing.ts';
import type { Scene } from './scene.ts';
import { isLeftOut } from './strays.ts';
import { cuesOf, partedAt, type Term } from './terms.ts';

/** One or several figures, what is asked of them, and what else of the sentence was not understood. */
export type Teller = (scene: Scene, found: readonly Figure[]) => Question;

/** The smallest number that can be a sum of money here, in yuan. */
const LEAST_SUM = 10_000;
/** A name of which this share is held may be meant. */
const LEAST_NAMED = 0.8;

export function createTeller(catalogue: Catalogue, matcher: Matcher, pointedAt: Combiner['pointedAt']): Teller {
  const figuresOf = figureIndex(catalogue).all;
  const home = catalogue.places[0];

  return (scene, found) => {
    const { cues } = scene;
    // "How many billions for the 37 projects?": the sum that belongs to the count is asked for.
    const beside = asksSum(cues) || asksSumAsWell(scene.terms) ? sumBeside(found, catalogue) : undefined;
    const both = beside && asksSumAsWell(scene.terms) ? [...found, ...figuresOf([beside])] : undefined;
    const sum = both ? undefined : beside;
    const count = sum ? undefined : countClaimed(scene, found);
    const asked = both ?? (sum ? figuresOf([sum]) : count ? [count] : found);
    const ids = asked.map(({ id }) => id);
    // A sum of a count, and a count of a sum: "how many contracts" is no turnover.
    const asksSumOfCount = asksSum(cues) && !beside && found.every(({ kind }) => kind === 'count');
    const asksCountOfSum = asksHowMany(scene.terms) && !asksMoney(cues) && asked.every(({ kind }) => kind === 'money');
    // 黑龙江有多少独角兽: what happened once is no count of anything.
    const asksCountOfEvent =
      asked.every(({ kind }) => kind === 'event') && !cues.has('when') && thingsIn(scene.terms).length > 0;
    if (asksSumOfCount || asksCountOfSum || asksCountOfEvent) return withoutDetail('amount', ids);
    const quantity = asksQuantity(cues);
    const scope = askedScope(scene.terms, asked, home);
    const isDated = scope.when !== undefined;
    // "78 of them, is that reliable?" asks for the number, not for its source.
    const isClaimed = cues.has('true') && numbersOf(scene.terms).length > 0;
    if (cues.has('source') && !quantity && !isDated && !isClaimed)
      return { kind: 'about', what: 'source', figures: ids, ...scope };
    // "When were the policies published?" asks for that day, not for the age of its source.
    const isDay = cues.has('when') && asked.every(datesItself);
    if (cues.has('age') && !quantity && !isDay && !isDated && !cues.has('nature'))
      return { kind: 'about', what: 'age', figures: ids, ...scope };
    const detail = asksWhatTheyDo(scene.terms) && asked.every(isQuantity) ? 'nature' : detailAsked(cues, asked);
    if (detail) return withoutDetail(detail, ids);
    const only = asked.length === 1 ? asked[0] : undefined;
    // "Below provincial level", "not key": the figure is narrowed to what is not held.
    const isBelow = cues.has('under') && asked.some(isQuantity) && numbersOf(scene.terms).length === 0;
    // "How many in each batch?" of the one number for all of them.
    // 10亿以上的项目有几个: some of them, those beyond a bound.
    const isBounded = quantity && asked.some(isQuantity) && boundsAThing(scene.terms);
    const isApart = cues.has('apart') && only !== undefined && !isOfSeveral(scope);
    const isOther = asksForOthers(scene.terms, (word) => ids.some((id) => matcher.isNamedBy(id, [word])));
    const isSome = isApart || asksMember(scene.terms) || (only !== undefined && asksPartOf(scene.terms, only));
    if (isBelow || isBounded || isOther || isSome) return withoutDetail('part', ids);
    const claim = only && claimOf(scene.terms, only, catalogue.figures);
    const missing = scene.spans.filter((span) => isLeftOut(span, ids)).map(missingOf);
    return {
      kind: 'figure',
      figures: ids,
      ...(cues.has('dollars') ? { currency: 'USD' as const } : {}),
      ...(cues.has('define') && !quantity && !cues.has('dollars') ? { defines: true as const } : {}),
      ...(claim ? { claim } : {}),
      ...(missing.length > 0 ? { missing } : {}),
      ...scope,
    };
  };

  /** "Was it 754 companies that got the award funding?": a small bare number is no sum, so the count beside it is meant. */
  function countClaimed(scene: Scene, asked: readonly Figure[]): Figure | undefined {
    const [sum] = asked;
    if (asked.length !== 1 || sum?.kind !== 'money' || scene.cues.has('yuan') || scene.cues.has('dollars'))
      return undefined;
    const numbers = numbersOf(scene.terms);
    const pointsElsewhere = pointedAt(scene.terms).length > 0;
    if (numbers.length === 0 || pointsElsewhere || numbers.some(({ value }) => value >= LEAST_SUM)) return undefined;
    const candidates = scene.spans
      .flatMap(({ match }) => match.candidates)
      .filter(({ target, fit }) => target.kind === 'figure' && fit.completeness > LEAST_NAMED);
    return figuresOf(candidates.map(({ target }) => target.id)).find(
      (figure) => figure.kind === 'count' && sum.related.includes(figure.id),
    );
  }
}

/** "How many firms got awards, and how much in total?": a part of its own that names nothing asks for the sum of what was named. */
function asksSumAsWell(terms: readonly Term[]): boolean {
  const parts = partedAt(terms, (term) => term.kind === 'break' || isAnd(term));
  const isBareSum = (part: readonly Term[]) =>
    asksMoney(cuesOf(part)) && part.every(({ kind }) => kind === 'cue' || kind === 'filler');
  return parts.some((part, at) => isBareSum(part) && asksHowMany(parts.slice(0, at).flat()));
}

/** Several places or times, each of which has a number of its own. */
function isOfSeveral({ places = [], when = [] }: Scope): boolean {
  return places.length > 1 || when.length > 1;
}
