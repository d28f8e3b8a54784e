import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { inspectCatalogue } from '../../src/data/check-catalogue.ts';
import { FILE_NAMES } from '../../src/data/checking/read.ts';
import { describeProblem } from '../../src/data/problem.ts';
import { copyOfShipped, type Json, SHIPPED } from './folder.ts';

vi.setConfig({ testTimeout: 300_000 });

const shipped = Object.fromEntries(
  await Promise.all(FILE_NAMES.map(async (file) => [file, await readFile(join(SHIPPED, file), 'utf8')])),
);

it('whatever a curator does to a value, the check ends with a catalogue or with problems, never both', async () => {
  const folder = await copyOfShipped();
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('universities', '{value', '<b>', '2023-02-30', -1, 1e300, '', '__proto__'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILE_NAMES),
      fc.array(fc.nat(), { maxLength: 8 }),
      value,
      async (file, steps, replacement) => {
        const data = JSON.parse(shipped[file]);
        replaceAt(data, steps, replacement);
        await writeFile(join(folder, file), JSON.stringify(data));
        await expectOneOrTheOther(folder);
        await writeFile(join(folder, file), shipped[file]);
      },
    ),
    { numRuns: 100 },
  );
});

it('whatever happens to the text of a file, the check ends with a catalogue or with problems, never both', async () => {
  const folder = await copyOfShipped();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILE_NAMES),
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.string({ unit: 'binary' }),
      async (file, at, cut, paste) => {
        const text = shipped[file];
        const start = at % (text.length + 1);
        await writeFile(join(folder, file), text.slice(0, start) + paste + text.slice(start + cut));
        await expectOneOrTheOther(folder);
        await writeFile(join(folder, file), text);
      },
    ),
    { numRuns: 100 },
  );
});

async function expectOneOrTheOther(folder: string): Promise<void> {
  const { catalogue, problems } = await inspectCatalogue(folder);
  expect(catalogue === undefined).toBe(problems.length > 0);
  for (const problem of problems) expect(describeProblem(problem)).toMatch(/^\w+\.json.*: .+; .+/s);
}

/** Walks down by the steps, each taken modulo the number of ways, and replaces what it finds. */
function replaceAt(data: Json, steps: number[], replacement: unknown): void {
  let parent = data;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(parent);
    const key = keys[step % keys.length];
    if (key === undefined) return;
    if (depth === steps.length - 1 || typeof parent[key] !== 'object' || parent[key] === null) {
      parent[key] = replacement;
      return;
    }
    parent = parent[key];
  }
}
