import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Query } from '../../../core/bot.ts';
import { COMMANDS, type Command } from '../../../core/commands/commands.ts';
import { readCommand } from '../../../core/commands/read-command.ts';
import { placeOf } from '../../../core/daily/subscription.ts';
import type { Message } from '../../../core/messages/message.ts';
import { reportForm } from '../../../core/messages/number-report.ts';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { requestId } from '../../shared/request.ts';
import { suggestedFor } from '../installation/commands.ts';
import { languageOfLocale } from '../installation/locales.ts';
import { CHECK_ENTRY, ROOT } from '../installation/names.ts';
import { attachmentOf, pictureOf } from '../outbound/picture.ts';
import { type Address, post } from '../outbound/post.ts';
import { parseCustomId } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { render } from '../render/render.ts';
import { word } from '../render/words.ts';
import { CODE, codeOf, described } from '../transport/failure.ts';
import { channelOf, commandMention, conversationOf, type Session, sessionFor } from '../transport/session.ts';
import { type Answered, type Asked, answerInteraction, NO_PINGS, sendFirst } from './first-answer.ts';
import { keeperOfInteraction } from './keeper.ts';
import { messageText } from './message-text.ts';
import { openReport, reportIn } from './reports.ts';

/** Answers whatever people do with the bot's commands, buttons and menus. */
export async function onInteraction(whole: Session, interaction: Interaction): Promise<void> {
  const session = sessionFor(whole, interaction.user.id);
  const asked = { id: interaction.id, token: interaction.token, receivedAt: performance.now() };
  const language = languageOfLocale(interaction.locale, interaction.guildLocale) ?? 'en';
  session.languages.set(interaction.user.id, language);
  if (interaction.isAutocomplete()) return complete(session, interaction, asked, language);
  if (!interaction.isRepliable()) return;
  const say = (text: string) => sayPrivately(session, asked, text);
  if (session.isStopping()) return say(word('restarting', language));
  const { user, channelId } = interaction;
  const verdict = session.allowance.take({ person: user.id, ...(channelId ? { channel: channelId } : {}) });
  if (verdict.kind === 'refused') {
    session.log.info('discord question over the limit', { what: 'interaction' });
    // Every interaction has to be answered, or Discord shows it as failed.
    return say(word('tooMany', language, { seconds: String(verdict.waitSeconds) }));
  }
  try {
    if (interaction.isChatInputCommand()) await command(session, interaction, asked, language);
    else if (interaction.isMessageContextMenuCommand()) await menuEntry(session, interaction, asked, language);
    else if (interaction.isMessageComponent()) await component(session, interaction, asked, language);
    else if (interaction.isModalSubmit()) await form(session, interaction, asked, language);
    else await sayUnknown(session, asked, language);
  } catch (error) {
    session.log.error('discord question failed', { interaction: interaction.id, ...described(error) });
    // The asker alone is told, and only where nothing was answered yet: a second answer is refused by Discord.
    await say(word('failed', language, { id: requestId() ?? '' }));
  }
}

async function command(
  session: Session,
  interaction: ChatInputCommandInteraction,
  asked: Asked,
  language: Language,
): Promise<void> {
  const known = interaction.commandName === ROOT ? subcommandOf(interaction) : undefined;
  if (!known) return sayUnknown(session, asked, language);
  const values = known.arguments.map((argument) => interaction.options.getString(argument.name) ?? '');
  const { guildId, channelId, user } = interaction;
  await answer(session, interaction, asked, known.private ?? false, {
    asked: { command: known.name, values },
    place: placeOf(channelOf({ guildId, channelId, userId: user.id })),
    language,
  });
}

/** Rules on the numbers of anybody's message, to whoever asked alone; of the message nothing is kept. */
async function menuEntry(
  session: Session,
  interaction: MessageContextMenuCommandInteraction,
  asked: Asked,
  language: Language,
): Promise<void> {
  if (interaction.commandName !== CHECK_ENTRY.en) return sayUnknown(session, asked, language);
  const values = [messageText(interaction.targetMessage)];
  await answer(session, interaction, asked, true, { asked: { command: 'check', values }, language });
}

function sayUnknown(session: Session, asked: Asked, language: Language): Promise<void> {
  return sayPrivately(session, asked, word('unknownCommand', language, { help: commandMention(session, 'help') }));
}

/** The command by its words, the group's first. */
function subcommandOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): Command | undefined {
  const words = [options.getSubcommandGroup(false), options.getSubcommand(false)].filter(Boolean).join(' ');
  return COMMANDS.find(({ name }) => name === words);
}

