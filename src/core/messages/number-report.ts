import type { Language } from '../../data/schema.ts';
import type { Question } from '../question.ts';
import type { Message, Part } from './message.ts';
import { note, text } from './presenting/parts.ts';
import { wordsOf } from './wording/language-words.ts';

/** The question whose answer can be reported: where some figures come from. */
export type SourceQuestion = Extract<Question, { kind: 'about' }>;

/** What somebody says is wrong about figures that the bot has told; who says so is no part of it. */
export type NumberReport = { about: SourceQuestion; language: Language; says: string; link?: string };

/** The words of the form in which somebody reports a number. */
export type ReportForm = Record<
  'button' | 'says' | 'link' | 'hint' | 'send' | 'cancel' | 'close' | 'arrived' | 'outdated',
  string
>;

/** The form in one language. */
export function reportForm(language: Language): ReportForm {
  const { text: say } = wordsOf(language);
  return {
    button: say('report'),
    says: say('reportSays'),
    link: say('reportLink'),
    hint: say('reportHint'),
    send: say('reportSend'),
    cancel: say('reportCancel'),
    close: say('reportClose'),
    arrived: say('reportArrived'),
    outdated: say('reportOutdated'),
  };
}

/** A report for whoever runs the bot: what is wrong as somebody wrote it, and below it what the bot tells today. */
export function reportMessage({ language, says, link }: NumberReport, told: Message): Message {
  const words = wordsOf(language);
  const linked: Part[] = link === undefined ? [] : [{ kind: 'copy', label: words.text('reportLink'), text: link }];
  return {
    language,
    audience: 'everyone',
    parts: [
      text(words.say('reported')),
      { kind: 'copy', label: words.text('reportedSays'), text: says },
      ...linked,
      note(words.say('reportTold')),
      ...told.parts,
    ],
    buttons: [],
  };
}

/** A carried question as one that can be reported; undefined where it is another. */
export function asSourceQuestion(question: Question): SourceQuestion | undefined {
  return question.kind === 'about' && question.what === 'source' && question.figures.length > 0 ? question : undefined;
}
