import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Inline, Part } from '../message.ts';
import { happenedOf } from '../wording/figures.ts';
import type { Words } from '../wording/words.ts';
import type { Tools } from './tools.ts';

/** A paragraph. */
export function text(inlines: Inline[]): Part {
  return { kind: 'text', inlines };
}

/** A line of small print. */
export function note(inlines: Inline[]): Part {
  return { kind: 'note', inlines };
}

/** One line a figure: its label and value, or the sentence of an aim. */
export function items(all: readonly Stated[], { words, figures }: Tools): Part {
  return {
    kind: 'items',
    items: all.map((stated) =>
      quantityOf(stated) || happenedOf(stated)
        ? words.say('item', { label: stated.figure.label[words.language], value: figures.value(stated) })
        : [figures.value(stated)],
    ),
  };
}

/** What to keep in mind about values, each caveat of a figure once; it says whose it is where it is not that of all of them. */
export function caveats(all: readonly Stated[], { words, figures }: Tools): Part[] {
  const groups = new Map<string, { caveat: string; whose: Stated[] }>();
  for (const stated of all) {
    const caveat = stated.observation.caveat?.[words.language];
    if (caveat === undefined) continue;
    const key = `${stated.figure.id} ${caveat}`;
    groups.set(key, { caveat, whose: [...(groups.get(key)?.whose ?? []), stated] });
  }
  return [...groups.values()].map(({ caveat, whose }) => {
    const name = whose.length === all.length ? undefined : nameOf(whose);
    return note(name === undefined ? [caveat] : words.say('caveatOf', { label: name, caveat }));
  });

  function nameOf(whose: readonly Stated[]): string | undefined {
    const ofFigure = all.filter(({ figure }) => figure.id === whose[0]?.figure.id);
    const label = whose[0]?.figure.label[words.language];
    const point = { place: figures.place(whose, 'name'), date: figures.asOf(whose) };
    if (ofFigure.length === all.length) return words.text('pointName', point);
    return ofFigure.length === whose.length ? label : words.text('pointOf', { label: label ?? '', ...point });
  }
}

/** Words of somebody else, or a label, inside a sentence. */
export function quoted(theirs: string, words: Words): string {
  return words.text('quoted', { text: theirs });
}
