import type { Language } from '../../data/languages.ts';

/**
 * One thing that people say, and the ways to say it: for each language alternatives of a regular expression over normalised
 * text, with examples that a test holds it to.
 */
export type Phrase<Name extends string = string> = {
  name: Name;
  en?: string;
  zh?: string;
  ru?: string;
  examples: Partial<Record<Language, readonly string[]>>;
};

export type Phrases<Name extends string> = {
  rows: readonly Phrase<Name>[];
  /** The first row that a text says. */
  find(text: string): Name | undefined;
  /** All rows that a text says. */
  all(text: string): Set<Name>;
  /** What follows where a text begins with one of the rows. */
  head(text: string): string | undefined;
  /** The text without what any row says. */
  without(text: string): string;
};

/** In: rows, the more telling ones first. Out: what finds them in a text. */
export function createPhrases<Name extends string>(rows: readonly Phrase<Name>[]): Phrases<Name> {
  const compiled = rows.map((row) => ({ name: row.name, pattern: patternOf(row) }));
  return {
    rows,
    find: (text) => compiled.find(({ pattern }) => text.search(pattern) >= 0)?.name,
    all: (text) => new Set(compiled.filter(({ pattern }) => text.search(pattern) >= 0).map(({ name }) => name)),
    head(text) {
      for (const { pattern } of compiled) {
        const [said] = [...text.matchAll(pattern)].filter(({ index }) => index === 0);
        if (said?.[0]) return text.slice(said[0].length);
      }
      return undefined;
    },
    without: (text) => compiled.reduce((rest, { pattern }) => rest.replace(pattern, ' '), text),
  };
}

/** Whole words of alphabets; Chinese sets no spaces. */
function patternOf({ en, zh, ru }: Phrase): RegExp {
  const whole = [en, ru].flatMap((words) => (words ? [`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`] : []));
  return new RegExp([...whole, ...(zh ? [zh] : [])].join('|'), 'gu');
}
