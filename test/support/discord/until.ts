/** How long to wait, and what for: the words of the error when it does not come. */
export type Patience = { within?: number; what?: string };

/** Looks again and again until something is there, and gives up loudly at the deadline (2 seconds by default). */
export async function until<T>(look: () => T | undefined | null | false, patience: Patience = {}): Promise<T> {
  const { within = 2000, what = 'what the test waits for' } = patience;
  const deadline = performance.now() + within;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${within} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
