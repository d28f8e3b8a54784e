import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/messages/report.ts';
import { formatQuestion, parseQuestion } from '../../src/core/question-code.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { LANGUAGES } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);

/** What the Source button under an answer leads to, through the code that the button carries. */
async function behindSourceButton(asked: string, language: (typeof LANGUAGES)[number]) {
  const { message } = await bot.reply({ asked, language });
  const question = message.buttons.map((button) => button.question).find(({ kind }) => kind === 'about');
  const code = question && formatQuestion({ question, language });
  return code === undefined
    ? undefined
    : reportOf(await bot.reply({ asked: { question: parseQuestion(code)?.question ?? { kind: 'help' } }, language }));
}

describe('the source of a number of another year or place', () => {
  it.each([
    ['high-tech companies in the province in 2020', 'Xinhua'],
    ['high-tech companies in 2020', 'Harbin city news site, 4 March 2021'],
    ['high-tech output in 2010', 'Ministry of Science and Technology'],
    ['utility models in Dalian 2021', 'Statistical Yearbook'],
  ])('is the one behind the button under it: %s', async (asked, source) => {
    const first = (await behindSourceButton(asked, 'en'))?.text.split('\n')[0];
    expect(first).toContain(source);
  });

  it('is the one told when it is asked next', async () => {
    const conversation = 'next';
    for (const asked of ['high-tech companies', 'in 2020?', 'in the province?'])
      await bot.reply({ asked, conversation });
    const { text } = reportOf(await bot.reply({ asked: 'source?', conversation }));
    expect(text.split('\n')[0]).toContain('Xinhua');
  });
});

it.each([
  { asked: { command: 'source' as const, values: ['high-tech companies in the province in 2020'] } },
  { asked: 'source of the high-tech companies of the province' },
])('a source asked for by name is that of the place and time that are named: %j', async ({ asked }) => {
  const { text } = reportOf(await bot.reply({ asked, language: 'en' }));
  expect(text.split('\n')[0]).not.toContain('PR Newswire');
});

it('every value that is held leads to its own source', async () => {
  for (const figure of catalogue.figures) {
    for (const { place, asOf } of figure.observations) {
      const question = { kind: 'figure' as const, figures: [figure.id], places: [place], when: [asOf.date] };
      const { answer, message } = await bot.reply({ asked: { question }, language: 'en' });
      const about = message.buttons.map((button) => button.question).find(({ kind }) => kind === 'about');
      const behind = await bot.reply({ asked: { question: about ?? { kind: 'help' } }, language: 'en' });
      const told = answer.kind === 'figure' ? answer.stated : [];
      const sourced = behind.answer.kind === 'about' ? behind.answer.stated : [];
      expect(told.length, `${figure.id} ${place} ${asOf.date}`).toBeGreaterThan(0);
      expect(sourced).toEqual([expect.objectContaining({ figure, observation: told.at(-1)?.observation })]);
    }
  }
});
