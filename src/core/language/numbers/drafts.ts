import { boundBefore, boundBehind, type Unit, unitBefore, unitBehind } from './beside.ts';
import { MEASURE, UNKNOWN_SIZE } from './chinese.ts';
import { composeAt, isJoined, type Quantity } from './compose.ts';
import { type Decimal, decimal, times, toNumber } from './decimal.ts';
import { matchAt } from './digits.ts';
import type { Bound } from './grammar.ts';
import type { Piece } from './pieces.ts';

/** A number with what stands beside it, its value still a decimal fraction. */
export type Draft = {
  from: number;
  to: number;
  around: { from: number; to: number };
  quantity: Quantity;
  value: Decimal;
  upTo?: Decimal;
  notation: 'digits' | 'words' | 'mixed';
  unit?: Unit;
  bound?: Bound;
  alternatives?: Decimal[];
  unreadable?: true;
  plainYear: boolean;
};

type Span = { from: number; to: number };

/** Every number that the pieces of a folded text make, in order; none reaches into the codes, which are in order too. */
export function draftsOf(pieces: readonly Piece[], text: string, codes: readonly Span[]): Draft[] {
  const drafts: Draft[] = [];
  let stuck = false;
  let code = 0;
  for (let at = 0; at < pieces.length; ) {
    const quantity = composeAt(pieces, at, text);
    if (!quantity) {
      at++;
      stuck = false;
      continue;
    }
    const isPiece = standsBeside(pieces, quantity.end, text);
    const start = pieces[at]?.from ?? 0;
    while ((codes[code]?.to ?? Number.POSITIVE_INFINITY) <= start) code++;
    const room = {
      from: Math.max(drafts.at(-1)?.to ?? 0, codes[code - 1]?.to ?? 0),
      to: Math.min(startOf(pieces[quantity.end]) ?? text.length, codes[code]?.from ?? text.length),
    };
    if (counts(pieces, quantity, text)) drafts.push(draftOf(pieces, quantity, text, room, stuck || isPiece));
    stuck = isPiece;
    at = quantity.end;
  }
  return drafts;
}

/** A Chinese sign may be part of the unit: 多元, 个百分点. */
const startOf = (next: Piece | undefined) => (next?.script === 'han' ? undefined : next?.from);

/** Whether the next numeral stands so close that both may be pieces of one number. */
function standsBeside(pieces: readonly Piece[], next: number, text: string): boolean {
  const [piece, before] = [pieces[next], pieces[next - 1]];
  if (!piece || !before || !isJoined(pieces, next, text)) return false;
  if (piece.meaning.kind !== 'number' && piece.meaning.kind !== 'size') return false;
  if (piece.meaning.ordinal || ('ordinal' in before.meaning && before.meaning.ordinal)) return false;
  const gap = text.slice(before.to, piece.from);
  if (gap === '') return true;
  const isWord = (script: Piece['script']) => script === 'latin' || script === 'cyrillic';
  return /^ {1,2}$/.test(gap) && isWord(piece.script) && isWord(before.script);
}

/** Whether Chinese signs are a numeral here: one alone is only with what it counts. */
function counts(pieces: readonly Piece[], { first, end, vague }: Quantity, text: string): boolean {
  const [piece, last] = [pieces[first], pieces[end - 1]];
  if (!piece || !last) return false;
  if (piece.script !== 'han' || end - first > 1) return true;
  const { meaning } = piece;
  if (text[piece.from - 1] === '第' || text.slice(piece.from - 3, piece.from) === '百分之') return true;
  if (meaning.kind === 'number' && (meaning.lone || (piece.digits?.length ?? 0) > 2)) return true;
  if (/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(text[piece.from] ?? '')) return false;
  if (meaning.kind === 'size' && meaning.power > 1 && !/[上近逾过超]/.test(text[piece.from - 1] ?? '')) return false;
  return vague === true || matchAt(MEASURE, text, piece.to) !== undefined;
}

