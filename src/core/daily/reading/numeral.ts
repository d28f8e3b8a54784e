import { readNumbers } from '../../language/numbers/number.ts';

/** 9, "nine", 九 and 十二 alike. In: a word or run of signs. Out: its value; undefined where it is not one whole number. */
export function numeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  // Alone these signs are words more often than numbers, but behind 点 or 周 they are nothing else.
  const sign = SIGNS.indexOf(text);
  if (text.length === 1 && sign >= 0) return text === '两' ? 2 : sign;
  const [only, ...others] = readNumbers(text);
  const isWhole = only?.kind === 'number' && only.from === 0 && only.to === text.length && others.length === 0;
  return isWhole && (!only.unreadable || only.bare) ? only.value : undefined;
}

const SIGNS = '零一二三四五六七八九十两';
