import type { webApi } from '@slack/bolt';
import type { Bot } from '../../../core/bot.ts';
import type { TakeReport } from '../../../core/number-reports.ts';
import type { LanguageSettings } from '../../../core/ports.ts';
import type { Language } from '../../../data/schema.ts';
import type { Log } from '../../shared/adapter.ts';
import type { Allowance } from '../../shared/allowance.ts';
import type { Installation } from '../../shared/installations.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Seen } from '../../shared/seen.ts';
import type { SendPicture } from '../outbound/picture.ts';
import type { Post } from '../outbound/post.ts';
import type { Respond } from '../outbound/respond.ts';
import type { Failure } from '../transport/failure.ts';
import type { KeeperOf } from './keeper.ts';
import type { People } from './people.ts';
import { personPlace } from './places.ts';
import type { Turns } from './turns.ts';

/** What is the same in every workspace. */
export type Office = {
  bot: Bot;
  languages: LanguageSettings;
  seen: Seen;
  reports: TakeReport;
  allowance: Allowance;
  turns: Turns;
  log: Log;
  meter: Meter;
};

/** What every listener works with, in the workspace where something happened. */
export type Context = Office & {
  /** Who the bot is there. */
  me: Installation;
  people: People;
  keeperOf: KeeperOf;
  post: Post;
  respond: Respond;
  sendPicture: SendPicture;
  reads: webApi.WebClient;
  /** No answer is waited for any more. */
  abandoned: AbortSignal;
  /** Told of every message that did not get through. */
  onFailure(failure: Failure, what: string): void;
};

/** The language for a person where their words do not tell: their choice, then their Slack's. Never fails. */
export async function languageFor({ languages, people }: Context, team: string, user: string): Promise<Language> {
  return (await languages.of(personPlace(team, user))) ?? (await people.of(team, user))?.language ?? 'en';
}
