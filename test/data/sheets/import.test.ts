import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectCatalogue } from '../../../src/data/check-catalogue.ts';
import { describeChange } from '../../../src/data/describe-change.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { describeProblem } from '../../../src/data/problem.ts';
import { describeRefusal } from '../../../src/data/sheets/columns.ts';
import { importSheet } from '../../../src/data/sheets/import-sheet.ts';
import { writeSheet } from '../../../src/data/sheets/write-sheet.ts';
import { copyOfShipped } from '../folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const figuresIn = (folder: string) => readFile(join(folder, 'figures.json'), 'utf8');

/** What an import says it would do, in words. */
async function told(sheet: string): Promise<string[]> {
  const result = await importSheet(await copyOfShipped(), bytes(sheet));
  if (result.kind === 'ready') return result.changes.map(describeChange);
  return result.kind === 'refused' ? result.refusals.map(describeRefusal) : result.problems.map(describeProblem);
}

const HEADER = 'figure,place,date,basis,value,source';
const release = (value: string, date = '2022-11-30') =>
  `${HEADER}\naward-funding,harbin,${date},stated,"${value}",press-release-2023-12`;

describe('a sheet of observations', () => {
  it('that was exported changes nothing when it is imported', async () => {
    expect(await told(writeSheet(await loadCatalogue()))).toEqual([]);
  });

  it.each([
    ['134000000', '134,000,000'],
    ['134,000,000', '134,000,000'],
    ['134 000 000', '134,000,000'],
    ['134 million', '134,000,000'],
    ['1.34亿元', '134,000,000'],
    ['13400万', '134,000,000'],
    ['１３４００００００', '134,000,000'],
    ['134 млн юаней', '134,000,000'],
  ])('may write a number as %s', async (written, meant) => {
    expect(await told(release(written))).toEqual([
      expect.stringContaining(`value added: award-funding (Money awarded to enterprises), ${meant} yuan`),
    ]);
  });

  it.each([
    ['2022-11-30', '2022-11-30'],
    ['2022/11/30', '2022-11-30'],
    ['2022年11月30日', '2022-11-30'],
    ['30.11.2022', '2022-11-30'],
    ['2022-11', '2022-11'],
    ['2022', '2022'],
  ])('may write a date as %s', async (written, meant) => {
    expect(await told(release('134000000', written))).toEqual([expect.stringContaining(`stated ${meant},`)]);
  });

  it('may be saved with a byte order mark, other line ends, semicolons, decimal commas and quoted cells', async () => {
    const sheet = `\uFEFF${HEADER.replaceAll(',', ';')};caveat en;caveat zh;caveat ru\r\naward-funding;harbin;2022-11-30;stated;"1,34亿";press-release-2023-12;"One; ""two""\nand three";一;Два\r\n`;
    const result = await importSheet(await copyOfShipped(), bytes(sheet));
    expect(result).toMatchObject({
      kind: 'ready',
      changes: [{ kind: 'value added', observation: { value: 134_000_000, caveat: { en: 'One; "two"\nand three' } } }],
    });
  });

  it('updates what has the same place, date and source, and keeps what its cells leave open', async () => {
    const folder = await copyOfShipped();
    const sheet = `${HEADER}\nplanned-investment,harbin,2023-12-25,stated,16.9 billion,press-release-2023-12`;
    const result = await importSheet(folder, bytes(sheet));
    expect(result.kind === 'ready' && result.changes.map(describeChange)).toEqual([
      expect.stringMatching(
        /^value corrected: planned-investment .* 16,900,000,000 yuan .*; it was 16,800,000,000 yuan \(\+0\.6 %\)$/,
      ),
    ]);
    if (result.kind === 'ready') await result.write();
    const figure = (await loadCatalogue(folder)).figures.find(({ id }) => id === 'planned-investment');
    expect(figure?.observations).toEqual([
      expect.objectContaining({
        value: 16_900_000_000,
        qualifier: 'planned',
        paragraph: 4,
        equivalents: expect.any(Array),
      }),
    ]);
  });

  it('puts what is new in its place: by place, the newest first, behind what is told first', async () => {
    const folder = await copyOfShipped();
    const sheet = `${HEADER}\nhigh-tech-companies,harbin,2019,measured,814,city-site-2021-03\nhigh-tech-companies,dalian,2021,measured,3050,dalian-government-2022-05`;
    const result = await importSheet(folder, bytes(sheet));
    if (result.kind === 'ready') await result.write();
    const figure = (await loadCatalogue(folder)).figures.find(({ id }) => id === 'high-tech-companies');
    expect(figure?.observations.map(({ place, asOf }) => `${place} ${asOf.date}`).slice(0, 4)).toEqual([
      'harbin 2023-12-25',
      'harbin 2024-04-12',
      'harbin 2020',
      'harbin 2019',
    ]);
    expect((await inspectCatalogue(folder)).problems).toEqual([]);
  });
});

describe('a faulty sheet', () => {
  it.each([
    [
      'a date that may be two',
      release('134000000', '12/11/2022'),
      'row 2, column "date": "12/11/2022" may be two dates',
    ],
    ['a number that is none', release('many'), 'row 2, column "value": "many" is not a number'],
    [
      'a number that may be two',
      `${HEADER.replaceAll(',', ';')}\naward-funding;harbin;2022;stated;1,234;press-release-2023-12`,
      'row 2, column "value": "1,234" may be 1234 or 1.234',
    ],
    [
      'an unknown figure',
      release('1').replace('award-funding', 'award-fund'),
      'row 2, column "figure": there is no figure "award-fund"',
    ],
    [
      'another unit',
      `${HEADER},unit\naward-funding,harbin,2022,stated,1,press-release-2023-12,companies`,
      'row 2, column "unit": "award-funding" is counted in yuan, not in "companies"',
    ],
    [
      'one observation twice',
      `${release('1')}\naward-funding,harbin,2022-11-30,stated,2,press-release-2023-12`,
      'row 3, column "figure": says of place, date and source what row 2 says',
    ],
    [
      'an unknown column',
      `${HEADER},worth\naward-funding,harbin,2022,stated,1,press-release-2023-12,2`,
      'row 1, column "worth": there is no such column',
    ],
    [
      'a missing column',
      'figure,place,date,basis,value\naward-funding,harbin,2022,stated,1',
      'row 1, column "source": is missing',
    ],
    ['an open quotation mark', `${HEADER}\naward-funding,"harbin,2022,stated,1,x`, 'look for a quotation mark'],
    [
      'a source that is not listed',
      release('134000000').replace('press-release-2023-12', 'press-release'),
      'no source "press-release" in sources.json',
    ],
  ])('with %s is refused where it is', async (_, sheet, expected) => {
    expect(await told(sheet)).toContainEqual(expect.stringContaining(expected));
  });

  it('changes nothing, though its other rows are right', async () => {
    const folder = await copyOfShipped();
    const before = await figuresIn(folder);
    const result = await importSheet(
      folder,
      bytes(`${release('134000000')}\nnothing,harbin,2022,stated,1,press-release-2023-12`),
    );
    expect(result.kind).toBe('refused');
    expect(await figuresIn(folder)).toBe(before);
  });
});
