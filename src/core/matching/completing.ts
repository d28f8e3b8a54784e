/** How well one of some names completes what is being typed: 0 is that very name, up to `NO_COMPLETION` where none holds it. */
export function completionRank(names: readonly string[], typed: string): number {
  return Math.min(
    ...names.map((name) =>
      name === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : NO_COMPLETION,
    ),
  );
}

export const NO_COMPLETION = 3;

/** Fuse's search reads so many letters at a time; more would only slow it down. */
export const MOST_FUZZY_LETTERS = 32;
