import type { Source } from '../../../data/schema.ts';
import type { Stated } from '../../catalogue/stated.ts';
import { reference, STYLES } from '../citing/reference.ts';
import { type Inline, inlineText, type Part } from '../message.ts';
import { note, remarkLine, text } from './parts.ts';
import { kindWords, originalWords, paragraphsOf, publishedText, sourceOf, sourceText } from './sources.ts';
import type { Tools } from './tools.ts';

/** Where a figure comes from: publisher, title, date, paragraph, what it counts, how fresh it is, and how to cite it. */
export function sourceParts(stated: Stated, tools: Tools): Part[] {
  const { catalogue, words, figures } = tools;
  const source = sourceOf(stated, catalogue);
  const { asOf } = stated.observation;
  return [
    text(
      words.say('aboutSourceOf', {
        label: stated.figure.label[words.language],
        source: sourceText(source, [stated], words),
      }),
    ),
    text(definition(stated, tools)),
    ...remarkLine(
      [
        words.say('fresh', { asOf: figures.asOf([stated]) }),
        ...(asOf.basis === 'stated' ? [words.say('aboutAgeHonest')] : []),
        words.say('publisher', { publisher: source.publisher }),
        kindWords(source, tools),
        originalWords(source, tools),
      ],
      words,
    ),
    ...otherSources(stated, source, tools),
    ...citations(stated, source, tools),
  ];
}

/** What a figure counts, and what it does not. */
export function definition({ figure }: Stated, { words }: Tools): Inline[] {
  const { counts, excludes } = figure.definition;
  return words.say('definition', { counts: counts[words.language], excludes: excludes[words.language] });
}

/** The sources of the figure's other values. */
function otherSources({ figure }: Stated, source: Source, { catalogue, words }: Tools): Part[] {
  const ids = new Set<string>(figure.observations.map((observation) => observation.source));
  const others = catalogue.sources.filter(({ id }) => ids.has(id) && id !== source.id);
  if (others.length === 0) return [];
  return [
    note(words.say('otherSources')),
    { kind: 'items', items: others.map((other) => [{ link: sourceText(other, [], words), url: other.url }]) },
  ];
}

/** A sentence to quote, then an entry for a list of references by each standard, that of the reader's language first. */
function citations(stated: Stated, source: Source, tools: Tools): Part[] {
  const { words } = tools;
  const styles = words.language === 'zh' ? [...STYLES].reverse() : STYLES;
  return [
    { kind: 'copy', label: words.text('citeSentence'), text: sentence(stated, source, tools) },
    ...styles.map((style): Part => ({ kind: 'copy', label: style, text: reference(source, style) })),
    note(words.say('citeItalics')),
  ];
}

function sentence(stated: Stated, source: Source, { words, figures }: Tools): string {
  const cited = words.text('cited', {
    name: source.name[words.language],
    title: words.text('titled', { title: source.title }),
    date: publishedText(source, words),
    ...paragraphsOf([stated], words),
    sentence: inlineText(figures.sentence(stated)),
    url: source.url,
  });
  return cited.charAt(0).toUpperCase() + cited.slice(1);
}
