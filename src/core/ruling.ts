import type { Figure, Observation } from '../data/schema.ts';
import { disagreeing } from './observing.ts';
import type { Claim } from './question.ts';
import { quantityOf, type Stated } from './stated.ts';

/**
 * Whether a claim about a figure holds by the source. `by` tells which value decided it: the stated one, that of a source that
 * disagrees with it, or one of another time or place, for which the claim does not hold here.
 */
export type Ruling = { holds: boolean; claim: Claim; by: 'stated' | 'beside' | 'elsewhere' };

/** Two numbers that people take as "about the same". */
const ABOUT = 0.1;

/** A claim about one figure, and the value that decides it; undefined where the claim is about no number of it. */
export function claimedOf(
  claim: Claim,
  figure: Figure,
  stated: readonly Stated[],
): { ruling: Ruling; stated: Stated } | undefined {
  const [first, ...others] = stated;
  if (others.length > 0) return undefined;
  const here = first && holdsFor(claim, first);
  if (first && here === undefined) return undefined;
  if (first && here) return { ruling: { holds: true, claim, by: 'stated' }, stated: first };
  const beside = first && disagreeing(first).find((one) => holdsFor(claim, one));
  if (beside) return { ruling: { holds: true, claim, by: 'beside' }, stated: beside };
  const elsewhere =
    claim.bound === 'exactly' ? everyObservation(figure).find((one) => holdsFor(claim, one)) : undefined;
  if (elsewhere) return { ruling: { holds: false, claim, by: 'elsewhere' }, stated: elsewhere };
  return first && { ruling: { holds: false, claim, by: 'stated' }, stated: first };
}

function everyObservation(figure: Figure): Stated[] {
  return (figure.observations as readonly Observation[]).map((observation) => ({ figure, observation }));
}

function holdsFor(claim: Claim, stated: Stated): boolean | undefined {
  const quantity = quantityOf(stated);
  const value = claim.unit ? quantity?.equivalents?.find(({ unit }) => unit === claim.unit)?.value : quantity?.value;
  if (value === undefined) return undefined;
  return claim.values.some((claimed) => holds(claimed, claim.bound, value, quantity?.qualifier === 'over'));
}

/** `isFloor`: the source itself says "over", so that the value is only known to be more. */
function holds(claimed: number, bound: Claim['bound'], value: number, isFloor: boolean): boolean {
  switch (bound) {
    case 'over':
      return isFloor ? value >= claimed : value > claimed;
    case 'under':
      return !isFloor && value < claimed;
    case 'about':
      return Math.abs(value - claimed) <= ABOUT * value;
    case 'exactly':
      return !isFloor && sameDigits(claimed, value);
  }
}

/** "17 billion" does not hold for 16.8 billion, "2.35 billion" holds for 2.353: equal at the digits that were said. */
function sameDigits(claimed: number, value: number): boolean {
  if (claimed === value) return true;
  const digits = claimed
    .toPrecision(15)
    .replace(/0+$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;
  return digits >= 3 && Number(value.toPrecision(digits)) === claimed;
}
