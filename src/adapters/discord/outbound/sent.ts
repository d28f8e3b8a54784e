import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Sent } from '../../../core/ports.ts';
import { NEVER_CONNECTED } from '../../shared/never-connected.ts';
import { isRefusedByProxy, REFUSED_BY_PROXY } from '../../shared/way-out.ts';
import { CODE, codeOf } from '../transport/failure.ts';

/** What a failed try to post means; `isMember` tells whether the bot is in the server, where there is one. */
export function sentOf(error: unknown, isMember: boolean): Sent {
  const code = nameOf(error);
  if (error instanceof RateLimitError)
    return { kind: 'limited', waitMs: Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout) };
  if (isUnsent(error)) return { kind: 'unsent', code };
  // A timeout, a broken connection or a failure inside Discord: the message may have been written before.
  if (!(error instanceof DiscordAPIError)) return { kind: 'uncertain', code };
  switch (codeOf(error)) {
    // It was posted by a try before this one, and somebody has removed it since.
    case CODE.unknownMessage:
      return { kind: 'sent', id: 'removed' };
    case CODE.unknownChannel:
    case CODE.unknownGuild:
    case CODE.cannotMessageUser:
    case CODE.noMutualServer:
      return { kind: 'refused', remedy: 'gone', code };
    case CODE.missingAccess:
      return { kind: 'refused', remedy: isMember ? 'permission' : 'gone', code };
    case CODE.missingPermissions:
      return { kind: 'refused', remedy: 'permission', code };
    case CODE.threadArchived:
    case CODE.threadLocked:
      return { kind: 'refused', remedy: 'archived', code };
    default:
      return { kind: 'refused', remedy: 'operator', code };
  }
}

/** Whether a request never left this machine. */
export function isUnsent(error: unknown): boolean {
  return isRefusedByProxy(error) || NEVER_CONNECTED.has(nameOf(error));
}

/** A failure in one word: Discord's own number, a status of HTTP, or the network's name for it. */
export function nameOf(error: unknown): string {
  if (error instanceof RateLimitError) return '429';
  if (error instanceof DiscordAPIError) return String(Number(error.code) || error.status);
  if (error instanceof HTTPError) return String(error.status);
  if (isRefusedByProxy(error)) return REFUSED_BY_PROXY;
  if (!(error instanceof Error)) return 'unknown';
  const codes: unknown[] = [error, error.cause].map((one) => (one as NodeJS.ErrnoException | undefined)?.code);
  // That of an abort is a number which says nothing.
  return codes.find((code) => typeof code === 'string') ?? error.name;
}
