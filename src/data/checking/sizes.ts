import type { Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import type { Texts } from '../schema.ts';
import { ownLanguages } from './borrowing.ts';
import { type Draft, type Item, problemAt } from './draft.ts';
import { languageName } from './language-names.ts';

/** Amounts with a named size that do not say the same in every language: 64.9亿 beside "6.49 million". */
export function sizeProblems(draft: Draft): Problem[] {
  return [
    ...draft.figures.flatMap((item) => [
      ...ofTexts(item, '.definition.counts', item.value.definition.counts),
      ...ofTexts(item, '.definition.excludes', item.value.definition.excludes),
      ...item.value.observations.flatMap(({ caveat }, index) =>
        caveat ? ofTexts(item, `.observations[${index}].caveat`, caveat) : [],
      ),
    ]),
    ...draft.relations.flatMap((item) => ofTexts(item, '.note', item.value.note)),
  ];
}

function ofTexts(item: Item<unknown>, path: string, texts: Texts): Problem[] {
  const languages = ownLanguages(texts);
  return languages.flatMap((language) =>
    sized(texts[language], language).flatMap(({ text, value }) => {
      const other = languages.find((one) => !amounts(texts[one], one).some((amount) => isSame(amount, value)));
      if (other === undefined) return [];
      const what = `says ${text}, and the ${languageName(other)} text has no such amount`;
      const remedy = 'compare both with the source: 万 is 10 thousand, 亿 is 100 million';
      return [problemAt(item, `${path}.${language}`, what, remedy)];
    }),
  );
}

const SIZES: Record<Language, readonly (readonly [RegExp, number])[]> = {
  en: [
    [/^ ?thousand\b/i, 1e3],
    [/^ ?million\b/i, 1e6],
    [/^ ?billion\b/i, 1e9],
  ],
  zh: [
    [/^ ?万亿/, 1e12],
    [/^ ?亿/, 1e8],
    [/^ ?万/, 1e4],
  ],
  ru: [
    [/^ ?тыс/i, 1e3],
    [/^ ?(?:млн|миллион)/i, 1e6],
    [/^ ?(?:млрд|миллиард)/i, 1e9],
  ],
};

type Amount = { text: string; value: number; sized: boolean };

function amountsOf(text: string, language: Language): Amount[] {
  return [...text.matchAll(NUMBER[language])].map((found) => {
    const rest = text.slice(found.index + found[0].length);
    const size = SIZES[language].find(([name]) => name.test(rest));
    const digits = Number(found[0].replaceAll(GROUPING[language], '').replace(',', '.'));
    return {
      text: found[0] + (size?.[0].exec(rest)?.[0] ?? ''),
      value: digits * (size?.[1] ?? 1),
      sized: size !== undefined,
    };
  });
}

const NUMBER: Record<Language, RegExp> = {
  en: /\d+(?:,\d{3})*(?:\.\d+)?/g,
  zh: /\d+(?:,\d{3})*(?:\.\d+)?/g,
  ru: /\d+(?:[  ]\d{3})*(?:,\d+)?/g,
};
const GROUPING: Record<Language, RegExp> = { en: /,/g, zh: /,/g, ru: /[  ]/g };

const sized = (text: string, language: Language) => amountsOf(text, language).filter((amount) => amount.sized);
const amounts = (text: string, language: Language) => amountsOf(text, language).map(({ value }) => value);

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-9;
}
