// src/core/claims: whether a number that somebody states agrees with the catalogue.
// Imported by: core.

import type { Figure } from '../../data/schema.ts';
import { isObservedAt } from '../catalogue/observing.ts';
import { everyStated, quantityOf, type Stated } from '../catalogue/stated.ts';
import type { Claim, FigureClaim, Missing } from '../question.ts';
import { factorBetween, isRounding, sameDigits, tellingDigits } from './rounding.ts';

/** What a claim is beside one value of the source. */
type Verdict =
  | 'matches'
  /** The value as a round number. */
  | 'rounded'
  /** "Over 200" of 229: true, and less than the source says. */
  | 'bound'
  /** The source itself only says "over". */
  | 'floor'
  /** The same digits, ten times too many or too few, or a hundred times … */
  | 'scale'
  /** The number of a plan, told as if it had been carried out. */
  | 'planned'
  /** The number of the other currency. */
  | 'currency'
  /** The value of another time, or of another place. */
  | 'other-year'
  | 'other-place'
  | 'contradicts';

/** Whether a claim holds, and how far it is off by powers of ten where only its size is wrong. */
export type Judgement = { verdict: Verdict; claim: Claim; factor?: number };

/** A claim beside the value that decides about it; `also` are further values that the reader must know. */
export type Judged = { judgement: Judgement; stated: Stated; also: Stated[] };

/** Whether a claim holds in any way. */
export function holds({ verdict }: Judgement): boolean {
  return verdict === 'matches' || verdict === 'rounded' || verdict === 'bound';
}

/** Judges a claim by one value; undefined where the two cannot be held against each other. */
export function judge(claim: Claim, stated: Stated): Judgement | undefined {
  const quantity = quantityOf(stated);
  if (!quantity) return undefined;
  const dollars = quantity.equivalents?.find(({ unit }) => unit === 'USD')?.value;
  const value = claim.unit === 'USD' ? dollars : quantity.value;
  const other = claim.unit === 'USD' ? quantity.value : dollars;
  if (value === undefined && other === undefined) return undefined;
  const isFloor = quantity.qualifier === 'over';
  const verdicts = claim.values.map((claimed): Judgement => {
    const direct = value === undefined ? undefined : compare(claimed, claim.bound, value, isFloor);
    if (direct) return { verdict: direct, claim };
    if (other !== undefined && isRounding(claimed, other)) return { verdict: 'currency', claim };
    const factor = value === undefined ? undefined : factorBetween(claimed, value);
    return factor === undefined ? { verdict: 'contradicts', claim } : { verdict: 'scale', claim, factor };
  });
  return verdicts.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))[0];
}

/** Judges a claim by all that is held about its figure: the values of its time and place first, then those of others. */
export function judgeFully(claim: FigureClaim, figure: Figure, home: string): Judged | Missing {
  // "The first unicorn in Heilongjiang": a place that the figure itself speaks of is not where it is counted.
  const place = claim.place === undefined || figure.mentions?.includes(claim.place) ? home : claim.place;
  const judged = everyStated(figure).flatMap((stated) => {
    const judgement = judge(claim, stated);
    return judgement ? [{ stated, judgement }] : [];
  });
  if (judged.length === 0) return { kind: 'detail', detail: 'amount', figures: [figure.id] };
  const here = judged.filter(({ stated }) => stated.observation.place === place);
  const asked = here.filter((one) => isOfTime(one.stated, claim, here[0]?.stated));
  const others = (chosen: Candidate) => disagreeing(chosen, asked);

  const holding = best(asked, ({ judgement }) => holds(judgement) || judgement.verdict === 'floor');
  if (holding) {
    const isPlanned = claim.done && quantityOf(holding.stated)?.qualifier === 'planned';
    return { ...(isPlanned ? withVerdict(holding, 'planned') : holding), also: others(holding) };
  }
  const now = (asked.length > 0 ? asked : here.slice(0, 1)).map(({ stated }) => stated);
  const beside = (chosen: Candidate) => now.filter((one) => one !== chosen.stated);
  const earlier = best(here, ({ judgement }) => isSame(judgement));
  if (earlier) return { ...withVerdict(earlier, 'other-year'), also: beside(earlier) };
  const elsewhere = best(
    judged.filter(({ stated }) => stated.observation.place !== place),
    ({ judgement }) => judgement.verdict === 'matches',
  );
  if (elsewhere) return { ...withVerdict(elsewhere, 'other-place'), also: beside(elsewhere) };
  if (here.length === 0) return { kind: 'place', place, figures: [figure.id] };
  if (asked.length === 0) return { kind: 'year', year: String(claim.year), figures: [figure.id] };
  const slipped = best(asked, ({ judgement }) => judgement.verdict === 'scale' || judgement.verdict === 'currency');
  const [first] = asked;
  const chosen = slipped ?? (first as Candidate);
  return { ...chosen, also: others(chosen) };
}

