import { LOCALES } from './numbers.ts';
import type { Words } from './words.ts';

/** Several things in one sentence: "a, b and c", or "a, b or c". */
export function listText(things: readonly string[], { language }: Words, join: 'and' | 'or' = 'and'): string {
  const type = join === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(LOCALES[language], { type }).format(things);
}
