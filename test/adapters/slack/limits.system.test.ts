import { expect, it } from 'vitest';
import type { Bot } from '../../../src/core/bot.ts';
import { until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

/** So many questions are let through at a time. */
const PART = 100;

it('turns questions away at little cost while two thousand are under way, and answers again after', async (test) => {
  const held: (() => void)[] = [];
  let isOver = false;
  const wrap = (bot: Bot): Bot => ({
    ...bot,
    async reply(query) {
      if (!isOver) await new Promise<void>((letThrough) => held.push(letThrough));
      return bot.reply(query);
    },
  });
  const { slack, log } = await startBot(test, { mode: 'http', wrap });
  slack.timing.retryDelaysMs = [];
  const users = Array.from({ length: 100 }, () => slack.workspace.addUser());
  const ask = (user = slack.user) => slack.slash('/harbin', 'how many key labs?', { user });
  const turns = [];
  for (let round = 0; round < 20; round += 1) turns.push(...(await Promise.all(users.map(ask))));

  const declined = await ask();
  expect(declined.ack.ok).toBe(true);
  const lines = /ask again in a minute.*一分钟后再问.*через минуту/s;
  expect(declined.answers().map(({ text }) => text)).toEqual([expect.stringMatching(lines)]);
  expect((await slack.mention(slack.channel, 'how many labs?')).ack).toMatchObject({ ok: false, reason: 'http_503' });
  expect(log.filter(({ event }) => event.startsWith('slack questions turned away'))).toHaveLength(1);

  isOver = true;
  const answered = () => slack.messages.filter(({ text }) => text.includes('229')).length;
  // In parts: two thousand calls at once take so long on a busy machine that some of them go unconfirmed.
  for (let count = 0; held.length > 0; ) {
    const part = held.splice(0, PART);
    count += part.length;
    for (const letThrough of part) letThrough();
    await until(() => answered() >= count, { what: 'the answers' });
  }
  await until(() => answered() >= turns.length, { what: 'the last answers' });
  for (const turn of turns) expect(turn.answers().filter(({ text }) => text.includes('229'))).toHaveLength(1);
  expect((await (await ask()).answer()).text).toContain('229');
  expect(declined.answers()).toHaveLength(1);
});
