// src/core/language/numbers: numbers as people write them, in three languages.
// Imported by: core.

import type { Unit } from './beside.ts';
import { type CodeKind, codesIn } from './codes.ts';
import { toNumber } from './decimal.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { foldSigns } from './fold.ts';
import type { Bound } from './grammar.ts';
import { piecesOf } from './pieces.ts';
import { joinRanges } from './ranges.ts';

export { withoutFootnotes } from './fold.ts';

/** A number that somebody wrote, in whatever notation, or digits that count nothing. */
export type NumberEntity = {
  /** `number` counts or measures something; the others do not, and their `value` is NaN. `fraction` is "3/4", 三分之一. */
  kind: 'number' | CodeKind;
  /** Where it stands in the text with its sign, sizes, unit and, of a range, both ends; UTF-16 offsets. */
  from: number;
  to: number;
  /** The same with the words of its bound and range: "more than 3,000", 3000多. */
  around: { from: number; to: number };
  /** text.slice(from, to) */
  written: string;
  /** In base units and exact: 134000000 for 1.34亿. */
  value: number;
  /** The other end of a range, larger than `value`. */
  upTo?: number;
  /** The size of the last place that was written: 1 for "1,751", 100 for "3,4 тыс.", 1e6 for "134 million". */
  digits: number;
  notation: Draft['notation'];
  unit?: Unit;
  bound?: Bound;
  /** First, 3rd, 第三: no quantity. */
  ordinal?: true;
  /** A lone one, 一 or один, which is a pronoun more often than a number. */
  bare?: true;
  /** Four digits from 1900 to 2099 without a group, size or unit. */
  yearLike?: true;
  /** What the same digits mean with the other decimal sign: 1.751 for "1.751", which is read as 1751. */
  alternatives?: number[];
  /** Perhaps a piece of a number, or of an unknown size ("several hundred"): its value must never be ruled on. */
  unreadable?: true;
};

/**
 * Reads every number of a text in English, Chinese or Russian, mixed as people mix them; in order, never overlapping.
 * Dates, times of day, parts of a whole, versions, ids and phone numbers come with a kind of their own. A fraction
 * that is no part ("2½ million") is a number. Any text is allowed; the work grows with its length.
 */
export function readNumbers(text: string): NumberEntity[] {
  const folded = foldSigns(text);
  const codes = codesIn(folded);
  const { pieces, ids } = piecesOf(folded, codes);
  const skipped = [...codes, ...ids.map((id) => ({ ...id, kind: 'code' as const }))].sort((a, b) => a.from - b.from);
  const numbers = joinRanges(draftsOf(pieces, folded, skipped), folded).map((draft) => finished(draft, text));
  const others = skipped.map(({ kind, from, to }) => ({
    kind,
    from,
    to,
    around: { from, to },
    written: text.slice(from, to),
    value: Number.NaN,
    digits: 1,
    notation: 'digits' as const,
  }));
  return [...numbers, ...others].sort((a, b) => a.from - b.from);
}

function finished(draft: Draft, text: string): NumberEntity {
  const { from, to, around, quantity, value, upTo, notation, unit, bound, alternatives, plainYear } = draft;
  return {
    kind: 'number',
    from,
    to,
    around,
    written: text.slice(from, to),
    value: toNumber(value),
    ...(upTo ? { upTo: toNumber(upTo) } : {}),
    digits: Number(`1e${quantity.place}`),
    notation,
    ...(unit ? { unit } : {}),
    ...(bound ? { bound } : {}),
    ...(quantity.ordinal ? { ordinal: true as const } : {}),
    ...(quantity.lone && !quantity.ordinal ? { bare: true as const } : {}),
    ...(plainYear ? { yearLike: true as const } : {}),
    ...(alternatives ? { alternatives: alternatives.map(toNumber) } : {}),
    ...(draft.unreadable ? { unreadable: true as const } : {}),
  };
}
