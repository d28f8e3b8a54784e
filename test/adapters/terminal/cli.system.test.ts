import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import type { Report } from '../../../src/core/messages/report.ts';
import { catalogueWith, copyOfShipped } from '../../data/folder.ts';
import { runCli } from './run-cli.ts';

// Nothing to do after `npm test` has built; needed when the tests are run by themselves.
beforeAll(() => {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
});

/** What an app that many workspaces install is set up with. */
const FOR_MANY = {
  SLACK_CLIENT_ID: '1234.5678',
  SLACK_CLIENT_SECRET: 'fake-client-secret',
  SLACK_STATE_SECRET: 'a-secret-of-many-letters',
  SLACK_SIGNING_SECRET: 'fake-signing-secret',
};

const ESCAPE = '\u001b';

describe('harbin ask', () => {
  it('answers one question with value, date and source', async () => {
    const { code, out, err } = await runCli(['ask', 'how many key labs are there?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')[0]).toMatch(/\b229\b.*2023/);
    expect(out).toContain('Source:');
    expect(out).toContain('https://');
  });

  it('takes a question without quotes', async () => {
    expect((await runCli(['ask', 'how', 'many', 'key', 'labratories'])).out).toContain('229');
  });

  it('says what to do without a question', async () => {
    const { code, out, err } = await runCli(['ask']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('harbin ask "');
  });

  it('names an option that it does not know', async () => {
    const { code, err } = await runCli(['ask', '--yaml', 'labs']);
    expect(code).toBe(2);
    expect(err).toContain('--yaml');
  });
});

describe('harbin ask --json', () => {
  it('answers plain lines and objects in order, one object a line', async () => {
    const { code, lines } = await ask(
      'how many key labs?',
      { q: '有多少所高校？' },
      { q: 'привет' },
      'weather tomorrow?',
    );
    expect(code).toBe(0);
    expect(lines.map(({ kind, language, figures }) => ({ kind, language, figures }))).toEqual([
      { kind: 'figure', language: 'en', figures: ['key-laboratories'] },
      { kind: 'figure', language: 'zh', figures: ['universities'] },
      { kind: 'greeting', language: 'ru', figures: [] },
      { kind: 'unknown', language: 'en', figures: [] },
    ]);
    expect(lines[0]?.numbers).toEqual([{ value: 229, unit: expect.any(String) }]);
    expect(lines[0]?.text).toContain('229');
  });

  it('gives every line all parts of the contract', async () => {
    const { lines } = await ask('labs', 'how many companies?', 'compare labs and universities', 'hello', '?');
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual(['figures', 'kind', 'language', 'numbers', 'suggestions', 'text']);
  });

  it('understands follow-ups within a conversation and not beyond it', async () => {
    const { lines } = await ask(
      { q: 'how much investment is planned?', conversation: 'a' },
      { q: 'in dollars?', conversation: 'a' },
      { q: 'in dollars?', conversation: 'b' },
      'in dollars?',
    );
    expect(lines[1]).toMatchObject({ kind: 'figure', figures: ['planned-investment'] });
    expect(lines[2]?.figures).toEqual([]);
    expect(lines[3]?.figures).toEqual([]);
  });

  it('answers in the language asked for where the words tell none', async () => {
    const { lines } = await ask({ q: '229', language: 'zh' }, { q: '229', language: 'ru' });
    expect(lines.map(({ language }) => language)).toEqual(['zh', 'ru']);
  });

  it('names each malformed line, answers the rest and ends with 1', async () => {
    const { code, lines } = await ask(
      '{"q": "labs"',
      'how many labs?',
      '{"q": 7}',
      '["labs"]',
      { q: 'labs', language: 'fr' },
      'thanks',
    );
    expect(code).toBe(1);
    expect(lines.map((line) => ('error' in line ? String(line.error).slice(0, 7) : line.kind))).toEqual([
      'line 1:',
      'figure',
      'line 3:',
      'line 4:',
      'line 5:',
      'greeting',
    ]);
  });

  it('leaves out empty lines, but counts them', async () => {
    const { lines } = await ask('', 'thanks', '', '{');
    expect(lines).toEqual([
      expect.objectContaining({ kind: 'greeting' }),
      { error: expect.stringContaining('line 4:') },
    ]);
  });

  it('reads lines that end as Windows ends them, and a last line without an end', async () => {
    const { out } = await runCli(['ask', '--json'], { input: 'labs\r\nthanks' });
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['figure', 'greeting']);
  });

  it('ends with 0 where nothing is asked', async () => {
    expect(await runCli(['ask', '--json'])).toMatchObject({ code: 0, out: '' });
  });

  it('survives a line of ten million characters', async () => {
    const { code, lines } = await ask('labs '.repeat(2_000_000), { q: 'x'.repeat(10_000_000) }, 'how many labs?');
    expect(code).toBe(0);
    expect(lines.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'figure']);
  });
});

