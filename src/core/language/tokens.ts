// src/core/language: text as the reader needs it: normal forms, tokens, stems, synonyms, segments.
// Imported by: core, cli.

import { wordKey } from './synonyms.ts';

/** The smallest unit of a normalised message: a word, one Chinese sign, a number or a mark, with its place in the text. */
export type Token = {
  kind: 'word' | 'han' | 'number' | 'mark';
  text: string;
  /** What its inflections and spellings share; the text itself for all but words. */
  key: string;
  from: number;
  to: number;
};

/** Cuts a normalised text into tokens. In: the text. Out: its tokens in order; spaces and other signs are left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [written] = match;
    const kind = kindOf(match.groups ?? {});
    const key = kind === 'word' ? wordKey(written) : written;
    tokens.push({ kind, text: written, key, from: match.index, to: match.index + written.length });
  }
  return tokens;
}

/** Whether a token ends a clause. */
export function endsClause({ kind, text }: Token): boolean {
  return kind === 'mark' && CLAUSE_ENDS.has(text);
}

const CLAUSE_ENDS = new Set([...',;:.?!\n。、—–()']);

const TOKEN =
  /(?<number>\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)|(?<han>\p{Script=Han})|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}])+)|(?<mark>[,;:.?!/&+\n=<>~|%$€£¥、。—–()"«»“”]|(?<=\s)-(?=\s))/gu;

function kindOf(groups: Partial<Record<string, string>>): Token['kind'] {
  if (groups['number']) return 'number';
  if (groups['han']) return 'han';
  return groups['mark'] ? 'mark' : 'word';
}
