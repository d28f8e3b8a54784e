import { expect, it } from 'vitest';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());
const textOf = async (asked: string) => reportOf(await bot.reply({ asked, conversation: asked })).text;

it.each([
  [
    'what counts as a key laboratory?',
    'Counts: key laboratories of provincial rank',
    'Does not count: laboratories below',
  ],
  ['define little giant', 'Counts: enterprises of the city', 'Does not count: enterprises with the provincial title'],
  ['什么叫小巨人企业', '统计范围：', '不包括：'],
  ['что считается ключевой лабораторией?', 'Учитываются: ', 'Не учитываются: '],
])('what a name means is told beside its number: %s', async (asked, counted, left) => {
  const text = await textOf(asked);
  expect(text).toContain(counted);
  expect(text).toContain(left);
});

it('who asks for the number is spared the definition', async () => {
  expect(await textOf('how many key laboratories are there?')).not.toContain('Counts:');
});
