/** What came of asking something of a channel's daily post. */
export type DailyOutcome =
  /** Nothing can be posted unasked where the asker is. */
  { kind: 'elsewhere' };
