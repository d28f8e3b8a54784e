import { asError } from '../adapters/shared/as-error.ts';
import type { Log, LogFields } from '../adapters/shared/posting-adapter.ts';
import type { Settled } from '../core/daily/ledger.ts';
import type { PostingEvent } from '../core/daily/posting.ts';

/** A database that does not answer is tried again each second or so; the log hears of it once a minute. */
const TROUBLE_EVERY_MS = 60_000;

/** Tells the log what happens to daily posts. */
export function logOfPosts(log: Log): (event: PostingEvent) => void {
  const told = new Map<string, number>();
  return (event) => {
    switch (event.kind) {
      case 'trouble': {
        const { what, error } = event;
        if (Date.now() - (told.get(what) ?? 0) < TROUBLE_EVERY_MS) return;
        told.set(what, Date.now());
        log.error('daily posts in trouble', { what, error: asError(error) });
        return;
      }
      case 'settled': {
        const { outcome } = event;
        const isGood = outcome.kind === 'sent' || outcome.kind === 'skipped';
        log[isGood ? 'info' : 'warn'](`daily post ${outcome.kind}`, { ...subjectOf(event), ...factsOf(outcome) });
        return;
      }
      case 'retried': {
        const { code, afterMs } = event;
        log.info('daily post put off', { ...subjectOf(event), code, afterMs: Math.round(afterMs) });
        return;
      }
      case 'overtaken': {
        log.warn('daily post was taken over by another process', subjectOf(event));
        return;
      }
      case 'broken': {
        const { code, told } = event;
        log.warn('daily post stopped after days of refusal', { ...subjectOf(event), code, told });
        return;
      }
    }
  };
}

/** A name in the log. That of a direct message on Discord holds the id of a person, which no log shall have; its channel tells it as well. */
export function nameInLog(subscription: string): string {
  return subscription.replace(/^discord:\d+:/, 'discord:');
}

function subjectOf({ platform, subscription }: { platform: string; subscription: string }): LogFields {
  return { platform, subscription: nameInLog(subscription) };
}

function factsOf(outcome: Settled): LogFields {
  switch (outcome.kind) {
    case 'sent':
      return { lateMs: outcome.lateMs };
    case 'skipped':
      return { why: outcome.why };
    case 'failed':
      return { code: outcome.code, remedy: outcome.remedy };
    case 'uncertain':
      return { code: outcome.code };
  }
}
