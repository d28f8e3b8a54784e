/** Fewer questions than this tell no rates. */
export const LEAST_ASKED = 30;

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What all but one in a hundred stay below. */
export function p99(values: readonly number[]): number {
  return quantile(values, 0.99);
}

/** What this share of some measurements stay below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
