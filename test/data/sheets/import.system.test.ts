import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { inspectCatalogue } from '../../../src/data/check-catalogue.ts';
import { runCli } from '../../adapters/terminal/run-cli.ts';
import { copyOfShipped } from '../folder.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
}, 120_000);

async function sheetIn(folder: string): Promise<string> {
  const path = join(folder, 'sheet.csv');
  await writeFile(
    path,
    'figure,place,date,basis,value,source\naward-funding,harbin,2022,stated,130 million,press-release-2023-12\n',
  );
  return path;
}

it('an import tells what would change, and writes only when it is told to', async () => {
  const folder = await copyOfShipped();
  const sheet = await sheetIn(folder);
  const env = { DATA_DIR: folder };
  const before = await readFile(join(folder, 'figures.json'), 'utf8');
  const asked = await runCli(['import', sheet], { env });
  expect({ code: asked.code, out: asked.out }).toEqual({
    code: 1,
    out: expect.stringContaining(
      'value added: award-funding (Money awarded to enterprises), 130,000,000 yuan in harbin',
    ),
  });
  expect(await readFile(join(folder, 'figures.json'), 'utf8')).toBe(before);
  expect(await runCli(['import', sheet, '--yes'], { env })).toMatchObject({ code: 0 });
  expect(await runCli(['import', sheet, '--yes'], { env })).toMatchObject({ code: 0, out: 'no change\n' });
});

it('a kill during the import leaves the old catalogue or the new one', async () => {
  const folder = await copyOfShipped();
  const sheet = await sheetIn(folder);
  const before = await readFile(join(folder, 'figures.json'), 'utf8');
  await runCli(['import', sheet, '--yes'], {
    env: { DATA_DIR: folder },
    stopOn: { said: 'value added', signal: 'SIGKILL' },
  });
  const { catalogue, problems } = await inspectCatalogue(folder);
  expect(problems).toEqual([]);
  const values = catalogue?.figures
    .find(({ id }) => id === 'award-funding')
    ?.observations.map((one) => 'value' in one && one.value);
  const isOld = (await readFile(join(folder, 'figures.json'), 'utf8')) === before;
  expect(values).toEqual(isOld ? [134_000_000] : [134_000_000, 130_000_000]);
});
