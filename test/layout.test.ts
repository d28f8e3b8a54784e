import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));

const FOLDERS = [...new Set(FILES.map(({ name }) => dirname(name)))].sort();

/** What the main file of a folder says: "// src/core: ..." and below it "// Imported by: adapters, app." */
const HEADER = /^(?:#!.*\n)?\/\/ src(?:\/(?<folder>\S+))?: .+\n(?:\/\/ .+\n)??\/\/ Imported by: (?<importers>.+)\.\n\n/;

const HEADERS = FILES.flatMap(({ name, text }) => {
  const found = HEADER.exec(text)?.groups;
  return found ? [{ name, folder: found['folder'] ?? '.', importers: (found['importers'] ?? '').split(', ') }] : [];
});

/** The files outside of a folder, and of the folders within it, that import something of it. */
function importersOf(folder: string): string[] {
  return FILES.flatMap(({ name, text }) => {
    const own = dirname(name);
    const imported = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => join(own, path));
    const isOutside = own !== folder && !own.startsWith(`${folder}/`);
    return isOutside && imported.some((path) => dirname(path) === folder) ? [name] : [];
  });
}

describe('src', () => {
  it.each(FOLDERS)('%s says in its main file, in at most three lines, what lives in it', (folder) => {
    expect(HEADERS.filter(({ name }) => dirname(name) === folder).map((header) => header.folder)).toEqual([folder]);
  });

  it.each(FOLDERS)('%s is imported by those alone that its main file names', (folder) => {
    const allowed = HEADERS.find((header) => header.folder === folder)?.importers ?? [];
    const others = importersOf(folder).filter(
      (name) => !allowed.some((one) => name === one || name.startsWith(`${one}/`)),
    );
    expect(others).toEqual([]);
  });

  it('has no file name more than twice', () => {
    const names = FILES.map(({ name }) => basename(name));
    expect(names.filter((name) => names.filter((one) => one === name).length > 2)).toEqual([]);
  });
});

describe('the same job has the same file on both platforms', () => {
  const rows = readFileSync('docs/platforms.md', 'utf8').matchAll(/^\| `(\w+)` +\|(.+)\|(.+)\|(.+)\|$/gm);
  const namesIn = (cell = '') => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  it.each([...rows].map(([, ...cells]) => cells))(
    'in %s, as docs/platforms.md lists them',
    (folder, both, slack, discord) => {
      const filesOf = (platform: string) =>
        readdirSync(join('src/adapters', platform, folder ?? '')).map((name) => name.replace(/\.ts$/, ''));
      expect(new Set(filesOf('slack'))).toEqual(new Set([...namesIn(both), ...namesIn(slack)]));
      expect(new Set(filesOf('discord'))).toEqual(new Set([...namesIn(both), ...namesIn(discord)]));
    },
  );
});
