import { figuresOf } from '../../../core/answers/answer.ts';
import { requestId } from '../../shared/request.ts';
import { type Asking, readButton } from '../render/button-code.ts';
import { type Drawing, renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { conversationOf, threadConversationOf } from '../transport/channel.ts';
import {
  type Addressee,
  type Answered,
  announce,
  answer,
  DELETE,
  draw,
  remember,
  sayUnconfirmed,
  tell,
} from './answering.ts';
import { openDailyForm, openReport } from './forms.ts';
import { languageFor, type Session } from './session.ts';

/** A button of a message, clicked by somebody. */
export type Click = {
  team: string;
  channel: string;
  user: string;
  userName: string;
  /** The message with the button: its own ts, and that of its thread. */
  ts: string;
  thread: string | undefined;
  isEphemeral: boolean;
  isDirect: boolean;
  value: string;
  responseUrl: string | undefined;
  /** Who asked for the message, where everyone sees it and its button to delete it says so. */
  owner?: string;
  /** The answer takes the place of the message. */
  replaces?: true;
};

/** Answers the question that a button carries. In a message that everyone sees, everyone sees the answer, in its thread. */
export async function onAsk(session: Session, click: Click): Promise<void> {
  const asking = readButton(click.value);
  if (!asking) return tellLine(session, click, 'outdated');
  const { team, channel, user, ts, thread, isEphemeral, isDirect } = click;
  const place = isDirect ? thread : (thread ?? ts);
  const talk =
    isEphemeral || place === undefined
      ? conversationOf(team, channel, user)
      : threadConversationOf(team, channel, place);
  const { asked, language } = asking;
  const query = { asked, conversation: talk, language, keeper: session.keeperOf(team, channel, user) };
  // What takes the place of an answer stays with whoever asked for that.
  const owner = (click.replaces && click.owner) ?? user;
  const answered = await (isEphemeral
    ? answer(session.bot, { query, ...wordsOf(asking) }, 'asker')
    : answer(session.bot, { query, owner }, 'everyone'));
  await show(session, click, answered, place);
  await announce(session, channel, answered.reply);
}

/** Shows the answer to a click: in the place of its message, beside it for everyone, or to the clicker alone. */
async function show(session: Session, click: Click, answered: Answered, place: string | undefined): Promise<void> {
  const { channel, isEphemeral, isDirect } = click;
  const message = draw(answered);
  if (click.replaces && (await replaced(session, click, answered, message))) return;
  if (!isEphemeral && (isDirect || answered.message.audience === 'everyone')) {
    const to = { channel, thread: place };
    const outcome = await session.post(to, message);
    if (outcome.kind === 'sent') {
      if (!outcome.charts) await session.sendPicture(to, answered.message);
      return remember(session, to, outcome.ts, answered.message);
    }
    session.onFailure(outcome.failure, 'click');
    if (outcome.failure.kind !== 'refused') return sayUnconfirmed(session, addresseeOf(click));
  }
  await tell(session, addresseeOf(click), message, 'click');
}

/** Replaces the clicked message with an answer. Returns whether nothing more is to be done. */
async function replaced(session: Session, click: Click, answered: Answered, message: Drawing): Promise<boolean> {
  const { responseUrl, isEphemeral, isDirect, channel, thread } = click;
  // An answer for the clicker only must not replace a message that everyone sees.
  const isOpen = isEphemeral || isDirect || answered.message.audience === 'everyone';
  if (responseUrl === undefined || !isOpen) return false;
  const showing = { to: isEphemeral ? 'asker' : 'everyone', replaces: true, thread } as const;
  const outcome = await session.respond(responseUrl, message, showing);
  if (outcome.kind === 'sent') {
    if (!isEphemeral && !outcome.charts) await session.sendPicture({ channel, thread }, answered.message);
    if (!isEphemeral) await remember(session, { channel, thread }, click.ts, answered.message);
    return true;
  }
  session.onFailure(outcome.failure, 'click');
  if (outcome.failure.kind === 'refused') return false;
  await sayUnconfirmed(session, addresseeOf(click));
  return true;
}

/** Shows an answer to everyone, once. The question is asked again, so that this works after a restart too. */
export async function onShare(session: Session, click: Click): Promise<void> {
  const asking = readButton(click.value);
  if (!asking) return tellLine(session, click, 'outdated');
  const { team, channel, user, userName, ts, responseUrl } = click;
  const { asked, language, asserts } = asking;
  const conversation = conversationOf(team, channel, user);
  const query = { asked, language, ...(asserts ? { conversation } : {}) };
  const answered = await answer(session.bot, { query, owner: user }, 'everyone');
  const now = figuresOf(answered.reply.answer);
  if (asserts && asserts.join() !== now.join()) return tellLine(session, click, 'changed');
  // Two clicks come as two triggers, perhaps to two processes; the message that was clicked is the same.
  const name = `share ${team} ${channel} ${user} ${ts}`;
  if (responseUrl === undefined || (await session.seen.begin(name, false)) !== 'mine')
    return tellLine(session, click, 'sharedBefore');
  // Noted before it is shown: not at all is better than twice.
  await session.seen.end(name);
  const shared = await postShared(session, { channel, responseUrl, userName }, answered);
  if (shared.kind === 'failed') {
    session.onFailure(shared.failure, 'share');
    // It may have been posted, so it is not offered again.
    if (shared.failure.kind !== 'unknown') return tellLine(session, click, 'failed');
  }
  const own = { ...answered, controls: answered.controls.filter(({ actionId }) => actionId !== DELETE) };
  const kept = await session.respond(responseUrl, draw(own, word('shared', language)), {
    to: 'asker',
    replaces: true,
  });
  if (kept.kind === 'failed') session.onFailure(kept.failure, 'share');
}

/** Where the bot is in the channel, by a post whose id Slack tells, so that it can be put right; else by the click's own address, which tells none. */
async function postShared(
  session: Session,
  { channel, responseUrl, userName }: { channel: string; responseUrl: string; userName: string },
  answered: Answered,
) {
  const message = draw(answered, word('sharedBy', answered.message.language, { name: userName }));
  const posted = await session.post({ channel }, message);
  if (posted.kind === 'sent') await remember(session, { channel }, posted.ts, answered.message);
  else if (posted.failure.kind === 'refused') return session.respond(responseUrl, message, { to: 'everyone' });
  return posted;
}

/** Deletes an answer for the person who asked for it, and for nobody else. */
export async function onDelete(session: Session, click: Click): Promise<void> {
  const { user, value, responseUrl } = click;
  if (value !== user || responseUrl === undefined) return tellLine(session, click, 'notYours');
  const outcome = await session.withdraw(responseUrl);
  if (outcome.kind === 'sent') return;
  session.onFailure(outcome.failure, 'delete');
  await tellLine(session, click, 'failed');
}

/** Opens the form to report a number. If it does not open, the clicker is told. */
export async function onReport(session: Session, click: Click, trigger: string): Promise<void> {
  const { value } = click;
  if (await openReport(session, { trigger, value })) return;
  await tellLine(session, click, readButton(value) ? 'failed' : 'outdated');
}

/** Opens the form for a daily post. If it does not open, the click is answered with the status. */
export async function onSetUp(session: Session, click: Click, trigger: string): Promise<void> {
  const language = readButton(click.value)?.language;
  if (language && (await openDailyForm(session, { ...click, language }, trigger))) return;
  await onAsk(session, click);
}

/** Shows one line to the person who clicked, in their language. */
async function tellLine(
  session: Session,
  click: Click,
  line: 'outdated' | 'sharedBefore' | 'changed' | 'failed' | 'notYours',
): Promise<void> {
  const language = await languageFor(session, click.team, click.user);
  const text = word(line, language, { id: requestId() ?? '' });
  await tell(session, addresseeOf(click), renderLine(text), 'click');
}

function addresseeOf({ responseUrl, channel, user, thread }: Click): Addressee {
  return { responseUrl, channel, user, thread };
}

function wordsOf({ asked }: Asking): { text?: string } {
  return typeof asked === 'string' ? { text: asked } : {};
}
