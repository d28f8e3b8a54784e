import type { Catalogue, Words } from '../../data/schema.ts';
import { buildPostings, type Fit, type Postings } from '../matching/postings.ts';
import type { Lexicon, Word } from './lexicon.ts';

/** How well the keywords of a figure, relation or gap fit a message or its best clause. */
export type KeywordMatch = { id: string; fit: Fit; score: number };

/** Finds what a message names by the keywords of a catalogue, without any training. */
export type KeywordMatcher = {
  figures(words: readonly Word[], clauses: readonly number[]): KeywordMatch[];
  relations(words: readonly Word[]): KeywordMatch[];
  gaps(words: readonly Word[], clauses: readonly number[]): KeywordMatch[];
  /** The figures that share a keyword which is all that a message names: such a word leaves a choice. */
  sharing(words: readonly Word[]): string[];
  /** The topic of the catalogue that words name, if any. */
  topics(words: readonly Word[]): string | undefined;
  /** Whether a word stands in a keyword of a figure. */
  isOf(figure: string, word: number): boolean;
  /** Whether a word stands in a keyword of a gap. */
  isOfGap(gap: string, word: number): boolean;
};

/** A word that was read as another counts a little less. */
const TRUST_IN_CORRECTION = 0.9;
/** A topic is named from here on, of its coverage and completeness. */
const LEAST_TOPIC = 0.6;
/** Candidates that are looked at further. */
const MOST_CANDIDATES = 8;

export function createKeywordMatcher(
  catalogue: Catalogue,
  lexicon: Lexicon,
  corrected: (word: Word) => number | undefined,
): KeywordMatcher {
  const filed = <T extends { id: string; keywords: Words; shared?: Words | undefined }>(all: readonly T[]) =>
    buildPostings(
      all.map(({ keywords, shared }) =>
        [...namesIn(keywords), ...(shared ? namesIn(shared) : [])]
          .map(lexicon.phrase)
          .filter((phrase) => phrase.length > 0),
      ),
      lexicon.vocabulary.size(),
    );
  const figures = filed(catalogue.figures);
  const relations = filed(catalogue.relations);
  const gaps = filed(catalogue.gaps);
  const topics = filed(catalogue.topics);
  const shared = new Map<string, string[]>();
  for (const { id, shared: keywords } of catalogue.figures)
    for (const keyword of keywords ? namesIn(keywords) : []) {
      const key = keyOf(lexicon.phrase(keyword));
      const filed = shared.get(key) ?? [];
      if (!filed.includes(id)) shared.set(key, [...filed, id]);
    }
  const placeOf = new Map(catalogue.figures.map(({ id }, at) => [id, at]));
  const gapAt = new Map(catalogue.gaps.map(({ id }, at) => [id, at]));

  const search = (postings: Postings, all: readonly { id: string }[], words: readonly Word[]): KeywordMatch[] => {
    const known = words.flatMap((word) => {
      if (word.number !== undefined) return [{ word: word.number, trust: 1 }];
      const other = corrected(word);
      return other === undefined ? [] : [{ word: other, trust: TRUST_IN_CORRECTION }];
    });
    if (known.length === 0) return [];
    return postings.search(known, words.length - known.length).flatMap((fit) => {
      const id = all[fit.document]?.id;
      return id === undefined ? [] : [{ id, fit, score: fit.completeness * (0.3 + 0.7 * fit.likeness) }];
    });
  };
  /** Each clause by itself and the whole message: what stands around a question takes nothing from its match. */
  const searchClauses = (
    postings: Postings,
    all: readonly { id: string }[],
    words: readonly Word[],
    clauses: readonly number[],
  ) => {
    const best = new Map<string, KeywordMatch>();
    const numbers = [...new Set(words.map(({ from }) => clauses[from] ?? 0))];
    const stretches = numbers.map((clause) => words.filter(({ from }) => clauses[from] === clause));
    for (const stretch of numbers.length > 1 ? [words, ...stretches] : [words])
      for (const match of search(postings, all, stretch))
        if (match.score > (best.get(match.id)?.score ?? 0)) best.set(match.id, match);
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
  };

  return {
    figures: (words, clauses) => searchClauses(figures, catalogue.figures, words, clauses),
    relations: (words) => search(relations, catalogue.relations, words),
    gaps: (words, clauses) => searchClauses(gaps, catalogue.gaps, words, clauses),
    sharing(words) {
      const key = keyOf(words.flatMap((word) => word.number ?? corrected(word) ?? []));
      return words.length === 0 ? [] : (shared.get(key) ?? []);
    },
    topics(words) {
      const [best] = search(topics, catalogue.topics, words);
      return best && best.fit.coverage >= LEAST_TOPIC && best.fit.completeness >= LEAST_TOPIC ? best.id : undefined;
    },
    isOf: (figure, word) => figures.holds(placeOf.get(figure) ?? -1, word),
    isOfGap: (gap, word) => gaps.holds(gapAt.get(gap) ?? -1, word),
  };
}

/** Words in whatever order and number. */
function keyOf(words: readonly number[]): string {
  return [...new Set(words)].sort((a, b) => a - b).join(' ');
}

function namesIn(words: Words): string[] {
  return [...words.en, ...words.zh, ...words.ru];
}
