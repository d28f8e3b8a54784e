// src/adapters/discord/inbound: what people do on Discord, and how each of it is answered.
// Imported by: adapters/discord.

import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { COMMANDS, type Command } from '../../../core/commands/commands.ts';
import { readCommand } from '../../../core/commands/read-command.ts';
import { placeOf } from '../../../core/daily/subscription.ts';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { requestId } from '../../shared/request.ts';
import { suggestedFor } from '../installation/command-definitions.ts';
import { languageOfLocale, ROOT } from '../installation/command-names.ts';
import { commandMention } from '../installation/registration.ts';
import { deleteClicked, type PendingInteraction, sendFirst } from '../outbound/post.ts';
import { readButton, readOwner } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { word } from '../render/words.ts';
import { channelOf } from '../transport/channel.ts';
import { described } from '../transport/failure.ts';
import { answer, sayPrivately, sayUnknown } from './answering.ts';
import { onCheck } from './checks.ts';
import { onReportForm, openReport } from './forms.ts';
import { onClock, onPanel } from './panel.ts';
import { type Session, sessionFor } from './session.ts';

/** Answers commands, completions, clicks, menu choices and forms. */
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
    else if (interaction.isMessageContextMenuCommand()) await onCheck(session, interaction, asked, language);
    else if (interaction.isMessageComponent()) await component(session, interaction, asked, language);
    else if (interaction.isModalSubmit()) {
      const form = readButton(interaction.customId);
      if (form?.panel === 'clock') await onClock(session, interaction, asked, form);
      else await onReportForm(session, interaction, asked, language);
    } else await sayUnknown(session, asked, language);
  } catch (error) {
    session.log.error('discord question failed', { interaction: interaction.id, ...described(error) });
    // Only the asker sees it, and only if there was no answer yet: Discord refuses a second one.
    await say(word('failed', language, { id: requestId() ?? '' }));
  }
}

async function command(
  session: Session,
  interaction: ChatInputCommandInteraction,
  asked: PendingInteraction,
  language: Language,
): Promise<void> {
  const known = interaction.commandName === ROOT ? subcommandOf(interaction) : undefined;
  if (!known) return sayUnknown(session, asked, language);
  const values = known.arguments.map((argument) => interaction.options.getString(argument.name) ?? '');
  const { guildId, channelId, user } = interaction;
  await answer(
    session,
    interaction,
    asked,
    known.private ?? false,
    {
      asked: { command: known.name, values },
      place: placeOf(channelOf({ guildId, channelId, userId: user.id })),
      language,
    },
    known.name === 'daily setup' ? { panel: {} } : {},
  );
}

/** The command by its words, the group's first. */
function subcommandOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): Command | undefined {
  const words = [options.getSubcommandGroup(false), options.getSubcommand(false)].filter(Boolean).join(' ');
  return COMMANDS.find(({ name }) => name === words);
}

async function component(
  session: Session,
  interaction: MessageComponentInteraction,
  asked: PendingInteraction,
  language: Language,
): Promise<void> {
  const part = readButton(interaction.customId);
  if (part?.panel) return onPanel(session, interaction, asked, part);
  const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [interaction.customId];
  const owner = readOwner(chosen ?? '');
  if (owner === interaction.user.id) return deleteClicked(session, asked);
  if (owner !== undefined) return sayPrivately(session, asked, word('notYours', language));
  const click = readButton(chosen ?? '');
  if (!click) {
    const ask = commandMention(session, 'ask');
    return sayPrivately(session, asked, word('oldButton', language, { ask }));
  }
  if (click.reports) return openReport(session, asked, click);
  if (click.share && session.sharedBefore(`${interaction.message.id} ${chosen}`))
    return sayPrivately(session, asked, word('sharedBefore', click.language));
  // A click in a private answer is answered privately, unless it shares the answer.
  const isPrivate = !click.share && interaction.message.flags.has(MessageFlags.Ephemeral);
  const words = click.asked;
  const query = {
    asked: typeof words === 'string' ? (readCommand(words) ?? words) : words,
    language: click.language,
  };
  await answer(session, interaction, asked, isPrivate, query, {
    ...(click.share ? { sharer: interaction.user.displayName } : {}),
    ...(click.replaces ? { isInPlace: true, owner: ownerOf(interaction.message) } : {}),
  });
}

/** Who asked for a message; undefined where nobody may delete it. */
function ownerOf({ components }: MessageComponentInteraction['message']): string | undefined {
  for (const row of components)
    if ('components' in row)
      for (const one of row.components) {
        const owner = 'customId' in one && one.customId ? readOwner(one.customId) : undefined;
        if (owner !== undefined) return owner;
      }
  return undefined;
}

function complete(
  session: Session,
  interaction: AutocompleteInteraction,
  asked: PendingInteraction,
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
