import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalise } from '../core/language/normalise.ts';
import { tokenise } from '../core/language/tokens.ts';
import { CLASSES, type Thesaurus, thesaurusOf, type WordClass } from '../core/reading/thesaurus.ts';
import { FaultyRows } from './training-rows.ts';

/** In: a folder of .txt files with lines "class: word, word". Out: the thesaurus; words of several parts are left out. Throws FaultyRows. */
export async function readThesaurus(folder: string): Promise<Thesaurus> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const lists = new Map<WordClass, string[]>();
  for (const file of names) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    lines.forEach((line, at) => {
      if (line.trim() === '' || line.startsWith('#')) return;
      const [name = '', words] = line.split(':');
      const place = CLASSES.indexOf(name.trim() as WordClass);
      const found = CLASSES[place];
      if (found === undefined || words === undefined)
        throw new FaultyRows(
          `${join(folder, file)}, line ${at + 1}: "${name}" is no class of words: ${CLASSES.join(', ')}`,
        );
      const list = lists.get(found) ?? [];
      for (const word of words.split(',')) list.push(...keyOf(word));
      lists.set(found, list);
    });
  }
  return thesaurusOf(lists);
}

/** The key under which a word is looked up: a stem, or its Chinese signs together. */
function keyOf(word: string): string[] {
  const tokens = tokenise(normalise(word).text);
  if (tokens.length > 0 && tokens.every(({ kind }) => kind === 'han')) return [tokens.map(({ text }) => text).join('')];
  return tokens.length === 1 && tokens[0]?.kind === 'word' ? [tokens[0].key] : [];
}
