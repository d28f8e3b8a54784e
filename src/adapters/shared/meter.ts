/** Counts the work of a platform. All names of series are from small sets: no ids, no words. */
export type Meter = {
  /** An event was handled, to the end of its answer. */
  handled(event: Handled): void;
  answered(answer: Answered): void;
  called(call: Call): void;
  /** The platform was lost and is back. */
  reconnected(): void;
};

type Handled = {
  /** What it was, such as command or mention. */
  what: string;
  /** How old it was when it arrived, where the platform tells. */
  ageSeconds?: number | undefined;
  seconds: number;
};

type Answered = {
  /** The kind of the answer. */
  kind: string;
  language: string;
  /** Why there was no answer, where there was none. */
  refusal?: string | undefined;
  seconds: number;
};

/** A call of the platform's API; its family is a first word such as `chat` or `channels`. */
type Call = { family: string; result: CallResult; seconds: number };

/** Refused: not carried out, and would not be again. Limited: too many. Unsent: never left. Unknown: perhaps carried out. */
export type CallResult = 'ok' | 'refused' | 'limited' | 'unsent' | 'unknown';

/** Counts nothing. */
export const UNMETERED: Meter = { handled() {}, answered() {}, called() {}, reconnected() {} };

/** Meters a call when it is over; `given` and `thrown` name its result. */
export async function metered<T>(
  meter: Meter,
  family: string,
  work: () => Promise<T>,
  { given, thrown }: { given: (value: T) => CallResult; thrown: (error: unknown) => CallResult },
): Promise<T> {
  const begun = performance.now();
  const tell = (result: CallResult) => meter.called({ family, result, seconds: (performance.now() - begun) / 1_000 });
  try {
    const value = await work();
    tell(given(value));
    return value;
  } catch (error) {
    tell(thrown(error));
    throw error;
  }
}
