import { GatewayCloseCodes } from 'discord.js';
import { Refused } from '../../shared/adapter.ts';

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

/** A close of the gateway that is final; undefined for one after which Discord wants the bot back. */
export function refusalOfClose(code: number): Refused | undefined {
  const message = BY_CLOSE_CODE[code];
  return message === undefined ? undefined : new Refused(message);
}

export function refusedToken(): Refused {
  return new Refused(TOKEN);
}

/** A failed login that is final; undefined for one that may succeed later. */
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
