import { worldPlace } from '../../language/places.ts';
import type { Tools } from './tools.ts';

/** A place by its name, also one of the world that the catalogue has nothing of. */
export function placeName(place: string, { catalogue, words }: Tools): string {
  const name = catalogue.places.find(({ id }) => id === place)?.name ?? worldPlace(place);
  return name?.[words.language] ?? '';
}
