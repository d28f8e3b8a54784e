import { formatOf } from './formats.ts';
import type { Words } from './language-words.ts';

/** Several things in one sentence: "a, b and c", or "a, b or c". */
export function listText(things: readonly string[], { language }: Words, join: 'and' | 'or' = 'and'): string {
  return FORMATS[join](language).format(things);
}

const FORMATS = {
  and: formatOf((locale) => new Intl.ListFormat(locale, { type: 'conjunction' })),
  or: formatOf((locale) => new Intl.ListFormat(locale, { type: 'disjunction' })),
};
