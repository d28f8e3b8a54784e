import { disagreeing, disputed } from '../../catalogue/observing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Inline, Part } from '../message.ts';
import { happenedOf } from '../wording/figures.ts';
import type { Words } from '../wording/language-words.ts';
import type { Tools } from './tools.ts';

/** A paragraph. */
export function text(inlines: Inline[]): Part {
  return { kind: 'text', inlines };
}

/** A line of small print. */
export function note(inlines: Inline[]): Part {
  return { kind: 'note', inlines };
}

/** One line a figure: its label and value, or the sentence of an aim, each with its date, its place if that is not the catalogue's own, and what another source says. */
export function items(all: readonly Stated[], tools: Tools): Part {
  return { kind: 'items', items: all.map((stated) => item(stated, tools)) };
}

function item(stated: Stated, tools: Tools): Inline[] {
  const { words, figures } = tools;
  const point = pointText(stated, tools);
  const line =
    quantityOf(stated) || happenedOf(stated)
      ? words.say('item', { label: stated.figure.label[words.language], value: figures.value(stated), point })
      : words.say('itemPlain', { text: figures.value(stated), point });
  const others = disagreeing(stated).map((other) =>
    words.text('itemDisputed', { value: figures.amount(other), point: pointText(other, tools) }),
  );
  return others.length > 0 ? [...line, words.text('pause'), others.join(words.text('pause'))] : line;
}

/** The date of a value, and before it the place where that is not the catalogue's own. */
export function pointText(stated: Stated, { words, figures, catalogue }: Tools): string {
  const date = figures.asOf([stated]);
  return stated.observation.place === catalogue.places[0]?.id
    ? date
    : words.text('pointName', { place: figures.place([stated], 'name'), date });
}

/** What other sources say of values shown, where nothing else tells it: one sentence each, and that nothing decides between them. */
export function disputes(shown: readonly Stated[], tools: Tools): Inline[][] {
  const { words, figures } = tools;
  const told = disputed(shown).map((other) =>
    words.say('disputed', {
      label: other.figure.label[words.language],
      value: figures.amount(other),
      point: pointText(other, tools),
    }),
  );
  return told.length > 0 ? [...told, words.say('undecided')] : [];
}

/** What to keep in mind about values, each caveat of a figure once; it says whose it is where it is not that of all of them. */
export function caveats(all: readonly Stated[], { words, figures }: Tools): Inline[][] {
  const groups = new Map<string, { caveat: string; whose: Stated[] }>();
  for (const stated of all) {
    const caveat = stated.observation.caveat?.[words.language];
    if (caveat === undefined) continue;
    const key = `${stated.figure.id} ${caveat}`;
    groups.set(key, { caveat, whose: [...(groups.get(key)?.whose ?? []), stated] });
  }
  return [...groups.values()].map(({ caveat, whose }) => {
    const name = whose.length === all.length ? undefined : nameOf(whose);
    return name === undefined ? [caveat] : words.say('caveatOf', { label: capital(name), caveat });
  });

  function nameOf(whose: readonly Stated[]): string | undefined {
    const ofFigure = all.filter(({ figure }) => figure.id === whose[0]?.figure.id);
    const label = whose[0]?.figure.label[words.language];
    const date = figures.asOf(whose);
    const isOnePlace = new Set(ofFigure.map(({ observation }) => observation.place)).size === 1;
    const point = { place: figures.place(whose, 'name'), date };
    if (ofFigure.length === all.length) return isOnePlace ? date : words.text('pointName', point);
    return ofFigure.length === whose.length ? label : words.text('pointOf', { label: label ?? '', ...point });
  }
}

/** Sentences as one line of small print; none where there is nothing to say. */
export function remarkLine(remarks: readonly (readonly Inline[])[], { language }: Words): Part[] {
  const [first, ...others] = remarks.filter((one) => one.length > 0);
  if (!first) return [];
  // Chinese sets no space between sentences.
  const gap = language === 'zh' ? '' : ' ';
  return [note([...first, ...others.flatMap((one) => (gap ? [gap, ...one] : one))])];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of somebody else, or a label, inside a sentence. */
export function quoted(theirs: string, words: Words): string {
  return words.text('quoted', { text: nested(theirs, words.language) });
}

/** The quotation marks within others, as each language prints them. */
const NESTED = { en: ['‘', '’'], zh: ['‘', '’'], ru: ['„', '“'] } as const;

function nested(theirs: string, language: Words['language']): string {
  const [open, close] = NESTED[language];
  return theirs.replace(language === 'ru' ? /«([^«»]*)»/g : /“([^“”]*)”/g, (_, inner: string) => open + inner + close);
}
