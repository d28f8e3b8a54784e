import type { Catalogue, Texts } from '../../data/schema.ts';
import { GAZETTEER } from './words/gazetteer.ts';

/** A place that a question can name: one of the catalogue, or one of the world that the catalogue has no figures of. */
export type NamedPlace = { id: string; name: Texts };

type Phrased = { place: NamedPlace; phrases: readonly string[] };

/** The places without figures, of the catalogue and of the world, with every way to write them. Their ids begin with "elsewhere:". */
export function unheldPlaces({ unheld }: Pick<Catalogue, 'unheld'>): readonly Phrased[] {
  world ??= GAZETTEER.map(([en, zh, ru, ...aliases]) => phrased({ en, zh, ru }, aliases));
  return [...unheld.map(({ name, keywords }) => phrased(name, Object.values(keywords).flat())), ...world];
}

/** The name of a place without figures in every language. */
export function unheldPlace(id: string, catalogue: Pick<Catalogue, 'unheld'>): Texts | undefined {
  return unheldPlaces(catalogue).find(({ place }) => place.id === id)?.place.name;
}

function phrased(name: Texts, aliases: readonly string[]): Phrased {
  return { place: { id: `elsewhere:${name.en}`, name }, phrases: [...Object.values(name), ...aliases] };
}

let world: readonly Phrased[] | undefined;

/**
 * The other cases of a name of one Russian word. The stemmer takes the end of many names for an ending, but not in all of
 * their cases ("Гуйян", but "в Гуйяне"), and makes common words of others ("Дубая", "дуб"). In: a folded name.
 */
export function declined(name: string): string[] {
  const [, base = '', last = ''] = RUSSIAN_NAME.exec(name) ?? [];
  if (base === '') return [];
  const endings = ENDINGS[last];
  return endings ? endings.map((ending) => base + ending) : HARD_ENDINGS.map((ending) => name + ending);
}

/** One word that is declined: no adjective, and no name that ends in a vowel but "а" and "я". */
const RUSSIAN_NAME = /^(\p{Script=Cyrillic}{2,})((?<![иы])й|[аябвгджзклмнпрстфхцчшщ])$/u;
/** Endings of the cases that stand for the last letter of a name, and those behind a consonant. */
const ENDINGS: Partial<Record<string, readonly string[]>> = {
  й: ['я', 'ю', 'ем', 'е'],
  а: ['ы', 'е', 'у', 'ой'],
  я: ['и', 'е', 'ю', 'ей'],
};
const HARD_ENDINGS = ['а', 'у', 'ом', 'е'];
