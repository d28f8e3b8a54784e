// src/core/matching: spelling: distances, corrections, completion, the index of words.
// Imported by: core, cli, config.

/** Every word that the bot knows, numbered, so that the index holds numbers instead of strings. */
export type Vocabulary = {
  /** The number of a stem, given anew when it is unknown; `shown` is how a person writes the word. */
  add(stem: string, shown: string): number;
  find(stem: string): number | undefined;
  stem(word: number): string;
  shown(word: number): string;
  size(): number;
};

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const stems: string[] = [];
  const shown: string[] = [];
  return {
    add(stem, written) {
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      numbers.set(stem, stems.length);
      shown.push(written);
      return stems.push(stem) - 1;
    },
    find: (stem) => numbers.get(stem),
    stem: (word) => stems[word] ?? '',
    shown: (word) => shown[word] ?? '',
    size: () => stems.length,
  };
}
