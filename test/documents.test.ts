import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../src/adapters/metrics/daily-metrics.ts';
import { createMetrics } from '../src/adapters/metrics/metrics.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { usageOf } from '../src/cli/help.ts';
import { COMMANDS as BOT_COMMANDS } from '../src/core/commands/commands.ts';
import { DAYS_REMEMBERED } from '../src/core/news/readers.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const operations = read('docs/operations.md');

type LogCall = { event: string; levels: string[] };

/** The texts of all source files, by their paths. */
const sources = new Map(
  readdirSync(fileURLToPath(new URL('src/', ROOT)), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, read(`src/${file}`)] as const),
);

/** What a text of the source writes into the log, and at which levels; what is put together at run time stands once for each of its names. */
function callsIn(source: string): LogCall[] {
  const call = /\blog(?:\.(debug|info|warn|error)|\[([^\]]+)\])\(\s*(?:'([^']+)'|"([^"]+)"|`([^`$]+))?/g;
  const told = [...source.matchAll(call)].flatMap(([, level, chosen = '', single, double, open]) => {
    const levels = level ? [level] : [...chosen.matchAll(/'(\w+)'/g)].map(([, each = '']) => each);
    return (open ? OUTCOMES.map((outcome) => open + outcome) : [single ?? double ?? '']).map((event) => ({
      event,
      levels: open ? [] : levels,
    }));
  });
  // A gateway that is lost is told by a function of its own, at one level.
  const lost = [...source.matchAll(/\blose\(\s*'([^']+)'/g)].map(([, event = '']) => ({ event, levels: ['warn'] }));
  return [...told, ...lost];
}

const logCalls = [...sources.values()].flatMap(callsIn).filter(({ event }) => event !== '');

