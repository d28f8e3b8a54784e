import { expect, test } from 'vitest';
import { people, stage } from './harness.ts';

test('one person who asks far too much is asked to wait in private, and everybody else is answered', async (context) => {
  const { discord } = await stage(context);
  const { guild, mei } = people(discord);
  const ask = async (user: typeof mei, at: number) => {
    const channel = discord.channel(guild, `channel ${at}`);
    return await discord.slash(user, channel, 'harbin ask', { question: 'how many key labs?' }).answered();
  };
  for (let at = 0; at < 30; at += 1) expect((await ask(mei, at)).text).toContain('229');
  const refused = await ask(mei, 30);
  expect(refused.text).toMatch(/ask again in \d+ s/);
  expect(refused.isEphemeral).toBe(true);
  expect((await ask(discord.user('calm'), 31)).text).toContain('229');
});
