import type { APIEmbed, Message, MessageSnapshot } from 'discord.js';
import { MOST_VALUE_CHARACTERS } from '../../../core/commands/invoke.ts';

type Written = Pick<Message | MessageSnapshot, 'content'> & { embeds: readonly { data: Readonly<APIEmbed> }[] };

/** All that people read in a message, with what it embeds and forwards, up to what is checked of it. */
export function messageText(message: Pick<Message, 'content' | 'embeds' | 'messageSnapshots'>): string {
  const forwarded = [...message.messageSnapshots.values()];
  return [message, ...forwarded]
    .flatMap(written)
    .map((text) => text.slice(0, MOST_VALUE_CHARACTERS).replace(MARKS, ' '))
    .join('\n')
    .slice(0, MOST_VALUE_CHARACTERS);
}

function written({ content, embeds }: Written): string[] {
  return [content, ...embeds.flatMap(({ data }) => textsOf(data))].filter((text) => typeof text === 'string');
}

function textsOf({ author, title, description, fields = [], footer }: APIEmbed): (string | undefined)[] {
  return [author?.name, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text];
}

/** Mentions, own emoji and times, as Discord writes them, and the signs of its formatting. */
const MARKS = /<(?:@[!&]?|#|a?:\w+:|t:)\d+(?::\w)?>|[*_~`|]{1,3}/g;
