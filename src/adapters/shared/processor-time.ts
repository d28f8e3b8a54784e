import { LRUCache } from 'lru-cache';

/** Divides the processor among people: everyone has some time of their own that comes back, and who has used it up waits alone. */
export type ProcessorTime = {
  /** Does work for a person when it is their turn, and charges them for it. */
  inTurn<T>(person: string, work: () => T): Promise<T>;
  /** Does work that has its turn already, and charges the person for it. */
  charged<T>(person: string, work: () => T): T;
  /** Milliseconds until the person has time again; 0 where they have some. */
  waitMs(person: string): number;
};

/** Processor time that a person may use at once, in milliseconds: some thirty ordinary questions on a slow machine. */
const MOST_SAVED_MS = 500;
/** Milliseconds of processor that come back to a person in a second: a twentieth of one processor. */
const BACK_A_SECOND_MS = 50;
/** Thinking in one go before the program looks what else came in: an acknowledgement waits no longer than this and one question. */
const SLICE_MS = 10;
/** People with an account; the one not heard of for longest is forgotten first. */
const MOST_KNOWN = 20_000;

/** Two clocks in milliseconds: of the world, and of the processor that the program has used. */
type Clocks = { time(): number; processor(): number };

const CLOCKS: Clocks = {
  time: () => performance.now(),
  processor() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};

type Account = { balanceMs: number; at: number };
type Job = () => void;

export function createProcessorTime({ time: now, processor }: Clocks = CLOCKS): ProcessorTime {
  const accounts = new LRUCache<string, Account>({ max: MOST_KNOWN });
  /** In the order in which people have their turn. */
  const waiting = new Map<string, Job[]>();
  let usedOfSliceMs = 0;
  let isLooking = false;
  let alarm: NodeJS.Timeout | undefined;

  const balanceOf = (person: string): number => {
    const account = accounts.get(person);
    if (!account) return MOST_SAVED_MS;
    return Math.min(MOST_SAVED_MS, account.balanceMs + ((now() - account.at) * BACK_A_SECOND_MS) / 1_000);
  };
  const waitMs = (person: string): number => {
    const balance = balanceOf(person);
    return balance > 0 ? 0 : Math.ceil(((1 - balance) * 1_000) / BACK_A_SECOND_MS);
  };
  const charged = <T>(person: string, work: () => T): T => {
    const begun = { at: now(), used: processor() };
    try {
      return work();
    } finally {
      // On a busy machine the clock goes on while another program has the processor; other threads draw charts meanwhile.
      const costMs = Math.min(now() - begun.at, processor() - begun.used);
      accounts.set(person, { balanceMs: balanceOf(person) - costMs, at: now() });
      usedOfSliceMs += costMs;
      lookAgain();
    }
  };

  /** After everything that came in meanwhile was looked at. */
  const lookAgain = (): void => {
    if (isLooking) return;
    isLooking = true;
    setImmediate(() => {
      isLooking = false;
      usedOfSliceMs = 0;
      serve();
    });
  };
  const serve = (): void => {
    for (const [person, jobs] of waiting) {
      if (usedOfSliceMs >= SLICE_MS) return;
      if (waitMs(person) > 0) continue;
      // Whoever had a turn stands behind all others; the loop comes to them again.
      waiting.delete(person);
      const [job, ...rest] = jobs;
      if (rest.length > 0) waiting.set(person, rest);
      job?.();
    }
    if (waiting.size > 0 && !isLooking) wakeUpFor([...waiting.keys()]);
  };
  const wakeUpFor = (people: string[]): void => {
    clearTimeout(alarm);
    alarm = setTimeout(serve, Math.min(...people.map(waitMs)));
    // A stop does not wait for them.
    alarm.unref();
  };

  return {
    charged,
    waitMs,
    inTurn(person, work) {
      return new Promise((resolve, reject) => {
        const job = () => {
          try {
            resolve(charged(person, work));
          } catch (error) {
            reject(error);
          }
        };
        waiting.set(person, [...(waiting.get(person) ?? []), job]);
        serve();
      });
    },
  };
}
