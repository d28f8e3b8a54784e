// src/core/catalogue: the catalogue as answers need it: figures, values in time and place, scopes.
// Imported by: core.

import type { Catalogue, Figure } from '../../data/schema.ts';

/** A catalogue's figures by id; one index serves every step, so that a large catalogue is not indexed again and again. */
export type FigureIndex = {
  get(id: string): Figure | undefined;
  /** The place of a figure in the catalogue. */
  placeOf(id: string): number | undefined;
  /** The figures of some ids, in their order; unknown ids are left out. */
  all(ids: readonly string[]): Figure[];
  /** The figures that the catalogue's first source gives: what is told when nothing in particular is asked. */
  main: readonly Figure[];
  /** The figures of some topics, or where none is named of all, that stand side by side: the main ones, or where there are none of these, all. */
  ofTopics(topics: readonly string[]): Figure[];
};

export function figureIndex(catalogue: Catalogue): FigureIndex {
  const known = indexes.get(catalogue);
  if (known) return known;
  const places = new Map(catalogue.figures.map(({ id }, at) => [id, at]));
  const get = (id: string) => {
    const place = places.get(id);
    return place === undefined ? undefined : catalogue.figures[place];
  };
  const main = catalogue.figures.filter(({ observations }) => observations[0]?.source === catalogue.sources[0]?.id);
  const index: FigureIndex = {
    get,
    placeOf: (id) => places.get(id),
    main,
    all: (ids) => ids.map(get).filter((figure) => figure !== undefined),
    ofTopics(topics) {
      const isOf = ({ topic }: Figure) => topics.length === 0 || topics.includes(topic);
      const ofMain = main.filter(isOf);
      return ofMain.length > 0 ? ofMain : catalogue.figures.filter(isOf);
    },
  };
  indexes.set(catalogue, index);
  return index;
}

const indexes = new WeakMap<Catalogue, FigureIndex>();
