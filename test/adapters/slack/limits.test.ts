import { expect, it } from 'vitest';
import { startBot } from './running-bot.ts';

it('asks one person who asks far too much to wait, once, and goes on answering everybody else', async (test) => {
  const { slack } = await startBot(test);
  const [greedy, other] = [slack.workspace.addUser(), slack.workspace.addUser()];
  const turns = [];
  for (let at = 0; at < 33; at += 1) turns.push(await slack.slash('/harbin', 'how many key labs?', { user: greedy }));
  const calm = await slack.slash('/harbin', 'how many key labs?', { user: other });
  expect((await calm.answer()).text).toContain('229');
  await Promise.all(turns.slice(0, 31).map((turn) => turn.answer()));
  await Promise.all(turns.map((turn) => turn.whenQuiet()));

  const answers = turns.map((turn) => turn.answers().map(({ text }) => text));
  expect(answers.slice(0, 30).every(([text]) => text?.includes('229'))).toBe(true);
  expect(answers[30]).toEqual([expect.stringMatching(/ask again in \d+ s/)]);
  expect(answers.slice(31)).toEqual([[], []]);
  expect(turns.every(({ ack }) => ack.ok)).toBe(true);
});
