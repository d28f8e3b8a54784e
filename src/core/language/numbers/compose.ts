import { type Decimal, decimal, isBelow, plus, times } from './decimal.ts';
import type { Meaning } from './grammar.ts';
import type { Piece } from './pieces.ts';

/** The pieces from `first` to before `end` as one number. */
export type Quantity = {
  first: number;
  end: number;
  value: Decimal;
  /** The power of ten of the last place that was written; a number word under a thousand counts one by one. */
  place: number;
  /** By what its digits were multiplied: 1,000,000 for "16.8 million". */
  factor?: Decimal;
  ordinal?: true;
  lone?: true;
  /** 3000多万 */
  over?: true;
  /** "Thousands", "several hundred", 十几. */
  vague?: true;
};

type Part = { value: Decimal; place: number; sized?: number };

/** Reads the longest number that begins with a piece; undefined when none does. `upper` takes the second digit of 三四百. */
export function composeAt(pieces: readonly Piece[], first: number, text: string, upper = false): Quantity | undefined {
  const parts: Part[] = [];
  const flags: Pick<Quantity, 'ordinal' | 'lone' | 'over' | 'vague'> = {};
  let factor: Decimal | undefined;
  let done: Quantity | undefined;
  /** What was read when the last size was. */
  let sized: Quantity | undefined;
  for (let at = first; at < first + MOST_PIECES; at++) {
    const piece = pieces[at];
    const previous = at > first ? pieces[at - 1] : undefined;
    if (!piece || (previous && !isJoined(pieces, at, text))) break;
    const { meaning } = piece;
    const followed = isJoined(pieces, at + 1, text) ? pieces[at + 1] : undefined;
    if (meaning.kind === 'size') {
      if (!multiply(parts, piece, previous, flags, !followed)) {
        // "Two hundred three hundred": the three belongs to what follows.
        return parts.length > 0 && previous?.meaning.kind === 'number' && sized ? sized : done;
      }
      factor = times(factor ?? decimal(1), meaning.value);
      if (meaning.ordinal) flags.ordinal = true;
    } else if (meaning.kind === 'number') {
      const part = partOf(piece, previous, followed, upper);
      const last = parts.at(-1);
      if (last && !(fits(pieces, first, at, followed) && isBelow(part.value, last.place) && part.value.digits > 0n))
        break;
      parts.push(part);
      factor = last ? undefined : factor;
      if (meaning.ordinal) flags.ordinal = true;
    } else if (meaning.kind === 'half') {
      const last = parts.at(-1);
      if (!last || !previous || !/number|size/.test(previous.meaning.kind)) break;
      if (piece.script === 'han' && (previous.to !== piece.from || previous.meaning.kind !== 'size')) break;
      const power = previous.meaning.kind === 'size' ? previous.meaning.power : 0;
      if (last.place < power) break;
      parts.push({ value: decimal(5, power - 1), place: power - 1 });
    } else if (meaning.kind === 'point') {
      const behind = decimalsAt(pieces, at, text);
      const last = parts.at(-1);
      if (!behind || !last || last.place < 0 || (previous?.meaning.kind === 'size' && previous.meaning.power > 3))
        break;
      parts.push(behind.part);
      at = behind.end - 1;
      // 八点三十 is a time.
      const next = pieces[behind.end];
      if (next?.to === (pieces[at]?.to ?? 0) + 1 && next.meaning.kind === 'size' && next.meaning.power === 1)
        return undefined;
    } else if (meaning.kind === 'vague') {
      if (previous ? previous.meaning.kind !== 'size' || piece.script !== 'han' : followed?.meaning.kind !== 'size')
        break;
      flags.vague = true;
      if (!previous) {
        parts.push({ value: decimal(1), place: 0 });
        continue;
      }
    } else if (!previous || !isLink(meaning, piece, previous, followed)) break;
    else {
      if (meaning.kind === 'more') flags.over = true;
      continue;
    }
    const lone = meaning.kind === 'number' && meaning.lone && at === first ? { lone: true as const } : {};
    done = {
      first,
      end: at + 1,
      ...sumOf(parts),
      ...flags,
      ...lone,
      ...(factor && parts.length === 1 ? { factor } : {}),
    };
    if (meaning.kind === 'size') sized = done;
    if (flags.ordinal) break;
  }
  return done;
}

/** More words than any number has. */
const MOST_PIECES = 40;

/** Takes all parts that are smaller than the size times it; false where it cannot stand here. */
function multiply(
  parts: Part[],
  piece: Piece,
  previous: Piece | undefined,
  flags: { vague?: true },
  alone: boolean,
): boolean {
  const { meaning } = piece;
  if (meaning.kind !== 'size') return false;
  if (meaning.short && previous?.script !== 'digits' && previous?.meaning.kind !== 'number') return false;
  let from = parts.length;
  while (from > 0 && (parts[from - 1]?.place ?? 0) < meaning.power) from--;
  const taken = parts.splice(from);
  const last = parts.at(-1);
  const first = taken[0];
  if (first === undefined) {
    // 一百十, "a thousand" without the article; but not "million thousand".
    if (last && !(piece.script === 'han' && meaning.power === 1 && last.place > 1)) return false;
    // 百八十, 千万: a hundred or so, ten million or so; "per million".
    const isVague =
      meaning.vague || (piece.script === 'han' && meaning.power > 1) || (alone && piece.script === 'latin');
    if (!last && isVague) flags.vague = true;
    taken.push({ value: decimal(1), place: 0 });
  }
  const sum = sumOf(taken);
  const value = times(sum.value, meaning.value);
  if (
    (last && !isBelow(value, last.place)) ||
    (meaning.power === 2 && piece.script !== 'han' && !isBelow(sum.value, 2))
  ) {
    if (first) parts.push(...taken);
    return false;
  }
  const least = Math.min(...taken.map((part) => part.place)) + meaning.value.power;
  // Half a dozen counts one by one.
  const place = meaning.value.digits === 1n ? least : Math.max(0, least);
  parts.push({ value, place, ...(meaning.power > 2 ? { sized: sum.place + meaning.value.power } : {}) });
  return true;
}

