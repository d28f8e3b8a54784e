import type { Language, Texts } from '../../data/schema.ts';

/** Says one sentence of a platform in a language, with its {braces} filled in; a value that is left out is empty. */
type Word<Key> = (key: Key, language: Language, values?: Readonly<Record<string, string>>) => string;

/** The sentences that the bot says on one platform only, by their keys. */
export function wordList<Key extends string>(words: Readonly<Record<Key, Texts>>): Word<Key> {
  return (key, language, values = {}) =>
    words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
