import type { Claim } from './question.ts';
import { quantityOf, type Stated } from './stated.ts';

/** Whether a claim about a figure holds by the source. */
export type Ruling = { holds: boolean; claim: Claim };

/** Two numbers that people take as "about the same". */
const ABOUT = 0.1;

export function judgeClaim(claim: Claim, stated: Stated): Ruling | undefined {
  const quantity = quantityOf(stated);
  if (!quantity) return undefined;
  const value = claim.unit ? quantity.equivalents?.find(({ unit }) => unit === claim.unit)?.value : quantity.value;
  if (value === undefined) return undefined;
  return {
    holds: claim.values.some((claimed) => holds(claimed, claim.bound, value, quantity.qualifier === 'over')),
    claim,
  };
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
