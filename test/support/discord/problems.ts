import { type ErrorTree, refusal } from './api-error.ts';

/** A place in a body: `['embeds', 0, 'title']`. */
export type Path = readonly (string | number)[];

/** Collects what is wrong with a body, at the place where it is wrong, before the body is refused as a whole. */
export type Problems = {
  add(path: Path, code: string, message: string): void;
  /** Holds a text to its length; a missing one is a problem only when `min` is above 0. */
  text(path: Path, value: unknown, limit: { min?: number; max: number }): void;
  /** Holds a list to its size and hands back its items; a missing one is a problem only when `min` is above 0. */
  list<T>(path: Path, value: readonly T[] | null | undefined, limit: { min?: number; max: number }): readonly T[];
  /** Refuses the body with 50035 if anything was wrong with it. */
  refuseIfAny(): void;
};

/** Under this key Discord lists the reasons at a place. */
const REASONS = '_errors';

/** Starts an empty collection of problems. */
export function createProblems(): Problems {
  const tree: ErrorTree = {};
  const problems: Problems = {
    add(path, code, message) {
      let node = tree;
      for (const step of path) {
        const next = node[step];
        if (next && !Array.isArray(next)) node = next;
        else {
          const child: ErrorTree = {};
          node[step] = child;
          node = child;
        }
      }
      const reasons = node[REASONS];
      if (Array.isArray(reasons)) reasons.push({ code, message });
      else node[REASONS] = [{ code, message }];
    },
    text(path, value, { min = 0, max }) {
      if (value === undefined || value === null) {
        if (min > 0) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
        return;
      }
      if (typeof value !== 'string') {
        problems.add(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
        return;
      }
      // Discord counts code points, not UTF-16 units.
      holdTo(problems, path, [...value].length, min, max);
    },
    list(path, value, { min = 0, max }) {
      if (value === undefined || value === null) {
        if (min > 0) problems.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
        return [];
      }
      if (!Array.isArray(value)) {
        problems.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
        return [];
      }
      holdTo(problems, path, value.length, min, max);
      return value;
    },
    refuseIfAny() {
      if (Object.keys(tree).length > 0) throw refusal.invalidBody(tree);
    },
  };
  return problems;
}

function holdTo(problems: Problems, path: Path, length: number, min: number, max: number): void {
  if (length >= min && length <= max) return;
  if (min > 0) problems.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  else problems.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}
