import type { Catalogue, PlaceGroup } from '../../data/schema.ts';

/** The groups that a place belongs to, such as the four cities that are set side by side. */
export function groupsOf(place: string, { groups }: Pick<Catalogue, 'groups'>): PlaceGroup[] {
  return groups.filter(({ places }) => places.includes(place));
}
