import { figuresOf } from '../../../core/answers/answer.ts';
import type { Bot, Query, Reply } from '../../../core/bot.ts';
import { COMMANDS } from '../../../core/commands/commands.ts';
import { formButton } from '../../../core/daily/form.ts';
import { delayOf, type Pace } from '../../../core/daily/pace.ts';
import { reportable } from '../../../core/feedback/number-reports.ts';
import type { Message } from '../../../core/messages/message.ts';
import { reportForm } from '../../../core/messages/number-report.ts';
import { isShared } from '../../../core/messages/sharing.ts';
import type { Language } from '../../../data/languages.ts';
import { pause } from '../../shared/pause.ts';
import type { Destination } from '../outbound/post.ts';
import type { Control } from '../render/blocks.ts';
import { writeQuestion, writeText } from '../render/button-code.ts';
import { askButtons, type Drawing, render, renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { isDirect, messageId } from '../transport/channel.ts';
import { languageFor, type Session } from './session.ts';

/** A query, and the words of its author where they can be asked again. */
export type Asked = {
  query: Query;
  text?: string;
  /** Who may delete the answer, where everyone sees it. */
  owner?: string;
};

/** The bot's answer with the controls that Slack adds to it. */
export type Answered = { reply: Reply; message: Message; controls: Control[]; examples: Control[] };

/** The action_id of the button that opens the form to report a number, and the callback_id of that form. */
export const REPORT = 'report';

/** The action_id of the button that opens the form for a daily post. */
export const SET_UP = 'daily';

/** The action_id of the button that shows an answer to everyone. */
export const SHARE = 'share';

/** The action_id of the button that deletes an answer. Its value is the id of the person who may. */
export const DELETE = 'delete';

export async function answer(bot: Bot, { query, text, owner }: Asked, to: 'asker' | 'everyone'): Promise<Answered> {
  const reply = await bot.reply(query);
  if (reply.answer.kind === 'help') return { reply, controls: [], ...helpWithExamples(reply.message) };
  const share = to === 'asker' && isShared(reply) ? shareControl(reply, text) : [];
  return {
    reply,
    message: reply.message,
    controls: [
      ...share,
      ...reportControl(reply),
      ...(query.keeper ? setUpControl(reply) : []),
      ...deleteControl(reply, owner),
    ],
    examples: [],
  };
}

export function draw({ message, controls, examples }: Answered, closing?: string): Drawing {
  return render(message, {
    controls,
    examples,
    charts: 'native',
    ...(closing === undefined ? {} : { closing }),
  });
}

/** Help cut to its first line and examples, for a mention without a question. */
export function shortHelp(answered: Answered): Answered {
  const { message } = answered;
  return { ...answered, message: { ...message, parts: message.parts.slice(0, 1) } };
}

/** The examples of help become buttons, and the commands are listed under it. */
function helpWithExamples(message: Message): Pick<Answered, 'message' | 'examples'> {
  const { language } = message;
  const { invitation: _, ...rest } = message;
  return {
    message: { ...rest, parts: [...message.parts, ...commandParts(language)], buttons: [] },
    examples: askButtons(message).map((one) => ({ ...one, actionId: `${one.actionId}:example` })),
  };
}

function commandParts(language: Language): Message['parts'] {
  const items = COMMANDS.map(({ name, arguments: all, description }) => {
    const fields = all.map((argument) => (argument.required ? ` <${argument.name}>` : ` [${argument.name}]`));
    return [{ strong: `/harbin ${name}${fields.join('')}` }, ` – ${description[language]}`];
  });
  return [
    { kind: 'text', inlines: [{ strong: word('commands', language) }] },
    { kind: 'items', items },
  ];
}

/** A button that opens the form for a daily post. If the form does not open, the click is answered with the status. */
function setUpControl({ answer, message: { language } }: Reply): Control[] {
  const isAsked = answer.kind === 'fact' || (answer.kind === 'daily' && answer.outcome.kind === 'nothing');
  const value = isAsked ? writeQuestion({ kind: 'daily', ask: { kind: 'status' } }, language) : undefined;
  return value === undefined ? [] : [{ actionId: SET_UP, label: formButton(language), value }];
}

function reportControl(reply: Reply): Control[] {
  const { language } = reply.message;
  const about = reportable(reply);
  const value = about && writeQuestion(about, language);
  return value === undefined ? [] : [{ actionId: REPORT, label: reportForm(language).button, value }];
}

function deleteControl({ message: { audience, language } }: Reply, owner: string | undefined): Control[] {
  if (owner === undefined || audience === 'asker') return [];
  return [{ actionId: DELETE, label: word('delete', language), hint: word('deleteHint', language), value: owner }];
}

function shareControl({ question, answer, message: { language } }: Reply, text: string | undefined): Control[] {
  const value =
    writeQuestion(question, language) ??
    (text === undefined ? undefined : writeText(text, language, figuresOf(answer)));
  return value === undefined
    ? []
    : [{ actionId: SHARE, label: word('share', language), hint: word('shareHint', language), value }];
}

/** One person, and the ways to reach them where they just were. */
export type Addressee = {
  responseUrl: string | undefined;
  channel: string;
  user: string;
  thread?: string | undefined;
};

/** Shows a message to one person only. Tries the response_url, then a message in the channel that only they see, then a direct message. */
export async function tell(
  session: Session,
  { responseUrl, channel, user, thread }: Addressee,
  message: Drawing,
  what: string,
): Promise<void> {
  const { respond, post, onFailure } = session;
  if (responseUrl !== undefined) {
    const outcome = await respond(responseUrl, message, { to: 'asker', thread });
    if (outcome.kind === 'sent') return;
    onFailure(outcome.failure, what);
    // Only after a clear refusal is the next way tried: a message that may have arrived must not arrive twice.
    if (outcome.failure.kind !== 'refused') return sayUnconfirmed(session, { channel, user, thread });
  }
  const beside = await post({ channel, thread, only: user }, message);
  if (beside.kind === 'sent') return;
  onFailure(beside.failure, what);
  if (beside.failure.kind !== 'refused') return sayUnconfirmed(session, { channel, user, thread });
  // In a channel that the bot is not in, only a direct message is left.
  const direct = await post({ channel: user }, message);
  if (direct.kind === 'failed') onFailure(direct.failure, what);
}

/** How long the line is tried, in milliseconds. */
const PATIENCE_MS = 60_000;
const SAYING: Pace = { firstMs: 500, mostMs: 8_000 };

/**
 * Tells one person that Slack did not confirm an answer. The answer itself is not sent again, since Slack might then
 * show it twice; this line is, until Slack takes it: twice it says nothing else than once.
 */
export async function sayUnconfirmed(
  session: Session,
  { channel, user, thread }: Pick<Addressee, 'channel' | 'user' | 'thread'>,
): Promise<void> {
  const line = renderLine(word('unconfirmed', await languageFor(session, session.me.team, user)));
  const deadline = performance.now() + PATIENCE_MS;
  for (let failures = 0; performance.now() < deadline && !session.abandoned.aborted; failures += 1) {
    const beside = await session.post({ channel, thread, only: user }, line);
    if (beside.kind === 'sent') return;
    session.onFailure(beside.failure, 'unconfirmed');
    if (beside.failure.kind === 'refused') {
      const direct = await session.post({ channel: user }, line);
      if (direct.kind === 'failed') session.onFailure(direct.failure, 'unconfirmed');
      return;
    }
    await pause(delayOf(SAYING, failures), session.abandoned);
  }
}

/** Posts in the channel what was changed about it, where the answer itself was for the asker only. A failure is logged. */
export async function announce({ post, onFailure }: Session, channel: string, { announcement }: Reply): Promise<void> {
  if (!announcement) return;
  const outcome = await post({ channel }, render(announcement));
  if (outcome.kind === 'failed') onFailure(outcome.failure, 'announcement');
}

/** Notes what everybody in a channel reads in a message that was sent, so that it can be put right. */
export async function remember(
  session: Session,
  { channel, thread }: Destination,
  ts: string | undefined,
  message: Message,
): Promise<void> {
  if (ts === undefined || isDirect(channel)) return;
  const { team: workspace } = session.me;
  await session.remember({ platform: 'slack', workspace, id: channel }, messageId(ts, thread), message);
}
