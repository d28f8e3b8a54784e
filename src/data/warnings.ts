import { ownLanguages } from './checking/borrowing.ts';
import { languageName } from './checking/language-names.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Catalogue } from './schema.ts';

/** What may be meant, and should be looked at: a catalogue with warnings is used all the same. One line each. */
export function warningsOf(catalogue: Catalogue): string[] {
  return [...borrowedTexts(catalogue), ...everydayKeywords(catalogue)];
}

function borrowedTexts({ figures }: Catalogue): string[] {
  return LANGUAGES.flatMap((language) => {
    const count = figures.filter(({ label }) => !ownLanguages(label).includes(language)).length;
    return count === 0
      ? []
      : [`${count} figures have no ${languageName(language)} texts, and show those of another language with its mark`];
  });
}

function everydayKeywords({ figures }: Catalogue): string[] {
  return figures.flatMap(({ id, keywords }) =>
    ownLanguages(keywords).flatMap((language) =>
      keywords[language]
        .filter((keyword) => EVERYDAY[language].has(keyword.toLowerCase()))
        .map(
          (keyword) =>
            `figures.json ${id}: the keyword "${keyword}" is an everyday word, and draws questions to it that mean another thing`,
        ),
    ),
  );
}

/** Words that stand in questions about anything. */
const EVERYDAY: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'number numbers figure figures data total all many much more most new old big good best year years today now latest city place thing things people growth change share value amount list show tell compare'.split(
      ' ',
    ),
  ),
  zh: new Set(
    '数量 数字 数据 总数 多少 全部 最新 今年 去年 现在 城市 地方 东西 人 增长 变化 比例 金额 列表 比较'.split(' '),
  ),
  ru: new Set(
    'число числа данные цифры всего все много новый новые лучший год годы сегодня сейчас город место люди рост изменение доля сумма список покажи сравни'.split(
      ' ',
    ),
  ),
};
