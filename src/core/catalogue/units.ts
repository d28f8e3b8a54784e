import type { Catalogue, Unit } from '../../data/schema.ts';

/** A unit of the catalogue with its label and the nouns that people count by; undefined where the catalogue lists none. */
export function unitOf(id: string, { units }: Pick<Catalogue, 'units'>): Unit | undefined {
  return units.find((unit) => unit.id === id);
}
