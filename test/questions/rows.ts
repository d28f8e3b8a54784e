import { readFileSync } from 'node:fs';
import type { Language } from '../../src/data/schema.ts';

/** A labelled message: what somebody typed, and what an honest answer to it states. */
export type Row = {
  id: string;
  q: string;
  /** The question asked just before in the same conversation. */
  prev?: string;
  lang: Language;
  kind: RowKind;
  /** The figures that a right answer states, all of them. */
  expect: string[];
  /** Figures that it may state too. */
  also?: string[];
  /** The honest reply is that the bot does not have it. */
  refuse?: boolean;
  /** Numbers that a comparison or a derived answer must show, in base units. */
  number?: number | number[];
  /** Numbers of another place, time or thing, which a right answer does not state. */
  never?: number[];
};

type RowKind = (typeof ROW_KINDS)[number];

export const ROW_KINDS = [
  'count',
  'money',
  'when',
  'what',
  'who',
  'list',
  'compare',
  'derived',
  'multi',
  'followup',
  'overview',
  'meta',
  'smalltalk',
  'out-of-scope',
  'ambiguous',
] as const;

/** Questions whose misses may be read, to find causes. */
export const KNOWN = 'test/questions/known.jsonl';
/** Questions that nothing may be fitted to: they tell whether the fit to the known ones holds. */
export const HELD_BACK = 'test/questions/held-back.jsonl';
/** Questions from the newsroom and the office, written last, without sight of the others or of the keywords. */
export const FRESH = 'test/questions/fresh.jsonl';
/** Questions written after those, two thirds of them after things that are not held beside things that are. */
export const SECOND = 'test/questions/second.jsonl';

/** Questions in the words of a hurried chat, more than half of them after what is not held beside what is. */
export const THIRD = 'test/questions/third.jsonl';
/** Questions as people type them, two thirds of them after what is held, written after those and looked at one language after the other. */
export const FOURTH = 'test/questions/fourth.jsonl';
/** The same by others, written when what the fourth round showed was mended. */
export const FIFTH = 'test/questions/fifth.jsonl';
/** The same, of which nobody has looked at a miss: they tell what to expect of tomorrow's questions. */
export const UNSEEN = 'test/questions/unseen.jsonl';

export function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
