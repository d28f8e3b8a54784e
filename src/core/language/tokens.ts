/** A piece of a normalised message: a word, a run of Chinese, a number, or a mark that may part two wishes. */
export type Token =
  | { kind: 'word'; text: string; start: number }
  | { kind: 'han'; text: string; start: number }
  | { kind: 'number'; text: string; start: number }
  | { kind: 'mark'; text: string; start: number };

/** Cuts a normalised message at script borders, so that 高新技术企业2023 is a run of Chinese and a number. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    tokens.push({ kind: kindOf(match), text: piece, start: match.index });
  }
  return tokens;
}

const PIECE =
  /(?<ordinal>\d+(?:st|nd|rd|th)\b)|(?<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?)|(?<han>\p{Script=Han}+)|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}])+)|(?<mark>[,;:.?!/&+\n=<>~|%$€£¥、。—–]|(?<=\s)-(?=\s))/gu;

function kindOf(match: RegExpMatchArray): Token['kind'] {
  const groups = match.groups ?? {};
  if (groups['number']) return 'number';
  if (groups['han']) return 'han';
  return groups['mark'] ? 'mark' : 'word';
}
