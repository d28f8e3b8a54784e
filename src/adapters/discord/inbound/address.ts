import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';

/** How a message speaks to the bot. */
export type Addressed =
  /** In a direct message, everything is meant for the bot. */
  | 'direct'
  /** Its name is written in the text. */
  | 'mention'
  /** It replies to a message of the bot and notifies it, without its name. */
  | 'reply';

/** Whether and how a message speaks to the bot: never that of a bot, a webhook or Discord itself, never @everyone or a role. */
export function addressed(message: GatewayMessageCreateDispatchData, botId: string): Addressed | undefined {
  const { author, webhook_id, type, guild_id, mentions, content, referenced_message } = message;
  if (author.bot || author.system || webhook_id !== undefined) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  if (guild_id === undefined) return 'direct';
  // A name in a code block is written in the text, but mentions nobody.
  if (!mentions.some(({ id }) => id === botId)) return undefined;
  if (mentionOf(botId).test(content)) return 'mention';
  return referenced_message?.author.id === botId ? 'reply' : undefined;
}

/** The text without the bot's name. */
export function textFor(message: GatewayMessageCreateDispatchData, botId: string): string {
  return message.content.replaceAll(mentionOf(botId, 'g'), ' ').trim();
}

function mentionOf(botId: string, flags = ''): RegExp {
  return new RegExp(`<@!?${botId}>`, flags);
}
