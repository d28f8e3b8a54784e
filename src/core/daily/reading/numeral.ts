import { chineseNumeral } from '../../language/numbers.ts';

/** 9, 九 and 十二 alike; undefined for signs that are no number. */
export function numeral(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : chineseNumeral(text);
}
