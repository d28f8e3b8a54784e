import {
  type GatewayMessageCreateDispatchData,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Query } from '../../../core/bot.ts';
import type { Schedule } from '../../../core/daily/subscription.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { Language } from '../../../data/schema.ts';
import { commandMention } from '../installation/registration.ts';
import { attachmentOf, pictureOf } from '../outbound/picture.ts';
import {
  type Address,
  type InteractionAnswer,
  NO_PINGS,
  type PendingInteraction,
  post,
  respond,
  sendFirst,
  tellDirectly,
} from '../outbound/post.ts';
import { panelOf } from '../render/panel.ts';
import { render, renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { channelOf, conversationOf } from '../transport/channel.ts';
import { CODE, codeOf, described } from '../transport/failure.ts';
import { type Asking, keeperOfInteraction } from './keeper.ts';
import type { Session } from './session.ts';

/** How an answer is shown; as a panel where a daily post is set up; `owner` may delete it where everyone sees it: by default the person who asks. */
type Showing = { sharer?: string; isInPlace?: boolean; owner?: string | undefined; panel?: { before?: Schedule } };

/** Answers a command, a click or a message shortcut; a change to the channel that the asker alone sees is announced there. */
export async function answer(
  session: Session,
  interaction: Asking,
  asked: PendingInteraction,
  isPrivate: boolean,
  query: Query,
  { sharer, isInPlace = false, owner = interaction.user.id, panel }: Showing = {},
): Promise<void> {
  const surface = {
    isPrivate,
    ...(sharer === undefined ? {} : { sharer }),
    embeds: interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
    mentionCommand: (name: string) => commandMention(session, name),
  };
  const { channelId, user } = interaction;
  // Somebody else's message is no part of the asker's talk.
  const talks = channelId && !interaction.isMessageContextMenuCommand();
  const keeper = keeperOfInteraction(interaction);
  const work = session.bot
    .reply({
      ...query,
      ...(talks ? { conversation: conversationOf(channelId, user.id) } : {}),
      ...(keeper ? { keeper } : {}),
    })
    .then(async (reply): Promise<InteractionAnswer & Told> => {
      const concernsAsker = isPrivate || reply.message.audience === 'asker';
      const drawn = {
        ...surface,
        ...(concernsAsker ? {} : { owner }),
        setsUp: keeper !== undefined,
        panel: panel && panelOf(session.bot, reply, panel.before),
      };
      const mayAttach = interaction.appPermissions.has(PermissionFlagsBits.AttachFiles);
      const picture = mayAttach ? await pictureOf(session, reply.message) : undefined;
      const file = mayAttach ? attachmentOf(reply.message) : undefined;
      return {
        drawing: { ...render(reply, { ...drawn, picture }), ...(file ? { file } : {}) },
        // The same as text, for where Discord refuses the file.
        ...(picture || file ? { plain: render(reply, drawn) } : {}),
        isPrivate: concernsAsker,
        message: reply.message,
        announcement: reply.announcement,
      };
    });
  let told: (Told & { isPrivate: boolean }) | undefined;
  const heard = work.then(({ message, announcement, ...answered }) => {
    told = { message, announcement, isPrivate: answered.isPrivate };
    return answered;
  });
  const where = isInPlace ? ({ kind: 'in place' } as const) : ({ kind: 'new', isPrivateMeanwhile: isPrivate } as const);
  const shown = await respond(session, asked, heard, where);
  if (!told || !channelId) return;
  const { message, announcement, isPrivate: isAskersAlone } = told;
  if (announcement) await announce(session, { channelId, nonce: `${interaction.id}!` }, announcement);
  // A direct message is nobody else's.
  if (shown === undefined || isAskersAlone || !interaction.guildId) return;
  await session.remember(channelOf({ guildId: interaction.guildId, channelId, userId: user.id }), shown, message);
}

/** What is told beside drawing it. */
type Told = { message: Message; announcement: Message | undefined };

/** Answers an interaction with one line that the asker alone sees. */
export async function sayPrivately(session: Session, asked: PendingInteraction, text: string): Promise<void> {
  const data = { content: text, allowed_mentions: NO_PINGS, flags: MessageFlags.Ephemeral };
  try {
    await sendFirst(session, asked, { type: InteractionResponseType.ChannelMessageWithSource, data });
  } catch (error) {
    if (codeOf(error) !== CODE.invalidBody) throw error;
    session.log.error('discord refused a line of the bot', described(error));
  }
}

/** Says that there is no such command. */
export function sayUnknown(session: Session, asked: PendingInteraction, language: Language): Promise<void> {
  return sayPrivately(session, asked, word('unknownCommand', language, { help: commandMention(session, 'help') }));
}

/** Posts in the channel what was changed about it. A failure is logged. */
async function announce(session: Session, address: Address, message: Message): Promise<void> {
  const { rest, timings, ended: signal, log } = session;
  const draw = () => render({ message }, { embeds: false, mentionCommand: (name) => commandMention(session, name) });
  try {
    await post(rest, address, draw, { embeds: false, timings, signal });
  } catch (error) {
    log.info('discord channel could not be told about its daily post', described(error));
  }
}

/** Sends the author of a message a direct message. Many people do not accept those. */
export async function tellAuthor(
  { rest, timings, ended: signal, log }: Session,
  { author, id: nonce }: GatewayMessageCreateDispatchData,
  content: string,
): Promise<void> {
  try {
    await tellDirectly(rest, { userId: author.id, nonce }, renderLine(content), { timings, signal });
  } catch (failure) {
    log.info('discord user could not be told in private', described(failure));
  }
}
