import { unheldPlace } from '../../language/places.ts';
import type { Tools } from './tools.ts';

/** A place by its name, also one that the catalogue has nothing of. */
export function placeName(place: string, { catalogue, words }: Tools): string {
  const name = catalogue.places.find(({ id }) => id === place)?.name ?? unheldPlace(place, catalogue);
  return name?.[words.language] ?? '';
}
