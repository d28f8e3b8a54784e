import { chinese, HAN_DIGITS, HAN_IDIOMS } from './chinese.ts';
import { type Decimal, decimal, plus, times } from './decimal.ts';
import { type Literal, literalAt, matchAt } from './digits.ts';
import { english } from './english.ts';
import { plainDigits, VULGAR_PARTS } from './fold.ts';
import type { Grammar, Meaning } from './grammar.ts';
import { russian } from './russian.ts';

/** A numeral word, sign or run of digits of a folded text. */
export type Piece = {
  from: number;
  to: number;
  script: 'digits' | 'latin' | 'cyrillic' | 'han';
  meaning: Meaning;
  /** The digits as written one by one, for what stands behind a decimal sign. */
  digits?: string;
  /** The second of two digits that name a span: 三四百. */
  upper?: Decimal;
  /** The other reading of the same digits. */
  other?: Literal['other'];
  /** Digits that form no number, or such as stand beside a sign of arithmetic. */
  unreadable?: true;
};

type Span = { from: number; to: number };

/** Cuts out of a folded text all that numerals are made of; `codes`, in order, are passed over. Grows with the text's length. */
export function piecesOf(text: string, codes: readonly Span[]): { pieces: Piece[]; ids: Span[] } {
  const pieces: Piece[] = [];
  const ids: Span[] = [];
  let at = 0;
  let code = 0;
  for (let next = findNext(text, at); next !== undefined; next = findNext(text, at)) {
    while ((codes[code]?.to ?? Number.POSITIVE_INFINITY) <= next) code++;
    const over = codes[code];
    if (over && over.from <= next) {
      at = over.to;
      continue;
    }
    const before = pieces.at(-1);
    const found = pieceAt(text, next, before?.to === next ? before : undefined);
    if (found === undefined || 'skip' in found) at = next + (found?.skip ?? 1);
    // "1 229/250": nobody can tell where the first number ends.
    else if (over && found.to > over.from) at = over.to;
    else {
      at = found.to;
      if ('id' in found) ids.push({ from: next, to: at });
      else pieces.push(found);
    }
  }
  return { pieces, ids };
}

const HAN_SIGNS = [...HAN_DIGITS.keys(), ...chinese.words.keys(), '若好上个'].join('');
const NEXT = new RegExp(`\\.?\\d|[½¼¾]|[a-z]|[а-я]|[${HAN_SIGNS}]`, 'gu');

function findNext(text: string, from: number): number | undefined {
  NEXT.lastIndex = from;
  return NEXT.exec(text)?.index;
}

type Found = Piece | { skip: number } | { id: true; to: number } | undefined;

function pieceAt(text: string, at: number, before: Piece | undefined): Found {
  const sign = text[at] ?? '';
  if (/[\d.½¼¾]/.test(sign)) return digitsAt(text, at, before);
  if (/[a-z]/.test(sign)) return wordAt(text, at, english, 'latin', /[a-z]+/y);
  if (/[а-я]/.test(sign)) return wordAt(text, at, russian, 'cyrillic', /[а-я]+/y);
  return hanAt(text, at, before);
}

function wordAt(text: string, at: number, { phrases, words }: Grammar, script: Piece['script'], word: RegExp): Found {
  for (const [, form, meaning] of phrases) {
    const phrase = matchAt(form, text, at);
    if (phrase) return { from: at, to: at + phrase[0].length, script, meaning };
  }
  const [typed = ''] = matchAt(word, text, at) ?? [];
  // m² is no million.
  const meaning = /[²³]/.test(text[at + typed.length] ?? '') ? undefined : words.get(typed);
  return meaning ? { from: at, to: at + typed.length, script, meaning } : { skip: typed.length };
}

