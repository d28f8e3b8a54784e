import { describe, expect, it } from 'vitest';
import { ALWAYS, LATEST, type Scope } from '../../../src/core/catalogue/scope.ts';
import { askedScope } from '../../../src/core/reading/asked-scope.ts';
import type { Intent } from '../../../src/core/reading/labels.ts';
import { catalogue, examinationOf, figure, perceive } from '../../support/reading.ts';

/** The scope of a message about some figures; each place and time of it narrows as much as is given. */
function scopeIn(message: string, figures: readonly string[], intent: Intent = 'value', narrowing = 1): Scope {
  const percept = perceive(message);
  const narrowings = percept.units.map((_, at) => ({ at, probability: narrowing }));
  return askedScope(catalogue, percept, examinationOf({ message, narrowings }), figures.map(figure), intent);
}

describe('places', () => {
  it.each<[string, string, string[] | undefined]>([
    ['how many universities', 'universities', undefined],
    ['universities in Harbin', 'universities', undefined],
    ['哈尔滨的高校', 'universities', undefined],
    ['вузы Харбина', 'universities', undefined],
    ['universities in Heilongjiang', 'universities', ['heilongjiang']],
    ['黑龙江的高校', 'universities', ['heilongjiang']],
    ['вузы в провинции Хэйлунцзян', 'universities', ['heilongjiang']],
    ['universities in Harbin New Area', 'universities', ['harbin-new-area']],
    ['universities in Harbin, Heilongjiang', 'universities', undefined],
    ['哈尔滨,黑龙江,高校', 'universities', undefined],
    ['universities in Dalian', 'universities', ['dalian']],
    ['大连的高校', 'universities', ['dalian']],
    ['вузы Пекина', 'universities', ['elsewhere:Beijing']],
    ['Harbin universities in Harbin New Area', 'universities', ['harbin-new-area']],
  ])('%s', (message, id, places) => {
    expect(scopeIn(message, [id]).places).toEqual(places);
  });

  it.each<[string, string[]]>([
    ['universities in Harbin and Heilongjiang', ['harbin', 'heilongjiang']],
    ['哈尔滨和黑龙江的高校', ['harbin', 'heilongjiang']],
    ['вузы Харбина и Хэйлунцзяна', ['harbin', 'heilongjiang']],
  ])('compared, %s', (message, places) => {
    expect(scopeIn(message, ['universities'], 'compare').places).toEqual(places);
  });

  it.each<[string, string, number, string[] | undefined]>([
    ['a colleague in Beijing asks: universities?', 'universities', 0.01, undefined],
    ['在北京的同事问高校', 'universities', 0.01, undefined],
    ['коллега из Пекина спрашивает: вузы', 'universities', 0.01, undefined],
    ['universities in Beijing', 'universities', 0.9, ['elsewhere:Beijing']],
    ['Beijing friend asks: universities of Harbin', 'universities', 0.2, undefined],
    ['universities of Heilongjiang', 'universities', 0.01, ['heilongjiang']],
  ])('that nothing is held for count only where they narrow: %s', (message, id, narrowing, places) => {
    expect(scopeIn(message, [id], 'value', narrowing).places).toEqual(places);
  });

  it.each([
    ['key labs heilongjiang total', 'key-laboratories', ['heilongjiang']],
    ['大连重点实验室', 'key-laboratories', ['dalian']],
    ['ключевые лаборатории, Далянь', 'key-laboratories', ['dalian']],
  ])('that nothing is held for count always where a message has no room for more: %s', (message, id, places) => {
    expect(scopeIn(message, [id], 'value', 0).places).toEqual(places);
  });

  it.each([
    ['design patents in force, Harbin', 'designs-in-force', ['harbin']],
    ['哈尔滨的PCT申请', 'pct-applications', ['harbin']],
    ['заявки PCT в Харбине', 'pct-applications', ['harbin']],
    ['PCT applications', 'pct-applications', undefined],
    ['students in Harbin', 'students', undefined],
  ])('the own one is asked for where a figure is held only outside it: %s', (message, id, places) => {
    expect(scopeIn(message, [id]).places).toEqual(places);
  });

  it.each(['invention applications by city', '四个城市的发明申请', 'заявки по городам'])(
    'all that are compared: %s',
    (message) => {
      expect(scopeIn(message, ['invention-applications']).places?.length).toBeGreaterThan(3);
    },
  );
});

describe('the city is one place, the cities are all', () => {
  it.each(['invention applications across the city', '全市的发明申请', 'заявки по городу'])('%s', (message) => {
    expect(scopeIn(message, ['invention-applications']).places).toBeUndefined();
  });
});

describe('times', () => {
  it.each<[string, Intent, string[] | undefined]>([
    ['patents', 'value', undefined],
    ['patents in 2016', 'value', ['2016']],
    ['2016年的专利', 'value', ['2016']],
    ['патенты за 2016 год', 'value', ['2016']],
    ['patents in July 2016', 'value', ['2016-07']],
    ['patents in 2014 and 2016', 'value', ['2014', '2016']],
    ['patents from 2014 to 2016', 'value', ['2014/2016']],
    ['2014到2016年的专利', 'value', ['2014/2016']],
    ['патенты с 2014 по 2016', 'value', ['2014/2016']],
    ['patents between 2014 and 2016', 'value', ['2014/2016']],
    ['патенты между 2014 и 2016', 'value', ['2014/2016']],
    ['patents from 2016 to 2014', 'value', ['2014/2016']],
    ['patents since 2014', 'value', ['2014/..']],
    ['2014年以来的专利', 'value', ['2014/..']],
    ['патенты с 2014 года', 'value', ['2014/..']],
    ['patents, 2014, 2016', 'trend', ['2014/2016']],
    ['how did patents develop', 'trend', [ALWAYS]],
    ['专利的变化', 'trend', [ALWAYS]],
    ['динамика патентов', 'trend', [ALWAYS]],
    ['latest patents', 'value', [LATEST]],
    ['最新的专利', 'value', [LATEST]],
    ['самые свежие патенты', 'value', [LATEST]],
    ['patents in july', 'value', undefined],
    ['patents last year', 'value', undefined],
  ])('%s (%s)', (message, intent, when) => {
    expect(scopeIn(message, ['invention-patents'], intent).when).toEqual(when);
  });
});
