import { delayOf, type Pace } from '../pace.ts';
import type { Found, Sent } from '../ports.ts';
import type { Claimed, Settled, Settlement } from './ledger.ts';
import { LATEST_MS } from './plan.ts';
import type { Remedy, State } from './subscription.ts';

/** What follows from each way in which a try or a look can end. */

/** Days of refused posts before the bot stops trying and tells whoever set the post up. */
const DAYS_OF_GRACE = 3;
/** Looks at a channel that told nothing, before nobody will know. */
const MOST_LOOKS = 5;

export function afterSending(claimed: Claimed, sent: Sent, now: Date, retrying: Pace): Settlement {
  // This try posted nothing, but an earlier one may have: a look that found nothing does not hold for ever.
  const { isDoubtful } = claimed;
  switch (sent.kind) {
    case 'sent':
      return arrived(claimed, sent, now);
    case 'limited':
      return again(claimed, now, { afterMs: sent.waitMs + chance(retrying), isDoubtful, code: 'limited' });
    case 'unsent':
      return again(claimed, now, { afterMs: delayOf(retrying, claimed.attempts), isDoubtful, code: sent.code });
    case 'uncertain':
      return again(claimed, now, { afterMs: delayOf(retrying, 0), isDoubtful: true, code: sent.code });
    case 'refused':
      return refused(claimed, sent.remedy, sent.code);
  }
}

/** What follows from a look at the channel; undefined where the post is not there and may be sent again. */
export function afterLooking(claimed: Claimed, found: Found, now: Date, retrying: Pace): Settlement | undefined {
  switch (found.kind) {
    case 'there':
      return arrived(claimed, found, now);
    case 'absent':
      return undefined;
    case 'unknown': {
      const looks = claimed.looks + 1;
      if (looks >= MOST_LOOKS) return done(claimed, { kind: 'uncertain', code: found.code });
      return again(claimed, now, { afterMs: delayOf(retrying, looks), isDoubtful: true, looks, code: found.code });
    }
  }
}

/** A post whose time is over before it was sent. */
export function tooLate(claimed: Claimed): Settlement {
  return done(
    claimed,
    claimed.code === undefined
      ? { kind: 'skipped', why: 'late' }
      : { kind: 'failed', remedy: 'wait', code: claimed.code },
  );
}

/** A fault of this program. */
export function faulty(claimed: Claimed): Settlement {
  return done(claimed, { kind: 'failed', remedy: 'operator', code: 'fault' });
}

export function isTooLate({ dueAt }: Claimed, at: number): boolean {
  return at - dueAt.getTime() > LATEST_MS;
}

function arrived(claimed: Claimed, { id, link }: { id: string; link?: string }, now: Date): Settlement {
  const lateMs = Math.max(0, now.getTime() - claimed.dueAt.getTime());
  const outcome: Settled = { kind: 'sent', at: now, lateMs, ...(link === undefined ? {} : { link }) };
  return { ...done(claimed, outcome), id, failedDays: 0 };
}

function again(
  claimed: Claimed,
  now: Date,
  next: { afterMs: number; isDoubtful: boolean; looks?: number; code: string },
): Settlement {
  if (!isTooLate(claimed, now.getTime() + next.afterMs)) return { kind: 'again', looks: claimed.looks, ...next };
  return next.isDoubtful
    ? done(claimed, { kind: 'uncertain', code: next.code })
    : done(claimed, { kind: 'failed', remedy: 'wait', code: next.code });
}

/** Only what people of the channel can mend counts towards stopping: a token of ours that is refused is not their fault. */
function refused(claimed: Claimed, remedy: Remedy, code: string): Settlement {
  const failed = done(claimed, { kind: 'failed', remedy, code });
  if (remedy === 'operator') return failed;
  const failedDays = claimed.failedDays + 1;
  const state: State = failedDays < DAYS_OF_GRACE ? claimed.subscription.state : { kind: 'broken', remedy, code };
  return { ...failed, failedDays, state };
}

function done(claimed: Claimed, outcome: Settled): Extract<Settlement, { kind: 'done' }> {
  return { kind: 'done', outcome, failedDays: claimed.failedDays, state: claimed.subscription.state };
}

/** So that many that were limited together do not come back together. */
function chance({ firstMs }: Pace): number {
  return (Math.random() * firstMs) / 5;
}
