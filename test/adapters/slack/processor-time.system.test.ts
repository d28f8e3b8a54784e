import { expect, it } from 'vitest';
import { warmUp } from '../../../src/adapters/shared/warm-up.ts';
import { COSTLY, costlyBot } from '../../support/costly-bot.ts';
import { until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

it('lets somebody whose questions cost much wait by themselves: others are answered before their next one', async (test) => {
  const answered: string[] = [];
  const { slack, bot } = await startBot(test, { wrap: (real) => costlyBot(real, answered) });
  // As the program does: what only the first questions cost is nobody's.
  await warmUp(bot);
  answered.length = 0;
  const [flooder, mei] = [slack.workspace.addUser(), slack.workspace.addUser()];
  await Promise.all(
    [`one of the flood, ${COSTLY}`, 'another of the flood', 'the last of the flood'].map((text) =>
      slack.slash('/harbin', text, { user: flooder }),
    ),
  );
  const others = [
    await slack.slash('/harbin', 'how many labs?', { user: mei }),
    await slack.mention(slack.channel, 'how many universities?', { user: mei }),
  ];
  for (const turn of others) expect(turn.ack.ok).toBe(true);
  await until(() => answered.length === 5, { what: 'five answers' });
  expect(answered.map((text) => text.includes('of the flood'))).toEqual([true, false, false, true, true]);
});
