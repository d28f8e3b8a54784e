import type { Catalogue, Figure } from '../../src/data/schema.ts';
import { type Random, whole } from './random.ts';

/** The words of each keyword of each figure. */
export type Keywords = string[][][];

/** Figures with 3 to 8 keywords of 2 or 3 words; common words come as often as in real texts (Zipf). */
export function createKeywords(figures: number, words: readonly string[], random: Random): Keywords {
  const draw = createDraw(words, random);
  const keyword = (length: number) => {
    const drawn = new Set<string>();
    while (drawn.size < length) drawn.add(draw());
    return [...drawn];
  };
  return Array.from({ length: figures }, () =>
    Array.from({ length: whole(random, 3, 8) }, (_, at) => keyword(at === 0 ? 3 : whole(random, 2, 3))),
  );
}

/** A catalogue of the product's own shape; all but ids and keywords is that of a shipped figure. */
export function createCatalogue(keywords: Keywords, shipped: Catalogue): Catalogue {
  const model = shipped.figures.find(({ kind }) => kind === 'count') as Figure;
  const figures = keywords.map((list, at): Figure => {
    const { shared: _, ...rest } = model;
    return {
      ...rest,
      id: idOf(at),
      related: [],
      keywords: { en: list.map((words) => words.join(' ')), zh: [], ru: [] },
    };
  });
  return { ...shipped, figures, relations: [], gaps: [] };
}

export function idOf(figure: number): string {
  return `figure-${figure}`;
}

function createDraw(words: readonly string[], random: Random): () => string {
  const reached: number[] = [];
  let total = 0;
  for (const at of words.keys()) {
    total += 1 / (at + 1);
    reached.push(total);
  }
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = reached.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}
