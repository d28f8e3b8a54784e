import { expect, it } from 'vitest';
import type { Question } from '../../src/core/question.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());
const charted = async (what: string) => (await bot.reply({ asked: { command: 'chart', values: [what] } })).question;

it('a chart of several things holds each of them, and of a word with several meanings all that it may mean', async () => {
  for (const what of ['labs, universities', '实验室、高校', 'лаборатории, вузы'])
    expect(await charted(what), what).toEqual({
      kind: 'chart',
      figures: expect.arrayContaining(['key-laboratories', 'universities']),
    });
  const question = await charted('labs, companies, universities');
  const figures = question.kind === 'chart' ? question.figures : [];
  expect(figures).toEqual(expect.arrayContaining(['key-laboratories', 'high-tech-companies', 'universities']));
  expect(figures).not.toContain('recommendation-batches');
});

it('a chart of several things says which of them it has not', async () => {
  expect((await charted('labs, opera houses')).kind).not.toBe('chart');
});

it('values of several times have a chart as their way on', async () => {
  const question: Question = { kind: 'nearest', figures: ['invention-patents'], words: [], when: ['2012/..'] };
  const { message } = await bot.reply({ asked: { question }, language: 'en' });
  expect(message.buttons.map(({ label }) => label)).toContain('Chart');
});

it('quotation marks within others are those of the language', async () => {
  const asked: { question: Question } = { question: { kind: 'chart', figures: [], topics: ['companies'] } };
  const said = JSON.stringify((await bot.reply({ asked, language: 'zh' })).message.parts);
  expect(said).toContain('“‘潜在企业孵化器’”');
});
