import type { Language } from '../../data/languages.ts';
import { widthOf } from './fonts.ts';
import type { Lettering } from './theme.ts';

/** Breaks a text into lines that are at most so many pixels wide: between words, in Chinese too, and never before a stop. */
export function wrap(text: string, lettering: Lettering, width: number, language: Language): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, language)) {
    if (widthOf((line + piece).trimEnd(), lettering) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const sign of fits(piece, lettering, width) ? [piece] : signs(piece)) {
      if (line !== '' && !fits(line + sign, lettering, width)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
    line = line.trimStart();
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Signs that belong to the word before them, and those that belong to the one after. */
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}%‰°]+$/u;
const OPENS = /[\p{Ps}\p{Pi}\p{Sc}(（]$/u;

/**
 * What also stays together: a space behind its word, a hyphen or no-break space and both sides, a Chinese date or sum, a place
 * and its kind, and a short Russian word with the one that it goes before.
 */
const JOINED = new RegExp(
  [
    '\\|[\\s\\u00a0\\u202f\\-\\u2013]+$',
    '[\\-\\u2013\\u00a0\\u202f]\\|',
    '\\d\\|[年月日万亿元个家项]',
    '[年月]\\|\\d',
    '\\p{Script=Han}\\|[省市区县]$',
    '(?:^|\\s)\\p{Script=Cyrillic}{1,2} \\|',
  ].join('|'),
  'u',
);

function pieces(text: string, language: Language): string[] {
  const joined: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = joined.at(-1);
    if (last !== undefined && (CLOSES.test(segment) || OPENS.test(last) || JOINED.test(`${last}|${segment}`)))
      joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

function fits(text: string, lettering: Lettering, width: number): boolean {
  return widthOf(text.trimEnd(), lettering) <= width;
}

function signs(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
