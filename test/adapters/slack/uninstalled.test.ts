import { describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

describe.concurrent('when the app is removed from its workspace', () => {
  it.for(['socket', 'http'] as const)(
    'by %s, its data is removed and the platform ends by name',
    async (mode, test) => {
      const { slack, forgotten, refused, adapter } = await startBot(test, { mode });
      await slack.uninstall();
      await until(() => refused.length > 0);
      expect(forgotten).toEqual([slack.workspace.teamId]);
      expect(refused[0]?.message).toMatch(/^SLACK_BOT_TOKEN was refused: the app was uninstalled/);
      expect(adapter.health().connected).toBe(false);
    },
  );

  it('its data is removed although the database was away for a moment', async (test) => {
    const { slack, forgotten, refused } = await startBot(test, { failsToForget: 3 });
    await slack.uninstall();
    await until(() => refused.length > 0);
    expect(forgotten).toEqual([slack.workspace.teamId]);
  });

  it('nothing is removed when a token alone was reset', async (test) => {
    const { slack, forgotten, refused } = await startBot(test);
    slack.installation.botTokenError = 'token_revoked';
    const event = { type: 'tokens_revoked', tokens: { bot: [slack.workspace.bot.id] } };
    await slack.event(event);
    await (await slack.mention(slack.channel, 'how many labs?')).whenQuiet();
    await until(() => refused.length > 0);
    expect(forgotten).toEqual([]);
  });
});
