import type { Figure } from '../../data/schema.ts';
import { disagreeing } from '../catalogue/observing.ts';
import { everyStated, quantityOf, type Stated } from '../catalogue/stated.ts';
import type { Claim } from '../question.ts';
import { holds, judge } from './judging.ts';

/**
 * Whether a claim about a figure holds by the source. `by` tells which value decided it: the stated one, that of a source that
 * disagrees with it, or one of another time or place, for which the claim does not hold here.
 */
export type Ruling = { holds: boolean; claim: Claim; by: 'stated' | 'beside' | 'elsewhere' };

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
  const elsewhere = claim.bound === 'exactly' ? everyStated(figure).find((one) => holdsFor(claim, one)) : undefined;
  if (elsewhere) return { ruling: { holds: false, claim, by: 'elsewhere' }, stated: elsewhere };
  return first && { ruling: { holds: false, claim, by: 'stated' }, stated: first };
}

/** Undefined where the source gives no number in the currency of the claim. */
function holdsFor(claim: Claim, stated: Stated): boolean | undefined {
  const equivalents = quantityOf(stated)?.equivalents ?? [];
  if (claim.unit !== undefined && !equivalents.some(({ unit }) => unit === claim.unit)) return undefined;
  const judgement = judge(claim, stated);
  // Whoever asks whether it is 17 billion asks for the very number, unless they say "about".
  return judgement && holds(judgement) && (judgement.verdict !== 'rounded' || claim.bound === 'about');
}
