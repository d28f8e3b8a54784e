import type { App, Context as BoltContext, KnownEventFromType } from '@slack/bolt';
import { readCommand } from '../../../core/commands/read-command.ts';
import type { Destination } from '../outbound/post.ts';
import { typedText } from '../render/text.ts';
import { channelPlace, conversationOf, personPlace, threadConversationOf } from '../transport/channel.ts';
import type { Repeated } from '../transport/connection.ts';
import {
  type Addressee,
  type Answered,
  announce,
  answer,
  draw,
  remember,
  sayUnconfirmed,
  shortHelp,
  tell,
} from './answering.ts';
import type { Take } from './intake.ts';
import { languageFor, type Session, sessionFor } from './session.ts';

/** A message as its event tells it. */
type Heard = {
  team: string;
  channel: string;
  user: string;
  text: string;
  ts: string;
  thread: string | undefined;
};

/** Listens to mentions and direct messages, and answers each once. */
export function listenToMessages(app: App, take: Take): void {
  // Slack sends an event with a question again until it is answered.
  const hear = (
    what: 'mention' | 'direct message',
    { heard, at, bolt }: { heard: Heard; at: string; bolt: BoltContext },
    onHeard: (session: Session, heard: Heard) => Promise<void>,
  ): Promise<void> => {
    const { team, channel, user, ts, thread } = heard;
    const session = sessionFor(bolt, team, user);
    const addressee = { session, responseUrl: undefined, channel, user, thread };
    return take({ key: `${channel} ${ts}`, isRepeated: isRepetition(bolt), what, at, team, addressee }, (saying) =>
      onHeard(withSaying(session, saying), heard),
    );
  };

  app.event('app_mention', ({ event, body, context: bolt }) => {
    // Slack sends the event again when the message is edited.
    if (event.bot_id !== undefined || event.user === undefined || 'edited' in event) return Promise.resolve();
    const { channel, user, text, ts, thread_ts: thread, event_ts: at } = event;
    return hear('mention', { heard: { team: body.team_id, channel, user, text, ts, thread }, at, bolt }, onMention);
  });

  app.event('message', ({ event, body, context: bolt }) => {
    if (event.channel_type !== 'im' || !isWritten(event)) return Promise.resolve();
    const { channel, user, text = '', ts, thread_ts: thread, event_ts: at } = event;
    const heard = { team: body.team_id, channel, user, text, ts, thread };
    return hear('direct message', { heard, at, bolt }, onDirectMessage);
  });
}

/** Answers a mention in its thread. */
async function onMention(session: Session, heard: Heard): Promise<void> {
  const { team, channel, user, ts, thread } = heard;
  const root = thread ?? ts;
  // In a thread, Slack shows a message for one person only if the thread has replies already.
  const asker = { responseUrl: undefined, channel, user, thread };
  const answered = await answerTo(
    session,
    heard,
    threadConversationOf(team, channel, root),
    channelPlace(team, channel),
  );
  if (answered.message.audience === 'asker') {
    await tell(session, asker, draw(answered), 'mention');
    return announce(session, channel, answered.reply);
  }
  await say(session, { channel, thread: root }, asker, answered, 'mention');
}

/** Answers a direct message: below the others, or in its thread. */
async function onDirectMessage(session: Session, heard: Heard): Promise<void> {
  const { team, channel, user, thread } = heard;
  const talk = thread === undefined ? conversationOf(team, channel, user) : threadConversationOf(team, channel, thread);
  const answered = await answerTo(session, heard, talk, personPlace(team, user));
  const to = { channel, thread };
  await say(session, to, { responseUrl: undefined, user, ...to }, answered, 'direct message');
}

async function answerTo(session: Session, heard: Heard, conversation: string, place: string): Promise<Answered> {
  const { team, channel, user } = heard;
  const text = typedText(heard.text, session.me.botUserId);
  const asked = text === '' ? ({ command: 'help', values: [] } as const) : (readCommand(text) ?? text);
  const language = () => languageFor(session, team, user);
  const query = { asked, conversation, place, language, keeper: session.keeperOf(team, channel, user) };
  const answered = await answer(session.bot, { query, text, owner: user }, 'everyone');
  return text === '' ? shortHelp(answered) : answered;
}

/** Posts an answer for everyone. If Slack refuses it there, only the asker gets it. */
async function say(
  session: Session,
  to: Destination,
  asker: Addressee,
  answered: Answered,
  what: string,
): Promise<void> {
  const { post, sendPicture, onFailure } = session;
  const message = draw(answered);
  const outcome = await post(to, message);
  if (outcome.kind === 'sent') {
    if (!outcome.charts) await sendPicture(to, answered.message);
    return remember(session, to, outcome.ts, answered.message);
  }
  onFailure(outcome.failure, what);
  if (outcome.failure.kind === 'refused') await tell(session, asker, message, what);
  else await sayUnconfirmed(session, asker);
}

type MessageEvent = KnownEventFromType<'message'>;

/** The subtypes of messages that people wrote. All others are edits, joins, deletions or bots. */
const WRITTEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'file_share',
  'thread_broadcast',
  'me_message',
]);

function isWritten(event: MessageEvent): event is Extract<MessageEvent, { subtype: undefined }> {
  const { bot_id: bot, user } = event as { bot_id?: string; user?: string };
  return WRITTEN_SUBTYPES.has(event.subtype) && bot === undefined && user !== undefined;
}

function isRepetition(bolt: BoltContext & Partial<Repeated>): boolean {
  return bolt.isRepeated === true;
}

/** The same session, which awaits `saying` before each post. */
function withSaying(session: Session, saying: () => Promise<void>): Session {
  return { ...session, post: (...given) => saying().then(() => session.post(...given)) };
}
