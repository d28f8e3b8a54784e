import { figuresOf } from '../../../core/answers/answer.ts';
import { requestId } from '../../shared/request.ts';
import { type Addressee, tell } from '../outbound/tell.ts';
import { sayUnconfirmed } from '../outbound/unconfirmed.ts';
import { type Asking, readValue } from '../render/button-code.ts';
import { type Drawn, renderLine } from '../render/render.ts';
import { SLACK_WORDS } from '../render/words.ts';
import { announce } from './announce.ts';
import { type Answered, answer, draw } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { openDailyForm } from './daily-form.ts';
import { personalTalk, threadTalk } from './places.ts';
import { openReport } from './reports.ts';

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
  /** The answer takes the place of the message. */
  replaces?: true;
};

/** Asks what the button carries. A message that everyone sees is answered for everyone, in its thread. */
export async function onAsk(context: Context, click: Click): Promise<void> {
  const asking = readValue(click.value);
  if (!asking) return tellLine(context, click, 'outdated');
  const { team, channel, user, ts, thread, isEphemeral, isDirect } = click;
  const place = isDirect ? thread : (thread ?? ts);
  const talk =
    isEphemeral || place === undefined ? personalTalk(team, channel, user) : threadTalk(team, channel, place);
  const { asked, language } = asking;
  const query = { asked, conversation: talk, language, keeper: context.keeperOf(team, channel, user) };
  const answered = await answer(context.bot, { query, ...wordsOf(asking) }, isEphemeral ? 'asker' : 'everyone');
  await show(context, click, answered, place);
  await announce(context, channel, answered.reply);
}

/** Shows the answer to a click: in the place of its message, beside it for everyone, or to the clicker alone. */
async function show(context: Context, click: Click, answered: Answered, place: string | undefined): Promise<void> {
  const { channel, isEphemeral, isDirect } = click;
  const message = draw(answered);
  if (click.replaces && (await replaced(context, click, answered, message))) return;
  if (!isEphemeral && (isDirect || answered.message.audience === 'everyone')) {
    const to = { channel, thread: place };
    const outcome = await context.post(to, message);
    if (outcome.kind === 'sent') return outcome.charts ? undefined : context.sendPicture(to, answered.message);
    context.onFailure(outcome.failure, 'click');
    if (outcome.failure.kind !== 'refused') return sayUnconfirmed(context, addresseeOf(click));
  }
  await tell(context, addresseeOf(click), message, 'click');
}

/** Puts an answer in the place of the message that was clicked; tells whether nothing more is to be done. */
async function replaced(context: Context, click: Click, answered: Answered, message: Drawn): Promise<boolean> {
  const { responseUrl, isEphemeral, isDirect, channel, thread } = click;
  // What concerns the clicker alone is not put where everyone sees it.
  const isOpen = isEphemeral || isDirect || answered.message.audience === 'everyone';
  if (responseUrl === undefined || !isOpen) return false;
  const showing = { to: isEphemeral ? 'asker' : 'everyone', replaces: true, thread } as const;
  const outcome = await context.respond(responseUrl, message, showing);
  if (outcome.kind === 'sent') {
    if (!isEphemeral && !outcome.charts) await context.sendPicture({ channel, thread }, answered.message);
    return true;
  }
  context.onFailure(outcome.failure, 'click');
  if (outcome.failure.kind === 'refused') return false;
  await sayUnconfirmed(context, addresseeOf(click));
  return true;
}

/** Shows an answer to everyone, once; asked anew, so that it works after a restart too. */
export async function onShare(context: Context, click: Click): Promise<void> {
  const asking = readValue(click.value);
  if (!asking) return tellLine(context, click, 'outdated');
  const { team, channel, user, userName, ts, responseUrl } = click;
  const { asked, language, asserts } = asking;
  const words = SLACK_WORDS[language];
  const conversation = personalTalk(team, channel, user);
  const query = { asked, language, ...(asserts ? { conversation } : {}) };
  const answered = await answer(context.bot, { query }, 'everyone');
  const now = figuresOf(answered.reply.answer);
  if (asserts && asserts.join() !== now.join()) return tellLine(context, click, 'changed');
  // Two clicks come as two triggers, perhaps to two processes; the message that was clicked is the same.
  const name = `share ${team} ${channel} ${user} ${ts}`;
  if (responseUrl === undefined || (await context.seen.begin(name, false)) !== 'mine')
    return tellLine(context, click, 'sharedBefore');
  // Before it is shown: once too few is better than twice.
  await context.seen.end(name);
  const shared = await context.respond(responseUrl, draw(answered, words.sharedBy(userName)), { to: 'everyone' });
  if (shared.kind === 'failed') {
    context.onFailure(shared.failure, 'share');
    // What may have been posted is not offered again.
    if (shared.failure.kind !== 'unknown') return tellLine(context, click, 'failed');
  }
  const kept = await context.respond(responseUrl, draw(answered, words.shared), { to: 'asker', replaces: true });
  if (kept.kind === 'failed') context.onFailure(kept.failure, 'share');
}

/** Opens the form to report a number; where it does not open, the clicker is told. */
export async function onReport(context: Context, click: Click, trigger: string): Promise<void> {
  const { value } = click;
  if (await openReport(context, { trigger, value })) return;
  await tellLine(context, click, readValue(value) ? 'failed' : 'outdated');
}

/** Opens the form for a daily post; where it does not open, how things are is answered instead. */
export async function onSetUp(context: Context, click: Click, trigger: string): Promise<void> {
  const language = readValue(click.value)?.language;
  if (language && (await openDailyForm(context, { ...click, language }, trigger))) return;
  await onAsk(context, click);
}

/** Says one line to whoever clicked, in their language. */
async function tellLine(
  context: Context,
  click: Click,
  line: 'outdated' | 'sharedBefore' | 'changed' | 'failed',
): Promise<void> {
  const words = SLACK_WORDS[await languageFor(context, click.team, click.user)];
  const said = words[line];
  const text = typeof said === 'string' ? said : said(requestId() ?? '');
  await tell(context, addresseeOf(click), renderLine(text), 'click');
}

function addresseeOf({ responseUrl, channel, user, thread }: Click): Addressee {
  return { responseUrl, channel, user, thread };
}

function wordsOf({ asked }: Asking): { text?: string } {
  return typeof asked === 'string' ? { text: asked } : {};
}
