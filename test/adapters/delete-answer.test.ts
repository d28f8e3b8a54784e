import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../support/slack/clickables.ts';
import type { FakeSlack } from '../support/slack/fake-slack.ts';
import type { PostedMessage } from '../support/slack/message-board.ts';
import { until } from '../support/until.ts';
import { people, stage } from './discord/harness.ts';
import { startBot } from './slack/running-bot.ts';

const NOT_YOURS = 'Only the person who asked can delete this answer.';

const isDeleted = ({ messages }: FakeSlack, { ts }: PostedMessage) =>
  messages.some((one) => one.ts === ts && one.change === 'deleted');

describe.each(['socket', 'http'] as const)('an answer on Slack by %s', (mode) => {
  it('is deleted by the person who asked, after a restart too, and by nobody else', async (test) => {
    const { slack, restart } = await startBot(test, { mode });
    const other = slack.workspace.addUser({ name: 'olga' });
    const answer = await (await slack.mention(slack.channel, 'how many key labs?')).answer();
    await restart();
    const refused = await (await slack.click(answer, 'Delete', { user: other })).answer();
    expect(refused).toMatchObject({ text: NOT_YOURS, visibleTo: { user: other.id } });
    expect(isDeleted(slack, answer)).toBe(false);
    await slack.click(answer, 'Delete');
    await until(() => isDeleted(slack, answer));
  });
});

describe('on Slack', () => {
  it('an answer for one person has no such button, and one that is shared has it for whoever shared it', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'how many key labs?')).answer();
    expect(buttonsOf(answer)).not.toContain('Delete');
    await slack.click(answer, 'Share');
    const shared = await until(() => slack.messages.find(({ visibleTo }) => visibleTo === 'everyone'));
    await slack.click(shared, 'Delete');
    await until(() => isDeleted(slack, shared));
  });

  it('what takes the place of an answer stays with the person who asked', async (test) => {
    const { slack } = await startBot(test);
    const other = slack.workspace.addUser({ name: 'olga' });
    const choice = await (await slack.mention(slack.channel, 'awards')).answer();
    const answer = await (await slack.click(choice, 'Award money', { user: other })).answer();
    expect(answer.ts).toBe(choice.ts);
    await slack.click(answer, 'Delete');
    await until(() => isDeleted(slack, answer));
  });
});

describe('on Discord', () => {
  it('an answer is deleted by the person who asked, and by nobody else', async (test) => {
    const { discord } = await stage(test);
    const { channel, mei } = people(discord);
    const other = discord.user('Olga');
    for (const turn of [
      discord.slash(mei, channel, 'harbin ask', { question: 'how many key labs?' }),
      discord.mention(mei, channel, 'how many key labs?'),
    ]) {
      const answer = await turn.answered();
      const refused = await discord.click(answer, 'Delete', other).answered();
      expect(refused).toMatchObject({ text: NOT_YOURS, visibleTo: other });
      expect(answer.deleted).toBe(false);
      discord.click(answer, 'Delete', mei);
      await until(() => answer.deleted);
    }
  });

  it('an answer is deleted where the bot is no member, and in direct messages', async (test) => {
    const { discord } = await stage(test);
    const mei = discord.user('Mei');
    const answer = await discord.directMessage(mei, 'how many key labs?').answered();
    discord.click(answer, 'Delete', mei);
    await until(() => answer.deleted);
    const elsewhere = discord.channel(discord.guild('Elsewhere', { hasBot: false }), 'general');
    const there = await discord.slash(mei, elsewhere, 'harbin ask', { question: 'how many key labs?' }).answered();
    discord.click(there, 'Delete', mei);
    await until(() => there.deleted);
  });

  it('what takes the place of an answer stays with the person who asked, and an answer for one person has no such button', async (test) => {
    const { discord } = await stage(test);
    const { channel, mei } = people(discord);
    const other = discord.user('Olga');
    const choice = await discord.mention(mei, channel, 'awards').answered();
    const answer = await discord.select(choice, 'Money awarded to enterprises', other).answered();
    expect(answer.id).toBe(choice.id);
    discord.click(answer, 'Delete', mei);
    await until(() => answer.deleted);
    const help = await discord.slash(mei, channel, 'harbin help', {}).answered();
    expect(help.text).not.toContain('Delete');
  });
});
