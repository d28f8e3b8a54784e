import type { Texts } from '../../data/schema.ts';
import { GAZETTEER } from './words/gazetteer.ts';

/** A place that a question can name: one of the catalogue, or one of the world that the catalogue has no figures of. */
export type NamedPlace = { id: string; name: Texts };

/** The places of the world with every way to write them. Their ids begin with "elsewhere:". */
export function worldPlaces(): readonly { place: NamedPlace; phrases: readonly string[] }[] {
  world ??= GAZETTEER.map(([en, zh, ru, ...aliases]) => ({
    place: { id: `elsewhere:${en}`, name: { en, zh, ru } },
    phrases: [en, zh, ru, ...aliases],
  }));
  return world;
}

/** The name of a place of the world in every language. */
export function worldPlace(id: string): Texts | undefined {
  return worldPlaces().find(({ place }) => place.id === id)?.place.name;
}

let world: readonly { place: NamedPlace; phrases: readonly string[] }[] | undefined;
