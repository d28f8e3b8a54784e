import type { Figure } from '../../data/schema.ts';

/** Goes through all facts, so that none comes again before the others have been seen. */
export function nextFact(figures: readonly Figure[], after: string | undefined): Figure {
  const at = figures.findIndex(({ id }) => id === after);
  // A step that shares no factor with the number of figures visits each of them once a round.
  const step = coprimeStep(figures.length);
  return figures[(at < 0 ? 0 : at + step) % figures.length] as Figure;
}

/** About this far through the figures is the next one, so that neighbours, which are much alike, do not follow each other. */
const STRIDE = 0.38;

function coprimeStep(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.floor(length * STRIDE));
  while (divisor(length, step) !== 1) step++;
  return step;
}
