import type { Catalogue, Language } from '../data/schema.ts';
import type { Answer } from './answer.ts';
import { inlineText, type Message } from './message.ts';
import { draw } from './presenting/draw.ts';
import { readingNotes } from './presenting/reading-notes.ts';
import type { Tools } from './presenting/tools.ts';
import type { Correction } from './reading/terms.ts';
import { figureWords } from './wording/figures.ts';
import { wordsOf } from './wording/words.ts';

/** What an answer is worded with besides itself. */
type Setting = {
  language: Language;
  corrections: readonly Correction[];
  assumed: readonly string[];
  version: string;
};

export type Presenter = (answer: Answer, setting: Setting) => Message;

/** Words every kind of answer: the one place where what is true becomes what is said. */
export function createPresenter(catalogue: Catalogue): Presenter {
  return (answer, { language, version, ...reading }) => {
    const words = wordsOf(language);
    const { name, within } = catalogue.places[0] ?? {};
    const home = { home: name?.[language] ?? '', inHome: within?.[language] ?? '' };
    const tools: Tools = { catalogue, words, figures: figureWords(catalogue, words), home, version };
    const { parts, buttons = [], invitation, audience = 'everyone' } = draw(answer, tools);
    return {
      language,
      audience,
      parts: [...parts, ...readingNotes(reading, tools)],
      ...(invitation ? { invitation: inlineText(words.say(invitation, home)) } : {}),
      buttons,
    };
  };
}
