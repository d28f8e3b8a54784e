import type * as fc from 'fast-check';

/** A way in from outside: what may come in by it, and what takes it. */
export type Target<Input = unknown> = {
  name: string;
  arbitrary: fc.Arbitrary<Input>;
  /** What an input is timed by, in milliseconds. */
  clock: () => number;
  /** How long an input may be waited for besides, in milliseconds, since others are to wait for it. */
  waitsMs: number;
  /** Makes ready what takes the inputs. */
  open(): Promise<Subject<Input>>;
};

/** What takes inputs, one after the other. */
export type Subject<Input> = {
  /** Takes an input, which is timed; what it resolves to looks at the outcome and throws where something does not hold. */
  take(input: Input): Promise<() => void>;
  /** Looks whether all is well after many inputs, and throws where it is not. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** A target whose inputs leave nothing behind. */
export function stateless<Input>(
  name: string,
  arbitrary: fc.Arbitrary<Input>,
  prepare: () => Promise<Subject<Input>['take']>,
): Target {
  return {
    name,
    arbitrary,
    clock: worked,
    waitsMs: 0,
    async open() {
      const take = await prepare();
      return { take: (input) => take(input as Input), settle: async () => {}, close: async () => {} };
    },
  };
}

/** Throws unless a condition holds. */
export function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** The time that this process has worked for, which does not run while others have the machine. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
