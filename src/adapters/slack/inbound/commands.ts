import type { SlashCommand } from '@slack/bolt';
import type { Invocation } from '../../../core/commands/commands.ts';
import { isBareDaily, readCommand } from '../../../core/commands/read-command.ts';
import { tell } from '../outbound/tell.ts';
import { typedText } from '../render/text.ts';
import { announce } from './announce.ts';
import { answer, draw } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { openDailyForm } from './daily-form.ts';
import { channelPlace, personalTalk, personPlace } from './places.ts';

/** Answers a slash command, to the asker alone. */
export async function onCommand(context: Context, command: SlashCommand): Promise<void> {
  const { team_id: team, channel_id: channel, user_id: user, response_url: responseUrl } = command;
  const text = typedText(command.text ?? '', context.me.botUserId);
  if (isBareDaily(text)) {
    const place = { team, channel, user, responseUrl, language: await languageFor(context, team, user) };
    if (await openDailyForm(context, place, command.trigger_id)) return;
  }
  const asked: string | Invocation = text === '' ? { command: 'help', values: [] } : (readCommand(text) ?? text);
  // Setting a language is about the channel, whatever the person has chosen.
  const isSetting = typeof asked === 'object' && asked.command === 'language';
  const query = {
    asked,
    conversation: personalTalk(team, channel, user),
    place: channelPlace(team, channel),
    ...(isSetting ? {} : { person: personPlace(team, user) }),
    language: () => languageFor(context, team, user),
    keeper: context.keeperOf(team, channel, user),
  };
  const answered = await answer(context.bot, { query, text }, 'asker');
  await tell(context, { responseUrl, channel, user }, draw(answered), 'command');
  await announce(context, channel, answered.reply);
}
