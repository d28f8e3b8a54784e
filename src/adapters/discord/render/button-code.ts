import type { Question } from '../../../core/question.ts';
import { formatQuestion, parseQuestion } from '../../../core/question-code.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { LIMITS } from './limits.ts';

/**
 * What a click asks: a question, or words as somebody would write them; the language of the message clicked in; and
 * whether everyone shall see the answer, although the message was for one person. A form carries the same.
 */
export type Click = {
  asked: { question: Question } | string;
  language: Language;
  share?: true;
  /** The answer takes the place of the message clicked in. */
  replaces?: true;
  /** A form opens to report the answer as wrong. */
  reports?: true;
  /** What it does on the panel of a daily post; the question is what the panel would set up. */
  panel?: PanelPart;
};

/** Opening the panel, choosing days or a topic in it, and the form for hour and zone. */
type PanelPart = keyof typeof PANEL;

/** The version of the custom_id; raise it when older ones can no longer be read. */
const VERSION = 'h1';
const QUESTION = `${VERSION}|`;
const SHARED = `${VERSION}!`;
const REPLACING = `${VERSION}=`;
const REPORTING = `${VERSION}^`;
const WORDS = `${VERSION}?`;

const PANEL = { open: `${VERSION}%o`, days: `${VERSION}%d`, topic: `${VERSION}%t`, clock: `${VERSION}%c` } as const;
const PARTS = Object.keys(PANEL) as PanelPart[];

const DELETING = `${VERSION}-`;

/** Writes who may delete a message into the custom_id of its button. */
export function writeOwner(owner: string): string {
  return `${DELETING}${owner}`;
}

/** Who may delete a message, by the custom_id of its button; undefined for any other button. */
export function readOwner(id: string): string | undefined {
  return id.startsWith(DELETING) ? id.slice(DELETING.length) : undefined;
}

/** The custom_id of a menu; its options carry the clicks. */
export const SELECT_ID = `${VERSION}:select`;

/** Writes a click into a custom_id; undefined if it does not fit. */
export function writeButton({ asked, language, share, replaces, reports, panel }: Click): string | undefined {
  const code =
    typeof asked === 'string' ? asked.trim() && `${language}~${asked}` : formatQuestion({ ...asked, language });
  if (!code) return undefined;
  const sign = panel ? PANEL[panel] : share ? SHARED : replaces ? REPLACING : reports ? REPORTING : QUESTION;
  const id = `${typeof asked === 'string' ? WORDS : sign}${code}`;
  return id.length <= LIMITS.customIdCharacters ? id : undefined;
}

/** Reads a custom_id; undefined if it is forged or of an incompatible version. */
export function readButton(id: string): Click | undefined {
  const panel = PARTS.find((part) => id.startsWith(PANEL[part]));
  if (panel) {
    const carried = parseQuestion(id.slice(PANEL[panel].length));
    return carried && { asked: { question: carried.question }, language: carried.language, panel };
  }
  if ([QUESTION, SHARED, REPLACING, REPORTING].some((sign) => id.startsWith(sign))) {
    const carried = parseQuestion(id.slice(QUESTION.length));
    return (
      carried && {
        asked: { question: carried.question },
        language: carried.language,
        ...(id.startsWith(SHARED) ? { share: true } : {}),
        ...(id.startsWith(REPLACING) ? { replaces: true } : {}),
        ...(id.startsWith(REPORTING) ? { reports: true } : {}),
      }
    );
  }
  if (!id.startsWith(WORDS) || id.length > LIMITS.customIdCharacters) return undefined;
  const [, tag, words = ''] = /^([a-z]+)~(.+)$/s.exec(id.slice(WORDS.length)) ?? [];
  const language = LANGUAGES.find((one) => one === tag);
  return language && words.trim() ? { asked: words, language } : undefined;
}
