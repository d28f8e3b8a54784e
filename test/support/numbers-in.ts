import type { Language } from '../../src/data/schema.ts';

/** A number found in a text: its value, and how much one unit of its last digit is worth. */
export type Found = { text: string; value: number; step: number };

/** Every number that a reader of the language sees in a text, digits with their grouping and the name of their size. */
export function numbersIn(text: string, language: Language): Found[] {
  return [...text.matchAll(language === 'ru' ? RUSSIAN : OTHERS)].map(([found, digits = '', size = '']) => {
    const plain = language === 'ru' ? digits.replace(/\s/g, '').replace(',', '.') : digits.replace(/,/g, '');
    const scale = SIZES.get(size.trim()) ?? 1;
    const places = plain.split('.')[1]?.length ?? 0;
    return { text: found, value: Number((Number(plain) * scale).toPrecision(12)), step: scale / 10 ** places };
  });
}

/** Whether a found number is a value as exactly as it was written: 179,866 may be written as 180,000, but not as 18 million. */
export function isRounded({ value, step }: Found, exact: number): boolean {
  return Math.abs(value - exact) <= Math.max(step * HALF, Math.abs(exact) * MOST_ROUNDING);
}

/** Half of a digit, and a hair for what binary fractions lose. */
const HALF = 0.500001;
/** Computed numbers are said with three telling digits. */
const MOST_ROUNDING = 0.005;

const SIZES = new Map([
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['万', 1e4],
  ['万亿', 1e12],
  ['亿', 1e8],
  ['млн', 1e6],
  ['млрд', 1e9],
  ['трлн', 1e12],
]);
const RUSSIAN = /(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)([ \u00a0\u202f]?(?:млн|млрд|трлн))?/gu;
const OTHERS = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)( ?(?:million|billion|trillion|万亿|万|亿))?/gu;
