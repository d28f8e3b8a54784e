import { LANGUAGES, type Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { ownLanguages } from './borrowing.ts';
import { type Draft, type Item, LISTS, type ListName, problemAt } from './draft.ts';
import { languageName } from './language-names.ts';

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The script tells a forgotten translation from a real one. */
const LOOKS_RIGHT: Record<Language, (text: string) => boolean> = {
  en: (text) => !HAN.test(text) && !CYRILLIC.test(text),
  zh: (text) => HAN.test(text),
  ru: (text) => CYRILLIC.test(text),
};

/** Whether a text can be in a language. */
export function looksRight(text: string, language: Language): boolean {
  return LOOKS_RIGHT[language](text);
}

/** Translations that were forgotten (the text is in another language's script), and full stops where a phrase belongs. */
export function languageProblems(draft: Draft): Problem[] {
  return [
    ...(Object.keys(LISTS) as ListName[]).flatMap((list) => draft[list].flatMap(untranslated)),
    ...finalStops(draft),
  ];
}

function untranslated(item: Item<unknown>): Problem[] {
  return textsIn(item.value, '').flatMap(({ path, language, text }) => {
    if (looksRight(text, language)) return [];
    return [problemAt(item, path, `"${clip(text)}" does not look ${languageName(language)}`, 'translate it')];
  });
}

// Statements and definitions are parts of a sentence that the wording completes.
function finalStops(draft: Draft): Problem[] {
  const phrases: [Item<unknown>, unknown, string][] = [
    ...draft.figures.flatMap((item): [Item<unknown>, unknown, string][] => [
      [item, item.value.label, '.label'],
      [item, item.value.definition, '.definition'],
      [item, item.value.statement, '.statement'],
    ]),
    ...draft.relations.map((item): [Item<unknown>, unknown, string] => [item, item.value.statement, '.statement']),
    ...draft.gaps.map((item): [Item<unknown>, unknown, string] => [item, item.value.label, '.label']),
  ];
  return phrases.flatMap(([item, value, at]) =>
    textsIn(value, at)
      .filter(({ text }) => /[.。!！]$/u.test(text))
      .map(({ path, text }) => problemAt(item, path, `ends with "${text.at(-1)}"`, 'leave the final stop to the bot')),
  );
}

/** Every text in three languages below a value; keywords are lists and stay out, since names cross languages. */
function textsIn(value: unknown, path: string): { path: string; language: Language; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => textsIn(part, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const language = LANGUAGES.find((known) => known === key);
    if (language && typeof part === 'string')
      return ownLanguages(value).includes(language) ? [{ path: `${path}.${key}`, language, text: part }] : [];
    return textsIn(part, `${path}.${key}`);
  });
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
