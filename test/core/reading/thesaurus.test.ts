import { describe, expect, it } from 'vitest';
import { classesOf, namesOf, thesaurusOf, type WordClass } from '../../../src/core/reading/thesaurus.ts';
import { perceive } from '../../support/reading.ts';

const thesaurus = thesaurusOf(
  new Map<WordClass, string[]>([
    ['science', ['optic', '生物', '生物医药', 'оптик']],
    ['kin', ['editor', '编辑', 'редактор']],
    ['office', ['editor', 'slide', '幻灯片', 'слайд']],
    ['life', ['生']],
  ]),
);

/** Of each unit its text and the classes of its word. */
function classes(message: string): string[] {
  const { units } = perceive(message);
  const found = classesOf(units, thesaurus);
  return units.map(({ text }, at) => [text, ...namesOf(found[at] ?? 0)].join(' '));
}

describe('words are known by their class, in whatever form', () => {
  it.each<[string, string[]]>([
    ['optics', ['optics science']],
    ['my editors', ['my', 'editors kin office']],
    ['слайды редактору', ['слайды office', 'редактору kin']],
    ['zebra slides', ['zebra', 'slides office']],
  ])('%s', (message, expected) => {
    expect(classes(message)).toEqual(expected);
  });
});

describe('of Chinese words the longest counts', () => {
  it.each<[string, string[]]>([
    ['生物医药', ['生 science', '物 science', '医 science', '药 science']],
    ['生物', ['生 science', '物 science']],
    ['生医', ['生 life', '医']],
    ['编辑的幻灯片', ['编 kin', '辑 kin', '的', '幻 office', '灯 office', '片 office']],
  ])('%s', (message, expected) => {
    expect(classes(message)).toEqual(expected);
  });
});
