import type { Clock, Found, Messenger, Post, Sent } from '../ports.ts';
import type { Leased, Settlement } from './ledger.ts';
import type { Pace } from './pace.ts';
import { afterLooking, afterSending, faulty, isTooLate, tooLate } from './verdict.ts';

export type Attempting = {
  /** Words the post. */
  write: () => Promise<Post>;
  clock: Clock;
  /** Milliseconds that really pass, also while the machine sleeps; for leases. */
  stopwatch: () => number;
  wait: Wait;
  onFault: (error: unknown) => void;
  leaseMs: number;
  lookingMs: number;
  sendingMs: number;
  retrying: Pace;
  /** How long after it was due a post still goes out, in milliseconds. */
  latestMs: number;
};

/** Lets time pass; an abort ends it early. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** For a messenger to say what became of a try that was ended. */
const LAST_WORD_MS = 2_000;

/** Tries one post once. Whatever happens, it is never sent while an earlier try may still have got through. */
export async function attempt(
  tools: Attempting,
  messenger: Messenger,
  claimed: Leased,
  abandoned: AbortSignal,
): Promise<Settlement> {
  const { clock, stopwatch, leaseMs, lookingMs, sendingMs, latestMs } = tools;
  const leased = stopwatch();
  let post: Post;
  try {
    post = await tools.write();
  } catch (error) {
    tools.onFault(error);
    return faulty(claimed);
  }
  // An edit that is made twice reads the same.
  if (claimed.isDoubtful && post.edits === undefined) {
    const nothing: Found = { kind: 'unknown', code: 'no-answer' };
    const found = await limited(tools, lookingMs, abandoned, nothing, (signal) => messenger.find(post, signal));
    const settled = afterLooking(claimed, found, clock(), tools);
    if (settled) return showing(settled, post);
  }
  if (isTooLate(claimed, clock().getTime(), latestMs)) return tooLate(claimed);
  // Slept or stalled: by the time it would be sent, somebody else may have taken it.
  if (stopwatch() - leased > leaseMs - sendingMs * 1.5)
    return afterSending(claimed, { kind: 'unsent', code: 'stalled' }, clock(), tools);
  const nothing: Sent = { kind: 'uncertain', code: 'no-answer' };
  const sent = await limited(tools, sendingMs, abandoned, nothing, (signal) => messenger.send(post, signal));
  return showing(afterSending(claimed, sent, clock(), tools), post);
}

/** With what the message shows to everybody, once it is there. */
function showing(settlement: Settlement, { message: { shown } }: Post): Settlement {
  return settlement.kind === 'done' && shown ? { ...settlement, shown } : settlement;
}

/** Ends what takes too long, and takes a platform that does not even end then for one that says nothing. */
async function limited<T>(
  { wait, onFault }: Attempting,
  ms: number,
  abandoned: AbortSignal,
  nothing: T,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ticking = new AbortController();
  const ending = new AbortController();
  const done = new AbortController();
  const endNow = () => ticking.abort();
  const silence = async (): Promise<T> => {
    await wait(ms, ticking.signal);
    if (!done.signal.aborted) ending.abort();
    await wait(LAST_WORD_MS, done.signal);
    return nothing;
  };
  abandoned.addEventListener('abort', endNow, { once: true });
  if (abandoned.aborted) endNow();
  try {
    return await Promise.race([work(ending.signal), silence()]);
  } catch (error) {
    onFault(error);
    return nothing;
  } finally {
    abandoned.removeEventListener('abort', endNow);
    done.abort();
    endNow();
  }
}
