import { DiscordAPIError, HTTPError } from 'discord.js';
import type { LogFields } from '../../shared/adapter.ts';

/** Discord's codes of the refusals that this bot handles. */
export const CODE = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  tooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  invalidBody: 50035,
  threadArchived: 50083,
  noMutualServer: 50278,
  replyNeedsHistory: 160002,
  threadLocked: 160005,
} as const;

/** The refusals that a message may owe to its file. */
export const REFUSES_FILES: ReadonlySet<number | undefined> = new Set([
  CODE.missingPermissions,
  CODE.tooLarge,
  CODE.invalidBody,
]);

/** Discord's code for a refusal; undefined for anything else that goes wrong. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError ? Number(error.code) : undefined;
}

/** Whether the same request may succeed later: Discord or the way to it failed, or the library has lost its token. */
export function isTemporary(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 || error.status === 429 || error.status >= 500;
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  if (error.message.startsWith('Expected token to be set')) return true;
  const code = String((error as NodeJS.ErrnoException).code ?? (error.cause as NodeJS.ErrnoException)?.code ?? '');
  return /^(E[A-Z]+|UND_ERR_\w+)$/.test(code);
}

/** An error as a log may show it: never the body of the request, in which the text of a message stands. */
export function described(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    error: `${name}: ${message}`,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(status === undefined ? {} : { status: Number(status) }),
  };
}
