import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../src/adapters/metrics/metrics.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const operations = read('docs/operations.md');

/** The names of all events in the source; what is put together at run time ends before its first hole. */
function eventsInSource(): string[] {
  const files = readdirSync(fileURLToPath(new URL('src/', ROOT)), { recursive: true, encoding: 'utf8' });
  const call = /(?:\blog(?:\.(?:debug|info|warn|error)|\[[^\]]+\])|\blose)\(\s*(?:'([^']+)'|"([^"]+)"|`([^`$]+))/g;
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...read(`src/${file}`).matchAll(call)].map(([, single, double, open]) => single ?? double ?? open ?? ''),
    )
    .filter((event) => event !== '');
}

/** The first cells of all rows of tables, without their marks. */
const firstCells = [...operations.matchAll(/^\| +`([^`]+)` +\|/gm)].map(([, cell = '']) => cell);

describe('docs/operations.md', () => {
  it('explains every event of the log', () => {
    const events = [...new Set(eventsInSource())];
    expect(events.length).toBeGreaterThan(60);
    expect(events.filter((event) => !firstCells.some((cell) => cell.startsWith(event)))).toEqual([]);
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
    const [, codes = ''] = /const EXIT = \{([^}]+)\}/.exec(read('src/cli.ts')) ?? [];
    const used = [...codes.matchAll(/: (\d+)/g)].map(([, code]) => code);
    expect(used.length).toBeGreaterThan(3);
    expect([...operations.matchAll(/^\| +(\d+) \|/gm)].map(([, code]) => code)).toEqual(used);
  });

  it('names commands that there are', () => {
    const usage = read('src/cli.ts');
    for (const [, name] of operations.matchAll(
      /\bharbin (doctor|backup|restore|check-data|diff|misses|rotate-keys)\b/g,
    ))
      expect(usage).toContain(`case '${name}'`);
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
  });
});
