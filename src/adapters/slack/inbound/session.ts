import { isDeepStrictEqual } from 'node:util';
import type { Context as BoltContext, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../../core/bot.ts';
import type { TakeReport } from '../../../core/feedback/number-reports.ts';
import type {
  Introductions,
  LanguageSettings,
  Painter,
  Readers,
  RememberShown,
  Subscriptions,
} from '../../../core/ports.ts';
import type { Language } from '../../../data/schema.ts';
import type { Allowance } from '../../shared/allowance.ts';
import type { Installation } from '../../shared/installations.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import type { Seen } from '../../shared/seen.ts';
import type { Whose, Workspaces } from '../installation/workspaces.ts';
import { createSendPicture, type SendPicture } from '../outbound/picture.ts';
import {
  createDeliver,
  createPost,
  createRespond,
  createWithdraw,
  type Post,
  type Respond,
  type Withdraw,
} from '../outbound/post.ts';
import { personPlace } from '../transport/channel.ts';
import type { Clients } from '../transport/client.ts';
import type { Failure } from '../transport/failure.ts';
import { createKeeperOf, createMembership, type KeeperOf } from './keeper.ts';
import { createKnownPeople, createPeople, type People } from './people.ts';

/** The part of a session that is the same in every workspace. */
export type SessionBase = {
  bot: Bot;
  languages: LanguageSettings;
  remember: RememberShown;
  watchedBy: Readers['watchedBy'];
  setUpBy: Subscriptions['setUpBy'];
  introductions: Introductions;
  seen: Seen;
  reports: TakeReport;
  allowance: Allowance;
  log: Log;
  meter: Meter;
};

/** What a listener works with, in the workspace of the event. */
export type Session = SessionBase & {
  /** Who the bot is there. */
  me: Installation;
  people: People;
  keeperOf: KeeperOf;
  post: Post;
  respond: Respond;
  withdraw: Withdraw;
  sendPicture: SendPicture;
  reads: webApi.WebClient;
  /** Aborts when answers are no longer waited for. */
  abandoned: AbortSignal;
  /** Called for every message that did not get through. */
  onFailure(failure: Failure, what: string): void;
};

/** The language of a person whose words do not show it: their choice, then that of their Slack. Never throws. */
export async function languageFor({ languages, people }: Session, team: string, user: string): Promise<Language> {
  return (await languages.of(personPlace(team, user))) ?? (await people.of(team, user))?.language ?? 'en';
}

export type SessionsOptions = {
  base: SessionBase;
  workspaces: Workspaces;
  clients: Clients;
  painter: Painter;
  adminsOnly: boolean;
  /** Aborts when pictures are no longer waited for. */
  stopping: AbortSignal;
  /** Aborts when answers are no longer waited for. */
  abandoned: AbortSignal;
  onFailure: (failure: Failure, what: string, me: Installation) => void;
};

/** Finds the session of a workspace; undefined if the app is not installed there. */
export type Sessions = (whose: Whose) => Promise<Session | undefined>;

/** Sessions that are kept at once. What a session has learnt, such as whether Slack draws charts there, is learnt again later. */
const MOST_REMEMBERED = 1_000;

export function createSessions(options: SessionsOptions): Sessions {
  const known = createKnownPeople();
  const sessions = new LRUCache<string, Session>({ max: MOST_REMEMBERED });

  const sessionOf = (me: Installation): Session => {
    const { base, clients, painter, adminsOnly, stopping, abandoned, onFailure } = options;
    const { log, meter } = base;
    const deliver = createDeliver(abandoned);
    const people = createPeople({ reads: clients.reads, known, me, log });
    return {
      ...base,
      me,
      people,
      keeperOf: createKeeperOf({
        people,
        membership: createMembership(clients.posts, me),
        workspace: me.team,
        botName: me.name,
        adminsOnly,
      }),
      post: createPost(clients.posts, me.token, deliver),
      respond: createRespond(deliver, meter),
      withdraw: createWithdraw(deliver, meter),
      sendPicture: createSendPicture({ posts: clients.posts, painter, me, log, stopping }),
      reads: clients.reads,
      abandoned,
      onFailure: (failure, what) => onFailure(failure, what, me),
    };
  };

  return async (whose) => {
    const me = await options.workspaces.of(whose);
    if (!me) return undefined;
    const before = sessions.get(me.team);
    // A new installation may have another token or other scopes.
    if (before && isDeepStrictEqual(before.me, me)) return before;
    const session = sessionOf(me);
    sessions.set(me.team, session);
    return session;
  };
}

/** What authorising an event adds to Bolt's own context. */
export type Authorised = { session: Session };

export function isAuthorised(bolt: BoltContext & Partial<Authorised>): boolean {
  return bolt.session !== undefined;
}

/** The session of an event, with a bot that charges its processor time to the person. Throws if the event was not authorised. */
export function sessionFor({ session }: BoltContext & Partial<Authorised>, team: string, user: string): Session {
  if (!session) throw new Error('an event came to a listener without its workspace');
  return { ...session, bot: session.allowance.botFor(`${team} ${user}`, session.bot) };
}
