import { expect, it } from 'vitest';
import { startBot } from './running-bot.ts';

const QUESTIONS = [
  ['how many key labs?', '229'],
  ['how many universities?', '48'],
  ['how much investment is planned?', '16.8 billion'],
  ['有多少家高新技术企业？', '1751'],
  ['Сколько инженерных центров?', '250'],
] as const;

it.for(['socket', 'http'] as const)(
  'acknowledges 200 commands at once in under 500 ms each, and answers every one rightly and once: %s',
  async (mode, test) => {
    const { slack } = await startBot(test, { mode });
    await (await slack.slash('/harbin', 'how many labs?')).answer();
    const asked = Array.from({ length: 200 }, (_, at) => QUESTIONS[at % QUESTIONS.length] ?? QUESTIONS[0]);
    const users = asked.map((_, at) => slack.workspace.addUser({ name: `person${at}` }));
    const turns = await Promise.all(
      asked.map(([question], at) => slack.slash('/harbin', question, { user: users[at] ?? slack.user })),
    );
    expect(turns.filter(({ ack }) => !ack.ok)).toEqual([]);
    expect(Math.max(...turns.map(({ ack }) => ack.ms))).toBeLessThan(500);
    for (const [at, turn] of turns.entries()) {
      const answer = await turn.answer({ within: 10_000 });
      expect(answer.text.replaceAll(/[,\u00a0\u202f]/g, '')).toContain(asked[at]?.[1].replaceAll(',', ''));
    }
    await turns.at(-1)?.whenQuiet();
    for (const turn of turns) expect(turn.answers()).toHaveLength(1);
  },
);
