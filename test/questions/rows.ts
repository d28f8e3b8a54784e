import { readFileSync } from 'node:fs';
import type { Language } from '../../src/data/schema.ts';

/** A labelled message: what somebody typed, and what an honest answer to it states. */
export type Row = {
  id: string;
  q: string;
  /** The question asked just before in the same conversation. */
  prev?: string | string[];
  lang: Language;
  /** 'ambiguous', 'overview' and 'list' are judged apart; any other kind only sorts the rates. */
  kind: string;
  writer: string;
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

/** Messages by 33 writers whom training never saw; nobody reads their misses, so that they tell what to expect of tomorrow's. */
export const LAST = 'test/questions/last.jsonl';

export function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
