import { figuresOf } from '../../../core/answers/answer.ts';
import type { Bot, Query, Reply } from '../../../core/bot.ts';
import { COMMANDS } from '../../../core/commands/commands.ts';
import { formButton } from '../../../core/daily/form.ts';
import type { Message } from '../../../core/messages/message.ts';
import { reportForm } from '../../../core/messages/number-report.ts';
import { isShared } from '../../../core/messages/sharing.ts';
import { reportable } from '../../../core/number-reports.ts';
import type { Language } from '../../../data/languages.ts';
import type { Control } from '../render/blocks.ts';
import { questionValue, textValue } from '../render/button-code.ts';
import { askButtons, type Drawn, renderMessage } from '../render/render.ts';
import { SLACK_WORDS } from '../render/words.ts';
import { REPORT } from './reports.ts';

/** What was asked, as far as it can be asked again: the words, or nothing but the question itself. */
export type Asked = { query: Query; text?: string };

/** The bot's answer with what Slack adds to it: examples set apart, sharing. */
export type Answered = { reply: Reply; message: Message; controls: Control[]; examples: Control[] };

/** The action_id of the button that opens the form for a daily post. */
export const SET_UP = 'daily';

/** The action_id of the button that shows an answer to everyone. */
export const SHARE = 'share';

export async function answer(bot: Bot, { query, text }: Asked, to: 'asker' | 'everyone'): Promise<Answered> {
  const reply = await bot.reply(query);
  if (reply.answer.kind === 'help') return { reply, controls: [], ...helpWithExamples(reply.message) };
  const share = to === 'asker' && isShared(reply) ? shareControl(reply, text) : [];
  return {
    reply,
    message: reply.message,
    controls: [...share, ...reportControl(reply), ...(query.keeper ? setUpControl(reply) : [])],
    examples: [],
  };
}

export function draw({ message, controls, examples }: Answered, closing?: string): Drawn {
  return renderMessage(message, {
    controls,
    examples,
    charts: 'native',
    ...(closing === undefined ? {} : { closing }),
  });
}

/** The first line of help and its examples, for where somebody only said hello. */
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
    { kind: 'text', inlines: [{ strong: SLACK_WORDS[language].commands }] },
    { kind: 'items', items },
  ];
}

/** Whoever reads one fact may want one a day; where the form does not open, how things are is answered. */
function setUpControl({ answer, message: { language } }: Reply): Control[] {
  const isAsked = answer.kind === 'fact' || (answer.kind === 'daily' && answer.outcome.kind === 'nothing');
  const value = isAsked ? questionValue({ kind: 'daily', ask: { kind: 'status' } }, language) : undefined;
  return value === undefined ? [] : [{ actionId: SET_UP, label: formButton(language), value }];
}

function reportControl(reply: Reply): Control[] {
  const { language } = reply.message;
  const about = reportable(reply);
  const value = about && questionValue(about, language);
  return value === undefined ? [] : [{ actionId: REPORT, label: reportForm(language).button, value }];
}

function shareControl({ question, answer, message: { language } }: Reply, text: string | undefined): Control[] {
  const value =
    questionValue(question, language) ??
    (text === undefined ? undefined : textValue(text, language, figuresOf(answer)));
  const { share, shareHint } = SLACK_WORDS[language];
  return value === undefined ? [] : [{ actionId: SHARE, label: share, hint: shareHint, value }];
}
