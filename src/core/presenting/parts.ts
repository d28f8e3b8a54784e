import type { Inline, Part } from '../message.ts';
import { quantityOf, type Stated } from '../stated.ts';
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

/** What to keep in mind about figures; where several are shown, each caveat says whose it is. */
export function caveats(all: readonly Stated[], { words }: Tools): Part[] {
  return all.flatMap(({ figure, observation }) => {
    const caveat = observation.caveat?.[words.language];
    if (caveat === undefined) return [];
    const label = figure.label[words.language];
    return [note(all.length > 1 ? words.say('caveatOf', { label, caveat }) : [caveat])];
  });
}

/** The caveats of values of one figure, each once; where they differ, each says of which date or place it is. */
export function distinctCaveats(all: readonly Stated[], { words, figures }: Tools): Part[] {
  const byCaveat = new Map<string, Stated[]>();
  for (const stated of all) {
    const caveat = stated.observation.caveat?.[words.language];
    if (caveat !== undefined) byCaveat.set(caveat, [...(byCaveat.get(caveat) ?? []), stated]);
  }
  if (byCaveat.size === 1) return [...byCaveat.keys()].map((caveat) => note([caveat]));
  return [...byCaveat].map(([caveat, whose]) => note(words.say('caveatOf', { label: whoseText(whose), caveat })));

  function whoseText(whose: readonly Stated[]): string {
    return words.text('pointName', { place: figures.place(whose, 'name'), date: figures.asOf(whose) });
  }
}

/** Words of somebody else, or a label, inside a sentence. */
export function quoted(theirs: string, words: Words): string {
  return words.text('quoted', { text: theirs });
}
