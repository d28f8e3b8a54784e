import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import type { Installation } from '../../shared/installations.ts';
import { unlessLate } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { failureCode, failureOf } from '../transport/failure.ts';

/** What Slack knows about a person. */
type Person = {
  language: Language | undefined;
  /** An IANA time zone. */
  zone: string | undefined;
  /** Admins and owners of the bot's workspace; those of another one may be in a shared channel too. */
  isAdmin: boolean;
};

export type People = {
  /** Undefined if Slack does not answer in time. Never throws. */
  of(team: string, user: string): Promise<Person | undefined>;
  /** Asks Slack each time, since a role may have changed. Throws if Slack does not answer. */
  roleOf(team: string, user: string): Promise<'admin' | 'member' | 'unreadable'>;
};

/** How long an answer waits for it, in milliseconds. */
const PATIENCE_MS = 1_500;
const REMEMBERED_MS = 24 * 3_600_000;
/** How long after a failure nothing is asked, in milliseconds. */
const FAILURE_REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 10_000;

/** The known people of all workspaces. */
export type KnownPeople = LRUCache<string, Promise<Person | undefined>>;

export function createKnownPeople(): KnownPeople {
  return new LRUCache({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS });
}

export type PeopleOptions = { reads: webApi.WebClient; known: KnownPeople; me: Installation; log: Log };

export function createPeople({ reads, known, me, log }: PeopleOptions): People {
  const { team: workspace, token, scopes } = me;
  // The scope is optional: without it the language of the question and the default time zone are used.
  let mayRead = scopes === undefined || scopes.includes('users:read');
  // Who is an admin differs from one workspace to another.
  const keyOf = (team: string, user: string) => `${workspace} ${team} ${user}`;

  const read = async (user: string): Promise<Person> => {
    const { user: person } = await reads.users.info({ token, user, include_locale: true });
    return {
      language: languageOf(person?.locale),
      zone: person?.tz,
      isAdmin: (person?.is_admin === true || person?.is_owner === true) && isOf(workspace, person),
    };
  };
  const noteRefusal = (error: unknown): string => {
    const failure = failureOf(error);
    if (failure.kind === 'refused' && failure.code === 'missing_scope') mayRead = false;
    return failureCode(failure);
  };
  const ask = async (key: string, user: string): Promise<Person | undefined> => {
    try {
      return await read(user);
    } catch (error) {
      log.debug('slack person unknown', { code: noteRefusal(error) });
      known.set(key, Promise.resolve(undefined), { ttl: FAILURE_REMEMBERED_MS });
      return undefined;
    }
  };

  return {
    of(team, user) {
      if (!mayRead) return Promise.resolve(undefined);
      const key = keyOf(team, user);
      let person = known.get(key);
      if (!person) {
        person = ask(key, user);
        known.set(key, person);
      }
      return unlessLate(PATIENCE_MS, person);
    },
    async roleOf(team, user) {
      if (!mayRead) return 'unreadable';
      try {
        const person = await read(user);
        known.set(keyOf(team, user), Promise.resolve(person));
        return person.isAdmin ? 'admin' : 'member';
      } catch (error) {
        if (noteRefusal(error) === 'missing_scope') return 'unreadable';
        throw error;
      }
    },
  };
}

/** In a large organisation a person belongs to several workspaces. */
function isOf(workspace: string, { team_id: home, enterprise_user: shared }: SlackUser): boolean {
  return home === workspace || shared?.teams?.includes(workspace) === true;
}

type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

/** `zh-CN` and `zh-TW` are Chinese; a language that the bot does not speak is English. */
function languageOf(locale: string | undefined): Language | undefined {
  if (!locale) return undefined;
  const tag = locale.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === tag) ?? 'en';
}
