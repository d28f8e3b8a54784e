// src/adapters/shared: what several adapters need: the adapter itself as a type, limits, waiting, the way out.
// Imported by: adapters, app, cli/doctor.

import type { RequestListener } from 'node:http';
import type { Message } from '../../core/messages/message.ts';
import type { Messenger } from '../../core/ports.ts';

/** What every platform is to the program that runs it. */
type Adapter = {
  /** Resolves once the platform is connected, however long that takes; throws Refused where waiting cannot help. */
  start(): Promise<void>;
  /** Takes nothing new, lets running answers finish, and closes. */
  stop(): Promise<void>;
  health(): Health;
};

/** A platform that the bot can also post to where nobody has just asked. */
export type PostingAdapter = Adapter & {
  /** Works from the start on; while the platform is not connected, nothing is sent and `unsent` says so. */
  messenger: PlatformMessenger;
};

export type PlatformMessenger = Messenger & {
  /** Posts in a channel of the bot's administrator. Returns whether it got through. */
  say(channel: string, message: Message): Promise<boolean>;
};

/** Whether people on the platform can reach the bot now; `detail` says it in words, without any secret. */
export type Health = { connected: boolean; detail: string };

/** The platform refuses the bot, and no retry changes that. The message says what a person has to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Log lines are an event's name and plain facts about it: never what people wrote (but for a report of a wrong number that nobody else gets), never a token. An error goes under the name `error`, as it is. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>;

export type LogFields = Record<string, string | number | boolean | Error | undefined>;

/** Gives a path of the program's HTTP server, for one method, to a listener. */
export type Mount = (method: 'GET' | 'POST', path: string, listener: RequestListener) => void;

/** When something last happened, in words for the health check: "last pong 2 s ago". `at` is by performance.now(). */
export function lastSeen(what: string, at: number | undefined): string {
  return at === undefined ? `no ${what} yet` : `last ${what} ${Math.round((performance.now() - at) / 1_000)} s ago`;
}
