import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileName } from './checking/read.ts';

/** Writes a small catalogue of an invented city into a new or empty folder; false where something stands there already. */
export async function writeTemplate(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) return false;
  for (const [file, content] of Object.entries(TEMPLATE))
    await writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });
  return true;
}

/** A catalogue in one language, with a comment at the head of each file. */
const TEMPLATE: Record<FileName, object> = {
  'places.json': {
    $comment: [
      'The first place is the one that the catalogue is about; the others are places to compare it with.',
      '"within" is the place inside a sentence. "parent" is the place that it lies in. "keywords" are all its names.',
    ],
    places: [
      {
        id: 'springfield',
        name: { en: 'Springfield' },
        within: { en: 'in Springfield' },
        parent: 'illyria',
        keywords: { en: ['Springfield', 'city of Springfield', 'the city'] },
      },
      {
        id: 'illyria',
        name: { en: 'Illyria Province' },
        within: { en: 'in Illyria Province' },
        keywords: { en: ['Illyria', 'Illyria Province', 'the province'] },
      },
    ],
  },
  'sources.json': {
    $comment: [
      'Where the numbers are from. "title" as printed; "name" is how an answer calls the source; "retrieved" the day it was read.',
      '"kind": press release, official statistics, government news, state media, company filing or other media.',
      '"freshMonths": for how long its numbers may be taken as fresh.',
    ],
    sources: [
      {
        id: 'yearbook-2024',
        kind: 'official statistics',
        title: 'Springfield Statistical Yearbook 2024',
        language: 'en',
        publisher: 'Springfield Bureau of Statistics',
        name: { en: 'Springfield yearbook' },
        published: '2024',
        url: 'https://example.org/springfield/yearbook-2024',
        retrieved: '2025-01-15',
        freshMonths: 12,
      },
    ],
  },
  'figures.json': {
    $comment: [
      '"languages": those that this catalogue is written in (en, zh, ru); texts in the others are borrowed and marked.',
      'A figure is a thing that is counted; its observations are its numbers, each with place, date and source.',
      '"statement" must hold {value} and {place}, with <b>...</b> around the number and what it counts.',
      '"keywords": at least a dozen ways in which people ask for it, words and short phrases.',
      '"currency": how sums of money are written; "code" is that of ISO 4217. Leave it out where no figure is money.',
      '"subject" and "examples" may be added: what the bot says that it is about, and the questions that help offers.',
      '"basis": stated (said on that date), measured (holds for that date), during (sum of that period), year to date.',
    ],
    languages: ['en'],
    currency: {
      id: 'euros',
      code: 'EUR',
      amount: { en: '{amount} euros' },
      perShare: { en: '{amount} euros a share' },
      name: { en: 'euros' },
      axis: { en: 'Euros' },
      axisPerShare: { en: 'Euros per share' },
    },
    topics: [
      { id: 'science', label: { en: 'Science' }, keywords: { en: ['science', 'research'] } },
      { id: 'business', label: { en: 'Business' }, keywords: { en: ['business', 'companies'] } },
    ],
    units: [
      { id: 'institutes', label: { en: 'institutes' }, nouns: { en: ['institutes', 'institute'] } },
      { id: 'workshops', label: { en: 'workshops' }, nouns: { en: ['workshops', 'workshop'] } },
    ],
    figures: [
      {
        kind: 'count',
        id: 'institutes',
        topic: 'science',
        label: { en: 'Institutes' },
        definition: { counts: { en: 'institutes of the academy' }, excludes: { en: 'departments of schools' } },
        unit: 'institutes',
        statement: { en: '<b>{value} {n, plural, one {institute} other {institutes}}</b> {place}' },
        keywords: { en: ['institutes', 'institute', 'academy institutes', 'institutes of the academy'] },
        related: ['workshops'],
        observations: [
          {
            value: 12,
            qualifier: 'exactly',
            asOf: { date: '2023', basis: 'measured' },
            place: 'springfield',
            source: 'yearbook-2024',
            caveat: { en: 'Institutes with fewer than ten people are left out.' },
          },
        ],
      },
      {
        kind: 'count',
        id: 'workshops',
        topic: 'business',
        label: { en: 'Workshops' },
        definition: { counts: { en: 'workshops with a trade licence' }, excludes: { en: 'shops' } },
        unit: 'workshops',
        statement: { en: '<b>{value} {n, plural, one {workshop} other {workshops}}</b> {place}' },
        keywords: { en: ['workshops', 'workshop', 'licensed workshops', 'trade workshops'] },
        related: ['institutes'],
        observations: [
          {
            value: 340,
            qualifier: 'about',
            asOf: { date: '2023', basis: 'measured' },
            place: 'springfield',
            source: 'yearbook-2024',
          },
        ],
      },
      {
        kind: 'money',
        id: 'workshop-grants',
        topic: 'business',
        label: { en: 'Grants to workshops' },
        definition: { counts: { en: 'money that the city gave to workshops' }, excludes: { en: 'loans' } },
        unit: 'euros',
        statement: { en: '<b>{value}</b> granted to workshops {place}' },
        keywords: { en: ['grants to workshops', 'workshop grants', 'grants', 'subsidies for workshops'] },
        related: ['workshops'],
        observations: [
          {
            value: 2_500_000,
            qualifier: 'exactly',
            asOf: { date: '2023', basis: 'during' },
            place: 'springfield',
            source: 'yearbook-2024',
          },
        ],
      },
    ],
  },
  'relations.json': {
    $comment: ['What may and may not be computed from two figures, with the reason in "note"; may stay empty.'],
    relations: [],
  },
  'gaps.json': {
    $comment: ['What people ask for and no source says, so that it is refused by its name; may stay empty.'],
    gaps: [
      {
        id: 'population',
        label: { en: 'the population' },
        keywords: { en: ['population', 'inhabitants', 'residents'] },
        near: ['institutes'],
      },
    ],
  },
};
