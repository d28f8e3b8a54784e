/** How long to look for something, and what to call it when it does not come. */
export type WaitOptions = { within?: number; what?: string };

const DEFAULT_WAIT_MS = 5_000;
const LOOK_EVERY_MS = 4;

/** Looks again and again until there is something, and fails by name once the deadline has passed. */
export async function waitFor<T>(look: () => T | undefined | false, options: WaitOptions = {}): Promise<T> {
  const { within = DEFAULT_WAIT_MS, what = 'what the test waits for' } = options;
  const deadline = performance.now() + within;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`Fake Slack: ${what} did not come within ${within} ms`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Lets time pass. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
