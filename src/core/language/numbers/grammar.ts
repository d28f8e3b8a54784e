import { type Decimal, decimal } from './decimal.ts';

/** How a number is bounded by what stands beside it. */
export type Bound = 'over' | 'under' | 'about' | 'atLeast' | 'atMost';

/** What a word, or a sign of Chinese, does in a numeral. `place` and `power` are powers of ten. */
export type Meaning =
  /** Adds to what is written before, if it is smaller than that one's last place. `lone`: on its own it is a pronoun. */
  | { kind: 'number'; value: Decimal; place: number; ordinal?: true; lone?: true }
  /** Multiplies what is written before it and is smaller: hundred, млн, 万. `vague`: on its own it is no number (thousands). `short`: only behind digits. */
  | { kind: 'size'; value: Decimal; power: number; ordinal?: true; vague?: true; short?: true }
  /** Half of the last size or one: "and a half", 半. */
  | { kind: 'half' }
  /** Joins a smaller number: "two hundred and nine". */
  | { kind: 'and' }
  /** The decimal sign as a word: point, 点, целых. */
  | { kind: 'point' }
  /** Says how large the last number is: десятых, сотых. */
  | { kind: 'decimals'; power: number }
  /** 零: what follows is written in full. */
  | { kind: 'zero' }
  /** 多, 余: something more. */
  | { kind: 'more' }
  /** Several, 几, несколько: makes the size beside it no number. */
  | { kind: 'vague' };

/** The number words, bounds and currencies of one language, over folded text. */
export type Grammar = {
  words: ReadonlyMap<string, Meaning>;
  /** Ordered; of what more than one word or a piece of a word means. */
  phrases: readonly (readonly [name: string, form: RegExp, meaning: Meaning])[];
  /** Words of a bound before and behind the number. */
  before: Readonly<Record<Bound, string>>;
  after: Readonly<Partial<Record<Bound, string>>>;
  /** ISO code -> forms behind the number, and those before it. */
  currencies: Readonly<Record<string, string>>;
  /** What joins the ends of a range; with `opening` before the first. */
  ranges: { between: string; opening: string; joining: string };
  percent: string;
  /** Before two numbers: they are a change and no range ("grew from 48 to 52"). */
  growth: string;
};

export function number(value: number, place = 0, more: { ordinal?: true; lone?: true } = {}): Meaning {
  return { kind: 'number', value: decimal(value), place, ...more };
}

export function size(power: number, more: { ordinal?: true; vague?: true; short?: true } = {}): Meaning {
  return { kind: 'size', value: decimal(1, power), power, ...more };
}

/** "half a", "a quarter of a" before a size: the digits behind the decimal point. */
export function part(digits: '5' | '25'): Meaning {
  return { kind: 'number', value: decimal(digits, -digits.length), place: -digits.length };
}

/** One meaning for words that stand in one string, parted by spaces. */
export function all(words: string, meaning: Meaning): [string, Meaning][] {
  return words.split(' ').map((word) => [word, meaning]);
}
