import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { examine } from '../../src/cli/doctor/examine.ts';
import { runCli } from '../adapters/terminal/run-cli.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/discord/fake-discord.ts';
import { doctor, found } from '../support/doctor.ts';
import { discordEnvironment, slackEnvironment } from '../support/environment.ts';
import { run } from '../support/program.ts';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';
import { until } from '../support/until.ts';

vi.setConfig({ maxConcurrency: 3 });

const hasIPv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));

type World = { slack: FakeSlack; discord: FakeDiscord; folder: string; env: Record<string, string> };

async function worldOf(test: TestContext): Promise<World> {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  const folder = mkdtempSync(join(tmpdir(), 'harbin-doctor-'));
  test.onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  for (const scope of ['channels:history', 'groups:history', 'channels:read', 'groups:read'])
    slack.installation.scopes.add(scope);
  const env = {
    ...slackEnvironment(slack),
    ...discordEnvironment(discord),
    DATABASE_URL: `file:${join(folder, 'harbin.db')}`,
    PORT: '0',
  };
  return { slack, discord, folder, env };
}

describe.concurrent('harbin doctor', () => {
  it('finds everything well after the bot has run once, in one line each', async (test) => {
    const { env } = await worldOf(test);
    const program = run(test, env);
    await program.says('discord commands registered');
    await program.says('"platform":"discord"');
    program.process.kill('SIGTERM');
    await program.ended;
    const ran = await doctor(env);
    expect(
      ran.out
        .trim()
        .split('\n')
        .map((line) => line.replace(/:.*/, '').replace(/^(?:note|warn)( +(?:Working days|Time zones))$/, 'ok  $1')),
    ).toEqual([
      'ok    Configuration',
      'ok    Slack bot token',
      'ok    Slack scopes',
      "ok    Slack's time zones",
      "ok    Slack's clock",
      'ok    Slack Socket Mode',
      'ok    Discord token',
      'ok    Discord intents',
      'ok    Discord commands',
      'ok    Discord gateway',
      'ok    Discord shards',
      "ok    Discord's clock",
      'ok    Database',
      'ok    HTTP',
      'ok    Catalogue',
      'ok    Working days',
      'ok    Time zones',
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });

  it('looks at database, port and data also where nothing is set up, and makes no database', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbin-doctor-'));
    test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const ran = await runCli(['doctor'], { cwd: folder, env: { PORT: '0' } });
    expect(ran.code).toBe(0);
    expect(found(ran, 'Configuration')).toMatch(/^ok .+terminal .+ needs nothing/);
    expect(found(ran, 'Database')).toMatch(/^ok .+var\/harbin\.db is made at the first start$/);
    expect(found(ran, 'HTTP')).toMatch(/^ok .+can be listened on/);
    expect(found(ran, 'Catalogue')).toMatch(/^ok .+ figures/);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'a-file'), '');
    const below = `file:${join(folder, 'a-file', 'harbin.db')}`;
    const elsewhere = await runCli(['doctor'], { cwd: folder, env: { PORT: '0', DATABASE_URL: below } });
    expect(elsewhere.code).toBe(1);
    expect(found(elsewhere, 'Database')).toMatch(/^fail .+cannot be made: let the user .+ write in .+a-file/);
  });

  it('tells what is wrong with .env, and looks at the rest all the same', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbin-doctor-'));
    test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKN=planted.planted\nPORT=0\n');
    const ran = await runCli(['doctor'], { cwd: folder });
    expect(ran.code).toBe(78);
    expect(found(ran, 'Configuration')).toMatch(/^fail .+DISCORD_TOKN is not read: did you mean DISCORD_TOKEN\?/);
    expect(found(ran, 'Catalogue')).toMatch(/^ok/);
    expect(ran.out).not.toContain('planted');
  });

  it('warns of time-zone data that are older than the rules in force', async () => {
    const shipped = fileURLToPath(new URL('../../src/data/', import.meta.url));
    const lineOf = async (timeZoneData: string) =>
      (await examine({ PORT: '0' }, { folder: shipped, timeZoneData })).lines.find((line) =>
        line.includes('Time zones'),
      );
    expect(await lineOf('2025c')).toMatch(/^warn .+ are 2025c, and \d{4}[a-z] is out: .+ an hour off: update Node/);
    expect(await lineOf('2036a')).toMatch(/^ok .+ 2036a$/);
  });

  it('lists every problem of the configuration, ends with 78, and looks at the data all the same', async () => {
    const ran = await doctor({
      SLACK_BOT_TOKEN: 'xapp-planted',
      SLACK_SIGNING_SECRET: 'xapp-planted',
      PORT: 'planted',
      DISCORD_TOKEN: '"planted.planted"',
    });
    expect(ran.code).toBe(78);
    expect(found(ran, 'Configuration').split('\n')).toHaveLength(4);
    expect(found(ran, 'Catalogue')).toMatch(/^ok/);
    expect(ran.out).not.toMatch(/planted|\[removed\]/);
  });

  it('says what to do about tokens that are refused, on each platform by itself', async (test) => {
    const { env } = await worldOf(test);
    const slackOnly = await doctor({ ...env, SLACK_BOT_TOKEN: 'xoxb-not-this-one', DISCORD_TOKEN: 'not.the.token' });
    expect(slackOnly.code).toBe(1);
    expect(found(slackOnly, 'Slack bot token')).toMatch(
      /^fail .+SLACK_BOT_TOKEN is refused \(invalid_auth\): copy it again/,
    );
    expect(found(slackOnly, 'Discord token')).toMatch(/^fail .+DISCORD_TOKEN is refused: copy it again/);
    expect(found(slackOnly, 'Slack Socket Mode')).toMatch(/^ok/);
    expect(slackOnly.out).not.toMatch(/not-this-one|not\.the\.token/);
    const app = await doctor({ ...env, SLACK_APP_TOKEN: 'xapp-not-this-one' });
    expect(found(app, 'Slack Socket Mode')).toMatch(/^fail .+SLACK_APP_TOKEN is refused/);
    expect(found(app, 'Slack bot token')).toMatch(/^ok/);
  });

  it('tells a scope that the bot needs from one without which something works less', async (test) => {
    const { slack, env } = await worldOf(test);
    slack.installation.scopes.delete('users:read');
    const less = await doctor(env);
    expect(less.code).toBe(0);
    expect(found(less, 'Slack scopes')).toMatch(/^warn .+without users:read .+: add under "OAuth & Permissions"/);
    slack.installation.scopes.delete('chat:write');
    const lacking = await doctor(env);
    expect(lacking.code).toBe(1);
    expect(found(lacking, 'Slack scopes')).toMatch(/^fail .+lacks chat:write, .+reinstall/);
  });

  it('takes scopes that Slack does not name for unknown, not for missing', async (test) => {
    const { slack, env } = await worldOf(test);
    slack.installation.tellsScopes = false;
    const ran = await doctor(env);
    expect(ran.code).toBe(0);
    expect(found(ran, 'Slack scopes')).toMatch(/^note .+not known, .+ a proxy may drop headers$/);
  });

  it('tells in which zones of people Node computes another time than Slack', async (test) => {
    const { slack, env } = await worldOf(test);
    slack.workspace.addUser({ tz: 'America/Vancouver', tzOffset: -5 * 3_600 });
    slack.workspace.addUser({ tz: 'Asia/Kolkata' });
    const ran = await doctor(env);
    expect(ran.code).toBe(0);
    expect(found(ran, "Slack's time zones")).toMatch(
      /^warn .+ in America\/Vancouver \(Slack UTC-05:00, Node UTC-0[78]:00\): daily posts there .+: update Node$/,
    );
    slack.installation.scopes.delete('users:read');
    expect(found(await doctor(env), "Slack's time zones")).toMatch(/^note .+\(missing_scope\)$/);
  });

  it('notices a clock that is wrong, commands of another version, and logins that run out', async (test) => {
    const { slack, discord, env } = await worldOf(test);
    slack.passTime(90_000);
    discord.faults.spendLogins(980);
    const ran = await doctor(env);
    expect(ran.code).toBe(0);
    expect(found(ran, "Slack's clock")).toMatch(/^warn .+clock is \d+ s behind: let it keep time by NTP/);
    expect(found(ran, "Discord's clock")).toMatch(/^ok/);
    expect(found(ran, 'Discord commands')).toMatch(/^warn .+none are registered yet: start the bot/);
    expect(found(ran, 'Discord gateway')).toMatch(/^warn .+20 of 1000 logins are left/);
    discord.faults.spendLogins(20);
    expect(found(await doctor(env), 'Discord gateway')).toMatch(/^fail .+0 of 1000/);
  });

  it('tells how many shards Discord recommends, and when there are too few', async (test) => {
    const { discord, env } = await worldOf(test);
    const servers = (count: number) => {
      for (let made = 0; made < count; made++) discord.guild(`server ${made}`);
    };
    servers(1900);
    const alone = await doctor(env);
    expect(found(alone, 'Discord shards')).toMatch(
      /^ok .+recommends 2 for the bot's 1900 servers, and this process runs/,
    );
    discord.faults.spendLogins(940);
    const part = { SHARD_COUNT: '32', SHARDS: '0-29' };
    const many = await doctor({ ...env, ...part });
    expect(found(many, 'Discord shards')).toMatch(/^ok .+: 0-29 of 32 run here/);
    expect(found(many, 'Discord gateway')).toMatch(/^warn .+60 of 1000 logins are left .+ a start takes 30/);
    expect(found(many, 'DATABASE_URL')).toMatch(/^note .+PostgreSQL/);
    servers(200);
    const few = await doctor({ ...env, SHARD_COUNT: '1' });
    expect(found(few, 'Discord shards')).toMatch(/^warn .+will soon refuse 1, .+ set SHARD_COUNT=3 /);
    servers(500);
    const tooFew = await doctor({ ...env, SHARD_COUNT: '1' });
    expect(tooFew.code).toBe(1);
    expect(found(tooFew, 'Discord shards')).toMatch(
      /^fail .+2600 servers, and takes no more than 2500 in one of the 1/,
    );
  });

  it('ends in time although both platforms hang, with everything else looked at', async (test) => {
    const { slack, discord, env } = await worldOf(test);
    slack.faults.breakMethod('*', { kind: 'hang' });
    discord.faults.rest({ fault: 'hang', ms: 300_000 });
    const begun = performance.now();
    const ran = await doctor(env);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(ran.code).toBe(1);
    for (const about of ['Slack bot token', 'Slack Socket Mode', 'Discord token', 'Discord gateway'])
      expect(found(ran, about)).toMatch(/^fail .+(does not answer|no answer)/);
    for (const about of ['Database', 'Catalogue', 'HTTP']) expect(found(ran, about)).toMatch(/^ok/);
  });

  it('says that a platform cannot be reached, and that a gateway refuses', async (test) => {
    const { slack, discord, env } = await worldOf(test);
    await slack.faults.startOutage('refuse');
    discord.faults.refuseGateway(60_000);
    const ran = await doctor(env);
    expect(found(ran, 'Slack bot token')).toMatch(/^fail .+does not answer \(ECONNREFUSED\).+status\.slack\.com/);
    expect(found(ran, 'Discord gateway')).toMatch(/^fail .+gateway cannot be reached/);
    expect(found(ran, 'Discord token')).toMatch(/^ok/);
  });

  it('finds a database that is damaged, and one that cannot be', async (test) => {
    const { folder, env } = await worldOf(test);
    writeFileSync(join(folder, 'harbin.db'), 'no database'.repeat(1_000));
    const damaged = await doctor(env);
    expect(damaged.code).toBe(1);
    expect(found(damaged, 'Database')).toMatch(/^fail .+damaged/);
    mkdirSync(join(folder, 'is-a-folder.db'));
    const impossible = await doctor({ ...env, DATABASE_URL: `file:${join(folder, 'is-a-folder.db')}` });
    expect(found(impossible, 'Database')).toMatch(/^fail/);
    const absent = await doctor({ ...env, DATABASE_URL: 'postgres://harbin:planted-password@127.0.0.1:1/harbin' });
    expect(found(absent, 'Database')).toMatch(/^fail .+harbin on 127\.0\.0\.1:1 \(ECONNREFUSED\b/);
    expect(absent.out).not.toContain('planted');
  });

  it('finds a port that somebody else listens on, by how much it matters', async (test) => {
    const { slack, env } = await worldOf(test);
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    test.onTestFinished(() => void other.close());
    await until(() => other.listening);
    const { port } = other.address() as { port: number };
    const bySocket = await doctor({ ...env, PORT: String(port) });
    expect(found(bySocket, 'HTTP')).toMatch(/^warn .+\(EADDRINUSE\): set another/);
    const { SLACK_APP_TOKEN: _, ...rest } = env;
    const byHttp = { ...rest, PORT: String(port), SLACK_SIGNING_SECRET: slack.installation.signingSecret };
    expect(found(await doctor(byHttp), 'HTTP')).toMatch(/^fail .+\(EADDRINUSE\): set another/);
  });

  it.skipIf(!hasIPv6)('finds a bot that listens on an address of IPv6', async (test) => {
    const { slack, env } = await worldOf(test);
    const { SLACK_APP_TOKEN: _, ...rest } = env;
    const listening = { ...rest, HOST: '::1', SLACK_SIGNING_SECRET: slack.installation.signingSecret };
    const program = run(test, listening);
    await program.says('"platform":"slack"');
    const [, port = ''] = /"port":(\d+)/.exec(program.output()) ?? [];
    const ran = await doctor({ ...listening, PORT: port });
    expect(found(ran, 'HTTP')).toMatch(/^ok .+a bot runs on HOST ::1, PORT \d+ already$/);
    expect(found(ran, 'Slack requests')).toMatch(/^ok .+http:\/\/\[::1\]:\d+\/slack\/events answers/);
  });

  it('points to a variable that is set and not read', async (test) => {
    const { env } = await worldOf(test);
    const ran = await doctor({ ...env, DISCORD_BOT_TOKEN: 'planted' });
    expect(found(ran, 'Configuration')).toContain('note  Configuration: DISCORD_BOT_TOKEN is set and not read');
    expect(ran.out).not.toContain('planted');
  });

  it('finds a faulty catalogue, and a calendar that is missing for next year, with a warning from December on', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbin-doctor-'));
    test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const faulty = await runCli(['doctor'], { env: { DATA_DIR: folder } });
    expect(found(faulty, 'Catalogue')).toMatch(/^fail .+harbin check-data lists them/);
    const shipped = fileURLToPath(new URL('../../src/data/', import.meta.url));
    const inNovember = await examine({}, { folder: shipped, now: new Date('2036-11-30T12:00:00Z') });
    expect(inNovember.lines.join('\n')).toMatch(/note {2}Working days: China's calendar of 2037 is not known yet/);
    const inDecember = await examine({}, { folder: shipped, now: new Date('2036-12-01T12:00:00Z') });
    expect(inDecember).toMatchObject({
      worst: 'warn',
      lines: expect.arrayContaining([expect.stringMatching(/^warn {2}Working days/)]),
    });
  });
});
