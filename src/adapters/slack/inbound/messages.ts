import { readCommand } from '../../../core/commands/read-command.ts';
import type { Destination } from '../outbound/post.ts';
import { type Addressee, tell } from '../outbound/tell.ts';
import { sayUnconfirmed } from '../outbound/unconfirmed.ts';
import { typedText } from '../render/text.ts';
import { announce } from './announce.ts';
import { type Answered, answer, draw, shortHelp } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { channelPlace, personalTalk, personPlace, threadTalk } from './places.ts';

/** A message as its event tells it. */
export type Heard = {
  team: string;
  channel: string;
  user: string;
  text: string;
  ts: string;
  thread: string | undefined;
};

/** Answers a mention in its thread. */
export async function onMention(context: Context, heard: Heard): Promise<void> {
  const { team, channel, user, ts, thread } = heard;
  const root = thread ?? ts;
  // Slack shows a message for one person in a thread only where the thread has replies already.
  const asker = { responseUrl: undefined, channel, user, thread };
  const answered = await answerTo(context, heard, threadTalk(team, channel, root), channelPlace(team, channel));
  if (answered.message.audience === 'asker') {
    await tell(context, asker, draw(answered), 'mention');
    return announce(context, channel, answered.reply);
  }
  await say(context, { channel, thread: root }, asker, answered, 'mention');
}

/** Answers a direct message in its place: under the others, or in the thread where it stands. */
export async function onDirectMessage(context: Context, heard: Heard): Promise<void> {
  const { team, channel, user, thread } = heard;
  const talk = thread === undefined ? personalTalk(team, channel, user) : threadTalk(team, channel, thread);
  const answered = await answerTo(context, heard, talk, personPlace(team, user));
  const to = { channel, thread };
  await say(context, to, { responseUrl: undefined, user, ...to }, answered, 'direct message');
}

async function answerTo(context: Context, heard: Heard, conversation: string, place: string): Promise<Answered> {
  const { team, channel, user } = heard;
  const text = typedText(heard.text, context.me.botUserId);
  const asked = text === '' ? ({ command: 'help', values: [] } as const) : (readCommand(text) ?? text);
  const language = () => languageFor(context, team, user);
  const query = { asked, conversation, place, language, keeper: context.keeperOf(team, channel, user) };
  const answered = await answer(context.bot, { query, text }, 'everyone');
  return text === '' ? shortHelp(answered) : answered;
}

/** Says it where everyone reads it; the asker alone is told what cannot be said there. */
async function say(
  context: Context,
  to: Destination,
  asker: Addressee,
  answered: Answered,
  what: string,
): Promise<void> {
  const { post, sendPicture, onFailure } = context;
  const message = draw(answered);
  const outcome = await post(to, message);
  if (outcome.kind === 'sent') {
    if (!outcome.charts) await sendPicture(to, answered.message);
    return;
  }
  onFailure(outcome.failure, what);
  if (outcome.failure.kind === 'refused') await tell(context, asker, message, what);
  else await sayUnconfirmed(context, asker);
}
