import type { Catalogue, Unit } from '../../data/schema.ts';

/** A unit of the catalogue with its label and the nouns that people count by; undefined where the catalogue lists none. */
export function unitOf(id: string, { units }: Pick<Catalogue, 'units'>): Unit | undefined {
  return units.find((unit) => unit.id === id);
}

/** Units that a number in a message may have to be one of the figures', as numbers are read: currencies by their code. */
export function ownUnitsOf({ currency }: Pick<Catalogue, 'currency'>): ReadonlySet<string> {
  return new Set(['percent', 'USD', ...(currency ? [currency.code] : [])]);
}
