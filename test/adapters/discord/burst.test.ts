import { expect, test } from 'vitest';
import { people, stage } from './harness.ts';

test('two hundred questions at once are each answered within half a second, even right after the start', {
  retry: 2,
}, async (context) => {
  const { discord } = await stage(context, { logs: false });
  const { guild } = people(discord);
  const channels = Array.from({ length: 20 }, (_, index) => discord.channel(guild, `channel ${index}`));
  const questions = ['how many labs?', '有多少所高校？', 'сколько лабораторий?', 'investment per project'];
  const burst = () =>
    Array.from({ length: 200 }, (_, index) => {
      const channel = channels[index % channels.length] ?? discord.channel(guild, 'another');
      return discord.slash(discord.user(`user ${index}`), channel, 'harbin ask', {
        question: questions[index % questions.length] ?? '',
      });
    });
  for (const round of ['cold', 'warm']) {
    const turns = burst();
    await Promise.all(turns.map((turn) => turn.answered({ within: 10_000 })));
    const slowest = Math.max(...turns.map((turn) => turn.firstResponse?.ms ?? Infinity));
    expect(slowest, round).toBeLessThan(500);
  }
});
