import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../../src/data/check-catalogue.ts';
import { copyOfShipped } from '../folder.ts';

describe('files', () => {
  it('that are missing are named', async () => {
    const folder = await copyOfShipped();
    await rm(join(folder, 'places.json'));
    expect(await checkCatalogue(folder)).toContainEqual(
      expect.objectContaining({ file: 'places.json', what: 'cannot be read (ENOENT)' }),
    );
  });

  it('that are folders are named', async () => {
    const folder = await copyOfShipped();
    await rm(join(folder, 'gaps.json'));
    await mkdir(join(folder, 'gaps.json'));
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', what: 'cannot be read (EISDIR)' });
  });

  it('that are not UTF-8 are named', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), Uint8Array.of(0x7b, 0xc3, 0x28));
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', what: 'is not UTF-8 text' });
  });

  it('that are not JSON are named with the line', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [\n    {"id": "a" "b"}\n  ]\n}\n');
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', at: 'line 3' });
  });

  it('that are nested without end are named', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), `{"gaps": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect((await checkCatalogue(folder)).at(-1)).toMatchObject({
      at: 'gaps[0]',
      what: 'this list is of the wrong type',
    });
  });

  it('with one key twice in an object are named with the line', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [],\n  "gaps": []\n}\n');
    expect((await checkCatalogue(folder))[0]).toMatchObject({
      at: 'line 3',
      what: expect.stringContaining('"gaps" stands twice'),
    });
  });
});
