import { expect, test } from 'vitest';
import { COSTLY, costlyBot } from '../../support/costly-bot.ts';
import { until } from '../../support/until.ts';
import { people, stage } from './harness.ts';

test('somebody whose commands and keystrokes cost much waits alone: others are answered before their next one', async (context) => {
  const answered: string[] = [];
  const { discord } = await stage(context, { change: (bot) => costlyBot(bot, answered) });
  const { channel, mei } = people(discord);
  const flooder = discord.user('Flooder');
  const type = (user: typeof mei, typed: string) =>
    discord.autocomplete(user, channel, 'harbin ask', 'question', typed).choices();
  expect(await type(flooder, `labs ${COSTLY}`)).toBeDefined();
  // The next key within the same moment is not worked on at all.
  expect(await type(flooder, 'labs')).toEqual([]);
  expect(await type(mei, 'labs')).not.toEqual([]);
  discord.slash(flooder, channel, 'harbin ask', { question: 'labs, in a flood' });
  discord.mention(flooder, channel, 'more labs, in a flood');
  const others = discord.slash(mei, channel, 'harbin ask', { question: 'how many labs?' });
  await until(() => answered.length === 3, { what: 'three answers' });
  expect((await others.answered()).text).toContain('229');
  expect(answered.map((text) => text.includes('in a flood'))).toEqual([false, true, true]);
});
