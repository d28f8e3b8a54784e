import type { Place } from '../../data/schema.ts';

/** The places that a place lies in, the nearest first: of a city its province, and what that lies in. */
export function ancestorsOf(id: string, places: readonly Place[]): string[] {
  const ancestors: string[] = [];
  let parent = parentOf(id, places);
  // A circle that a curator wrote ends where it closes.
  while (parent !== undefined && parent !== id && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = parentOf(parent, places);
  }
  return ancestors;
}

function parentOf(id: string, places: readonly Place[]): string | undefined {
  return places.find((place) => place.id === id)?.parent;
}
