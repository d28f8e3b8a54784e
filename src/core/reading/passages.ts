/** A sentence as it was written, in the parts that its own marks make. */
export type Passage = { clauses: string[] };

/** Longest text that is checked, in characters: a long paragraph of an article, and twice Discord's longest message. */
export const MAX_CHECKED_CHARACTERS = 4_000;

/** Cuts a text into sentences and clauses without touching its words, so that they can be quoted. */
export function passagesOf(text: string): Passage[] {
  return text
    .slice(0, MAX_CHECKED_CHARACTERS)
    .split(SENTENCE_END)
    .map((sentence) => ({
      clauses: sentence
        .split(CLAUSE_END)
        .map((clause) => clause.trim())
        .filter(Boolean),
    }))
    .filter(({ clauses }) => clauses.length > 0);
}

/** A full stop ends a sentence only before a space, and not behind an abbreviation: 16.8, e.my399.com and "1,7 тыс." go on. */
const SENTENCE_END =
  /(?<!\P{L}(?:тыс|млн|млрд|г|гг|долл|no|co|ltd|inc|mr|ms|dr|approx|u\.s)(?=\.))[.!?]+(?=\s|$)|[。！？\n]+/iu;
/** A comma parts only before a space, since it also groups digits; Chinese marks always do. */
const CLAUSE_END = /[,;:](?=\s|$)|[，；：、]|\s[–—-]\s|[()（）]/u;
