import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { FONT_FILES, missingFrom } from '../../../src/adapters/charts/fonts.ts';
import { en } from '../../../src/core/messages/wording/en.ts';
import { ru } from '../../../src/core/messages/wording/ru.ts';
import { zh } from '../../../src/core/messages/wording/zh.ts';
import { loadCatalogue } from '../../../src/data/load.ts';

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('the font of the pictures', () => {
  test('has every character of the catalogue, in all its texts and languages', async () => {
    // What is missing comes into the font with `node tools/make-fonts.mjs`, which says what it needs.
    const { figures, sources, places, topics, relations } = await loadCatalogue(undefined);
    expect(missingFrom(textsOf([figures, sources, places, topics, relations]).join(''))).toEqual([]);
  });

  test('has every character of what the bot says', () => {
    expect(missingFrom(textsOf([en, zh, ru]).join(''))).toEqual([]);
  });

  test('has what numbers, units and dates are written with in the three languages', () => {
    const numbers = ['en-GB', 'zh-CN', 'ru-RU'].flatMap((locale) => [
      ...[1751, 16.8e9, -0.5].map((value) => value.toLocaleString(locale)),
      new Intl.NumberFormat(locale, { notation: 'compact' }).format(16.8e9),
      ...Array.from({ length: 12 }, (_, month) =>
        new Date(Date.UTC(2023, month)).toLocaleDateString(locale, { dateStyle: 'full' }),
      ),
    ]);
    expect(missingFrom(`${numbers.join('')} %‰°℃²³№$€¥±×÷≈≤≥–—…•`)).toEqual([]);
  });

  test('has the Chinese characters of names that common fonts for the web leave out', () => {
    expect(missingFrom('匣乇汈猇喆堃镕淼赟')).toEqual([]);
  });

  test('says of a character that it does not have that it is missing', () => {
    expect(missingFrom('a😀b')).toEqual(['😀']);
  });

  test('comes with its licence', async () => {
    const licence = await readFile(new URL('OFL.txt', `file://${FONT_FILES[0]}`), 'utf8');
    expect(licence).toContain('SIL Open Font License, Version 1.1');
  });
});
