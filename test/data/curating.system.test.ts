import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { loadCatalogue } from '../../src/data/load.ts';
import { startDailyBot } from '../adapters/slack/daily-bot.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
}, 120_000);

it('the commands of docs/curating.md run as they stand there, one after the other, and the city of its template posts daily', {
  timeout: 120_000,
}, async (test) => {
  const page = await readFile('docs/curating.md', 'utf8');
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  expect(blocks.length).toBeGreaterThan(3);
  const { code, out, err, folder } = await inShell(blocks.join('\n'));
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('problem') });
  for (const said of [
    'value added: institutes (Institutes), 11 institutes in springfield, measured 2022',
    'value added: workshops (Workshops), 1,850 workshops in illyria',
    '11 institutes in Springfield, as of 2022.',
    '4 figures with 6 observations',
    '9 bridges in Springfield, as of 2023.',
    'About 340 workshops in Springfield, as of 2023.',
    '2.5 million euros granted to workshops in Springfield, in 2023.',
    'I don’t have the population.',
    '████',
  ])
    expect(out).toContain(said);
  expect(out).not.toMatch(/Harbin|[Ll]aborator|[Uu]niversit/);

  const { at, daily, posted } = await startDailyBot(test, { catalogue: await loadCatalogue(join(folder, 'my-city')) });
  at('2026-12-01T00:30:00Z');
  expect((await daily('on 9:00 Shanghai')).text).toContain('From now on I post one fact a day here');
  at('2026-12-01T01:00:01Z');
  const [post] = await posted(1);
  expect(post?.text).toMatch(/^Daily fact · .*Springfield, .*Springfield yearbook/s);
  expect(post?.text).not.toMatch(/Harbin|[Ll]aborator|[Uu]niversit/);
});

/** Runs lines in a shell of their own, in an empty folder, where `harbin` is the built program; the first failure ends them. */
async function inShell(lines: string): Promise<{ code: number | null; out: string; err: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'curating-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program = `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`;
  await writeFile(join(folder, 'harbin'), program, { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', lines], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: [folder, process.env['PATH']].join(delimiter) },
  });
  return { code: status, out: stdout, err: stderr, folder };
}
