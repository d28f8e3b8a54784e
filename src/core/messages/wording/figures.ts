import { isPerShare } from '../../../data/per-share.ts';
import type { Catalogue, Figure, Observation, Place } from '../../../data/schema.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import { type Inline, inlineText } from '../message.ts';
import { moneyText, qualifiedText } from './amounts.ts';
import { dateText } from './date-text.ts';
import type { Words } from './language-words.ts';
import { listText } from './lists.ts';
import { plainNumber } from './numbers.ts';

/** Words a figure: its number never without unit, place and date. */
export type FigureWords = {
  /** The complete sentence. */
  sentence(stated: Stated): Inline[];
  /** The value alone for lists and comparisons, where the sentence around it says place and date. */
  value(stated: Stated): string;
  /** The value without its conversion into another currency, where space is short. */
  amount(stated: Stated): string;
  /** Of which date they are, each date once: "as stated on 25 December 2023". */
  asOf(all: readonly Stated[]): string;
  /** Where they are, each place once: "Harbin", or inside a sentence "in Harbin". */
  place(all: readonly Stated[], form: 'name' | 'within'): string;
};

export function figureWords(catalogue: Catalogue, words: Words): FigureWords {
  const { language } = words;
  const placeOf = ({ observation }: Stated) => catalogue.places.find(({ id }) => id === observation.place);

  const statement = (stated: Stated): Inline[] => {
    const quantity = quantityOf(stated);
    const direction = (quantity?.value ?? 0) < 0 ? 'fall' : 'rise';
    const values = {
      place: placeOf(stated)?.within[language] ?? '',
      ...(quantity ? { value: valueText(unsigned(stated), words), n: quantity.value, direction } : {}),
    };
    return capitalised(words.fill(stated.figure.statement[language], values));
  };

  const asOf = (all: readonly Stated[]) => listText([...new Set(all.map((stated) => datedText(stated, words)))], words);

  return {
    asOf,
    amount: (stated) => amountOf(stated, words),
    sentence: (stated) => words.say('stated', { statement: statement(stated), asOf: asOf([stated]) }),
    value: (stated) =>
      quantityOf(stated) || happenedOf(stated) ? valueText(stated, words) : inlineText(statement(stated)),
    place(all, form) {
      const places = new Set(all.map(placeOf).filter((place): place is Place => place !== undefined));
      return listText(
        [...places].map((place) => place[form][language]),
        words,
      );
    },
  };
}

/** The sentence of a fall says that it is one, so that its number needs no sign. */
function unsigned(stated: Stated): Stated {
  const quantity = quantityOf(stated);
  return quantity && quantity.value < 0
    ? { ...stated, observation: { ...quantity, value: -quantity.value } as Observation }
    : stated;
}

/** The day of an event, where the source gives it. */
export function happenedOf({ figure, observation }: Stated): string | undefined {
  return figure.kind === 'event' && 'happened' in observation ? observation.happened : undefined;
}

function valueText(stated: Stated, words: Words): string {
  const own = amountOf(stated, words);
  const [equivalent] = quantityOf(stated)?.equivalents ?? [];
  if (!equivalent) return own;
  const converted = qualifiedText(equivalent.qualifier, moneyText(equivalent.value, 'dollars', words), words);
  const [amount, other] = stated.currency === 'USD' ? [converted, own] : [own, converted];
  return words.text('withEquivalent', { amount, other });
}

function amountOf(stated: Stated, words: Words): string {
  const quantity = quantityOf(stated);
  if (!quantity) return dateText(happenedOf(stated) ?? '', words);
  const { value, qualifier } = quantity;
  return qualifiedText(qualifier, unitText(stated.figure, value, words), words);
}

/** A number with the unit that belongs to it wherever it stands; what a count counts is said by the words around it; `digits` is how many of a sum's are kept. */
export function unitText(figure: Figure, value: number, words: Words, digits?: number): string {
  const amount = plainNumber(value, words.language);
  switch (figure.kind) {
    case 'money':
      return isPerShare(figure) ? words.text('moneyPerShare', { amount }) : moneyText(value, 'money', words, digits);
    case 'percent':
      return value < 0
        ? words.text('signedPercent', { sign: '−', amount: plainNumber(-value, words.language) })
        : words.text('percent', { amount });
    case 'rank':
      return words.text('rank', { amount });
    case 'count':
    case 'event':
    case 'aim':
      return amount;
  }
}

function datedText({ observation: { asOf } }: Stated, words: Words): string {
  return words.text(BASES[asOf.basis], { date: dateText(asOf.date, words) });
}

const BASES = {
  stated: 'asOfStated',
  measured: 'asOfMeasured',
  during: 'asOfDuring',
  'year to date': 'asOfYearToDate',
} as const;

function capitalised(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  if (typeof first === 'string') return [upper(first), ...rest];
  return first && 'strong' in first ? [{ strong: upper(first.strong) }, ...rest] : [...inlines];
}