/** `room`: how far its unit may reach. */
function draftOf(pieces: readonly Piece[], quantity: Quantity, text: string, room: Span, stuck: boolean): Draft {
  const own = pieces.slice(quantity.first, quantity.end);
  const first = own[0];
  const [start, stop] = [first?.from ?? 0, own.at(-1)?.to ?? 0];
  const more = boundBehind(text, stop);
  const follows = unitBehind(text, stop) ?? (more && unitBehind(text, more.to));
  const behind = follows && follows.to <= room.to ? follows : undefined;
  const precedes = unitBefore(text, start);
  const before = precedes && precedes.from >= room.from ? precedes : undefined;
  const unit = behind?.unit ?? before?.unit;
  const { from, negative } = signBefore(text, before?.from ?? start, unit);
  const to = behind?.to ?? stop;
  const second = own.some((piece) => piece.upper) ? composeAt(pieces, quantity.first, text, true) : undefined;
  const upper = second && toNumber(second.value) > toNumber(quantity.value) ? second : undefined;
  const lower = boundBefore(text, from);
  const after = more ?? boundBehind(text, to);
  const bound = quantity.over ? 'over' : (lower?.bound ?? after?.bound ?? (upper ? 'about' : undefined));
  const read = readingsOf(first, quantity, text, unit);
  const sign = decimal(negative ? -1 : 1);
  const literals = own.filter(({ script }) => script === 'digits').length;
  const clash = before && behind && before.unit !== behind.unit && !text.slice(before.from, start).includes('¥');
  const isHidden =
    stuck ||
    clash ||
    (quantity.vague && unit !== 'percent') ||
    matchAt(UNKNOWN_SIZE, text, stop) ||
    own.some((piece) => piece.unreadable) ||
    CUT.test(text.slice(Math.max(0, from - 3), from));
  return {
    from,
    to,
    around: { from: lower?.from ?? from, to: Math.max(to, after?.to ?? to) },
    quantity: { ...quantity, place: read.place, ...(isOrdinal(text, start) ? { ordinal: true } : {}) },
    value: times(read.value, sign),
    ...(upper ? { upTo: upper.value } : {}),
    notation: literals === 0 ? 'words' : literals === own.length ? 'digits' : 'mixed',
    ...(unit ? { unit } : {}),
    ...(bound ? { bound } : {}),
    ...(read.others.length > 0 ? { alternatives: read.others.map((other) => times(other, sign)) } : {}),
    ...(isHidden ? { unreadable: true as const } : {}),
    plainYear: own.length === 1 && unit === undefined && /^(?:19|20)\d\d$/.test(text.slice(start, stop)),
  };
}

/** What stands right before a number that is only the rest of one. */
const CUT = /[\p{Nd}⁄^∕]$|\d[×*·.]$|\d ,$/u;
const isOrdinal = (text: string, at: number) => text[at - 1] === '第' || text.slice(at - 2, at) === '第 ';

/** "−5", "minus five", 负五. A hyphen is a minus only before a percentage: elsewhere it is a bullet or dash. */
function signBefore(text: string, at: number, unit: Unit | undefined): { from: number; negative: boolean } {
  const before = text.slice(Math.max(0, at - 7), at);
  const [sign = ''] = /(?:−|(?<![a-z])minus |(?<![а-я])минус |负)$/.exec(before) ?? [];
  if (sign !== '') return { from: at - sign.length, negative: true };
  if (unit === 'percent' && /(?:^|[ (])-$/.test(before)) return { from: at - 1, negative: true };
  return { from: at, negative: false };
}

/** Which of the readings of "1.751" is meant, by what follows; the others with it. */
function readingsOf(
  piece: Piece | undefined,
  { value, place, factor = decimal(1), first, end }: Quantity,
  text: string,
  unit: Unit | undefined,
): { value: Decimal; place: number; others: Decimal[] } {
  const other = piece?.other;
  if (!other || (end - first > 1 && factor.digits === 1n && factor.power === 0)) return { value, place, others: [] };
  const parted = times(other.value, factor);
  const isSized = end - first > 1;
  // 2.353 billion, 1,751 млн, 1.751%: no thousand of millions.
  const isRussian = /^ ?[а-я]/.test(text.slice(piece.to, piece.to + 2));
  if ((other.sign === '.' && (isSized || unit === 'percent')) || (other.sign === ',' && isSized && isRussian))
    return { value: parted, place: place + other.place, others: [value] };
  const isSure = other.sign === ',' && !isSized && unit !== 'percent' && !isRussian;
  return { value, place, others: isSure ? [] : [parted] };
}
