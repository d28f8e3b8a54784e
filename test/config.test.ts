import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, secretsIn } from '../src/config/config.ts';
import { VARIABLE_NAMES } from '../src/config/names.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the environment', () => {
  it('has a default for all that is no secret', () => {
    expect(readConfig(SLACK)).toEqual({
      slack: {
        botToken: 'xoxb-1-secret',
        receive: { mode: 'socket', appToken: 'xapp-1-secret' },
        dailyAdminsOnly: false,
      },
      discord: undefined,
      http: { host: '127.0.0.1', port: 3000 },
      logLevel: 'info',
      timeZone: 'Asia/Shanghai',
      databaseUrl: 'file:./var/harbin.db',
      dataFolder: undefined,
      encryptionKeys: [],
      keepMisses: false,
      reportTo: undefined,
    });
  });

  it('chooses HTTP by the signing secret', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
    expect(readConfig(http).slack?.receive).toEqual({ mode: 'http', signingSecret: '0123456789abcdef' });
  });

  it('takes two ways to listen to Slack for a contradiction, and says which to keep when', () => {
    const said = problemsOf({ ...SLACK, SLACK_SIGNING_SECRET: 'fedcba9876543210' });
    expect(said).toMatch(/contradict each other.+Socket Mode.+HTTP/);
    expect(said).not.toMatch(/-1-secret|fedcba/);
  });

  it.for([
    [{ ...SLACK, SLACK_BOT_TOKEN: 'xapp-1-swapped' }, 'an app-level token of Slack: that belongs in SLACK_APP_TOKEN'],
    [{ ...SLACK, SLACK_APP_TOKEN: 'xoxb-swapped' }, 'bot token: that belongs in SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'xapp-swapped' }, 'that belongs in SLACK_APP_TOKEN'],
    [{ DISCORD_TOKEN: 'ab12'.repeat(8) }, 'signing secret: that belongs in SLACK_SIGNING_SECRET'],
    [{ DISCORD_TOKEN: '"swapped.swapped.swapped"' }, 'in quotes'],
    [{ DISCORD_TOKEN: 'MTAx swapped.swapped' }, 'a space or a line break'],
    [{ ...SLACK, PORT: "'3000'" }, 'in quotes'],
    [{ ...SLACK, DATABASE_URL: 'postgres://harbin:swapped#1@host/harbin' }, 'written %40 %2F %23 %3F'],
    [{ ...SLACK, DATABASE_URL: 'redis://swapped' }, 'a file or a PostgreSQL database'],
  ] as const)('says what the mistake is: %j', ([environment, said]) => {
    const message = problemsOf(environment);
    expect(message).toContain(said);
    expect(message).not.toContain('swapped');
  });

  it('tells its secrets to whoever has to keep them out of sight, a password as it is written and as it is meant', () => {
    const environment = { ...SLACK, DATABASE_URL: 'postgres://harbin:p%40ss@host/harbin', HOST: '0.0.0.0' };
    expect(secretsIn(environment)).toEqual(['xoxb-1-secret', 'xapp-1-secret', 'p%40ss', 'p@ss']);
    expect(secretsIn({ HTTPS_PROXY: 'http://harbin:hunter@proxy:3128' })).toContain('hunter');
    expect(secretsIn({ DATABASE_URL: 'postgres://host/harbin?user=harbin&password=p%40ss' })).toEqual(['p@ss']);
  });

  it('takes an empty value for one that is not set, and blanks around a token for nothing', () => {
    expect(readConfig({ ...SLACK, PORT: '', LOG_LEVEL: ' ', SLACK_BOT_TOKEN: ' xoxb-1 ' })).toMatchObject({
      http: { port: 3000 },
      slack: { botToken: 'xoxb-1' },
    });
  });

  it('takes the channel for reports of the platform that its id is of, where the bot can speak by one token', () => {
    expect(readConfig({ ...SLACK, REPORT_TO: 'C0123ABCDEF' }).reportTo).toEqual({
      platform: 'slack',
      channel: 'C0123ABCDEF',
    });
    const discord = { DISCORD_TOKEN: 'MTAx.abc.xyz123', REPORT_TO: '1234567890123456789' };
    expect(readConfig(discord).reportTo).toEqual({ platform: 'discord', channel: '1234567890123456789' });
    expect(problemsOf({ ...discord, REPORT_TO: 'C0123ABCDEF' })).toContain('REPORT_TO is a channel of Slack and needs');
    expect(problemsOf({ ...SLACK, REPORT_TO: discord.REPORT_TO })).toContain('needs DISCORD_TOKEN');
    expect(problemsOf({ ...SLACK, REPORT_TO: '#reports' })).toContain('REPORT_TO must be the id of a channel');
  });

  it('keeps daily posts in Slack to admins only where that is said', () => {
    expect(readConfig({ ...SLACK, DAILY_ADMINS_ONLY: 'true' }).slack?.dailyAdminsOnly).toBe(true);
    expect(readConfig({ ...SLACK, DAILY_ADMINS_ONLY: 'false' }).slack?.dailyAdminsOnly).toBe(false);
  });

  it('lists everything that is wrong at once, with what it should be and an example, and no secret', () => {
    const message = problemsOf({
      SLACK_BOT_TOKEN: 'xapp-secret-swapped',
      SLACK_APP_TOKEN: 'xoxb-secret-swapped',
      SLACK_API_URL: 'secret.example',
      DISCORD_TOKEN: 'Bot secret',
      DISCORD_API_URL: 'ftp://secret',
      HOST: 'a secret host',
      PORT: '70000',
      LOG_LEVEL: 'secret',
      DEFAULT_TIME_ZONE: 'Harbin/Secret',
      DATABASE_URL: 'mysql://secret',
      DAILY_ADMINS_ONLY: 'secret',
    });
    expect(message.split('\n')[0]).toBe('11 problems in the environment or .env:');
    for (const line of message.trim().split('\n').slice(1))
      expect(line).toMatch(
        /^- [A-Z_]+ must be .*, such as|^- LOG_LEVEL must be one of|^- DAILY_ADMINS_ONLY must be true or false/,
      );
    expect(message).not.toMatch(/swapped|secret\.example|a secret host|Harbin\/Secret|mysql|70000/);
  });

  it.for([
    ['SLACK_BOT_TOKEN', 'xoxb-…'],
    ['SLACK_BOT_TOKEN', 'xoxb-1234”'],
    ['SLACK_APP_TOKEN', 'xapp-…'],
    ['SLACK_APP_TOKEN', '“xapp-1-A0123”'],
    ['SLACK_SIGNING_SECRET', '0123456789abcdef…'],
    ['SLACK_CLIENT_SECRET', '0123456789abcdef…'],
    ['SLACK_STATE_SECRET', '0123456789abcdef…'],
    ['DISCORD_TOKEN', 'MTAx….Gabc….xyz…'],
  ] as const)('takes what a manual shows, or curly quotes, for no secret: %s=%s', ([name, value]) => {
    expect(problemsOf({ [name]: value })).toContain(`${name} must be `);
  });

  it.for([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_SIGNING_SECRET: '0123456789abcdef' }, 'SLACK_BOT_TOKEN is missing'],
  ] as const)('names the secret that lacks: %j', ([environment, said]) => {
    expect(problemsOf(environment)).toContain(said);
  });

  const KEYS = { old: Buffer.alloc(32, 1).toString('base64'), present: Buffer.alloc(32, 2).toString('base64') };
  const MANY = {
    SLACK_CLIENT_ID: '1234.5678',
    SLACK_CLIENT_SECRET: '0123456789abcdef',
    SLACK_STATE_SECRET: 'a state secret'.replaceAll(' ', '-').repeat(2),
    ENCRYPTION_KEY: `b:${KEYS.present},a:${KEYS.old}`,
    SLACK_SIGNING_SECRET: '0123456789abcdef',
  };

  it('takes what lets many workspaces install the app, with several keys', () => {
    const { slack, encryptionKeys } = readConfig(MANY);
    expect(slack).toMatchObject({ oauth: { clientId: '1234.5678' }, receive: { mode: 'http' } });
    expect(encryptionKeys).toEqual([
      { id: 'b', key: Buffer.alloc(32, 2) },
      { id: 'a', key: Buffer.alloc(32, 1) },
    ]);
    expect(secretsIn(MANY)).toEqual(expect.arrayContaining([KEYS.old, KEYS.present, MANY.SLACK_STATE_SECRET]));
  });

  it.for([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN and SLACK_CLIENT_ID, SLACK_CLIENT_SECRET'],
    [{ SLACK_STATE_SECRET: '' }, 'SLACK_STATE_SECRET is missing beside SLACK_CLIENT_ID: it must be a secret'],
    [{ ENCRYPTION_KEY: '' }, 'ENCRYPTION_KEY is missing beside SLACK_CLIENT_ID'],
    [{ SLACK_SIGNING_SECRET: '' }, 'SLACK_CLIENT_ID needs a companion: set SLACK_APP_TOKEN'],
    [{ ENCRYPTION_KEY: 'a:c2hvcnQ=' }, 'ENCRYPTION_KEY must be an id, a colon and 32 bytes'],
    [{ ENCRYPTION_KEY: `a:${KEYS.old},a:${KEYS.present}` }, 'ENCRYPTION_KEY must be'],
  ] as const)('names what keeps many workspaces from installing the app: %j', ([changed, said]) => {
    const message = problemsOf({ ...MANY, ...changed });
    expect(message).toContain(said);
    expect(message).not.toContain(KEYS.present);
  });

  it('divides a Discord bot over processes', () => {
    const shardsOf = (given: Record<string, string>) =>
      readConfig({ DISCORD_TOKEN: 'a.discord.token', SHARD_COUNT: '', SHARDS: '', ...given }).discord?.shards;
    expect(shardsOf({})).toBeUndefined();
    expect(shardsOf({ SHARD_COUNT: '3' })).toEqual({ ids: [0, 1, 2], count: 3 });
    expect(shardsOf({ SHARD_COUNT: '8', SHARDS: '0-3' })).toEqual({ ids: [0, 1, 2, 3], count: 8 });
    expect(shardsOf({ SHARD_COUNT: '8', SHARDS: '7, 0 ,3-4' })).toEqual({ ids: [7, 0, 3, 4], count: 8 });
  });

  it.for([
    [{ SHARDS: '0-3' }, 'SHARDS needs SHARD_COUNT beside it'],
    [{ SHARDS: '0-4', SHARD_COUNT: '4' }, 'SHARDS names shard 4, but SHARD_COUNT=4 has the shards 0 to 3'],
    [{ SHARDS: '0-2,1', SHARD_COUNT: '4' }, 'SHARDS names shard 1 twice'],
    [{ SHARDS: 'all', SHARD_COUNT: '4' }, 'SHARDS must be the shards that this process runs'],
    [{ SHARDS: '3-1', SHARD_COUNT: '4' }, 'SHARDS must be'],
    [{ SHARDS: '-1', SHARD_COUNT: '4' }, 'SHARDS must be'],
    [{ SHARDS: '0,', SHARD_COUNT: '4' }, 'SHARDS must be'],
    [{ SHARDS: '0-999999', SHARD_COUNT: '4' }, 'SHARDS names shard 4, but'],
    [{ SHARD_COUNT: '0' }, 'SHARD_COUNT must be the number of shards'],
    [{ SHARD_COUNT: 'auto', SHARDS: '1' }, 'SHARD_COUNT must be'],
    [{ SHARD_COUNT: '1000000' }, 'SHARD_COUNT must be'],
  ] as const)('says what is wrong with shards, once: %j', ([given, said]) => {
    const message = problemsOf({ DISCORD_TOKEN: 'a.discord.token', ...given });
    expect(message).toContain(said);
    expect(message).toMatch(/^1 problem in/);
  });

  it('is all in .env.example, each with a line of explanation, and nothing else but the proxy and what compose.yaml reads', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = [...VARIABLE_NAMES, 'HTTPS_PROXY', 'NO_PROXY', 'POSTGRES_PASSWORD'];
    expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual(names.sort());
    for (const name of names) expect(example).toMatch(new RegExp(`(^# .+\\n([A-Z_]+=\\n)?)${name}=$`, 'm'));
  });
});
