import type { Found, Sent } from '../ports.ts';
import type { Leased, Settled, Settlement } from './ledger.ts';
import { delayOf, type Pace } from './pace.ts';
import type { Remedy, State } from './subscription.ts';

/** What follows from each way in which a try or a look can end. */

type Patience = { retrying: Pace; latestMs: number };

/** Days of refused posts before the bot stops trying and tells whoever set the post up. */
const DAYS_OF_GRACE = 3;
/** Looks at a channel that told nothing, before nobody will know. */
const MOST_LOOKS = 5;

export function afterSending(claimed: Leased, sent: Sent, now: Date, patience: Patience): Settlement {
  const { retrying } = patience;
  // This try posted nothing, but an earlier one may have: a look that found nothing does not hold for ever.
  const { isDoubtful } = claimed;
  switch (sent.kind) {
    case 'sent':
      return arrived(claimed, sent, now);
    case 'limited':
      return again(claimed, now, patience, { afterMs: sent.waitMs + chance(retrying), isDoubtful, code: 'limited' });
    case 'unsent':
      return again(claimed, now, patience, {
        afterMs: delayOf(retrying, claimed.attempts),
        isDoubtful,
        code: sent.code,
      });
    case 'uncertain':
      return again(claimed, now, patience, { afterMs: delayOf(retrying, 0), isDoubtful: true, code: sent.code });
    case 'refused':
      return refused(claimed, sent.remedy, sent.code);
  }
}

/** What follows from a look at the channel; undefined where the post is not there and may be sent again. */
export function afterLooking(claimed: Leased, found: Found, now: Date, patience: Patience): Settlement | undefined {
  switch (found.kind) {
    case 'there':
      return arrived(claimed, found, now);
    case 'absent':
      return undefined;
    case 'unknown': {
      const looks = claimed.looks + 1;
      const { retrying } = patience;
      if (looks >= MOST_LOOKS) return done(claimed, { kind: 'uncertain', code: found.code });
      return again(claimed, now, patience, {
        afterMs: delayOf(retrying, looks),
        isDoubtful: true,
        looks,
        code: found.code,
      });
    }
  }
}

/** A post whose time is over before it was sent. */
export function tooLate(claimed: Leased): Settlement {
  return done(
    claimed,
    claimed.code === undefined
      ? { kind: 'skipped', why: 'late' }
      : { kind: 'failed', remedy: 'wait', code: claimed.code },
  );
}

/** A fault of this program. */
export function faulty(claimed: Leased): Settlement {
  return done(claimed, { kind: 'failed', remedy: 'operator', code: 'fault' });
}

export function isTooLate({ dueAt }: Leased, at: number, latestMs: number): boolean {
  return at - dueAt.getTime() > latestMs;
}

function arrived(claimed: Leased, { id, link }: { id: string; link?: string }, now: Date): Settlement {
  const lateMs = Math.max(0, now.getTime() - claimed.dueAt.getTime());
  const outcome: Settled = { kind: 'sent', at: now, lateMs, ...(link === undefined ? {} : { link }) };
  return { ...done(claimed, outcome), id, failedDays: 0 };
}

function again(
  claimed: Leased,
  now: Date,
  { latestMs }: Patience,
  next: { afterMs: number; isDoubtful: boolean; looks?: number; code: string },
): Settlement {
  if (!isTooLate(claimed, now.getTime() + next.afterMs, latestMs))
    return { kind: 'again', looks: claimed.looks, ...next };
  return next.isDoubtful
    ? done(claimed, { kind: 'uncertain', code: next.code })
    : done(claimed, { kind: 'failed', remedy: 'wait', code: next.code });
}

/** Only what people of the channel can mend counts towards stopping: a token of ours that is refused is not their fault. */
function refused(claimed: Leased, remedy: Remedy, code: string): Settlement {
  const failed = done(claimed, { kind: 'failed', remedy, code });
  if (remedy === 'operator') return failed;
  const failedDays = claimed.failedDays + 1;
  const state: State = failedDays < DAYS_OF_GRACE ? claimed.subscription.state : { kind: 'broken', remedy, code };
  return { ...failed, failedDays, state };
}

function done(claimed: Leased, outcome: Settled): Extract<Settlement, { kind: 'done' }> {
  return { kind: 'done', outcome, failedDays: claimed.failedDays, state: claimed.subscription.state };
}

/** So that many that were limited together do not come back together. */
function chance({ firstMs }: Pace): number {
  return (Math.random() * firstMs) / 5;
}
