import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../shared/adapter.ts';

/**
 * What Bolt and its clients want to say. Their debug lines hold whole messages and are dropped;
 * their warnings repeat what the adapter itself says once, so they are details.
 */
export function boltLogger(log: Log): Logger {
  const detail = (...words: unknown[]) =>
    log.debug('slack library', { says: withoutQuotes(words.map(String).join(' ')).slice(0, 500) });
  return {
    debug() {},
    info() {},
    warn: detail,
    error: detail,
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** What a library quotes, what it takes for the type of an event, and what an error of its own says may be what somebody wrote. */
function withoutQuotes(text: string): string {
  return text
    .replace(/"[\s\S]*"/, '"…"')
    .replace(/\(type: [\s\S]*, error: /, '(type: …, error: ')
    .replace(/(\b[A-Z]\w*Error): [\s\S]*/, '$1');
}
