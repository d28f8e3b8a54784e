import type { Language } from '../../data/languages.ts';
import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { NOUNS } from '../language/words/nouns.ts';
import type { Postings } from '../matching/postings.ts';
import { type ContentTerm, nounIn } from './counted.ts';
import type { Lexicon } from './lexicon.ts';
import type { Target } from './targets.ts';

type Count = Extract<Figure, { kind: 'count' }>;

/**
 * Whether a figure or derived number can be the amount of the things that some words name: a "firm" is an enterprise,
 * a "talent" is no policy, and "firms in each ecosystem" are no sum for each. No words name anything.
 */
export type Counting = (target: Target, things: readonly ContentTerm[]) => boolean;

export function createCounting(
  catalogue: Catalogue,
  lexicon: Lexicon,
  targets: readonly Target[],
  postings: Postings,
): Counting {
  const figures = figureIndex(catalogue);
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));
  const units = targets.map(({ kind, id }) => {
    const figure = kind === 'figure' ? figures.get(id) : undefined;
    return figure?.kind === 'count' ? figure.unit : undefined;
  });
  const wordsOf = (written: (language: Language) => readonly string[]) =>
    new Set(lexicon.languages.flatMap((language) => written(language).flatMap((text) => lexicon.knownWords(text))));
  const nounsOf = perFigure(({ unit, label }) =>
    wordsOf((language) => [NOUNS[unit]?.[language] ?? '', nounIn(label[language], language) ?? label[language]]),
  );
  const nounsOfNames = perFigure(({ keywords }) =>
    wordsOf((language) => keywords[language].flatMap((keyword) => nounIn(keyword, language) ?? [])),
  );
  // A figure can be named by what it does not count: talents are also people, and have funds.
  const isOnlyOf = (unit: string, word: number) =>
    postings.having(word).every((document) => units[document] === unit || targets[document]?.kind === 'relation');
  const isNoun = (figure: Count, word: number) =>
    nounsOf(figure).has(word) || (nounsOfNames(figure).has(word) && isOnlyOf(figure.unit, word));

  return ({ kind, id }, things) => {
    const figure = figures.get(kind === 'relation' ? (relations.get(id)?.left ?? '') : id);
    if (kind === 'gap' || figure === undefined || things.length === 0) return true;
    if (figure.kind === 'count') return things.some(({ word }) => word !== undefined && isNoun(figure, word));
    const document = figures.placeOf(figure.id) ?? -1;
    return kind === 'figure' || things.some(({ word }) => word !== undefined && postings.holds(document, word));
  };
}

function perFigure<T>(make: (figure: Count) => T): (figure: Count) => T {
  const made = new Map<string, T>();
  return (figure) => {
    const known = made.get(figure.id);
    if (known !== undefined) return known;
    const value = make(figure);
    made.set(figure.id, value);
    return value;
  };
}
