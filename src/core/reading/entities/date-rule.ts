/** One way to write a date: what it looks like in a normalised text, and the date that it names. */
export type DateRule = {
  name: string;
  pattern: RegExp;
  /** Out: a date, or undefined where the text only looks like one. */
  read(match: RegExpExecArray): DateReading | undefined;
};

/** A year, a month or both; or a time that is named in other words. */
export type DateReading = { year?: number; month?: number; latest?: true; relative?: true };
