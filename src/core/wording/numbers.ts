import type { Language } from '../../data/schema.ts';

/** An amount as the language writes it: 16.8 billion, 168亿, 16,8 млрд; below the first named size with grouped digits. */
export function amountText(value: number, language: Language, digits = 4): string {
  const size = SIZES[language].find(({ from }) => value >= from);
  if (!size) return plainNumber(value, language);
  const scaled = Number((value / size.from).toPrecision(digits));
  return `${plainNumber(scaled, language)}${size.name}`;
}

/** A number with its digits grouped: 1,751 or 1 751. */
export function plainNumber(value: number, language: Language, places = 3): string {
  const key = `${language} ${places}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: places, useGrouping: true });
    formats.set(key, format);
  }
  return format.format(value);
}

/** A date as precise as it is known: 2023, 2023-12 or 2023-12-25. */
export function dateText(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  const suffix = language === 'ru' ? ' года' : '';
  if (!month) return language === 'ru' ? `${year} год` : year;
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  // Russian months stand in the genitive behind a day, and Intl knows that only when it is asked for both.
  const monthName =
    monthFormat(language, day !== undefined)
      .formatToParts(at)
      .find(({ type }) => type === 'month')?.value ?? '';
  return `${day ? `${Number(day)} ` : ''}${monthName} ${year}${suffix}`;
}

/** Made once: a format costs as much to make as a whole answer. */
function monthFormat(language: Language, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withDay}`;
  let format = monthFormats.get(key);
  if (!format) {
    const options = { ...(withDay ? { day: 'numeric' as const } : {}), month: 'long' as const, timeZone: 'UTC' };
    format = new Intl.DateTimeFormat(LOCALES[language], options);
    monthFormats.set(key, format);
  }
  return format;
}

const monthFormats = new Map<string, Intl.DateTimeFormat>();

const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN', ru: 'ru-RU' };

/** The named sizes of each language, largest first; Chinese counts by ten thousands. */
const SIZES: Record<Language, readonly { from: number; name: string }[]> = {
  en: [
    { from: 1e9, name: ' billion' },
    { from: 1e6, name: ' million' },
  ],
  zh: [
    { from: 1e8, name: '亿' },
    { from: 1e4, name: '万' },
  ],
  ru: [
    { from: 1e9, name: ' млрд' },
    { from: 1e6, name: ' млн' },
  ],
};

const formats = new Map<string, Intl.NumberFormat>();
