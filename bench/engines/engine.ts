/** What a search library is given of one figure. */
export type Document = { id: string; keywords: string[] };

/** A document that an engine found; the higher the score, the surer it is. */
type Hit = { id: string; score: number };

/** Finds documents, best first, at most `MOST_HITS`. */
export type Search = (question: string) => Hit[];

/** A search library as one would set it up in an afternoon. */
export type Engine = {
  name: string;
  build(documents: readonly Document[]): Search;
  /** Whether its scores tell a good hit from a bad one; without them it can refuse only where it finds nothing. */
  tellsScores: boolean;
};

export const MOST_HITS = 3;
