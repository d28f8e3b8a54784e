/** The fake's own time, which a test can move forward so that addresses and triggers expire at once. */
export type SlackClock = {
  now(): number;
  passTime(ms: number): void;
  /** A message timestamp that no other message of this workspace has. */
  nextTs(): string;
};

export function createClock(): SlackClock {
  let ahead = 0;
  let lastMicros = 0;
  const now = () => Date.now() + ahead;
  return {
    now,
    passTime(ms) {
      ahead += ms;
    },
    nextTs() {
      lastMicros = Math.max(lastMicros + 1, now() * 1_000);
      const digits = String(lastMicros);
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    },
  };
}
