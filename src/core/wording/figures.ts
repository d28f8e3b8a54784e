import type { AsOf, Catalogue, Source } from '../../data/schema.ts';
import { type Inline, inlineText } from '../message.ts';
import { quantityOf, type Stated } from '../stated.ts';
import { amountText, dateText, plainNumber } from './numbers.ts';
import type { Words } from './words.ts';

/** Words a figure: its number never without unit, place and date. */
export type FigureWords = {
  /** The complete sentence. */
  sentence(stated: Stated): Inline[];
  /** The value alone for lists and comparisons, where the sentence around it says place and date. */
  value(stated: Stated): string;
  asOf(asOf: AsOf): string;
  /** "Source: …" with its link. */
  source(stated: Stated): Inline[];
  sourceLink(source: Source): Inline[];
};

export function figureWords(catalogue: Catalogue, words: Words): FigureWords {
  const { language } = words;
  const text = (key: Parameters<Words['say']>[0], values: Parameters<Words['say']>[1]) =>
    inlineText(words.say(key, values));

  const yuan = (value: number) => text('yuan', { amount: amountText(value, language) });
  const dollars = (value: number) => text('dollars', { amount: amountText(value, language) });

  const value = (stated: Stated): string => {
    const quantity = quantityOf(stated);
    if (!quantity) {
      const happened =
        stated.figure.kind === 'event' && 'happened' in stated.observation ? stated.observation.happened : undefined;
      return happened ? dateText(happened, language) : inlineText(statement(stated));
    }
    const money = stated.figure.kind === 'money';
    const own = qualified(quantity.qualifier, money ? yuan(quantity.value) : plainNumber(quantity.value, language));
    const other = quantity.equivalents?.[0];
    if (!other) return own;
    const converted = qualified(other.qualifier, dollars(other.value));
    return stated.currency === 'USD'
      ? text('withEquivalent', { amount: converted, other: own })
      : text('withEquivalent', { amount: own, other: converted });
  };

  const qualified = (qualifier: string, amount: string) =>
    qualifier === 'over' || qualifier === 'about' ? text(qualifier, { amount }) : amount;

  const statement = (stated: Stated): Inline[] => {
    const { figure, observation } = stated;
    const quantity = quantityOf(stated);
    const place = catalogue.places.find(({ id }) => id === observation.place)?.within[language] ?? '';
    return capitalised(
      words.fill(figure.statement[language], {
        place,
        ...(quantity ? { value: value(stated), n: quantity.value } : {}),
      }),
    );
  };

  const asOf = ({ date, basis }: AsOf) =>
    text(basis === 'stated' ? 'asOfStated' : 'asOfMeasured', { date: dateText(date, language) });

  const sourceLink = (source: Source): Inline[] => [
    {
      link: text('sourceName', { name: source.name[language], date: dateText(source.published, language) }),
      url: source.url,
    },
  ];

  return {
    value,
    asOf,
    sourceLink,
    sentence: (stated) => words.say('stated', { statement: statement(stated), asOf: asOf(stated.observation.asOf) }),
    source({ observation }) {
      const source = catalogue.sources.find(({ id }) => id === observation.source);
      if (!source)
        throw new Error(`the catalogue has no source "${observation.source}"; check-data should have refused it`);
      return words.say('source', { link: sourceLink(source), paragraph: observation.paragraph ?? 'none' });
    },
  };
}

function capitalised(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  if (typeof first === 'string') return [upper(first), ...rest];
  return first && 'strong' in first ? [{ strong: upper(first.strong) }, ...rest] : [...inlines];
}
