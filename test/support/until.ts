/** How long to look for something, and what to call it when it does not come. */
export type Patience = { within?: number; what?: string };

/** So long that what does not come in it never comes, on the busiest machine either. */
const DEFAULT_WAIT_MS = 90_000;
const LOOK_EVERY_MS = 4;

/** Looks again and again until something is there, and fails by name once the deadline has passed. */
export async function until<T>(look: () => T | undefined | null | false, patience: Patience = {}): Promise<T> {
  const { within = DEFAULT_WAIT_MS, what = 'what the test waits for' } = patience;
  const deadline = performance.now() + within;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${within} ms in vain for ${what}.`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Lets time pass. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
