import { idOf, type Keywords } from './catalogue.ts';
import { isOrdinaryEnglish } from './ordinary.ts';
import { type Random, whole } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Eight words of which three tell: what one figure is called with a slip, or things that no figure is about. */
export type SyntheticQuestion = { text: string; answers: ReadonlySet<string> };

/** A question for a figure: its first keyword, one word of it mistyped. Every figure with all three words is right. */
export function heldQuestions(
  count: number,
  keywords: Keywords,
  { used }: Vocabulary,
  random: Random,
): SyntheticQuestion[] {
  const known = new Set(used);
  const holders = holdersIn(keywords);
  return Array.from({ length: count }, () => {
    const words = keywords[whole(random, 0, keywords.length - 1)]?.[0] ?? [];
    const slip = whole(random, 0, words.length - 1);
    const typed = words.map((word, at) => (at === slip ? mistyped(word, known, random) : word));
    return { text: sentence(typed), answers: holders(words) };
  });
}

/** Questions for something else: every second one holds one word of the catalogue among two strange ones. */
export function strangeQuestions(count: number, { used, strange }: Vocabulary, random: Random): SyntheticQuestion[] {
  const pick = (words: readonly string[]) => words[whole(random, 0, words.length - 1)] ?? '';
  return Array.from({ length: count }, (_, at) => ({
    text: sentence([at % 2 === 0 ? pick(used) : pick(strange), pick(strange), pick(strange)]),
    answers: new Set<string>(),
  }));
}

function sentence(words: readonly string[]): string {
  return `how many ${words.join(' ')} are there now`;
}

/** Tells which figures have all of some words among their keywords. */
function holdersIn(keywords: Keywords): (words: readonly string[]) => ReadonlySet<string> {
  const figuresOf = new Map<string, Set<number>>();
  for (const [figure, list] of keywords.entries()) {
    for (const word of list.flat()) {
      const figures = figuresOf.get(word);
      if (figures) figures.add(figure);
      else figuresOf.set(word, new Set([figure]));
    }
  }
  return (words) => {
    const [rarest, ...others] = words
      .map((word) => figuresOf.get(word) ?? new Set<number>())
      .sort((a, b) => a.size - b.size);
    return new Set([...(rarest ?? [])].filter((figure) => others.every((one) => one.has(figure))).map(idOf));
  };
}

/** One letter replaced, left out, doubled or swapped, so that no other known word comes out. */
function mistyped(word: string, known: ReadonlySet<string>, random: Random): string {
  for (;;) {
    const at = whole(random, 0, word.length - 2);
    const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
    const other = String.fromCharCode(97 + whole(random, 0, 25));
    const slips = [
      before + other + next + after,
      before + next + after,
      before + letter + letter + next + after,
      before + next + letter + after,
    ];
    const typed = slips[whole(random, 0, slips.length - 1)] ?? word;
    if (typed !== word && !known.has(typed) && !isOrdinaryEnglish(typed)) return typed;
  }
}
