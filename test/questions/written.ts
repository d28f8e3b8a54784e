import type { Language } from '../../src/data/schema.ts';

/** Whether a text states a value in a form that a reader of the language expects: 16.8 billion, 168亿, 16,8 млрд. */
export function isWritten(value: number, text: string, language: Language): boolean {
  const plain = text.replace(/[\u00a0\u202f]/g, ' ');
  return formsOf(value, language).some((form) => standsAlone(form, plain));
}

const SIZES: Record<Language, readonly (readonly [number, string])[]> = {
  en: [
    [1e6, 'million'],
    [1e9, 'billion'],
  ],
  zh: [
    [1e4, '万'],
    [1e8, '亿'],
  ],
  ru: [
    [1e6, 'млн'],
    [1e9, 'млрд'],
  ],
};

const MARKS: Record<Language, { decimal: string; groups: readonly string[] }> = {
  en: { decimal: '.', groups: ['', ','] },
  zh: { decimal: '.', groups: ['', ','] },
  ru: { decimal: ',', groups: ['', ' '] },
};

function formsOf(value: number, language: Language): string[] {
  const { decimal, groups } = MARKS[language];
  const digits = (number: number) => {
    const [whole = '', rest] = String(number).split('.');
    return groups.map((mark) => whole.replace(/\B(?=(\d{3})+$)/g, mark) + (rest ? decimal + rest : ''));
  };
  const sized = SIZES[language].flatMap(([size, name]) =>
    digits(Number((value / size).toPrecision(12))).flatMap((form) => [`${form} ${name}`, form + name]),
  );
  return [...digits(value), ...sized];
}

/** 48 is not written in "1,748", nor in "48.5", nor in "48 million". */
function standsAlone(form: string, text: string): boolean {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d]|\\d[.,])${escaped}(?![.,]?\\d| \\d{3}(?!\\d)| ?(?:${SIZE_NAMES}))`, 'u').test(text);
}

const SIZE_NAMES = Object.values(SIZES)
  .flatMap((sizes) => sizes.map(([, name]) => name))
  .join('|');
