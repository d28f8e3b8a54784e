import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { FILE_NAMES } from '../../../src/data/checking/read.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { FaultyCatalogue } from '../../../src/data/problem.ts';
import type { Catalogue } from '../../../src/data/schema.ts';
import { SHIPPED } from '../../data/folder.ts';
import { botOf } from '../../support/bot.ts';
import { changed, changes, type Json } from '../mutations.ts';
import { insist, type Target, worked } from '../target.ts';
import { nasty } from '../texts.ts';

type FileName = (typeof FILE_NAMES)[number];
/** What a curator, an editor or a broken disk does to a file: to its values, to its text, or to its bytes. */
type Input = { file: FileName } & (
  | { made: Parameters<typeof changed>[1] }
  | { at: number; cut: number; paste: string }
  | { bytes: Uint8Array; at: number }
  | { instead: string }
);

const file = fc.constantFrom(...FILE_NAMES);
const INSTEAD = [
  '',
  'null',
  '[]',
  '{}',
  '[',
  `${'['.repeat(200_000)}`,
  `${'{"a":'.repeat(100_000)}1`,
  `"${'\\'.repeat(200_000)}`,
  '1e999',
  '{"a":1,"a":2}',
  '\ufeff{}',
];
const inputs: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ file, made: changes }) },
  { weight: 3, arbitrary: fc.record({ file, at: fc.nat(), cut: fc.nat(60), paste: nasty }) },
  { weight: 1, arbitrary: fc.record({ file, at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ file, instead: fc.constantFrom(...INSTEAD) }) },
);

/** Folders of a catalogue in which one file is not what it was. */
export const data: Target = {
  name: 'data files',
  arbitrary: inputs,
  clock: worked,
  // A whole catalogue is read and checked, once at the start and when a curator asks for it.
  waitsMs: 400,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'harbin-fuzz-'));
    const shipped = new Map<FileName, Buffer>();
    for (const name of FILE_NAMES) shipped.set(name, await readFile(join(SHIPPED, name)));
    for (const [name, content] of shipped) await writeFile(join(folder, name), content);
    return {
      async take(input) {
        const one = input as Input;
        const original = shipped.get(one.file) ?? Buffer.alloc(0);
        await writeFile(join(folder, one.file), contentOf(one, original));
        const outcome = await loadCatalogue(folder).catch((error: unknown) => error);
        await writeFile(join(folder, one.file), original);
        return () => judge(outcome);
      },
      settle: async () => {},
      close: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

function contentOf(input: Input, original: Buffer): string | Buffer {
  if ('instead' in input) return input.instead;
  if ('made' in input) return JSON.stringify(changed(JSON.parse(original.toString()) as Json, input.made));
  const at = input.at % (original.length + 1);
  if ('bytes' in input) return Buffer.concat([original.subarray(0, at), input.bytes, original.subarray(at)]);
  return original.toString().slice(0, at) + input.paste + original.toString().slice(at + input.cut);
}

function judge(outcome: unknown): void {
  if (!(outcome instanceof Error)) {
    // What is accepted can be answered from.
    botOf(outcome as Catalogue).suggest('lab', 'figure', 'en');
    return;
  }
  insist(outcome instanceof FaultyCatalogue, `another error than FaultyCatalogue: ${outcome.name}: ${outcome.message}`);
  insist(outcome.problems.length > 0, 'a faulty catalogue without a problem');
  for (const { file: name, what, remedy } of outcome.problems)
    insist(name.endsWith('.json') && what !== '' && remedy !== '', `a problem that does not say all: ${name} ${what}`);
}
