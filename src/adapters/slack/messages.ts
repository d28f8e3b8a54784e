import { readCommand } from '../../core/commands.ts';
import { type Answered, answer, draw, shortHelp } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { channelPlace, personalTalk, personPlace, threadTalk } from './places.ts';
import { tell } from './tell.ts';
import { typedText } from './text.ts';

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
  const answered = await answerTo(context, heard, threadTalk(team, channel, root), channelPlace(team, channel));
  if (answered.message.audience === 'asker') {
    // Slack shows such a message in a thread only where the thread has replies already.
    await tell(
      context,
      { responseUrl: undefined, channel, user, ...(thread ? { thread } : {}) },
      draw(answered),
      'mention',
    );
    return;
  }
  await say(context, { channel, thread: root }, answered, 'mention');
}

/** Answers a direct message in its place: under the others, or in the thread where it stands. */
export async function onDirectMessage(context: Context, heard: Heard): Promise<void> {
  const { team, channel, user, thread } = heard;
  const talk = thread === undefined ? personalTalk(team, channel, user) : threadTalk(team, channel, thread);
  const answered = await answerTo(context, heard, talk, personPlace(team, user));
  await say(context, thread === undefined ? { channel } : { channel, thread }, answered, 'direct message');
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

async function say(
  { post, sendPicture, onFailure }: Context,
  to: { channel: string; thread?: string },
  answered: Answered,
  what: string,
): Promise<void> {
  const outcome = await post(to, draw(answered));
  if (outcome.kind === 'failed') onFailure(outcome.failure, what);
  else if (!outcome.charts) await sendPicture(to, answered.message);
}
