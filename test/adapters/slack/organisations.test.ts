import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it, type TestContext } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import type { OtherWorkspace } from '../../support/slack/fake-slack.ts';
import { install, visitInstallPage } from '../../support/slack/install.ts';
import type { FakeOrganisation } from '../../support/slack/organisation.ts';
import { pause, until } from '../../support/until.ts';
import { type RunningBot, startBot } from './running-bot.ts';

type Company = RunningBot & { company: FakeOrganisation; research: OtherWorkspace; sales: OtherWorkspace };

/** A bot that a company with two workspaces may install. */
async function startCompany(test: TestContext, mode: 'socket' | 'http' = 'http'): Promise<Company> {
  const folder = mkdtempSync(`${tmpdir()}/harbin-organisation-`);
  const store = await openStore(`file:${folder}/harbin.db`, () => {});
  const installations = store.installations(createSeal([{ id: 'a', key: randomBytes(32) }]));
  test.onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const bot = await startBot(test, { mode, installations, members: store.members });
  const company = bot.slack.addOrganisation('STAR');
  const [research, sales] = [company.addWorkspace('RESEARCH'), company.addWorkspace('SALES')];
  return Object.assign(bot, { company, research, sales });
}

/** Every way to ask in a workspace gets its answer there. */
async function answersIn(place: OtherWorkspace): Promise<void> {
  const answer = await (await place.slash('/harbin', 'how many labs?')).answer();
  expect(answer.text).toContain('229');
  const mention = await (await place.mention(place.channel, 'how many labs?')).answer();
  expect(mention.text).toContain('229');
  expect((await (await place.directMessage(place.user, 'labs?')).answer()).text).toContain('229');
  expect((await (await place.openHome(place.user)).home()).kind).toBe('home');
  await place.click(answer, 'Share');
  await until(() => place.messages.some(({ text, visibleTo }) => visibleTo === 'everyone' && /shared/i.test(text)));
}

async function silentIn(place: OtherWorkspace): Promise<void> {
  expect(await (await place.mention(place.channel, 'how many labs?')).whenQuiet()).toEqual([]);
}

const FACT: Message = {
  language: 'en',
  audience: 'everyone',
  parts: [{ kind: 'text', inlines: ['A fact a day.'] }],
  buttons: [],
};

function postIn({ adapter }: Company, place: OtherWorkspace) {
  const channel = { platform: 'slack', workspace: place.workspace.teamId, id: place.channel.id } as const;
  const post = { key: place.channel.id, channel, message: FACT, firstTriedAt: new Date(), setBy: 'U1' };
  return adapter.messenger.send(post, new AbortController().signal);
}

describe.concurrent('an app that an organisation installs', () => {
  it.for(['socket', 'http'] as const)('answers in each workspace that it is given to, by %s', async (mode, test) => {
    const bot = await startCompany(test, mode);
    const { company, research, sales, slack, url } = bot;
    const page = await (await visitInstallPage(url, company)).finish();
    expect(page.status).toBe(200);
    // The page that gives an app to workspaces.
    expect(await page.text()).toContain('/workspaces/add');
    await company.give(research, sales);
    await answersIn(research);
    await answersIn(sales);
    expect(new Set(slack.callsOf('chat.postMessage').map(({ token }) => token))).toEqual(
      new Set([company.installation.botToken]),
    );
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('posts where nobody has just asked, in workspaces that it was given to or heard of, also after a restart', async (test) => {
    const bot = await startCompany(test);
    const { company, research, sales } = bot;
    expect(await postIn(bot, research)).toMatchObject({ kind: 'refused', code: 'other_workspace' });
    await install(bot.url, company);
    await company.give(research);
    expect(await postIn(bot, research)).toMatchObject({ kind: 'sent' });
    // Slack could not tell the bot of this one.
    company.installation.events.delete('team_access_granted');
    await company.give(sales);
    await answersIn(sales);
    await bot.restart();
    expect(await postIn(bot, sales)).toMatchObject({ kind: 'sent' });
    expect(research.messages.filter(({ text }) => text.includes('A fact a day.'))).toHaveLength(1);
  });

  it('forgets a workspace that it is taken from, and goes on in the others', async (test) => {
    const bot = await startCompany(test);
    const { company, research, sales, forgotten } = bot;
    await install(bot.url, company);
    await company.give(research, sales);
    await answersIn(research);
    // Slack names the second alone, and what came within it counts as later.
    await pause(1_000);
    const removal = await company.take(research);
    await until(() => forgotten.length > 0);
    expect(forgotten).toEqual([research.workspace.teamId]);
    expect(await postIn(bot, research)).toMatchObject({ kind: 'refused' });
    await answersIn(sales);
    // Given again, it is not taken by the old news.
    await pause(2_000);
    await company.give(research);
    await bot.restart();
    await removal.redeliver();
    await answersIn(research);
    expect(forgotten).toHaveLength(1);
  });

  it('forgets all of its workspaces when the organisation removes it, and no other', async (test) => {
    const bot = await startCompany(test);
    const { company, research, sales, slack, forgotten, refused } = bot;
    const other = slack.addWorkspace('OTHER');
    await install(bot.url, company);
    await install(bot.url, other);
    await company.give(research, sales);
    await answersIn(sales);
    await company.uninstall();
    await until(() => forgotten.includes(company.id));
    expect(new Set(forgotten)).toEqual(new Set([company.id, research.workspace.teamId, sales.workspace.teamId]));
    await silentIn(research);
    await answersIn(other);
    expect(refused).toEqual([]);
    company.installation.botTokenError = undefined;
    await install(bot.url, company);
    await answersIn(sales);
  });

  it('loses the installation whose token is dead, in all of its workspaces, and keeps their settings', async (test) => {
    const bot = await startCompany(test);
    const { company, research, sales, log, forgotten } = bot;
    await install(bot.url, company);
    await company.give(research, sales);
    await answersIn(research);
    await answersIn(sales);
    company.installation.botTokenError = 'token_revoked';
    await silentIn(research);
    await until(() => log.some(({ event }) => event === 'slack workspace removed'));
    expect(log.find(({ event }) => event === 'slack workspace lost')?.fields).toEqual({
      workspace: company.id,
      code: 'token_revoked',
    });
    await silentIn(sales);
    expect(forgotten).toEqual([]);
    await install(bot.url, company);
    await answersIn(sales);
  });

  it('keeps what channels chose apart by their workspaces', async (test) => {
    const bot = await startCompany(test);
    const { company, research, sales } = bot;
    await install(bot.url, company);
    await company.give(research, sales);
    await (await research.slash('/harbin', 'language zh')).answer();
    expect((await (await research.slash('/harbin', 'help')).answer()).text).toContain('哈尔滨');
    expect((await (await sales.slash('/harbin', 'help')).answer()).text).not.toContain('哈尔滨');
  });
});
