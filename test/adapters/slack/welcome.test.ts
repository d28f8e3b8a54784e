import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import type { Introductions } from '../../../src/core/ports.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { startBot } from './running-bot.ts';

/** What is noted in a database of the test's own. */
async function noted(test: Pick<TestContext, 'onTestFinished'>): Promise<Introductions> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-welcome-'));
  const store = await openStore(`file:${join(folder, 'harbin.db')}`, () => {});
  test.onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store.introductions;
}

const granted = ({ installation }: FakeSlack) => installation.scopes.add('channels:read').add('groups:read');

describe.each(['socket', 'http'] as const)('A bot that is invited to a channel by %s', (mode) => {
  it('says in one line what it is there for, in the language of whoever invited it, and calls nobody', async (test) => {
    const { slack } = await startBot(test, { mode, prepare: granted, introductions: await noted(test) });
    const inviter = Object.assign(slack.workspace.addUser(), { locale: 'ru-RU' });
    const welcome = await (await slack.join(slack.workspace.bot, slack.channel, { inviter })).answer();
    expect(welcome).toMatchObject({ channel: slack.channel.id, visibleTo: 'everyone' });
    expect(welcome.text).toMatch(/^Здравствуйте! .*\/harbin/);
    expect(welcome.text).not.toMatch(/\n|<[@!]/);
  });

  it('says it once: not when Slack repeats itself, not when invited again, and not after a restart', async (test) => {
    const { slack, restart } = await startBot(test, { mode, prepare: granted, introductions: await noted(test) });
    const turn = await slack.join(slack.workspace.bot, slack.channel);
    expect((await turn.answer()).text).toMatch(/^Hello! Ask me about Harbin’s innovation figures/);
    await turn.redeliver();
    await restart();
    await turn.redeliver();
    const again = await slack.join(slack.workspace.bot, slack.channel);
    await again.whenQuiet();
    expect(slack.messages.filter(({ text }) => text.startsWith('Hello!'))).toHaveLength(1);
    const other = slack.workspace.addChannel({ kind: 'private' });
    expect((await (await slack.join(slack.workspace.bot, other)).answer()).channel).toBe(other.id);
  });

  it('says nothing when somebody else joins, and nothing where Slack does not tell it', async (test) => {
    const introductions = await noted(test);
    const { slack } = await startBot(test, { mode, introductions });
    await (await slack.join(slack.workspace.bot, slack.channel)).whenQuiet();
    granted(slack);
    await (await slack.join(slack.workspace.addUser(), slack.channel)).whenQuiet();
    expect(slack.messages).toEqual([]);
  });
});
