import type { Client } from 'discord.js';
import type { Channel } from '../../../core/daily/subscription.ts';
import { isOurs } from '../installation/servers.ts';
import { CODE, codeOf } from '../transport/failure.ts';
import { channelById } from './permissions.ts';

/** Whether the bot may read back in a channel, where Discord otherwise shows an empty list; `getMessage` asks for a single one. */
export async function mayReadBack(
  bot: Client,
  { workspace, id }: Channel,
  getMessage: () => Promise<unknown>,
): Promise<boolean> {
  if (!isOurs(bot, workspace)) return await isShown(getMessage);
  const channel = await channelById(bot, id);
  if (!channel || channel.isDMBased()) return channel !== null;
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me)?.has('ReadMessageHistory') === true;
}

/** Only who may read back is shown a single message, or told that there is none. Source: "Get Channel Message". */
async function isShown(getMessage: () => Promise<unknown>): Promise<boolean> {
  try {
    await getMessage();
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === CODE.unknownMessage) return true;
    if (code === CODE.missingPermissions || code === CODE.missingAccess) return false;
    throw error;
  }
}
