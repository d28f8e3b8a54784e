import { describe, expect, it } from 'vitest';
import { type Change, onlyProblemAfter } from '../problems.ts';

describe('references', () => {
  it.each<[string, Change, string]>([
    [
      'a title in another language than it claims',
      (it) => {
        it.language = 'zh';
        delete it.translation;
      },
      '.language: the title does not look Chinese; name the language it is printed in',
    ],
    [
      "a translation into the title's own language",
      (it) => (it.translation.en = 'Harbin pushes'),
      '.translation.en: translates the title into English, which it is in; remove it',
    ],
    [
      'sentence case that changes more than capitals',
      (it) => (it.sentenceCase = 'Harbin pushes'),
      '.sentenceCase: differs from the title by more than its capitals; copy the title and change only them',
    ],
    [
      'sentence case that changes nothing',
      (it) => (it.sentenceCase = it.title),
      '.sentenceCase: repeats the title; remove it',
    ],
    [
      'a website that is the publisher',
      (it) => {
        it.site = it.publisher;
        it.authors = [it.name];
      },
      '.site: repeats the publisher; remove it',
    ],
    [
      'a copy elsewhere that would hide its publisher',
      (it) => (it.site = 'DigiconAsia'),
      '.site: stands in references instead of the publisher; name the publisher as author too',
    ],
    [
      'an empty list of authors',
      (it) => (it.authors = []),
      '.authors: the empty list needs at least one entry; leave it out where the source names nobody; correct it',
    ],
    ['a title on two lines', (it) => (it.title = 'Harbin\npushes'), '.title: is on several lines; write it on one'],
  ])('%s', async (_, change, text) => {
    const problem = await onlyProblemAfter('sources.json', (data) => change(data.sources[0]));
    expect(problem).toBe(`sources.json sources[0] (press-release-2023-12)${text}`);
  });
});
