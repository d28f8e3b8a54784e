/** How often a property is tried: so often in the tests of the whole system, and a fifth of it in the fast ones. */
export function runs(most: number): number {
  return process.env['LONG_RUNS'] === undefined ? Math.ceil(most / FEWER) : most;
}
const FEWER = 5;
