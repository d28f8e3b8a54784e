import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import {
  areAlike,
  derive,
  isQuantity,
  OPERATIONS,
  pair,
  relationOf,
  relationWith,
} from '../../../src/core/reading/combine.ts';
import { INTENTS } from '../../../src/core/reading/labels.ts';
import { catalogue, figure } from '../../support/reading.ts';

const PER_PROJECT: Question = {
  kind: 'derive',
  operation: 'ratio',
  left: 'planned-investment',
  right: 'key-projects',
  relation: 'investment-per-project',
};

describe('two figures under one operation', () => {
  it.each<[Parameters<typeof pair>[1], string, string, Question]>([
    ['ratio', 'planned-investment', 'key-projects', PER_PROJECT],
    ['ratio', 'key-projects', 'planned-investment', PER_PROJECT],
    [
      'ratio',
      'award-funding',
      'awarded-enterprises',
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'award-funding',
        right: 'awarded-enterprises',
        relation: 'award-per-enterprise',
      },
    ],
    [
      'compare',
      'planned-investment',
      'key-projects',
      { kind: 'compare', left: 'planned-investment', right: 'key-projects' },
    ],
    [
      'compare',
      'universities',
      'key-laboratories',
      { kind: 'compare', left: 'universities', right: 'key-laboratories' },
    ],
    ['difference', 'universities', 'students', { kind: 'compare', left: 'universities', right: 'students' }],
    [
      'ratio',
      'students',
      'academicians',
      { kind: 'derive', operation: 'ratio', left: 'students', right: 'academicians' },
    ],
    [
      'sum',
      'universities',
      'academicians',
      { kind: 'derive', operation: 'sum', left: 'universities', right: 'academicians' },
    ],
  ])('%s of %s and %s', (operation, left, right, question) => {
    expect(pair(catalogue, operation, left, right)).toEqual(question);
  });
});

describe('relations of the catalogue', () => {
  it('each is found by its two figures, whichever stands first, and gives its own question', () => {
    for (const { id, operation, left, right } of catalogue.relations) {
      const found = relationOf(catalogue, operation, left, right);
      expect(found).toBe(relationOf(catalogue, operation, right, left));
      expect(found).toBeDefined();
      expect(derive(catalogue, id)).toEqual({ kind: 'derive', operation, left, right, relation: id });
    }
  });

  it.each<[Parameters<typeof relationWith>[1], string, string[], string | undefined]>([
    ['ratio', 'planned-investment', ['key-projects'], 'investment-per-project'],
    ['ratio', 'key-projects', ['planned-investment'], 'investment-per-project'],
    ['ratio', 'award-funding', ['awarded-enterprises'], 'award-per-enterprise'],
    ['sum', 'fuerjia-issue-price', [], undefined],
    ['share', 'academicians', [], undefined],
  ])('%s of %s beside %j', (operation, id, beside, relation) => {
    expect(relationWith(catalogue, operation, id, beside)).toBe(relation);
  });

  it.each(['', 'zebras', 'universities'])('"%s" is none', (id) => {
    expect(derive(catalogue, id)).toEqual({ kind: 'help' });
  });
});

describe('arithmetic is done with counts and sums', () => {
  it.each<[string, boolean]>([
    ['universities', true],
    ['planned-investment', true],
    ['fuerjia-issue-price', true],
    ['high-tech-growth', false],
    ['fuerjia-listing', false],
    ['science-cluster-place', false],
    ['innovation-goal', false],
  ])('%s: %s', (id, is) => {
    expect(isQuantity(figure(id))).toBe(is);
  });

  it('not with nothing', () => {
    expect(isQuantity(undefined)).toBe(false);
  });
});

describe('two figures are alike when they count one kind of thing', () => {
  it.each<[string, string, boolean]>([
    ['approved-enterprises', 'recommended-enterprises', true],
    ['award-funding', 'planned-investment', true],
    ['invention-patents', 'utility-models', true],
    ['universities', 'key-laboratories', false],
    ['award-funding', 'awarded-enterprises', false],
    ['fuerjia-listing', 'fuerjia-unicorn', false],
  ])('%s and %s: %s', (left, right, alike) => {
    expect(areAlike(catalogue, left, right)).toBe(alike);
    expect(areAlike(catalogue, right, left)).toBe(alike);
  });
});

it('operations are those of intents', () => {
  for (const intent of Object.keys(OPERATIONS)) expect(INTENTS).toContain(intent);
});
