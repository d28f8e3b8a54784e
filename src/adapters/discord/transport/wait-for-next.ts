import { delayOf } from '../../../core/pace.ts';
import { isTemporary } from './failure.ts';
import type { Timings } from './timings.ts';

/** How long to wait before the next try; undefined where none would help, none is in time, or all is over. */
export function waitForNext(
  error: unknown,
  attempt: number,
  { timings, deadline, ended }: { timings: Timings; deadline: number; ended: AbortSignal },
): number | undefined {
  const wait = delayOf(timings.retry, attempt);
  return isTemporary(error) && performance.now() + wait < deadline && !ended.aborted ? wait : undefined;
}
