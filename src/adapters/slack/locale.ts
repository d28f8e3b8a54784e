import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { LANGUAGES, type Language } from '../../data/languages.ts';
import type { Log } from '../adapter.ts';
import { pause } from '../pace.ts';
import { failureCode, failureOf } from './failure.ts';

/** The language of a person's Slack; undefined where it cannot be told in time. Never fails. */
export type LocaleOf = (team: string, user: string) => Promise<Language | undefined>;

/** How long an answer may wait for it. */
const PATIENCE_MS = 1_500;
const REMEMBERED_MS = 24 * 3_600_000;
/** How long nothing is asked after a failure. */
const FAILURE_REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 10_000;

export function createLocaleOf(reads: webApi.WebClient, scopes: readonly string[] | undefined, log: Log): LocaleOf {
  // The scope is optional: without it the language of the question has to do.
  let mayRead = scopes === undefined || scopes.includes('users:read');
  const known = new LRUCache<string, Promise<Language | undefined>>({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });

  const ask = async (key: string, user: string): Promise<Language | undefined> => {
    try {
      const { user: person } = await reads.users.info({ user, include_locale: true });
      return languageOf(person?.locale);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' && failure.code === 'missing_scope') mayRead = false;
      const code = failureCode(failure);
      log.debug('slack locale unknown', { code });
      known.set(key, Promise.resolve(undefined), { ttl: FAILURE_REMEMBERED_MS });
      return undefined;
    }
  };

  return (team, user) => {
    if (!mayRead) return Promise.resolve(undefined);
    const key = `${team} ${user}`;
    let locale = known.get(key);
    if (!locale) {
      locale = ask(key, user);
      known.set(key, locale);
    }
    const over = new AbortController();
    return Promise.race([locale, pause(PATIENCE_MS, over.signal).then(() => undefined)]).finally(() => over.abort());
  };
}

/** `zh-CN` and `zh-TW` are Chinese; a language that the bot does not speak is English. */
function languageOf(locale: string | undefined): Language | undefined {
  if (!locale) return undefined;
  const tag = locale.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === tag) ?? 'en';
}
