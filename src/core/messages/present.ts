import type { Catalogue, Language, Texts } from '../../data/schema.ts';
import type { Answer } from '../answers/answer.ts';
import type { Stated } from '../catalogue/stated.ts';
import type { DailyOutcome } from '../daily/outcome.ts';
import { MOST_VALUES } from '../news/readers.ts';
import { fingerprintOf } from '../news/value.ts';
import type { Correction } from '../reading/perceive.ts';
import { type Button, fullLabel, inlineText, type Message } from './message.ts';
import { drawAnnounced } from './presenting/daily-announced.ts';
import { draw } from './presenting/draw.ts';
import { remarkLine } from './presenting/parts.ts';
import { readingNotes } from './presenting/reading-notes.ts';
import { sourceOf } from './presenting/sources.ts';
import type { Drawn, Tools } from './presenting/tools.ts';
import { figureWords } from './wording/figures.ts';
import { type Words, wordsOf } from './wording/language-words.ts';

/** What an answer is worded with besides itself. */
type Setting = {
  language: Language;
  corrections: readonly Correction[];
  assumed: readonly string[];
  version: string;
  /** The day of the answer: 2026-11-25. */
  today: string;
};

/** What a catalogue is about: as a title, and as it stands behind “ask me about”. */
export type Subject = { title: string; about: string };

export type Presenter = {
  /** Words an answer. */
  present(answer: Answer, setting: Setting): Message;
  /** What the catalogue is about. */
  subject(language: Language): Subject;
  /** What a channel is told of a change to its daily post, by the right of whoever made it; undefined where there is none. */
  announce(outcome: DailyOutcome, right: Texts, setting: Omit<Setting, 'corrections' | 'assumed'>): Message | undefined;
};

/** Words every kind of answer: the one place where what is true becomes what is said. */
export function createPresenter(catalogue: Catalogue): Presenter {
  return {
    present(answer, { language, version, today, ...reading }) {
      const tools = toolsOf(catalogue, { language, version, today });
      const drawn = draw(answer, tools);
      return messageOf({ ...drawn, remarks: [...(drawn.remarks ?? []), ...readingNotes(reading, tools)] }, tools);
    },
    subject(language) {
      const { subject: title, about } = homeWords(catalogue, wordsOf(language));
      return { title, about };
    },
    announce(outcome, right, setting) {
      const tools = toolsOf(catalogue, setting);
      const drawn = drawAnnounced(outcome, right, tools);
      return drawn && messageOf(drawn, tools);
    },
  };
}

/** What answers are worded with in one language. */
export function toolsOf(
  catalogue: Catalogue,
  { language, version, today }: { language: Language; version: string; today?: string },
): Tools {
  const words = wordsOf(language, catalogue.currency);
  return {
    catalogue,
    words,
    figures: figureWords(catalogue, words),
    home: homeWords(catalogue, words),
    version,
    ...(today === undefined ? {} : { today }),
  };
}

function homeWords({ places, figures, subject }: Catalogue, words: Words): Tools['home'] {
  const { language } = words;
  const [place, figure] = [places[0], figures[0]];
  const home = { home: place?.name[language] ?? '', inHome: place?.within[language] ?? '' };
  return {
    ...home,
    subject: subject?.title[language] ?? words.text('subjectTitle', home),
    about: subject?.about[language] ?? words.text('subjectAbout', home),
    example: subject?.example[language] ?? figure?.keywords[language][0] ?? figure?.label[language] ?? '',
  };
}

/** Makes a message of what was drawn. */
export function messageOf(
  { parts, remarks = [], buttons = [], invitation, audience = 'everyone', shown = [], form = 'part' }: Drawn,
  { words, home, catalogue }: Tools,
): Message {
  const origin = originOf(shown, catalogue);
  return {
    language: words.language,
    audience,
    parts: [...parts, ...remarkLine(remarks, words)],
    ...(origin ? { origin } : {}),
    ...(invitation ? { invitation: inlineText(words.say(invitation, home)) } : {}),
    buttons: buttons.map(shortened),
    ...(shown.length === 0 ? {} : { shown: { values: valuesOf(shown), form, language: words.language } }),
  };
}

function valuesOf(shown: readonly Stated[]): string[] {
  const values = shown.map(({ figure, observation }) => fingerprintOf(figure, observation));
  return [...new Set(values)].slice(0, MOST_VALUES);
}

/** Characters of a button's label: Slack shows about thirty of them, and several buttons stand in a row. */
const MOST_LABEL_CHARACTERS = 24;

/** A button whose label is no longer than buttons may have it; those of the catalogue fit, unless a curator has written none that does. */
function shortened(button: Button): Button {
  if (button.label.length <= MOST_LABEL_CHARACTERS) return button;
  const label = `${button.label.slice(0, MOST_LABEL_CHARACTERS - 1).trimEnd()}…`;
  return { ...button, label, full: fullLabel(button) };
}

function originOf(shown: readonly Stated[], catalogue: Catalogue): Message['origin'] {
  const [first, ...others] = shown;
  if (!first || others.some(({ observation }) => observation.source !== first.observation.source)) return undefined;
  const days = new Set<string>(shown.map(({ observation }) => observation.asOf.date));
  const [day = ''] = days;
  // A year is no moment that a clock could show.
  const isOneDay = days.size === 1 && day.length === 'yyyy-mm-dd'.length;
  return { publisher: sourceOf(first, catalogue).publisher, ...(isOneDay ? { day } : {}) };
}
