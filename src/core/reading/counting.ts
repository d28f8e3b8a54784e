import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../figure-index.ts';
import { NOUNS } from '../language/words/nouns.ts';
import type { ContentTerm } from './hints.ts';
import type { Lexicon } from './lexicon.ts';
import type { Target } from './targets.ts';

/**
 * Whether a figure or derived number can be the amount of the things that some words name: a "firm" is an enterprise,
 * a "talent" is no policy, and "firms in each ecosystem" are no sum for each. No words name anything.
 */
export type Counting = (target: Target, things: readonly ContentTerm[]) => boolean;

/** `names` tells whether a word is part of what names a figure. */
export function createCounting(
  catalogue: Catalogue,
  lexicon: Lexicon,
  names: (figure: string, word: number) => boolean,
): Counting {
  const figures = figureIndex(catalogue);
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));
  const nouns = new Map<string, ReadonlySet<number>>();
  const nounsOf = ({ id, label }: Figure, unit: string): ReadonlySet<number> => {
    // Where nothing is written down for a unit, the figure's label tells what is counted.
    const key = unit in NOUNS ? unit : id;
    const known = nouns.get(key);
    if (known) return known;
    const written = NOUNS[unit] ?? label;
    const found = new Set(lexicon.languages.flatMap((language) => lexicon.knownWords(written[language])));
    nouns.set(key, found);
    return found;
  };
  return ({ kind, id }, things) => {
    const figure = figures.get(kind === 'relation' ? (relations.get(id)?.left ?? '') : id);
    if (kind === 'gap' || figure === undefined || things.length === 0) return true;
    if (figure.kind === 'count') {
      const counted = nounsOf(figure, figure.unit);
      return things.some(({ word }) => word !== undefined && counted.has(word));
    }
    return kind === 'figure' || things.some(({ word }) => word !== undefined && names(figure.id, word));
  };
}
