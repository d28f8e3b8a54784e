import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { ComponentType, type Message, type MessageSnapshot } from 'discord.js';
import { MOST_VALUE_CHARACTERS } from '../../../core/commands/invoke.ts';
import type { Language } from '../../../data/schema.ts';
import { CHECK_ENTRY } from '../installation/command-names.ts';
import type { PendingInteraction } from '../outbound/post.ts';
import { answer, sayUnknown } from './answering.ts';
import type { Session } from './session.ts';

/** A message, or a message that it forwards. */
type Written = Pick<Message | MessageSnapshot, 'content'> & {
  embeds: readonly { data: object }[];
  components: readonly { toJSON(): unknown }[];
  poll?: { question: { text?: string | null }; answers: ReadonlyMap<unknown, { text?: string | null }> } | null;
};

/** Parts of a message that are read at most; a message is input. */
const MOST_PARTS = 500;

/** Checks the numbers in a message of anybody, and shows the result to the person who asked only. Nothing of the message is kept. */
export async function onCheck(
  session: Session,
  interaction: MessageContextMenuCommandInteraction,
  asked: PendingInteraction,
  language: Language,
): Promise<void> {
  if (interaction.commandName !== CHECK_ENTRY.en) return sayUnknown(session, asked, language);
  const values = [messageText(interaction.targetMessage)];
  await answer(session, interaction, asked, true, { asked: { command: 'check', values }, language });
}

/** All that people read in a message, with what it embeds, lays out, asks in a poll and forwards, up to what is checked of it. */
function messageText(
  message: Pick<Message, 'content' | 'embeds' | 'components' | 'poll' | 'messageSnapshots'>,
): string {
  const forwarded = [...message.messageSnapshots.values()];
  return [message, ...forwarded]
    .flatMap((one) => written(one as Written))
    .map((text) => text.slice(0, MOST_VALUE_CHARACTERS).replace(MARKS, ' '))
    .join('\n')
    .slice(0, MOST_VALUE_CHARACTERS);
}

function written({ content, embeds, components, poll }: Written): string[] {
  return [
    content,
    ...embeds.flatMap(({ data }) => textsOfEmbed(data)),
    ...textsOfComponents((components ?? []).map((one) => one.toJSON())),
    ...(poll ? [poll.question.text, ...[...poll.answers.values()].map(({ text }) => text)] : []),
  ].filter((text) => typeof text === 'string' && text !== '') as string[];
}

function textsOfEmbed(embed: object): unknown[] {
  const { author, title, description, fields = [], footer } = embed as Embed;
  return [author?.name, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text];
}

type Embed = {
  author?: { name?: unknown };
  title?: unknown;
  description?: unknown;
  fields?: { name?: unknown; value?: unknown }[];
  footer?: { text?: unknown };
};

/** The texts that a message is laid out with, and the descriptions of its pictures; buttons and menus say nothing. */
function textsOfComponents(laidOut: readonly unknown[]): unknown[] {
  const texts: unknown[] = [];
  const waiting = [...laidOut];
  for (let parts = 0; waiting.length > 0 && parts < MOST_PARTS; parts++) {
    const { type, content, components = [], items = [] } = (waiting.shift() ?? {}) as Component;
    if (type === ComponentType.TextDisplay) texts.push(content);
    if (type === ComponentType.MediaGallery) texts.push(...items.map(({ description }) => description));
    waiting.unshift(...components);
  }
  return texts;
}

type Component = { type?: number; content?: unknown; components?: unknown[]; items?: { description?: unknown }[] };

/** Mentions, own emoji and times, as Discord writes them, and the signs of its formatting. */
const MARKS = /<(?:@[!&]?|#|a?:\w+:|t:)\d+(?::\w)?>|[*_~`|]{1,3}/g;
