import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';

/** Figures on one further page of a list: more would not be read on a phone. */
const MOST_LISTED = 10;

/** The figures of some topics, or of all, by pages: those of the main source stay together on the first. */
export function pagesOf(catalogue: Catalogue, topics: readonly string[]): Figure[][] {
  const isListed = ({ topic }: Figure) => topics.length === 0 || topics.includes(topic);
  const main = figureIndex(catalogue).main.filter(isListed);
  const others = catalogue.figures.filter((figure) => isListed(figure) && !main.includes(figure));
  if (main.length + others.length <= MOST_LISTED) return [[...main, ...others]];
  const pages = main.length > 0 ? [main] : [];
  for (let from = 0; from < others.length; from += MOST_LISTED) pages.push(others.slice(from, from + MOST_LISTED));
  return pages;
}
