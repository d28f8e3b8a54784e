import type { Catalogue, Source } from '../../../data/schema.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Part } from '../message.ts';
import { dateText } from '../wording/dates.ts';
import { listText } from '../wording/lists.ts';
import type { Words } from '../wording/words.ts';
import { note } from './parts.ts';
import type { Tools } from './tools.ts';

/** A line for every source of these figures, each source once with all its paragraphs, its link last. */
export function sourceNotes(all: readonly Stated[], { catalogue, words }: Tools): Part[] {
  const sources = new Set(all.map((stated) => sourceOf(stated, catalogue)));
  return [...sources].map((source) => {
    const cited = all.filter(({ observation }) => observation.source === source.id);
    return note(words.say('source', { link: [{ link: sourceText(source, cited, words), url: source.url }] }));
  });
}

/** A source by name and day, with the paragraphs that these figures stand in. */
export function sourceText(source: Source, cited: readonly Stated[], words: Words): string {
  return words.text('sourceName', {
    name: source.name[words.language],
    date: publishedText(source, words),
    ...paragraphsOf(cited, words),
  });
}

/** The paragraphs that figures stand in, each once, as sentences about a source are filled with them. */
export function paragraphsOf(cited: readonly Stated[], words: Words): { count: number; paragraphs: string } {
  const paragraphs = [...new Set(cited.flatMap(({ observation: { paragraph } }) => paragraph ?? []))];
  return {
    count: paragraphs.length,
    paragraphs: listText(
      paragraphs.sort((a, b) => a - b).map((paragraph) => String(paragraph)),
      words,
    ),
  };
}

/** What kind of source it is, and since when it is held. */
export function kindNote({ kind, retrieved }: Source, { words }: Tools): Part {
  return note(words.say('aboutSourceKind', { kind: words.say(kind), retrieved: dateText(retrieved, words) }));
}

/** The source by its printed title, to read on, and what the title means where it is in another language. */
export function originalNote({ title, url, translation }: Source, { words }: Tools): Part {
  const meaning = translation?.[words.language];
  const link = [{ link: title, url }];
  return note(
    meaning === undefined ? words.say('original', { link }) : words.say('originalTranslated', { link, meaning }),
  );
}

/** When a source was published, or that it does not tell. */
export function publishedText({ published }: Source, words: Words): string {
  return published === undefined ? words.text('unpublished') : dateText(published, words);
}

/** The source that an observation names. */
export function sourceOf({ observation }: Stated, catalogue: Catalogue): Source {
  const source = catalogue.sources.find(({ id }) => id === observation.source);
  if (!source)
    throw new Error(`the catalogue has no source "${observation.source}"; check-data should have refused it`);
  return source;
}
