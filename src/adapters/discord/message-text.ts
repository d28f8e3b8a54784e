import type { APIEmbed, Message, MessageSnapshot } from 'discord.js';
import { MAX_CHECKED_CHARACTERS } from '../../core/reading/passages.ts';

/** One more than is checked, so that it can be told when there was more. */
const MOST_CHARACTERS = MAX_CHECKED_CHARACTERS + 1;

type Written = Pick<Message | MessageSnapshot, 'content'> & { embeds: readonly { data: Readonly<APIEmbed> }[] };

/** All that people read in a message, with what it embeds and forwards, up to what is checked of it. */
export function messageText(message: Pick<Message, 'content' | 'embeds' | 'messageSnapshots'>): string {
  const forwarded = [...message.messageSnapshots.values()];
  return [message, ...forwarded]
    .flatMap(written)
    .map((text) => text.slice(0, MOST_CHARACTERS).replace(MARKS, ' '))
    .join('\n')
    .slice(0, MOST_CHARACTERS);
}

function written({ content, embeds }: Written): string[] {
  return [content, ...embeds.flatMap(({ data }) => textsOf(data))].filter((text) => typeof text === 'string');
}

function textsOf({ author, title, description, fields = [], footer }: APIEmbed): (string | undefined)[] {
  return [author?.name, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text];
}

/** Mentions, own emoji and times, as Discord writes them, and the signs of its formatting. */
const MARKS = /<(?:@[!&]?|#|a?:\w+:|t:)\d+(?::\w)?>|[*_~`|]{1,3}/g;
