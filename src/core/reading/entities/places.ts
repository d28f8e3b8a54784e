import type { Catalogue } from '../../../data/schema.ts';
import { fold } from '../../language/normalise.ts';
import { declined, type NamedPlace, unheldPlaces } from '../../language/places.ts';
import { type Token, tokenise } from '../../language/tokens.ts';
import type { PlaceEntity } from '../analysis.ts';

/** Finds the places that a message names, the longest name first: those of the catalogue, and those of the world. */
export type PlaceFinder = (tokens: readonly Token[]) => PlaceEntity[];

export function createPlaceFinder(catalogue: Catalogue): PlaceFinder {
  const names = new Map<string, NamedPlace>();
  const forms = new Map<string, NamedPlace>();
  const own = new Map(catalogue.places.map((place) => [place.name.en, place]));
  let longest = 1;
  const file = (name: string, place: NamedPlace) => {
    const keys = tokenise(fold(name)).map(({ key }) => key);
    if (keys.length === 0) return;
    names.set(keys.join(' '), place);
    for (const form of declined(fold(name))) forms.set(form, place);
    longest = Math.max(longest, keys.length);
  };
  // The world's other names of a place lead to the catalogue's own; the catalogue's names go before the world's.
  for (const { place, phrases } of unheldPlaces(catalogue))
    for (const phrase of phrases) file(phrase, own.get(place.name.en) ?? place);
  for (const place of catalogue.places) for (const phrase of Object.values(place.keywords).flat()) file(phrase, place);

  return (tokens) => {
    const found: PlaceEntity[] = [];
    for (let from = 0; from < tokens.length; ) {
      let hit: PlaceEntity | undefined;
      let key = '';
      for (let to = from; to < Math.min(tokens.length, from + longest); to++) {
        const token = tokens[to];
        if (!token || (token.kind === 'mark' && token.text !== '.')) break;
        key = to === from ? token.key : `${key} ${token.key}`;
        const place = names.get(key) ?? (to === from ? forms.get(token.text) : undefined);
        if (place) hit = { kind: 'place', place, from, to: to + 1 };
      }
      if (hit) found.push(hit);
      from = hit?.to ?? from + 1;
    }
    return found;
  };
}
