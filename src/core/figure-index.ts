import type { Catalogue, Figure } from '../data/schema.ts';

/** A catalogue's figures by id; one index serves every step, so that a large catalogue is not indexed again and again. */
export type FigureIndex = {
  get(id: string): Figure | undefined;
  /** The place of a figure in the catalogue. */
  placeOf(id: string): number | undefined;
  /** The figures of some ids, in their order; unknown ids are left out. */
  all(ids: readonly string[]): Figure[];
  /** The figures that the catalogue's first source gives: what is told when nothing in particular is asked. */
  main: readonly Figure[];
};

export function figureIndex(catalogue: Catalogue): FigureIndex {
  const known = indexes.get(catalogue);
  if (known) return known;
  const places = new Map(catalogue.figures.map(({ id }, at) => [id, at]));
  const get = (id: string) => {
    const place = places.get(id);
    return place === undefined ? undefined : catalogue.figures[place];
  };
  const index: FigureIndex = {
    get,
    placeOf: (id) => places.get(id),
    main: catalogue.figures.filter(({ observations }) => observations[0]?.source === catalogue.sources[0]?.id),
    all: (ids) => ids.map(get).filter((figure) => figure !== undefined),
  };
  indexes.set(catalogue, index);
  return index;
}

const indexes = new WeakMap<Catalogue, FigureIndex>();