type Candidate = { stated: Stated; judgement: Judgement };

/** From the best verdict to the worst. */
const ORDER: readonly Verdict[] = [
  'matches',
  'rounded',
  'bound',
  'floor',
  'planned',
  'currency',
  'scale',
  'other-year',
  'other-place',
  'contradicts',
];

function best(all: readonly Candidate[], fits: (one: Candidate) => boolean): Candidate | undefined {
  return all.filter(fits).sort((a, b) => ORDER.indexOf(a.judgement.verdict) - ORDER.indexOf(b.judgement.verdict))[0];
}

function withVerdict({ stated, judgement }: Candidate, verdict: Verdict): Candidate {
  return { stated, judgement: { verdict, claim: judgement.claim } };
}

/** A bound fits many values; only a number that is meant as one points at another year. */
function isSame({ verdict, claim }: Judgement): boolean {
  return verdict === 'matches' || (verdict === 'rounded' && claim.bound !== 'over' && claim.bound !== 'under');
}

/** Whether a value is of the claim's year; without one, whether it is as new as the value that is usually told. */
function isOfTime(stated: Stated, { year }: FigureClaim, usual: Stated | undefined): boolean {
  // The year in a claim about a plan is when it shall be done, not when it was told.
  if (quantityOf(stated)?.qualifier === 'planned') return true;
  if (year !== undefined) return isObservedAt(stated.observation, String(year));
  return usual !== undefined && yearOf(stated) >= yearOf(usual);
}

function yearOf({ observation }: Stated): number {
  return Number(observation.asOf.date.slice(0, 4));
}

/** The values of other sources for the same time and place that the claim does not fit, or that differ from the one it fits. */
function disagreeing(chosen: Candidate, all: readonly Candidate[]): Stated[] {
  const value = quantityOf(chosen.stated)?.value;
  return all
    .filter(({ stated }) => stated.observation.source !== chosen.stated.observation.source)
    .filter(({ stated }) => quantityOf(stated)?.value !== value)
    .map(({ stated }) => stated);
}

/** Two numbers that people take as "about the same". */
const ABOUT = 0.05;
/** From so many digits on a number is meant as the very one: "2.35 billion" of 2.353. */
const LEAST_EXACT_DIGITS = 3;
/** A number this far above a lower bound is no longer what the bound may have meant. */
const MOST_ABOVE_FLOOR = 2;

/** `isFloor`: the source itself says "over", so that the value is only known to be more. */
function compare(claimed: number, bound: Claim['bound'], value: number, isFloor: boolean): Verdict | undefined {
  switch (bound) {
    case 'over':
      if (isFloor && value === claimed) return 'matches';
      return value > claimed ? 'bound' : undefined;
    case 'under':
      return !isFloor && value < claimed ? 'bound' : undefined;
    case 'about':
      if (value === claimed) return isFloor ? 'floor' : 'matches';
      return Math.abs(value - claimed) <= ABOUT * value ? 'rounded' : undefined;
    case 'exactly':
      if (isFloor) return claimed >= value && claimed < MOST_ABOVE_FLOOR * value ? 'floor' : undefined;
      if (claimed === value || (tellingDigits(claimed) >= LEAST_EXACT_DIGITS && sameDigits(claimed, value)))
        return 'matches';
      return isRounding(claimed, value) ? 'rounded' : undefined;
  }
}
