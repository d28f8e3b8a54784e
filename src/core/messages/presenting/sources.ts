import type { Catalogue, Source } from '../../../data/schema.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Inline, Part } from '../message.ts';
import { LINE_BREAK } from '../message.ts';
import { dateText } from '../wording/date-text.ts';
import type { Words } from '../wording/language-words.ts';
import { listText } from '../wording/lists.ts';
import { agedSources } from './aging.ts';
import { note } from './parts.ts';
import type { Tools } from './tools.ts';

/** The line that says where values come from: each source once, when it was published, whether newer values are likely, and its link last. */
export function sourceLine(all: readonly Stated[], tools: Tools): Part[] {
  const { catalogue, words } = tools;
  const sources = [...new Set(all.map((stated) => sourceOf(stated, catalogue)))];
  const aged = agedSources(all, tools);
  const lines = sources.map((source) => {
    const cited = all.filter(({ observation }) => observation.source === source.id);
    return words.say('sourceLine', {
      published: source.published === undefined ? 'no' : 'yes',
      date: publishedText(source, words),
      aged: aged.has(source.id) ? 'yes' : 'no',
      link: [{ link: briefText(source, cited, words), url: source.url }],
    });
  });
  return lines.length === 0 ? [] : [note(lines.flatMap((line, at) => (at === 0 ? line : [LINE_BREAK, ...line])))];
}

/** A source by name, with the paragraphs that these figures stand in. */
function briefText(source: Source, cited: readonly Stated[], words: Words): string {
  return words.text('sourceBrief', { name: source.name[words.language], ...paragraphsOf(cited, words) });
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
export function kindWords({ kind, retrieved }: Source, { words }: Tools): Inline[] {
  return words.say('aboutSourceKind', { kind: words.say(kind), retrieved: dateText(retrieved, words) });
}

/** The source by its printed title, to read on, and what the title means where it is in another language. */
export function originalWords({ title, url, translation }: Source, { words }: Tools): Inline[] {
  const meaning = translation?.[words.language];
  const link = [{ link: title, url }];
  return meaning === undefined ? words.say('original', { link }) : words.say('originalTranslated', { link, meaning });
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
