import type { Language } from '../../../data/schema.ts';
import { LOCALES } from './formats.ts';

/** An amount as the language writes it: 16.8 billion, 168亿, 16,8 млрд; below the first named size with grouped digits. */
export function amountText(value: number, language: Language, digits = 4): string {
  return value < FIRST_NAMED_SIZE[language]
    ? plainNumber(value, language)
    : numberFormat(language, {
        notation: 'compact',
        compactDisplay: COMPACT_DISPLAY[language],
        maximumSignificantDigits: digits,
      }).format(value);
}

/** A number with its digits grouped: 1,751 or 1 751. */
export function plainNumber(value: number, language: Language, places = 3): string {
  return numberFormat(language, { maximumFractionDigits: places, useGrouping: true }).format(value);
}

/** How many times one thing is another: one decimal where it tells something, none where it would only look exact. */
export function roundedTimes(ratio: number): number {
  return ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio);
}

/** Chinese counts by ten thousands; English and Russian keep the digits of thousands. */
const FIRST_NAMED_SIZE: Record<Language, number> = { en: 1e6, zh: 1e4, ru: 1e6 };

/** "16.8 billion" in full, but "16,8 млрд", as Russian newspapers write it: the word in full would have to be declined. */
const COMPACT_DISPLAY: Record<Language, 'short' | 'long'> = { en: 'long', zh: 'short', ru: 'short' };

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], options);
    formats.set(key, format);
  }
  return format;
}

// Making a format takes far longer than using one.
const formats = new Map<string, Intl.NumberFormat>();
