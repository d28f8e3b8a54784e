import type { REST } from 'discord.js';
import type { Bot } from '../../../core/bot.ts';
import type { TakeReport } from '../../../core/feedback/number-reports.ts';
import type { Introductions, Painter, RememberShown } from '../../../core/ports.ts';
import type { Language } from '../../../data/schema.ts';
import type { Allowance } from '../../shared/allowance.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import type { Timings } from '../transport/timings.ts';
import type { FloodGate } from './intake.ts';

/** What every handler needs while the bot is logged in. */
export type Session = {
  bot: Bot;
  log: Log;
  meter: Meter;
  timings: Timings;
  floodGate: FloodGate;
  painter: Painter;
  remember: RememberShown;
  introductions: Introductions;
  reports: TakeReport;
  allowance: Allowance;
  /** Discord's REST API, with the token of this login. */
  rest: REST;
  /** The application, which is also the id of the bot's user. */
  applicationId: string;
  /** The ids of the registered commands, by name. */
  commandIds: ReadonlyMap<string, string>;
  /** The last seen language of each user's Discord; messages, unlike interactions, do not have it. */
  languages: LanguagesSeen;
  /** Whether a Share button was clicked before. Notes the click. */
  sharedBefore(button: string): boolean;
  isStopping(): boolean;
  /** Aborts when nothing can be sent any more. */
  ended: AbortSignal;
};

/** The session with a bot that charges its processor time to one person. */
export function sessionFor(session: Session, userId: string): Session {
  return Object.create(session, { bot: { value: session.allowance.botFor(userId, session.bot) } }) as Session;
}

type LanguagesSeen = {
  get(userId: string): Language | undefined;
  set(userId: string, language: Language): unknown;
};
