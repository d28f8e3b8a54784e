import { describe, expect, it } from 'vitest';
import { reference, STYLES } from '../../../src/core/messages/citing/reference.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { Source } from '../../../src/data/schema.ts';
import written from './references.json' with { type: 'json' };

const { sources } = await loadCatalogue();
// Written by hand from the manuals, so that a new source needs its two entries here before the tests pass.
const expected: Record<string, Record<string, string>> = written;

describe('every source of the catalogue', () => {
  it('has a reference written by hand, and no other source has one', () => {
    expect(Object.keys(expected).sort()).toEqual(sources.map(({ id }) => id).sort());
  });

  it.each(sources.flatMap((source) => STYLES.map((style) => [source.id, style, source] as const)))(
    '%s is cited by %s as the manual says',
    (id, style, source) => {
      expect(reference(source, style)).toBe(expected[id]?.[style]);
    },
  );
});

const page: Source = {
  id: 'page',
  kind: 'government news',
  title: '哈尔滨高新技术企业增长',
  language: 'zh',
  translation: { en: 'High-tech enterprises in Harbin grow' },
  publisher: 'Harbin News',
  name: { en: 'Harbin News', zh: '哈尔滨新闻', ru: 'Новости Харбина' },
  published: '2022-10-09',
  url: 'https://example.org/a',
  retrieved: '2026-11-23',
};
const bureau = { en: 'Harbin Science Bureau', zh: '哈尔滨市科学技术局', ru: 'Бюро науки Харбина' };
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ en: `Body ${at + 1}`, zh: `机构${at + 1}`, ru: `Орган ${at + 1}` }));
const without = ({ published: _, ...rest }: Source) => rest as Source;

describe('APA 7', () => {
  it.each<[string, Source, string]>([
    [
      'puts the title first where nobody is named, and translates it',
      page,
      '哈尔滨高新技术企业增长 [High-tech enterprises in Harbin grow]. (2022, October 9). Harbin News. https://example.org/a',
    ],
    [
      'begins with a body as author, and names the website after it',
      { ...page, authors: [bureau], site: 'Tianshannet' },
      'Harbin Science Bureau. (2022, October 9). 哈尔滨高新技术企业增长 [High-tech enterprises in Harbin grow]. Tianshannet. https://example.org/a',
    ],
    [
      'leaves out a publisher that is the author',
      { ...page, authors: [bureau], publisher: bureau.en, title: 'Growth', language: 'en' },
      'Harbin Science Bureau. (2022, October 9). Growth. https://example.org/a',
    ],
    [
      'joins the last of several authors with an ampersand',
      { ...page, authors: people(3), title: 'Growth', language: 'en' },
      'Body 1, Body 2, & Body 3. (2022, October 9). Growth. Harbin News. https://example.org/a',
    ],
    [
      'joins two bodies with a comma and an ampersand',
      { ...page, authors: people(2), title: 'Growth', language: 'en' },
      'Body 1, & Body 2. (2022, October 9). Growth. Harbin News. https://example.org/a',
    ],
    [
      'names nineteen authors and the last where there are more than twenty',
      { ...page, authors: people(22), title: 'Growth', language: 'en' },
      `${people(19)
        .map(({ en }) => en)
        .join(', ')}, . . . Body 22. (2022, October 9). Growth. Harbin News. https://example.org/a`,
    ],
    [
      'says n.d. where no date is known',
      without({ ...page, authors: [bureau] }),
      'Harbin Science Bureau. (n.d.). 哈尔滨高新技术企业增长 [High-tech enterprises in Harbin grow]. Harbin News. https://example.org/a',
    ],
    [
      'gives a month or a year where no more is known',
      { ...page, published: '2016-12', title: 'Growth', language: 'en' },
      'Growth. (2016, December). Harbin News. https://example.org/a',
    ],
    [
      'gives the day of retrieval only for what may change',
      { ...page, title: 'Growth', language: 'en', changing: true },
      'Growth. (2022, October 9). Harbin News. Retrieved November 23, 2026, from https://example.org/a',
    ],
    [
      'adds no full stop to a question, and writes a title in sentence case',
      { ...page, title: 'Why Harbin Grows?', language: 'en', sentenceCase: 'Why Harbin grows?' },
      'Why Harbin grows? (2022, October 9). Harbin News. https://example.org/a',
    ],
  ])('%s', (_, source, text) => {
    expect(reference(source, 'APA 7')).toBe(text);
  });
});

describe('GB/T 7714-2015', () => {
  it.each<[string, Source, string]>([
    [
      'begins with the title where nobody is named',
      page,
      '哈尔滨高新技术企业增长[EB/OL]. (2022-10-09)[2026-11-23]. https://example.org/a.',
    ],
    [
      "names authors in the source's own language",
      { ...page, authors: [bureau] },
      '哈尔滨市科学技术局. 哈尔滨高新技术企业增长[EB/OL]. (2022-10-09)[2026-11-23]. https://example.org/a.',
    ],
    [
      'names three authors and "others" in Chinese',
      { ...page, authors: people(4) },
      '机构1, 机构2, 机构3, 等. 哈尔滨高新技术企业增长[EB/OL]. (2022-10-09)[2026-11-23]. https://example.org/a.',
    ],
    [
      'names three authors and "et al." in English, with one full stop',
      { ...page, authors: people(4), title: 'Growth', language: 'en' },
      'Body 1, Body 2, Body 3, et al. Growth[EB/OL]. (2022-10-09)[2026-11-23]. https://example.org/a.',
    ],
    [
      'leaves out a date that is not known',
      without(page),
      '哈尔滨高新技术企业增长[EB/OL]. [2026-11-23]. https://example.org/a.',
    ],
    [
      'marks a report',
      { ...page, medium: 'report', published: '2022' },
      '哈尔滨高新技术企业增长[R/OL]. (2022)[2026-11-23]. https://example.org/a.',
    ],
  ])('%s', (_, source, text) => {
    expect(reference(source, 'GB/T 7714-2015')).toBe(text);
  });
});
