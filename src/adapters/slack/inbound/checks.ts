import { tell } from '../outbound/tell.ts';
import { typedText } from '../render/text.ts';
import { answer, draw } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { messageText, type SlackMessage } from './message-text.ts';

/** The callback_id of the shortcut on messages, as the manifests name it. */
export const CHECK = 'check_number';

/** Somebody wants to know whether the numbers of a message are right. */
export type Wish = {
  team: string;
  channel: string;
  user: string;
  responseUrl: string;
  thread: string | undefined;
  message: SlackMessage;
};

/** Rules on the numbers of anybody's message, to whoever asked alone; of the message nothing is kept. */
export async function onCheck(context: Context, wish: Wish): Promise<void> {
  const { team, channel, user, responseUrl, thread, message } = wish;
  const claim = typedText(messageText(message), context.me.botUserId);
  const query = {
    asked: { command: 'check' as const, values: [claim] },
    language: () => languageFor(context, team, user),
  };
  // Without its text: a button that shares the ruling carries figures and numbers, never somebody's words.
  const answered = await answer(context.bot, { query }, 'asker');
  await tell(context, { responseUrl, channel, user, thread }, draw(answered), 'check');
}
