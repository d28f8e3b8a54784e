import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { type Channel, placeOf } from '../../../src/core/daily/subscription.ts';
import { subscribed } from '../../support/daily.ts';
import { install } from '../../support/slack/install.ts';
import { pause, until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

const DAY_MS = 86_400_000;

/** A bot on a store of its own, whose days pass as a test wants, and which does not run yet where it `waits`. */
async function scene(
  test: TestContext,
  { tokens = 'many', waits = false }: { tokens?: 'one' | 'many'; waits?: boolean } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-silent-departures-'));
  const store = await openStore(`file:${folder}/harbin.db`, () => {});
  test.onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const installations = store.installations(createSeal([{ id: 'a', key: randomBytes(32) }]));
  let days = 0;
  const { subscriptions, members, absences } = store;
  const running = await startBot(test, {
    mode: 'http',
    subscriptions,
    members,
    absences,
    clock: () => new Date(Date.now() + days * DAY_MS),
    start: !waits,
    ...(tokens === 'many' ? { installations } : {}),
  });
  /** Somebody set up a daily fact and a language in a channel there. */
  const setUpIn = async (workspace: string) => {
    const channel: Channel = { platform: 'slack', workspace, id: 'C1' };
    await subscriptions.save(subscribed({ channel }), undefined);
    await store.languages.set(placeOf(channel), 'ru');
  };
  const keeps = async (...wanted: string[]) => {
    const kept = async () => [
      ...new Set([
        ...(await subscriptions.kept('slack')).map(({ workspace }) => workspace),
        ...(await installations.homes()),
        ...(await members.all()),
      ]),
    ];
    let now = await kept();
    for (let waited = 0; waited < 20_000 && now.length !== wanted.length; waited += 20) {
      await pause(20);
      now = await kept();
    }
    expect(new Set(now)).toEqual(new Set(wanted));
  };
  return Object.assign(running, {
    installations,
    setUpIn,
    keeps,
    /** Ends the bot, lets days pass, and starts it. */
    async startDaysLater(more: number) {
      days += more;
      const seen = running.log.length;
      await running.restart();
      // It has looked at every workspace.
      return {
        said: async (event: string) => until(() => running.log.slice(seen).some((line) => line.event === event)),
      };
    },
    goneSaid: () =>
      running.log.filter(({ event }) => event === 'slack workspace gone').map(({ fields }) => fields['workspace']),
  });
}

describe.concurrent('what is kept of a Slack workspace that left while the bot did not run', () => {
  it.for(['account_inactive', 'invalid_auth', 'token_revoked'])(
    'goes a week after Slack answers %s',
    async (code, test) => {
      const bot = await scene(test);
      const other = bot.slack.addWorkspace('SECOND');
      const [left, stays] = [bot.slack.workspace.teamId, other.workspace.teamId];
      await install(bot.url, bot.slack);
      await install(bot.url, other);
      await bot.setUpIn(left);
      await bot.setUpIn(stays);
      bot.slack.installation.botTokenError = code;
      await (await bot.startDaysLater(1)).said('slack workspace gone');
      await bot.keeps(left, stays);
      await (await bot.startDaysLater(6.9)).said('slack workspace gone');
      await bot.keeps(left, stays);
      await (await bot.startDaysLater(0.2)).said('slack workspace removed');
      await bot.keeps(stays);
      expect(bot.goneSaid()).toEqual([left, left]);
      expect(bot.forgotten).toEqual([left]);
    },
  );

  it('goes a week after its token was refused in use', async (test) => {
    const bot = await scene(test);
    const other = bot.slack.addWorkspace('SECOND');
    for (const place of [bot.slack, other]) {
      await install(bot.url, place);
      await bot.setUpIn(place.workspace.teamId);
    }
    bot.slack.installation.botTokenError = 'token_revoked';
    await (await bot.slack.mention(bot.slack.channel, 'how many labs?')).whenQuiet();
    await until(() => bot.log.some(({ event }) => event === 'slack workspace removed'));
    await bot.keeps(bot.slack.workspace.teamId, other.workspace.teamId);
    await bot.startDaysLater(7);
    await bot.keeps(other.workspace.teamId);
  });

  it('stays where the app is installed again within the week, and has a whole week the next time', async (test) => {
    const bot = await scene(test);
    const { teamId } = bot.slack.workspace;
    await install(bot.url, bot.slack);
    await bot.setUpIn(teamId);
    bot.slack.installation.botTokenError = 'token_revoked';
    await (await bot.startDaysLater(1)).said('slack workspace gone');
    await install(bot.url, bot.slack);
    bot.slack.installation.botTokenError = 'token_revoked';
    await (await bot.startDaysLater(8)).said('slack workspace gone');
    await bot.keeps(teamId);
    await bot.startDaysLater(7);
    await bot.keeps();
  });

  it('stays where Slack refuses the tokens of all workspaces, or does not answer', async (test) => {
    const bot = await scene(test);
    const other = bot.slack.addWorkspace('SECOND');
    const both = [bot.slack, other].map(({ workspace }) => workspace.teamId);
    for (const place of [bot.slack, other]) {
      await install(bot.url, place);
      await bot.setUpIn(place.workspace.teamId);
    }
    for (const place of [bot.slack, other]) place.installation.botTokenError = 'invalid_auth';
    await (await bot.startDaysLater(1)).said('slack refuses the tokens of all workspaces');
    await (await bot.startDaysLater(8)).said('slack refuses the tokens of all workspaces');
    for (const place of [bot.slack, other]) place.installation.botTokenError = undefined;
    bot.slack.faults.breakMethod('auth.test', { kind: 'error', error: 'internal_error' });
    const asked = bot.slack.callsOf('auth.test').length;
    await bot.startDaysLater(8);
    await until(() => bot.slack.callsOf('auth.test').length === asked + 2);
    await bot.keeps(...both);
    expect(bot.goneSaid()).toEqual([]);
  });

  it('goes with all workspaces of an organisation that left', async (test) => {
    const bot = await scene(test);
    const company = bot.slack.addOrganisation('STAR');
    const research = company.addWorkspace('RESEARCH');
    await install(bot.url, bot.slack);
    await install(bot.url, company);
    await company.give(research);
    await until(() => bot.slack.callsOf('auth.test').length > 0);
    await bot.setUpIn(research.workspace.teamId);
    await bot.keeps(bot.slack.workspace.teamId, company.id, research.workspace.teamId);
    company.installation.botTokenError = 'account_inactive';
    await (await bot.startDaysLater(1)).said('slack workspace gone');
    await bot.startDaysLater(7);
    await bot.keeps(bot.slack.workspace.teamId);
  });

  it('goes a week after an organisation took the app from that workspace alone', async (test) => {
    const bot = await scene(test);
    const company = bot.slack.addOrganisation('STAR');
    const places = ['RESEARCH', 'SALES', 'LAW', 'PRESS'].map((name) => company.addWorkspace(name));
    const teams = places.map(({ workspace }) => workspace.teamId);
    const [left = '', ...stay] = teams;
    await install(bot.url, company);
    await company.give(...places);
    await bot.keeps(company.id, ...teams);
    for (const team of teams) await bot.setUpIn(team);
    // Nobody was there to hear of it.
    company.installation.events.delete('team_access_revoked');
    await company.take(...places.slice(0, 1));
    bot.slack.faults.breakMethod('auth.teams.list', { kind: 'error', error: 'internal_error' });
    const asked = bot.slack.callsOf('auth.teams.list').length;
    await bot.startDaysLater(1);
    await until(() => bot.slack.callsOf('auth.teams.list').length > asked);
    expect(bot.goneSaid()).toEqual([]);
    bot.slack.faults.healMethods('auth.teams.list');
    await (await bot.startDaysLater(1)).said('slack workspace gone');
    expect(bot.goneSaid()).toEqual([left]);
    await bot.keeps(company.id, ...teams);
    await (await bot.startDaysLater(7)).said('slack workspace removed');
    await bot.keeps(company.id, ...stay);
    expect(bot.forgotten).toEqual([left]);
  });

  it('goes a week after the one token of the bot was first refused, and stays where it is set right before', async (test) => {
    const bot = await scene(test, { tokens: 'one', waits: true });
    const { teamId } = bot.slack.workspace;
    const start = () => bot.adapter.start();
    await bot.setUpIn(teamId);
    bot.slack.installation.botTokenError = 'account_inactive';
    await expect(start()).rejects.toThrow('SLACK_BOT_TOKEN was refused');
    await bot.startDaysLater(6);
    bot.slack.installation.botTokenError = undefined;
    await start();
    await bot.startDaysLater(2);
    bot.slack.installation.botTokenError = 'account_inactive';
    await expect(start()).rejects.toThrow('SLACK_BOT_TOKEN was refused');
    await bot.keeps(teamId);
    await bot.startDaysLater(7);
    await expect(start()).rejects.toThrow('SLACK_BOT_TOKEN was refused');
    await bot.keeps();
  });

  it('goes a week after the bot got the token of another workspace', async (test) => {
    const bot = await scene(test, { tokens: 'one' });
    await bot.setUpIn('T0BEFORE');
    await bot.setUpIn(bot.slack.workspace.teamId);
    await (await bot.startDaysLater(0)).said('slack workspace gone');
    await bot.keeps('T0BEFORE', bot.slack.workspace.teamId);
    await bot.startDaysLater(7);
    await bot.keeps(bot.slack.workspace.teamId);
  });
});
