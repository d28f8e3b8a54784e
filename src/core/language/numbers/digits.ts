import { type Decimal, decimal } from './decimal.ts';

/** A number in digits: its value, the power of ten of its last written place, and what else it may mean. */
export type Literal = {
  to: number;
  value: Decimal;
  place: number;
  grouped: boolean;
  /** The other reading of "1.751" or "1,751": with a decimal sign, or with thousands. */
  other?: { value: Decimal; place: number; sign: '.' | ',' };
  unreadable?: true;
  /** "1.2.3" and other digits that are no number. */
  code?: true;
};

/** More digits than this are an id. */
const MOST_DIGITS = 24;

/** Reads the digits at `at` of a folded text with all their groups and the decimal sign, never a piece of them. */
export function literalAt(text: string, at: number): Literal | undefined {
  if (text[at] === '.') return /[\p{L}\p{N}.,]/u.test(text[at - 1] ?? ' ') ? undefined : fraction(text, at);
  const { groups, signs, to, apart } = cluster(text, at);
  if (groups.join('').length > MOST_DIGITS) return { ...whole(['0']), to, code: true };
  const { unreadable, ...form } = byForm(groups, signs);
  // Russian has a decimal comma, and no other.
  const isSure = signs.length === 1 && /^ ?[а-я]/.test(text.slice(to, to + 2));
  const read = unreadable && !isSure ? { ...form, unreadable } : form;
  return { ...read, to, ...(apart ? { unreadable: true as const } : {}) };
}

/** ".5" */
function fraction(text: string, at: number): Literal | undefined {
  const [, digits] = matchAt(/\.(\d{1,12})(?![\d.])/y, text, at) ?? [];
  return digits === undefined ? undefined : { ...parted(['0'], digits), to: at + 1 + digits.length };
}

type Cluster = { groups: string[]; signs: string[]; to: number; apart: boolean };

/** Digits with what joins them. A space joins only groups of three, or of four where one begins with zero: 1 3400 0000. */
function cluster(text: string, at: number): Cluster {
  const spaced =
    matchAt(/\d{1,3}(?: \d{3}){1,8}(?!\d)/y, text, at) ??
    matchAt(/\d{1,4}(?: \d{4}){0,4} 0\d{3}(?: \d{4}){0,4}(?!\d)/y, text, at);
  const first = spaced?.[0] ?? matchAt(/\d+/y, text, at)?.[0] ?? '';
  const groups = first.split(' ');
  const signs = groups.slice(1).map(() => ' ');
  let to = at + first.length;
  for (let next = matchAt(JOINED, text, to); next; next = matchAt(JOINED, text, to)) {
    const [all, sign = '', digits = ''] = next;
    // A full-width comma that groups nothing parts two clauses.
    if (sign === FULL_COMMA && !/^\d{3}$/.test(digits)) break;
    groups.push(digits);
    signs.push(sign === FULL_COMMA ? ',' : sign);
    to += all.length;
  }
  return { groups, signs, to, apart: spaced !== undefined && /^ \d/.test(text.slice(to, to + 2)) };
}

const FULL_COMMA = '，';
const JOINED = /([.,，'_])(\d+)/y;

function byForm(groups: string[], signs: string[]): Omit<Literal, 'to'> {
  const [first = '', second = ''] = groups;
  const sign = signs.at(-1);
  if (sign === undefined) return whole(groups);
  const alike = signs.every((one) => one === sign);
  if (alike && signs.length === 1 && (sign === '.' || sign === ',')) return oneSign(first, second, sign);
  if (alike && isGrouped(groups, sign)) return whole(groups);
  const [groupSign] = signs;
  const grouping = signs.slice(0, -1);
  if ((sign === '.' || sign === ',') && groupSign !== sign && grouping.every((one) => one === groupSign))
    if (isGrouped(groups.slice(0, -1), groupSign ?? '')) return parted(groups.slice(0, -1), groups.at(-1) ?? '');
  return { ...whole(['0']), ...(alike && sign !== ',' ? { code: true } : { unreadable: true }) };
}

/** "16.8", "16,8", "1,751" and "1.751": three digits behind the sign are a group, unless what follows speaks against it. */
function oneSign(first: string, second: string, sign: '.' | ','): Omit<Literal, 'to'> {
  const decimals = parted([first], second);
  if (second.length !== 3 || first === '0' || first.startsWith('0'))
    return sign === ',' && second.length > 3 && first !== '0' ? { ...decimals, unreadable: true } : decimals;
  if (first.length > 3) return sign === ',' ? { ...decimals, unreadable: true } : decimals;
  return { ...whole([first, second]), other: { value: decimals.value, place: decimals.place, sign } };
}

/** Groups of three, of four (1,3400,0000), or the Indian ones (16,80,00,000). */
function isGrouped(groups: string[], sign: string): boolean {
  const all = groups.join(' ');
  if (/^(?!0)\d{1,3}(?: \d{3})+$/.test(all)) return true;
  if (/^(?!0)\d{1,4}(?: \d{4})+$/.test(all)) return groups.length > 2 || sign === ' ';
  return sign === ',' && /^(?!0)\d{1,2}(?: \d{2})+ \d{3}$/.test(all);
}

function whole(groups: string[]): Omit<Literal, 'to'> {
  return { value: decimal(groups.join('')), place: 0, grouped: groups.length > 1 };
}

function parted(groups: string[], decimals: string): Omit<Literal, 'to'> {
  const value = decimal(groups.join('') + decimals, -decimals.length);
  return { value, place: -decimals.length, grouped: groups.length > 1 };
}

/** A sticky expression matched at a place. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}