async function component(
  session: Session,
  interaction: MessageComponentInteraction,
  asked: Asked,
  language: Language,
): Promise<void> {
  const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [interaction.customId];
  const click = parseCustomId(chosen ?? '');
  if (!click) {
    const ask = commandMention(session, 'ask');
    return sayPrivately(session, asked, word('oldButton', language, { ask }));
  }
  if (click.reports) return openReport(session, asked, click);
  if (click.share && session.sharedBefore(`${interaction.message.id} ${chosen}`))
    return sayPrivately(session, asked, word('sharedBefore', click.language));
  // What began privately goes on privately, unless it is shared.
  const isPrivate = !click.share && interaction.message.flags.has(MessageFlags.Ephemeral);
  const words = click.asked;
  const query = {
    asked: typeof words === 'string' ? (readCommand(words) ?? words) : words,
    language: click.language,
  };
  await answer(session, interaction, asked, isPrivate, query, {
    ...(click.share ? { sharer: interaction.user.displayName } : {}),
    ...(click.replaces ? { isInPlace: true } : {}),
  });
}

/** Takes a report in, and tells whoever sent it, alone. */
async function form(
  session: Session,
  interaction: ModalSubmitInteraction,
  asked: Asked,
  language: Language,
): Promise<void> {
  const report = reportIn(interaction);
  if (!report) return sayPrivately(session, asked, reportForm(language).outdated);
  // It is not lost any more, wherever it ends up; Discord waits for three seconds.
  const taken = session.reports(report);
  await sayPrivately(session, asked, reportForm(report.language).arrived);
  await taken;
}

async function answer(
  session: Session,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction,
  asked: Asked,
  isPrivate: boolean,
  query: Query,
  { sharer, isInPlace = false }: { sharer?: string; isInPlace?: boolean } = {},
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
    .then(async (reply): Promise<Answered & { announcement: Message | undefined }> => {
      const concernsAsker = isPrivate || reply.message.audience === 'asker';
      const mayAttach = interaction.appPermissions.has(PermissionFlagsBits.AttachFiles);
      const picture = mayAttach ? await pictureOf(session, reply.message) : undefined;
      const file = mayAttach ? attachmentOf(reply.message) : undefined;
      return {
        drawing: { ...render(reply, { ...surface, picture }), ...(file ? { file } : {}) },
        // The same as text, for where Discord refuses the file.
        ...(picture || file ? { plain: render(reply, surface) } : {}),
        isPrivate: concernsAsker,
        announcement: reply.announcement,
      };
    });
  let announcement: Message | undefined;
  const heard = work.then(({ announcement: told, ...answered }) => {
    announcement = told;
    return answered;
  });
  const where = isInPlace ? ({ kind: 'in place' } as const) : ({ kind: 'new', isPrivateMeanwhile: isPrivate } as const);
  await answerInteraction(session, asked, heard, where);
  if (announcement && channelId) await announce(session, { channelId, nonce: `${interaction.id}!` }, announcement);
}

/** Tells the channel what was changed about it; that it cannot be told takes nothing back. */
async function announce(session: Session, address: Address, message: Message): Promise<void> {
  const { rest, timings, ended: signal, log } = session;
  const draw = () => render({ message }, { embeds: false, mentionCommand: (name) => commandMention(session, name) });
  try {
    await post(rest, address, draw, { embeds: false, timings, signal });
  } catch (error) {
    log.info('discord channel could not be told about its daily post', described(error));
  }
}

function complete(
  session: Session,
  interaction: AutocompleteInteraction,
  asked: Asked,
  language: Language,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const argument = subcommandOf(interaction)?.arguments.find((one) => one.name === name);
  const suggested = argument && suggestedFor(argument);
  const suggestions = suggested
    ? session.bot.suggest(value.slice(0, LIMITS.choiceCharacters), suggested, language)
    : [];
  const choices = suggestions
    .filter((one) => one.label !== '' && one.value !== '' && one.value.length <= LIMITS.choiceCharacters)
    .slice(0, LIMITS.choices)
    .map((one) => ({ name: cut(one.label, LIMITS.choiceCharacters), value: one.value }));
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  return sendFirst(session, asked, body).then(() => undefined);
}

async function sayPrivately(session: Session, asked: Asked, text: string): Promise<void> {
  const data = { content: text, allowed_mentions: NO_PINGS, flags: MessageFlags.Ephemeral };
  try {
    await sendFirst(session, asked, { type: InteractionResponseType.ChannelMessageWithSource, data });
  } catch (error) {
    if (codeOf(error) !== CODE.invalidBody) throw error;
    session.log.error('discord refused a line of the bot', described(error));
  }
}
