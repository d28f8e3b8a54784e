import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkCatalogue } from '../../src/data/check-catalogue.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { writeTemplate } from '../../src/data/template.ts';
import { warningsOf } from '../../src/data/warnings.ts';
import type { Json } from './folder.ts';

async function template(change: (figures: Json) => void = () => {}): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'town-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, 'town');
  await writeTemplate(folder);
  const path = join(folder, 'figures.json');
  const figures = JSON.parse(await readFile(path, 'utf8'));
  change(figures);
  await writeFile(path, JSON.stringify(figures));
  return folder;
}

it('a catalogue in one language is enough: the texts of the others are borrowed and marked, its names are not', async () => {
  const catalogue = await loadCatalogue(await template());
  expect(catalogue.figures[0]?.label).toEqual({ en: 'Institutes', zh: 'Institutes [en]', ru: 'Institutes [en]' });
  expect(catalogue.places[0]?.name.ru).toBe('Springfield');
  expect(catalogue.figures[0]?.keywords.zh).toEqual(catalogue.figures[0]?.keywords.en);
  expect(warningsOf(catalogue)).toContainEqual(expect.stringContaining('3 figures have no Chinese texts'));
});

it('a language that is declared is checked like any other', async () => {
  const problems = await checkCatalogue(await template((file) => (file.languages = ['en', 'ru'])));
  expect(problems).toContainEqual(expect.objectContaining({ what: 'the Russian translation is missing' }));
});

it('an everyday word among the keywords is warned of', async () => {
  const catalogue = await loadCatalogue(await template((file) => file.figures[0].keywords.en.push('number')));
  expect(warningsOf(catalogue)).toContainEqual(
    expect.stringContaining('institutes: the keyword "number" is an everyday word'),
  );
});

it('the shipped catalogue has nothing to warn of', async () => {
  expect(warningsOf(await loadCatalogue())).toEqual([]);
});

it('a template is never written over something', async () => {
  const folder = await template();
  expect(await writeTemplate(folder)).toBe(false);
});
