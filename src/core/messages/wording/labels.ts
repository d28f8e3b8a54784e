import type { Figure, Language } from '../../../data/schema.ts';

/** A figure's label inside a sentence: with a small letter, unless the figure's own texts never write its first word so. */
export function labelInside({ label, statement, definition, keywords }: Figure, language: Language): string {
  const [first = ''] = label[language].split(/[\s,:]/);
  const small = first.charAt(0).toLowerCase() + first.slice(1);
  const texts = [
    statement[language],
    definition.counts[language],
    definition.excludes[language],
    ...keywords[language],
  ];
  return texts.some((text) => text.includes(small)) ? small + label[language].slice(first.length) : label[language];
}

/** A figure's label where space is short: on a button. */
export function shortLabel({ label, shortLabel: short }: Figure, language: Language): string {
  return (short ?? label)[language];
}
