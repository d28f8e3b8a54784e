import { DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError } from 'discord.js';
import { delayOf } from '../../../core/daily/pace.ts';
import { type LogFields, Refused } from '../../shared/posting-adapter.ts';
import { isRefusedByProxy, NEVER_CONNECTED, REFUSED_BY_PROXY } from '../../shared/way-out.ts';
import type { Timings } from './timings.ts';

/** Discord's codes of the refusals that this bot handles. */
export const CODE = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  /** A message of more than an hour ago was changed too often. */
  tooManyEdits: 30046,
  tooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  notOurs: 50005,
  cannotMessageUser: 50007,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  invalidBody: 50035,
  threadArchived: 50083,
  noMutualServer: 50278,
  replyNeedsHistory: 160002,
  threadLocked: 160005,
} as const;

/** The refusals that may be due to the file of a message. */
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

/** Whether a request never left this machine. */
export function isUnsent(error: unknown): boolean {
  return isRefusedByProxy(error) || NEVER_CONNECTED.has(failureCode(error));
}

/** Whether Discord may have carried a request out although its answer tells of a failure, or never came. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status >= 500;
  return isTemporary(error) && !isUnsent(error);
}

/** A failure in one word: Discord's own number, a status of HTTP, or the network's name for it. */
export function failureCode(error: unknown): string {
  if (error instanceof RateLimitError) return '429';
  if (error instanceof DiscordAPIError) return String(Number(error.code) || error.status);
  if (error instanceof HTTPError) return String(error.status);
  if (isRefusedByProxy(error)) return REFUSED_BY_PROXY;
  if (!(error instanceof Error)) return 'unknown';
  const codes: unknown[] = [error, error.cause].map((one) => (one as NodeJS.ErrnoException | undefined)?.code);
  // That of an abort is a number which says nothing.
  return codes.find((code) => typeof code === 'string') ?? error.name;
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

const TOKEN =
  "Discord refused the token in DISCORD_TOKEN. Copy the bot's token from the developer portal (Bot > Reset Token) and start again.";

const BY_CLOSE_CODE: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shards in SHARDS and SHARD_COUNT (4010).',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord requires more shards for the bot of DISCORD_TOKEN (4011): raise SHARD_COUNT in all its processes; `harbin doctor` tells how many are needed.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer serves the API version of this release (4012): update discord.js.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord refused the intents of this release (4013): update the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused an intent for the bot of DISCORD_TOKEN (4014). This bot needs no privileged intent: update it.',
};

/** The refusal behind a close code of the gateway; undefined if the bot may connect again. */
export function refusalOfClose(code: number): Refused | undefined {
  const message = BY_CLOSE_CODE[code];
  return message === undefined ? undefined : new Refused(message);
}

export function refusedToken(): Refused {
  return new Refused(TOKEN);
}

/** The refusal behind a failed login; undefined if a later login may succeed. */
export function refusalOfLogin(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error;
  switch ((error as { code?: unknown } | null)?.code) {
    case 'TokenInvalid':
      return refusedToken();
    case 'DisallowedIntents':
      return refusalOfClose(GatewayCloseCodes.DisallowedIntents);
    case 'InvalidIntents':
      return refusalOfClose(GatewayCloseCodes.InvalidIntents);
    case 'ShardingRequired':
      return refusalOfClose(GatewayCloseCodes.ShardingRequired);
    default:
      break;
  }
  // The library rejects with Discord's own words for a close code.
  const message = error instanceof Error ? error.message : '';
  if (/authentication failed|invalid token/i.test(message)) return refusedToken();
  if (/disallowed intent/i.test(message)) return refusalOfClose(GatewayCloseCodes.DisallowedIntents);
  return undefined;
}

/** How long to wait before the next try, in milliseconds; undefined if no try would help or be in time. */
export function waitForNext(
  error: unknown,
  attempt: number,
  { timings, deadline, ended }: { timings: Timings; deadline: number; ended: AbortSignal },
): number | undefined {
  const wait = delayOf(timings.retry, attempt);
  return isTemporary(error) && performance.now() + wait < deadline && !ended.aborted ? wait : undefined;
}
