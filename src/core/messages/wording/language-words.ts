// src/core/messages/wording: sentences, numbers, dates and labels in three languages.
// Imported by: core, adapters/charts.

import { IntlMessageFormat } from 'intl-messageformat';
import type { Currency, Language } from '../../../data/schema.ts';
import { type Inline, inlineText, shortText } from '../message.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Wording } from './wording.ts';
import { zh } from './zh.ts';

/** What a sentence is filled with: text, numbers for plural rules, or runs that are stressed or linked already. */
type Values = Record<string, string | number | readonly Inline[]>;

/** The words of one language. */
export type Words = {
  language: Language;
  /** A sentence of the bot's own. */
  say(key: keyof Wording, values?: Values): Inline[];
  /** The same as plain text, to be part of another sentence or a label. */
  text(key: keyof Wording, values?: Values): string;
  /** A sentence of the catalogue, in ICU MessageFormat. */
  fill(message: string, values: Values): Inline[];
};

const WORDINGS: Record<Language, Wording> = { en, zh, ru };

/** Speaks one language, of sums in a currency where it is given; every sentence is compiled when it is first said. */
export function wordsOf(language: Language, currency?: Currency): Words {
  const speakers = SPEAKERS.get(currency ?? NO_CURRENCY) ?? new Map<Language, Words>();
  SPEAKERS.set(currency ?? NO_CURRENCY, speakers);
  const known = speakers.get(language);
  if (known) return known;
  const own = currency ? moneyWords(currency, language) : {};
  const compiled = new Map<string, IntlMessageFormat>();
  const fill = (message: string, values: Values): Inline[] => {
    let format = compiled.get(message);
    if (!format) {
      format = new IntlMessageFormat(message, language);
      compiled.set(message, format);
    }
    return inlines(format, values);
  };
  const say: Words['say'] = (key, values = {}) => fill(own[key] ?? WORDINGS[language][key], values);
  const words: Words = { language, fill, say, text: (key, values) => inlineText(say(key, values)) };
  speakers.set(language, words);
  return words;
}

const NO_CURRENCY = {};
const SPEAKERS = new WeakMap<object, Map<Language, Words>>();

function moneyWords({ amount, perShare, name, axis, axisPerShare }: Currency, language: Language): Partial<Wording> {
  return {
    money: amount[language],
    moneyPerShare: perShare[language],
    moneyName: name[language],
    chartMoney: axis[language],
    chartPerShare: axisPerShare[language],
  };
}

/** Runs are passed through as objects, so that a link or a stressed value stays one inside a sentence. */
function inlines(format: IntlMessageFormat, values: Values): Inline[] {
  const wrapped: Record<string, unknown> = {
    b: (chunks: unknown[]) => ({ strong: chunks.flatMap(flatten).map(shortText).join('') }),
  };
  for (const [name, value] of Object.entries(values)) wrapped[name] = Array.isArray(value) ? { runs: value } : value;
  const result = format.format(wrapped as Record<string, string>) as unknown;
  return mergeText((Array.isArray(result) ? result : [result]).flatMap(flatten));
}

function flatten(piece: unknown): Inline[] {
  if (typeof piece === 'object' && piece !== null)
    return 'runs' in piece ? (piece.runs as Inline[]) : [piece as Inline];
  return [String(piece)];
}

function mergeText(all: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of all) {
    const last = merged.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') merged[merged.length - 1] = last + inline;
    else if (inline !== '') merged.push(inline);
  }
  return merged;
}
