/** Lets only so many answers wait for one channel: Discord takes about one a second there, and a flood is not answered. */
export type FloodGate = {
  /** Runs the work unless too much of it waits already; tells whether it ran. */
  pass(key: string, work: () => Promise<void>): Promise<boolean>;
};

export function createFloodGate(mostWaiting: number): FloodGate {
  const waiting = new Map<string, number>();
  return {
    async pass(key, work) {
      const count = waiting.get(key) ?? 0;
      if (count >= mostWaiting) return false;
      waiting.set(key, count + 1);
      try {
        await work();
        return true;
      } finally {
        const left = (waiting.get(key) ?? 1) - 1;
        if (left === 0) waiting.delete(key);
        else waiting.set(key, left);
      }
    },
  };
}
