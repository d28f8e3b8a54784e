import { describe, expect, it } from 'vitest';
import { ALWAYS, LATEST } from '../../../src/core/catalogue/scope.ts';
import { unheldPlace, unheldTime } from '../../../src/core/reading/guards.ts';
import { catalogue, figure, perceive } from '../../support/reading.ts';

describe('a place that a figure is not held for', () => {
  it.each<[string[], string[], string | undefined]>([
    [['universities'], ['dalian'], 'dalian'],
    [['universities'], ['elsewhere:Beijing'], 'elsewhere:Beijing'],
    [['key-laboratories'], ['heilongjiang'], 'heilongjiang'],
    [['universities'], ['heilongjiang', 'shenyang'], 'shenyang'],
    [['universities'], ['heilongjiang'], undefined],
    [['universities'], ['harbin', 'harbin-new-area'], undefined],
    [['universities', 'invention-applications'], ['dalian'], undefined],
    [['invention-applications'], ['dalian', 'shenyang'], undefined],
    [['universities'], [], undefined],
    [[], ['dalian'], undefined],
    [[], ['elsewhere:Beijing'], 'elsewhere:Beijing'],
  ])('%j in %j', (figures, places, place) => {
    expect(unheldPlace({ places }, figures.map(figure), catalogue)).toEqual(
      place === undefined ? undefined : { kind: 'place', place, figures },
    );
  });
});

describe('a time that a figure is not held for', () => {
  it.each<[string[], string[], string | undefined]>([
    [['invention-patents'], ['1990'], '1990'],
    [['universities'], ['1957'], '1957'],
    [['high-tech-companies'], ['2005'], '2005'],
    [['invention-patents'], ['2016'], undefined],
    [['invention-patents'], [LATEST], undefined],
    [['invention-patents'], [ALWAYS], undefined],
    [['high-tech-companies'], ['2020'], undefined],
    [['fuerjia-listing'], ['1990'], undefined],
    [['technology-trading-market'], ['2001'], undefined],
    [[], ['1957'], '1957'],
    [[], ['2016'], undefined],
  ])('%j in %j', (figures, when, year) => {
    const found = unheldTime([], { when }, figures.map(figure), catalogue);
    if (year === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject({ kind: 'year', year, figures });
  });
});

describe('a month without a year must be one of a held date', () => {
  it.each<[string, string, boolean]>([
    ['universities in march?', 'universities', true],
    ['3月的高校', 'universities', true],
    ['вузы в марте', 'universities', true],
    ['universities', 'universities', false],
    ['universities in march 2023', 'universities', false],
  ])('%s', (message, id, isWrong) => {
    const held = figure(id).observations.some(({ asOf: { date } }) => date.length < 7 || date.slice(4, 7) === '-03');
    const found = unheldTime(perceive(message).entities, {}, [figure(id)], catalogue);
    expect(found !== undefined).toBe(isWrong && !held);
  });
});