function hanAt(text: string, at: number, before: Piece | undefined): Found {
  const idiom = matchAt(HAN_IDIOMS, text, at);
  if (idiom && before === undefined) return { skip: idiom[0].length };
  for (const [, form, meaning] of chinese.phrases) {
    const phrase = matchAt(form, text, at);
    if (phrase && (meaning.kind !== 'zero' || before))
      return { from: at, to: at + phrase[0].length, script: 'han', meaning };
  }
  const meaning = chinese.words.get(text[at] ?? '');
  const one = { from: at, to: at + 1, script: 'han' as const };
  if (meaning) return { ...one, meaning };
  const digits = hanDigits(text, at);
  if (digits === '') return { skip: 1 };
  // 一亿零三百万: the zero only says that places are left out.
  if (digits.startsWith('0') && before?.meaning.kind === 'size') return { ...one, meaning: { kind: 'zero' } };
  const [first = 0, second = 0] = [...digits].map(Number);
  const piece = { ...one, to: at + digits.length, digits };
  const isSpan = digits.length === 2 && first > 0 && second > first && second - first <= 2;
  const lone = digits === '1' ? { lone: true as const } : {};
  const value = decimal(isSpan ? first : digits.slice(0, MOST_HAN_DIGITS));
  return {
    ...piece,
    meaning: { kind: 'number', value, place: 0, ...lone },
    ...(isSpan ? { upper: decimal(second) } : {}),
  };
}

const MOST_HAN_DIGITS = 24;

function hanDigits(text: string, at: number): string {
  let digits = '';
  for (let to = at; HAN_DIGITS.has(text[to] ?? ''); to++) digits += HAN_DIGITS.get(text[to] ?? '');
  return digits;
}

function digitsAt(text: string, at: number, before: Piece | undefined): Found {
  const literal = /[½¼¾]/.test(text[at] ?? '')
    ? { value: decimal(0), place: 0, to: at, grouped: false }
    : literalAt(text, at);
  if (literal === undefined) return undefined;
  const written = text.slice(at, literal.to);
  // 3万0625
  const goesOn = before?.script === 'han' && before.meaning.kind === 'size';
  if (literal.code || (/^0\d/.test(written) && !goesOn)) return { id: true, to: literal.to };
  const { value, place, to } = scaled(text, literal);
  const [ending = ''] = matchAt(ORDINAL_ENDING, text, to) ?? matchAt(CARDINAL_ENDING, text, to) ?? [];
  const ordinal = ending !== '' && !CARDINAL.test(ending) ? { ordinal: true as const } : {};
  return {
    from: at,
    to: to + ending.length,
    script: 'digits',
    meaning: { kind: 'number', value, place, ...ordinal },
    digits: written,
    ...(literal.other && to === literal.to ? { other: literal.other } : {}),
    ...(literal.unreadable || ARITHMETIC_BEHIND.test(text.slice(to, to + 3)) || isPower(written, text[to])
      ? { unreadable: true as const }
      : {}),
  };
}

const ORDINAL_ENDING = /(?:st|nd|rd|th)(?![a-z])|-(?:й|я|е|х|м|ю|го|му|ый|ой|ая|ое|ые|ого|ому|ых)(?![а-я])/y;
const CARDINAL_ENDING = /-(?:ти|и|та|ми|мя|ью)(?![а-я])/y;
const CARDINAL = /^-(?:ти|и|та|ми|мя|ью)$/;
/** What makes another number of the digits before it, in a way that is not read. */
const ARITHMETIC_BEHIND = /^ ?[×x*·^⁄∕] ?\d|^ ,\d|^[½¼¾\p{Nd}]/u;

/** 10⁸ on its own. */
const isPower = (written: string, next = '') => written === '10' && /[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(next);

/** Digits with what stands fast to them: "2½", "1.34×10⁸", "1.34e8". */
function scaled(text: string, literal: Literal): { value: Decimal; place: number; to: number } {
  const { value, place, to } = literal;
  const [half, vulgar = ''] = matchAt(/ ?([½¼¾])/y, text, to) ?? [];
  if (half !== undefined && place === 0) {
    const digits = VULGAR_PARTS[vulgar] ?? '';
    return { value: plus(value, decimal(digits, -digits.length)), place: -digits.length, to: to + half.length };
  }
  const power = matchAt(/(?: ?[x×х*·] ?10(?:\^(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))|e\+?(\d{1,2}))(?![\da-z])/y, text, to);
  if (!power) return { value, place, to };
  const by = Number(power[1] ?? power[3] ?? plainDigits(power[2] ?? ''));
  return { value: times(value, decimal(1, by)), place: place + by, to: to + power[0].length };
}
