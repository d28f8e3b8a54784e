import { describe, expect, it } from 'vitest';
import { entry } from '../folder.ts';
import { figure, onlyProblemAfter, problemsAfter, relation } from '../problems.ts';

describe('keywords', () => {
  it('that two figures claim are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('talent-policies', (it) => it.keywords.en.push('Key-Labs')),
    );
    expect(problem).toMatch(/\(key-laboratories\)\.keywords\.en\[\d+\]: "key labs" is also claimed by talent-policies/);
  });

  it('may be parted in two ways by one figure', async () => {
    const change = figure('universities', (it) => it.keywords.zh.push('高等院校'));
    expect(await problemsAfter('figures.json', change)).toEqual([]);
  });

  it('that Chinese spacing merely disguises are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('talent-policies', (it) => it.keywords.zh.push('重点实验室')),
    );
    expect(problem).toContain('is also claimed by talent-policies');
  });

  it('that a figure and a relation claim are reported', async () => {
    const problem = await onlyProblemAfter(
      'relations.json',
      relation('pass-rate', (it) => it.keywords.en.push('universities')),
    );
    expect(problem).toContain('"universities" is also claimed by pass-rate');
  });

  it('may be shared by figures that all say so', async () => {
    const problems = await problemsAfter('figures.json', (data) => {
      for (const id of ['universities', 'talent-policies'])
        entry(data.figures, id).shared = { en: ['zeal'], zh: [], ru: [] };
    });
    expect(problems).toEqual([]);
  });

  it('that nobody else shares are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.shared = { en: ['zeal'], zh: [], ru: [] })),
    );
    expect(problem).toContain('(universities).shared.en[0]: nobody else shares "zeal"; move it to "keywords"');
  });

  it('that stand twice are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => it.keywords.ru.push('ВУЗЫ')),
    );
    expect(problem).toContain('"ВУЗЫ" stands twice');
  });

  it('must exist in every language', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.keywords.ru = [])),
    );
    expect(problem).toContain('(universities).keywords.ru: no Russian keyword');
  });
});
