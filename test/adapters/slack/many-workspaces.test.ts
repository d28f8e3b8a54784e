import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import type { Installations } from '../../../src/adapters/shared/installations.ts';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import type { Message } from '../../../src/core/messages/message.ts';
import type { OtherWorkspace } from '../../support/slack/fake-slack.ts';
import { install, visitInstallPage } from '../../support/slack/install.ts';
import { pause, until } from '../../support/until.ts';
import { answersIn, silentIn } from './answers-in.ts';
import { type RunningBot, startBot } from './running-bot.ts';

type Company = RunningBot & { other: OtherWorkspace; installations: Installations };

/** A bot that two workspaces may install. */
async function startCompany(test: TestContext, mode: 'socket' | 'http' = 'http'): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-installations-'));
  const store = await openStore(`file:${folder}/harbin.db`, () => {});
  const installations = store.installations(createSeal([{ id: 'a', key: randomBytes(32) }]));
  test.onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const bot = await startBot(test, { mode, installations });
  return Object.assign(bot, { other: bot.slack.addWorkspace('SECOND'), installations });
}

describe.concurrent('an app that many workspaces install', () => {
  it.for(['socket', 'http'] as const)('answers each with its own token, by %s', async (mode, test) => {
    const { slack, other, url } = await startCompany(test, mode);
    await silentIn(slack);
    await install(url, slack);
    await answersIn(slack);
    await silentIn(other);
    await install(url, other);
    await answersIn(other);
    await answersIn(slack);
    const tokens = new Set(slack.callsOf('chat.postMessage').map(({ token }) => token));
    expect(tokens).toEqual(new Set([slack.installation.botToken, other.installation.botToken]));
    const strayed = slack.callsOf('chat.postMessage').filter(({ answer }) => answer?.ok !== true);
    expect(strayed).toEqual([]);
  });

  it('installs nothing with a forged state, with that of another browser, without one, or with a used code', async (test) => {
    const { slack, log, url } = await startCompany(test);
    const fromAnother = await visitInstallPage(url, slack);
    const statuses: number[] = [];
    for (const changes of [
      { state: 'forged' },
      { cookie: '' },
      { cookie: 'slack-app-oauth-state=forged', state: 'forged' },
    ])
      statuses.push((await fromAnother.finish(changes)).status);
    expect(statuses).toEqual([400, 400, 400]);
    expect(slack.callsOf('oauth.v2.access')).toEqual([]);
    await silentIn(slack);

    const visit = await visitInstallPage(url, slack);
    expect((await visit.finish()).status).toBe(200);
    expect((await visit.finish()).status).toBe(500);
    await answersIn(slack);
    // These are the visitors' own.
    expect(log.map(({ event }) => event)).not.toContain('slack installation failed');
  });

  it('says in plain words that nothing was installed where somebody cancels, in a page that runs nothing', async (test) => {
    const { log, url } = await startCompany(test);
    const page = await fetch(`${url}/slack/oauth_redirect?error=access_denied&state=any`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The app was not installed, and nothing was changed.');
    for (const path of ['/slack/oauth_redirect?error=access_denied', '/slack/install']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    expect(log.map(({ event }) => event)).not.toContain('slack installation failed');
  });

  it('tells whoever gives a command in a workspace without it that it is not installed there', async (test) => {
    const { slack } = await startCompany(test);
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toContain('not installed');
  });

  it('finishes at one copy what was begun at another, and answers there too', async (test) => {
    const { slack, url, installations } = await startCompany(test);
    const second = await startBot(test, { mode: 'http', slack, installations });
    const visit = await visitInstallPage(url, slack);
    expect((await visit.finish({ copy: second.url })).status).toBe(200);
    await answersIn(slack);
    slack.deliverTo(`${url}/slack/events`);
    await answersIn(slack);
  });

  it('leaves to be sent again what it cannot read the installation for', async (test) => {
    const { slack, url, installations } = await startCompany(test);
    await install(url, slack);
    let failures = 0;
    const away = () => Promise.reject(new Error('the database is away'));
    const of = (team: string) => (failures-- > 0 ? away() : installations.of(team));
    const asked = slack.callsOf('auth.test').length;
    await startBot(test, { mode: 'http', slack, installations: { ...installations, of } });
    // It looks whether it is still in the workspace.
    await until(() => slack.callsOf('auth.test').length > asked);
    failures = 1;
    const turn = await slack.mention(slack.channel, 'how many labs?');
    expect((await turn.answer()).text).toContain('229');
    await turn.acked();
    expect(turn.deliveries).toMatchObject([{ ok: false, reason: 'http_503' }, { ok: true }]);
  });

  it('says nothing of its secrets on its pages and in its log', async (test) => {
    const { slack, log, url } = await startCompany(test);
    const { clientSecret, botToken } = slack.installation;
    slack.faults.breakMethod('oauth.v2.access', { kind: 'error', error: 'bad_client_secret' }, { times: 1 });
    const answer = await (await visitInstallPage(url, slack)).finish();
    expect(answer.status).toBe(500);
    // Whoever runs the bot learns which secret is wrong.
    expect(log.filter(({ event }) => event === 'slack installation failed')).toMatchObject([
      { level: 'error', fields: { error: { message: expect.stringContaining('bad_client_secret') } } },
    ]);
    const said = (await answer.text()) + (await (await fetch(`${url}/slack/install`)).text()) + JSON.stringify(log);
    for (const secret of [clientSecret, botToken]) expect(said).not.toContain(secret);
    await install(url, slack);
    await answersIn(slack);
  });

  it('goes on in one workspace when another removes it, and can be installed there again', async (test) => {
    const { slack, other, url, forgotten, refused, adapter } = await startCompany(test);
    await install(url, slack);
    await install(url, other);
    slack.installation.events.add('tokens_revoked');
    await slack.uninstall();
    await until(() => forgotten.length > 0);
    await silentIn(slack);
    await answersIn(other);
    expect(forgotten).toEqual([slack.workspace.teamId]);
    expect(refused).toEqual([]);
    expect(adapter.health().connected).toBe(true);
    await install(url, slack);
    await answersIn(slack);
  });

  it('is not removed again by old news of its removal, which comes after it was installed anew', async (test) => {
    const bot = await startCompany(test);
    await install(bot.url, bot.slack);
    const removal = await bot.slack.uninstall();
    await until(() => bot.forgotten.length > 0);
    // Slack names the second alone.
    await pause(2_000);
    await install(bot.url, bot.slack);
    await bot.restart();
    expect(await removal.redeliver()).toMatchObject({ ok: true });
    await answersIn(bot.slack);
    expect(bot.forgotten).toHaveLength(1);
  });

  it('loses one workspace whose token is dead, keeps its settings, and goes on in the others', async (test) => {
    const { slack, other, url, forgotten, refused, log } = await startCompany(test);
    await install(url, slack);
    await install(url, other);
    slack.installation.botTokenError = 'token_revoked';
    await silentIn(slack);
    await until(() => log.some(({ event }) => event === 'slack workspace removed'));
    expect(log.find(({ event }) => event === 'slack workspace lost')?.fields).toEqual({
      workspace: slack.workspace.teamId,
      code: 'token_revoked',
    });
    await answersIn(other);
    expect([forgotten, refused]).toEqual([[], []]);
  });

  it('posts where nobody has just asked with the token of the workspace, and nowhere else', async (test) => {
    const { slack, other, url, adapter } = await startCompany(test);
    await install(url, slack);
    const message: Message = {
      language: 'en',
      audience: 'everyone',
      parts: [{ kind: 'text', inlines: ['A fact a day.'] }],
      buttons: [],
    };
    const send = (workspace: string, id: string) =>
      adapter.messenger.send(
        {
          key: `s.${workspace}`,
          channel: { platform: 'slack', workspace, id },
          message,
          setBy: 'U1',
          firstTriedAt: new Date(),
        },
        new AbortController().signal,
      );
    expect(await send(other.workspace.teamId, other.channel.id)).toMatchObject({ kind: 'refused', remedy: 'operator' });
    await install(url, other);
    expect(await send(other.workspace.teamId, other.channel.id)).toMatchObject({ kind: 'sent' });
    expect(await send(slack.workspace.teamId, slack.channel.id)).toMatchObject({ kind: 'sent' });
    expect(other.messages.filter(({ text }) => text.includes('A fact a day.'))).toHaveLength(1);
  });
});
