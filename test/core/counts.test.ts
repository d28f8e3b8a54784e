import { expect, it } from 'vitest';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());
const figuresOf = async (asked: string) => reportOf(await bot.reply({ asked, conversation: asked })).figures;

it.each([
  ['how many enterprises were awarded, and for what amount?', ['awarded-enterprises', 'award-funding']],
  ['сколько мер по привлечению талантов и сколько денег под них выделили', ['talent-policies', 'talent-funds']],
  [
    'сколько предприятий рекомендовали на сертификацию и в сколько заходов',
    ['recommended-enterprises', 'recommendation-batches'],
  ],
])('a count and the sum or the batches that belong to it are told together: %s', async (asked, figures) =>
  expect(await figuresOf(asked)).toEqual(figures),
);

it.each([
  'little giants in Harbin: how many companies?',
  '«Маленькие гиганты» в Харбине — сколько компаний?',
  '小巨人，有多少家企业',
])('a wider word for what was named asks for its count: %s', async (asked) =>
  expect(await figuresOf(asked)).toEqual(['little-giants']),
);

it.each(['745家里拿钱最多的是哪家 拿了多少'])('a part of a sum is not the sum: %s', async (asked) =>
  expect(await figuresOf(asked)).toEqual([]),
);

it('where somebody stands in a ranking is its rank', async () => {
  expect(await figuresOf('where does Harbin sit in WIPO’s ranking of science and tech clusters?')).toEqual([
    'science-cluster-place',
  ]);
});

it.each(['how many new talent policies are there?', 'сколько мер для талантов принял Харбин'])(
  'what was issued is counted, whatever the words of its issue: %s',
  async (asked) => expect(await figuresOf(asked)).toEqual(['talent-policies']),
);
