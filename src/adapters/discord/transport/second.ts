/** The requests that Discord may have counted within the last second. */
export type Second = {
  /** Sends a request and remembers when Discord counted it. */
  count<Response>(send: () => Promise<Response>): Promise<Response>;
  /** How long until there are fewer than so many; 0 if there are now. */
  waitMs(most: number): number;
};

const SECOND_MS = 1000;
/** A request without an answer for longer than this is taken to have been counted, or else those that hang would stop all others. */
const LONGEST_WAY_MS = 500;
/** Between looks while requests are on their way. */
const LOOK_AGAIN_MS = 5;

type Request = { sentAt: number; tookMs?: number };

/**
 * Discord counts a request when it arrives, which only Discord knows: the way of each takes a while, and some are held
 * up. So each counts from when it was surely there: from its answer on, less the way that even the fastest took.
 */
export function createSecond(): Second {
  let requests: Request[] = [];

  /** Until when each may still be counted in the same second as one that is sent now, the earliest first. */
  const ends = (now: number): number[] => {
    const fastest = Math.min(...requests.map(({ tookMs = Number.POSITIVE_INFINITY }) => tookMs), LONGEST_WAY_MS);
    const endOf = ({ sentAt, tookMs = now - sentAt }: Request) =>
      sentAt + Math.min(Math.max(0, tookMs - fastest), LONGEST_WAY_MS) + SECOND_MS;
    requests = requests.filter((request) => endOf(request) > now);
    return requests.map(endOf).sort((a, b) => a - b);
  };

  return {
    async count(send) {
      const request: Request = { sentAt: performance.now() };
      requests.push(request);
      try {
        return await send();
      } finally {
        request.tookMs = performance.now() - request.sentAt;
      }
    },
    waitMs(most) {
      const now = performance.now();
      const all = ends(now);
      const end = all[all.length - most];
      return all.length < most || end === undefined ? 0 : Math.max(LOOK_AGAIN_MS, end - now);
    },
  };
}
