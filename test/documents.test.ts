import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../src/adapters/metrics/daily-metrics.ts';
import { createMetrics } from '../src/adapters/metrics/metrics.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { usageOf } from '../src/cli/help.ts';
import { COMMANDS as BOT_COMMANDS } from '../src/core/commands/commands.ts';

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

  it('have a page for operators that can be read in a quarter of an hour', () => {
    expect(operations.split(/\s+/).length).toBeLessThanOrEqual(3_000);
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
  it('shows pictures that there are, in words as well, and none that is heavy', () => {
    const pictures = [...read('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThan(3);
    for (const [, words = '', path = ''] of pictures) {
      expect(words.length, path).toBeGreaterThan(30);
      expect(statSync(new URL(path, ROOT)).size, path).toBeLessThan(150_000);
    }
  });
});

describe('SECURITY.md', () => {
  it('says of every dependency why it is there, and names no other', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const listed = [...read('SECURITY.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
    expect(listed.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('PRIVACY.md', () => {
  it('tells how long things are kept as the source does', () => {
    const privacy = read('PRIVACY.md');
    const [, misses = ''] = /DAYS_KEPT = (\d+)/.exec(read('src/adapters/storage/misses.ts')) ?? [];
    const [, deliveries = ''] = /DAYS_KEPT = (\d+)/.exec(read('src/adapters/storage/tidy.ts')) ?? [];
    expect(privacy).toContain(`${misses} days`);
    expect(privacy).toContain(`${deliveries} days`);
    const minutes = (path: string) => /REMEMBERED_MS = (\d+) \* 60_000/.exec(read(path))?.[1];
    expect(privacy).toContain(`of a conversation were about (${minutes('src/core/conversation/memory.ts')} minutes`);
    expect(privacy).toContain(`the ids of events (${minutes('src/adapters/shared/seen.ts')} minutes`);
  });
});
