import type { Catalogue, Language } from '../../data/schema.ts';
import type { Answer } from '../answers/answer.ts';
import type { Correction } from '../reading/terms.ts';
import { inlineText, type Message } from './message.ts';
import { draw } from './presenting/draw.ts';
import { readingNotes } from './presenting/reading-notes.ts';
import type { Drawn, Tools } from './presenting/tools.ts';
import { figureWords } from './wording/figures.ts';
import { wordsOf } from './wording/words.ts';

/** What an answer is worded with besides itself. */
type Setting = {
  language: Language;
  corrections: readonly Correction[];
  assumed: readonly string[];
  version: string;
  /** The day of the answer: 2026-11-25. */
  today: string;
};

export type Presenter = (answer: Answer, setting: Setting) => Message;

/** Words every kind of answer: the one place where what is true becomes what is said. */
export function createPresenter(catalogue: Catalogue): Presenter {
  return (answer, { language, version, today, ...reading }) => {
    const tools = toolsOf(catalogue, { language, version, today });
    const drawn = draw(answer, tools);
    return messageOf({ ...drawn, parts: [...drawn.parts, ...readingNotes(reading, tools)] }, tools);
  };
}

/** What answers are worded with in one language. */
export function toolsOf(
  catalogue: Catalogue,
  { language, version, today }: { language: Language; version: string; today?: string },
): Tools {
  const words = wordsOf(language);
  const { name, within } = catalogue.places[0] ?? {};
  const home = { home: name?.[language] ?? '', inHome: within?.[language] ?? '' };
  return {
    catalogue,
    words,
    figures: figureWords(catalogue, words),
    home,
    version,
    ...(today === undefined ? {} : { today }),
  };
}

/** Makes a message of what was drawn. */
export function messageOf(
  { parts, buttons = [], invitation, audience = 'everyone' }: Drawn,
  { words, home }: Tools,
): Message {
  return {
    language: words.language,
    audience,
    parts,
    ...(invitation ? { invitation: inlineText(words.say(invitation, home)) } : {}),
    buttons,
  };
}
