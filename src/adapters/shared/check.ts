/** One thing that `harbin doctor` looks at; each on its own, so that one that fails hides no other. */
export type Check = {
  /** What it is about, as a person calls it. */
  about: string;
  /** May throw: then the error is what was found. */
  look(signal: AbortSignal): Promise<Verdict>;
};

/** What was found, in words; whatever is not ok says what to do. */
export type Verdict = { grade: 'ok' | 'note' | 'warn' | 'fail'; says: string };

export const ok = (says: string): Verdict => ({ grade: 'ok', says });
export const note = (says: string): Verdict => ({ grade: 'note', says });
export const warn = (says: string): Verdict => ({ grade: 'warn', says });
export const fail = (says: string): Verdict => ({ grade: 'fail', says });