function sumOf(parts: readonly Part[]): { value: Decimal; place: number } {
  const value = parts.reduce((sum, part) => plus(sum, part.value), decimal(0));
  const last = parts.at(-1);
  if (!last) return { value, place: 0 };
  return { value, place: last.sized ?? (isBelow(value, 3) ? Math.min(0, last.place) : last.place) };
}

/** The part that a number word or run of digits adds; 三万五 and 3万5 leave the last size out. */
function partOf(piece: Piece, previous: Piece | undefined, followed: Piece | undefined, upper: boolean): Part {
  const { meaning } = piece;
  if (meaning.kind !== 'number') throw new TypeError('only numbers have a value of their own');
  const value = upper ? (piece.upper ?? meaning.value) : meaning.value;
  const before = previous?.meaning;
  const isShort =
    before?.kind === 'size' &&
    before.power > 1 &&
    previous?.script === 'han' &&
    previous.to === piece.from &&
    piece.digits?.length === 1 &&
    followed?.meaning.kind !== 'size' &&
    followed?.meaning.kind !== 'more';
  return isShort && before?.kind === 'size'
    ? { value: times(value, decimal(1, before.power - 1)), place: before.power - 1 }
    : { value, place: meaning.place };
}

/** Whether a number can go on with this piece, its sizes aside. */
function fits(pieces: readonly Piece[], first: number, at: number, followed: Piece | undefined): boolean {
  const [piece, previous, begun] = [pieces[at], pieces[at - 1], pieces[first]];
  if (!piece || !previous || !begun) return false;
  if (piece.script === 'digits') {
    // "134 million 745 enterprises" are two numbers, "2 млн 300 тыс." and 3万4000 one each.
    if (previous.meaning.kind !== 'size' && previous.meaning.kind !== 'zero') return false;
    if (begun.meaning.kind === 'number' && begun.meaning.place < 0) return false;
    if (followed?.meaning.kind === 'size' && previous.meaning.kind === 'size')
      return followed.meaning.power < previous.meaning.power || previous.to === piece.from;
    return previous.script === 'han' && previous.to === piece.from;
  }
  if (piece.script === 'han') return previous.script === 'han';
  return begun.script === piece.script && previous.script === piece.script;
}

/** Whether "and", 零 or 多 links what stands on both sides. */
function isLink(meaning: Meaning, piece: Piece, previous: Piece, followed: Piece | undefined): boolean {
  if (!followed) return false;
  const isSize = previous.meaning.kind === 'size';
  switch (meaning.kind) {
    case 'and':
      return isSize && previous.script === 'latin' && followed.script === 'latin' && followed.meaning.kind === 'number';
    case 'zero':
      return previous.to === piece.from && (isSize || followed.meaning.kind === 'size');
    case 'more':
      return followed.meaning.kind === 'size' && followed.script === 'han' && (isSize || previous.script === 'digits');
    default:
      return false;
  }
}

/** The digits behind a decimal sign that was spelt: "point three four", 点三四, "целых восемь десятых". */
function decimalsAt(pieces: readonly Piece[], point: number, text: string): { part: Part; end: number } | undefined {
  let digits = '';
  let open = false;
  let at = point + 1;
  for (; at <= point + MOST_DECIMALS && isJoined(pieces, at, text); at++) {
    const piece = pieces[at];
    if (piece?.meaning.kind === 'decimals' && digits !== '') {
      const { power } = piece.meaning;
      return { part: { value: decimal(digits, power), place: power }, end: at + 1 };
    }
    if (
      piece?.meaning.kind !== 'number' ||
      piece.meaning.ordinal ||
      piece.other ||
      (piece.upper === undefined && piece.meaning.place < 0)
    )
      break;
    const written = piece.digits ?? piece.meaning.value.digits.toString();
    if (!/^\d{1,12}$/.test(written) || piece.meaning.place > 1) break;
    // "Thirty-four": the four takes the place of the zero.
    digits = open && written.length === 1 ? digits.slice(0, -1) + written : digits + written;
    open = piece.meaning.place === 1;
  }
  return digits === ''
    ? undefined
    : { part: { value: decimal(digits, -digits.length), place: -digits.length }, end: at };
}

const MOST_DECIMALS = 8;

/** Whether only what may stand inside a number parts a piece from the one before it. */
export function isJoined(pieces: readonly Piece[], at: number, text: string): boolean {
  const [previous, piece] = [pieces[at - 1], pieces[at]];
  if (!previous || !piece || piece.from - previous.to > 3) return false;
  const gap = text.slice(previous.to, piece.from);
  if (/^(?:| {1,2}| ?\n ?|-)$/.test(gap)) return true;
  // "One million, two hundred thousand"; a dot behind a short size: "2 млн. 300 тыс."
  if (gap === '. ')
    return previous.meaning.kind === 'size' && previous.meaning.short === true && piece.script === 'digits';
  if (!/^, ?$/.test(gap) || previous.meaning.kind !== 'size' || previous.meaning.power < 3 || piece.script === 'digits')
    return false;
  const next = pieces[at + 1]?.meaning;
  const isHundreds =
    piece.meaning.kind === 'number' && (piece.meaning.place === 2 || (next?.kind === 'size' && next.power === 2));
  return piece.script === previous.script && isHundreds;
}
