import { expect, it } from 'vitest';
import { missLines } from '../../../src/adapters/terminal/miss-lines.ts';
import { REPORTED } from '../../../src/core/feedback/misses.ts';
import { loadCatalogue } from '../../../src/data/load.ts';

it('tells a curator which figures people reported as wrong, among the words that were missed', async () => {
  const lines = missLines(
    [
      { word: REPORTED, language: 'ru', near: 'key-laboratories', count: 3 },
      { word: 'zorbings', language: 'en', count: 1 },
    ],
    await loadCatalogue(),
  );
  expect(lines[0]).toBe('    3  reported as wrong (ru)  figures.json, key-laboratories: check its observations');
  expect(lines[1]).toMatch(/^ {4}1 {2}zorbings \(en\)/);
});