describe('harbin start', () => {
  it('answers questions from standard input and ends with it', async () => {
    const { code, out, err } = await runCli(['start'], { input: 'how many key labs?\nhow many universities?\n' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/229[\s\S]*48/);
  });

  it('is what happens without a word', async () => {
    expect(await runCli([], { input: 'how many key labs?\n' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('229'),
    });
  });

  it('takes the number of a suggestion', async () => {
    const { out: first } = await runCli(['start'], { input: 'how many key labs?\n' });
    const label = /^ {2}2 {2}(.+)$/m.exec(first)?.[1] ?? 'no suggestion';
    const { out: chosen } = await runCli(['start'], { input: 'how many key labs?\n2\n' });
    const { out: asked } = await runCli(['start'], { input: `${label}\n` });
    expect(chosen.slice(first.length)).toBe(asked);
  });

  it('remembers what the talk was about', async () => {
    const { out } = await runCli(['start'], { input: 'how much investment is planned?\nin dollars?\n' });
    expect(out.match(/2\.353 billion/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('stops at a word to leave', async () => {
    expect(await runCli(['start'], { input: 'exit\nhow many key labs?\n' })).toMatchObject({ code: 0, out: '' });
  });

  it.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'])(
    'opens no chat where %s alone is set, but says what is missing',
    async (name) => {
      const { code, out, err } = await runCli(['start'], { env: { [name]: '1234567890.1234567890' } });
      expect({ code, out }).toEqual({ code: 78, out: '' });
      expect(err).toContain('ENCRYPTION_KEY is missing');
    },
  );

  it('tells a service without tokens that it has nothing to do, with 78 so that nobody starts it again for nothing', async () => {
    const { code, out, err } = await runCli(['start'], { env: { DISCORD_TOKEN: ' ', PORT: '3000' } });
    expect({ code, out }).toEqual({ code: 78, out: '' });
    expect(err).toMatch(/no platform is set up.+\.env\.example.+harbin doctor/);
  });

  it('names a token under another name where none is set', async () => {
    const { code, err } = await runCli(['start'], { env: { DISCORD_TOKN: 'planted', SLACK_TOKEN: 'planted' } });
    expect(code).toBe(78);
    expect(err).toContain('DISCORD_TOKN is set and not read: did you mean DISCORD_TOKEN?');
    expect(err).toMatch(/SLACK_TOKEN is set and not read: did you mean SLACK_/);
    expect(err).not.toContain('planted');
  });

  it.each([
    [{ SHARDS: '0' }, 'SHARDS needs SHARD_COUNT'],
    [{ DATABASE_URL: 'mysql://planted' }, 'DATABASE_URL must be'],
  ])('stops with 78 where the environment is faulty, also without a token: %o', async (env, said) => {
    const { code, out, err } = await runCli(['start'], { input: 'how many key labs?\n', env });
    expect({ code, out }).toEqual({ code: 78, out: '' });
    expect(err).toContain(said);
    expect(err).not.toContain('planted');
  });

  it('stops with 78 where there is a .env that cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'harbin-env-'));
    await mkdir(join(folder, '.env'));
    const { code, err } = await runCli(['start'], { cwd: folder });
    expect(code).toBe(78);
    expect(err).toMatch(/^harbin: 1 problem .+\n- \S+\.env cannot be read: .+ may read.*\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 when %s stops it', async (signal) => {
    const { code, signal: killedBy } = await runCli(['start'], {
      input: 'how many key labs?\n',
      stopOn: { said: '229', signal },
    });
    expect({ code, killedBy }).toEqual({ code: 0, killedBy: null });
  });

  it.each(['bye', 'q', 'quit', 'Exit', '/quit', '/harbin exit', '再见', 'выход'])('ends at %j', async (word) => {
    expect(await runCli(['start'], { input: `${word}\nhow many key labs?\n` })).toMatchObject({ code: 0, out: '' });
  });

  it('understands commands as help writes them for Slack and Discord', async () => {
    const [plain, slashed] = await Promise.all(
      ['list research', '/harbin list research'].map((line) => runCli(['start'], { input: `${line}\n` })),
    );
    expect(slashed?.out).toBe(plain?.out);
    expect(slashed?.out).toContain('laborator');
    const { out } = await runCli(['start'], { input: '/harbin daily on 9:00\n' });
    expect(out).toContain('Daily posts need a channel');
    expect((await runCli(['ask', '/harbin', 'daily', 'on', '9:00'])).out).toBe(out.trimEnd().concat('\n'));
  });
});

describe('colour', () => {
  it.each([[{}], [{ NO_COLOR: '1' }], [{ TERM: 'xterm-256color' }], [{ NO_COLOR: '1', FORCE_COLOR: '1' }]])(
    'is left out of a pipe: %o',
    async (env) => {
      for (const args of [['ask', 'how many key labs?'], ['start'], ['ask', '--json']])
        expect((await runCli(args, { input: 'how many key labs?\n', env })).out).not.toContain(ESCAPE);
    },
  );
});

describe('a catalogue of one’s own', () => {
  const faults = {
    'figures.json': (data: { figures: { topic: string }[] }) => {
      for (const figure of data.figures) figure.topic = 'nowhere';
    },
    'sources.json': (data: { sources: { url: string }[] }) => {
      for (const source of data.sources) source.url = 'not a link';
    },
  };

  it('is used when it is sound', async () => {
    const folder = await catalogueWith({ 'figures.json': (data) => (data.figures[0].observations[0].value = 49) });
    expect((await runCli(['ask', 'how many universities?'], { env: { DATA_DIR: folder } })).out).toContain('49');
  });

  it.each([[['start']], [['ask', 'labs']], [['ask', '--json']]])(
    'stops %j with 78 and all its problems when it is faulty',
    async (args) => {
      const { code, out, err } = await runCli(args, {
        input: 'labs\n',
        env: { DATA_DIR: await catalogueWith(faults) },
      });
      expect({ code, out }).toEqual({ code: 78, out: '' });
      expect(err.match(/no topic "nowhere"/g)?.length).toBeGreaterThan(10);
      expect(err).toContain('sources.json');
    },
  );

  it('stops with 78 when it does not exist', async () => {
    const { code, err } = await runCli(['ask', 'labs'], { env: { DATA_DIR: '/nowhere/at/all' } });
    expect(code).toBe(78);
    expect(err).toContain('/nowhere/at/all');
  });

  it('is checked without a start: 0 when sound, 1 with all problems when not', async () => {
    const sound = {
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d+ figures with \d+ observations, .* in \S+: no problem\n$/),
    };
    expect(await runCli(['check-data'])).toMatchObject(sound);
    expect(await runCli(['check-data', await copyOfShipped()])).toMatchObject(sound);
    const { code, err } = await runCli(['check-data', await catalogueWith(faults)]);
    expect(code).toBe(1);
    expect(Number(/^(\d+) problems/.exec(err)?.[1])).toBe(err.match(/^- /gm)?.length);
    expect(err).toContain('figures.json');
    expect(err).toContain('sources.json');
  });

  it('is noted where charts cannot show a character of it', async () => {
    const folder = await catalogueWith({ 'figures.json': (data) => (data.figures[0].label.zh += '龘') });
    const { code, err } = await runCli(['check-data', folder]);
    expect(code).toBe(0);
    expect(err).toMatch(/^note: figures\.json, universities: the font of charts lacks 龘; .+ sent as text/);
  });

  it('is checked where DATA_DIR points', async () => {
    expect((await runCli(['check-data'], { env: { DATA_DIR: await catalogueWith(faults) } })).code).toBe(1);
  });
});

describe('harbin', () => {
  it.each(['--version', '-v', 'version'])('tells its version by %s', async (word) => {
    expect((await runCli([word])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(['--help', '-h', 'help'])('tells by %s what there is', async (word) => {
    const { code, out, err } = await runCli([word]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}harbin ${name}\\b`, 'm'));
  });

  it.each(COMMANDS.map(({ name }) => name))('tells how %s is used', async (name) => {
    const outs = await Promise.all(
      [
        [name, '--help'],
        [name, '-h'],
        ['help', name],
      ].map((args) => runCli(args)),
    );
    for (const { code, out, err } of outs) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^usage: harbin ${name}\\b`));
      expect(out).toBe(outs[0]?.out);
    }
  });

  it.each(COMMANDS.map(({ name }) => name))('ends %s with 2 at a flag that it does not have', async (name) => {
    const { code, out, err } = await runCli([name, '--no-such-flag']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--no-such-flag[\s\S]+usage: harbin/);
  });

  it.each(COMMANDS.filter(({ takes }) => !takes.includes('...')).map(({ name }) => name))(
    'ends %s with 2 at more arguments than it takes',
    async (name) => {
      const { code, out, err } = await runCli([name, 'one', 'two', 'three']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/it takes .+\nusage: harbin/);
    },
  );

  it.each(['diff', 'restore'])('ends %s with 2 without the argument that it needs', async (name) => {
    const { code, err } = await runCli([name]);
    expect(code).toBe(2);
    expect(err).toMatch(/is missing\nusage: harbin/);
  });

  it('names a command that it does not know, and the one that was meant', async () => {
    const { code, err } = await runCli(['chek-data']);
    expect(code).toBe(2);
    expect(err).toMatch(/"chek-data".+"harbin check-data"/);
  });

  it.each(['18.20.8', '20.18.3'])(
    'says which Node is needed where it runs on %s, and reads nothing of it first',
    async (old) => {
      const folder = await mkdtemp(join(tmpdir(), 'harbin-node-'));
      const preload = join(folder, 'old-node.cjs');
      await writeFile(preload, `Object.defineProperty(process, 'versions', { value: { node: '${old}' } });`);
      const { code, err } = await runCli(['ask', 'labs'], { env: { NODE_OPTIONS: `--require ${preload}` } });
      expect(code).toBe(78);
      expect(err).toMatch(new RegExp(`^harbin: this is Node ${old}; Node 20\\.19 or newer is needed`));
      const entry = await readFile('src/cli.ts', 'utf8');
      expect(entry).not.toMatch(/^import /m);
    },
  );

  it('writes files for its own user alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'harbin-mode-'));
    const older = join(folder, 'older.db');
    await writeFile(older, '', { mode: 0o644 });
    for (const file of [older, join(folder, 'new', 'harbin.db')]) {
      const env = { DATABASE_URL: `file:${file}`, ENCRYPTION_KEY: `a:${Buffer.alloc(32, 1).toString('base64')}` };
      await runCli(['rotate-keys'], { env: { ...FOR_MANY, ...env } });
      expect((await stat(file)).mode & 0o777, file).toBe(0o600);
    }
    expect((await stat(join(folder, 'new'))).mode & 0o777).toBe(0o700);
  });

  it('makes no database to list misses from', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'harbin-misses-'));
    const { code, err } = await runCli(['misses'], { cwd: folder });
    expect(code).toBe(1);
    expect(err).toContain('there is no database yet');
    expect(await readdir(folder)).toEqual([]);
  });
});

type Line = Report & { error?: string };

async function ask(...asked: (string | object)[]): Promise<{ code: number | null; lines: Line[] }> {
  const input = asked.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  const { code, out } = await runCli(['ask', '--json'], { input });
  return {
    code,
    lines: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line),
  };
}