/** The rows of the table of the log: event, levels, what to do. */
function logRows(): { event: string; levels: string[]; remedy: string }[] {
  return [...read('docs/log-events.md').matchAll(/^\| +`([^`]+)` +\| +([a-z, ]+?) +\| (.*) \|$/gm)].map(
    ([, event = '', levels = '', remedy = '']) => ({ event, levels: levels.split(', '), remedy: remedy.trim() }),
  );
}

/** What is written as code in a page: the insides of backticks and fences, and indented lines. */
function code(page: string): string {
  const fenced = [...page.matchAll(/^ *```[a-z]*\n([\s\S]*?)^ *```/gm)].map(([, inside = '']) => inside);
  const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside);
  const indented = [...page.matchAll(/^ {4}(\S.*)$/gm)].map(([, inside = '']) => inside);
  return [...fenced, ...spans, ...indented].join('\n');
}

/** The first cells of all rows of tables, without their marks. */
const firstCells = [...operations.matchAll(/^\| +`([^`]+)` +\|/gm)].map(([, cell = '']) => cell);

describe('docs/operations.md', () => {
  it('explains every event of the log, and none that there is not', () => {
    const events = new Set(logCalls.map(({ event }) => event));
    expect(events.size).toBeGreaterThan(60);
    expect(
      logRows()
        .map(({ event }) => event)
        .sort(),
    ).toEqual([...events].sort());
    expect(logRows().filter(({ remedy }) => remedy.length < 10)).toEqual([]);
  });

  it('tells the level of every event as the source does', () => {
    const levels = (event: string) => [
      ...new Set(logCalls.flatMap((call) => (call.event === event ? call.levels : []))),
    ];
    const wrong = logRows().filter(
      ({ event, levels: told }) => levels(event).length > 0 && !isDeepStrictEqual(levels(event).sort(), told.sort()),
    );
    expect(wrong).toEqual([]);
  });

  it('has each of its events in the source as words, not made elsewhere', () => {
    const made = /\blog(?:\.(?:debug|info|warn|error)|\[[^\]]+\])\(\s*[^\s'"`]/;
    const unnamed = [...sources].filter(([, source]) => made.test(source)).map(([file]) => file);
    expect(unnamed).toEqual(['adapters/discord/transport/connection.ts']);
  });

  it('lists every series of the bot, and none that there is not', async () => {
    const metrics = createMetrics({
      version: '1.0.0',
      connections: () => [],
      census: async () => ({ subscriptions: [], oldestDue: undefined, doubtful: 0 }),
    });
    const exposed = [...(await metrics.text()).matchAll(/^# TYPE (harbin_\w+)/gm)].map(([, name = '']) => name);
    expect(firstCells.filter((cell) => cell.startsWith('harbin_')).sort()).toEqual(exposed.sort());
  });

  it('lists every exit code', () => {
    const [, codes = ''] = /const EXIT = \{([^}]+)\}/.exec(read('src/cli/exit.ts')) ?? [];
    const used = [...codes.matchAll(/: (\d+)/g)].map(([, code]) => code);
    expect(used.length).toBeGreaterThan(3);
    expect([...operations.matchAll(/^\| +(\d+) \|/gm)].map(([, code]) => code)).toEqual(used);
  });

  it('names commands that there are', () => {
    const names = COMMANDS.map(({ name }) => name);
    const shown = [...operations.matchAll(/`(?:npx )?harbin ([a-z][a-z-]*)/g)].map(([, name = '']) => name);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('docs', () => {
  const pages = ['README.md', 'DESIGN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'PRIVACY.md', 'CHANGELOG.md'].concat(
    readdirSync(new URL('docs/', ROOT))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );
  /** The anchors of a page, as they are made of its headings. */
  const anchors = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each(pages)('%s leads only to pages and headings that there are', (page) => {
    const folder = new URL(page, ROOT);
    for (const [, path = '', anchor] of read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const target = path === '' ? folder : new URL(path, folder);
      expect(existsSync(target), `${path} in ${page}`).toBe(true);
      if (anchor) expect(anchors(target.href.slice(ROOT.href.length)), `${path} in ${page}`).toContain(anchor);
    }
  });

  it.each([
    ['README.md', 900],
    ['DESIGN.md', 2_500],
    ['docs/operations.md', 3_000],
  ])('%s is read in one sitting: at most %d words', (page, most) => {
    expect(read(page).trim().split(/\s+/).length).toBeLessThanOrEqual(most);
  });

  it.each(pages)('%s names commands and scripts that there are', (page) => {
    const commands = COMMANDS.map(({ name }) => name);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const typed = code(read(page));
    const harbin = [...typed.matchAll(/(?:^|npx |&& |`|exec bot |my-city )harbin ([a-z][a-z-]*)/gm)];
    expect(harbin.map(([, name = '']) => name).filter((name) => !commands.includes(name))).toEqual([]);
    const npm = [...typed.matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, name = '']) => name);
    expect(npm.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(['DESIGN.md', 'CONTRIBUTING.md', 'docs/matching.md', 'docs/platforms.md', 'docs/daily-posts.md'])(
    '%s names source files that there are',
    (page) => {
      const paths = [...read(page).matchAll(/`((?:[\w-]+\/)*[\w-]+\.ts)`/g)].map(([, path = '']) => path);
      const files = ['src', 'test', 'bench'].flatMap((folder) =>
        readdirSync(fileURLToPath(new URL(`${folder}/`, ROOT)), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${folder}/${file}`,
        ),
      );
      expect(paths.length).toBeGreaterThan(3);
      expect(paths.filter((path) => !files.some((file) => `/${file}`.endsWith(`/${path}`)))).toEqual([]);
    },
  );

  it('show pictures that there are, in words as well, and none that is heavy', () => {
    const pictures = pages.flatMap((page) =>
      [...read(page).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
        page,
        words,
        url: new URL(path, new URL(page, ROOT)),
      })),
    );
    expect(pictures.length).toBeGreaterThan(20);
    for (const { page, words, url } of pictures) {
      expect(words.length, url.href).toBeGreaterThan(25);
      expect(statSync(url).size, url.href).toBeLessThan(page === 'README.md' ? 150_000 : 300_000);
    }
  });

  it('list every command: of the bot, and of the command line as its help has it', () => {
    const page = read('docs/commands.md');
    for (const { name } of BOT_COMMANDS)
      expect(page, name).toContain(`\`${name.replace(/^daily (?!on|off|status)/, '')}`);
    for (const command of COMMANDS) {
      expect(page).toContain(`| \`${usageOf(command)}\``);
      expect(page).toContain(`| ${command.does} `);
    }
  });
});

describe('README.md', () => {
  it('shows a picture, and a way to Slack and Discord', () => {
    const page = read('README.md');
    expect(page).toMatch(/!\[[^\]]+\]\([^)]+\.png\)/);
    expect(page).toContain('## Add it to Slack');
    expect(page).toContain('## Add it to Discord');
  });
});

describe('DESIGN.md', () => {
  it('says of every folder of src what lives there', () => {
    const page = read('DESIGN.md');
    const foldersIn = (path: string) =>
      readdirSync(new URL(path, ROOT), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
    for (const folder of foldersIn('src/')) expect(page, folder).toContain(`### \`src/${folder}\``);
    for (const folder of [...foldersIn('src/core/'), ...foldersIn('src/adapters/')])
      expect(page, folder).toContain(`**\`${folder}\`**`);
  });
});

describe('SECURITY.md', () => {
  it('says of every dependency why it is there, and names no other', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const listed = [...read('SECURITY.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
    expect(listed.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

/** How PRIVACY.md begins to tell what a table holds. */
const TOLD: Record<string, string[]> = {
  setting: ['the language of a channel or a person'],
  subscription: ['a daily post'],
  delivery: ['what became of each daily post'],
  miss: ['numbers reported as wrong', 'words missed'],
  installation: ['an installation'],
  member: ['which workspaces an organisation gave the app to'],
  absence: ['Slack workspaces that the bot is not in any more'],
  seen: ['events taken from Slack'],
  conversation: ['conversations'],
  shown: ["what the bot's daily posts and its answers in channels show"],
  watch: ['what a channel or person watches'],
  notice: ['what was told about a change'],
  introduction: ['where the bot introduced itself'],
};

describe('PRIVACY.md', () => {
  it('tells how long things are kept as the source does', () => {
    const privacy = read('PRIVACY.md');
    const [, misses = ''] = /DAYS_KEPT = (\d+)/.exec(read('src/adapters/storage/misses.ts')) ?? [];
    const [, deliveries = ''] = /DAYS_KEPT = (\d+)/.exec(read('src/adapters/storage/tidy.ts')) ?? [];
    expect(privacy).toContain(`${misses} days`);
    expect(privacy).toContain(`${deliveries} days`);
    const [, grace = ''] = /GRACE_DAYS = (\d+)/.exec(read('src/adapters/slack/installation/departures.ts')) ?? [];
    expect(privacy).toContain(`not been in for ${grace} days`);
    const minutes = (path: string) => /REMEMBERED_MS = (\d+) \* 60_000/.exec(read(path))?.[1];
    expect(privacy).toContain(`of a conversation were about (${minutes('src/core/conversation/memory.ts')} minutes`);
    const [, hours = ''] =
      /REMEMBERED_MS = (\d+) \* 3_600_000/.exec(read('src/adapters/slack/inbound/people.ts')) ?? [];
    expect(privacy).toContain(`people's profiles (on Slack for ${hours} hours)`);
    expect(privacy).toContain(`the ids of events (${minutes('src/adapters/shared/seen.ts')} minutes`);
    const ended = (what: string) => new RegExp(`^\\| ${what} .+\\| (.+) \\|$`, 'm').exec(privacy)?.[1] ?? '';
    expect(ended("what the bot's daily posts and its answers")).toMatch(new RegExp(`^${DAYS_REMEMBERED} days`));
    const [, notes = ''] = /DAYS_KEPT = (\d+)/.exec(read('src/adapters/storage/notices.ts')) ?? [];
    expect(ended('what was told about a change')).toMatch(new RegExp(`^${notes} days`));
    expect(ended('events taken from Slack')).toMatch(new RegExp(`^${minutes('src/adapters/shared/seen.ts')} minutes`));
    expect(ended('conversations')).toMatch(new RegExp(`^${minutes('src/core/conversation/memory.ts')} minutes`));
  });

  it('tells of every table of the database', () => {
    const [, tables = ''] = /export type Tables = \{([\s\S]+?)^\};/m.exec(read('src/adapters/storage/tables.ts')) ?? [];
    const names = [...tables.matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) => name);
    expect(names.sort()).toEqual(Object.keys(TOLD).sort());
    const rows = [...read('PRIVACY.md').matchAll(/^\| ([^|]+?) +\|/gm)].map(([, what = '']) => what);
    for (const told of Object.values(TOLD).flat()) expect(rows.filter((row) => row.startsWith(told))).toHaveLength(1);
    expect(rows.length - 2).toBe(Object.values(TOLD).flat().length);
  });
});
