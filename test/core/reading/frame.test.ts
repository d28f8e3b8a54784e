import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/core/reading/context.ts';
import { decide } from '../../../src/core/reading/decision.ts';
import { frameFeatures } from '../../../src/core/reading/frame.ts';
import { headOf } from '../../../src/core/reading/head.ts';
import type { Intent, Outcome } from '../../../src/core/reading/labels.ts';
import { intentOf } from '../../../src/core/reading/talk.ts';
import { examine, perceive } from '../../support/reading.ts';

function framed(message: string, heads: readonly string[], gaps: readonly string[] = []): Set<number> {
  const { units } = perceive(message);
  const head = headOf(units.map(({ text }) => (heads.includes(text) ? 1 : 0)));
  const context = contextOf(
    units,
    head,
    undefined,
    {
      isCommon: (key) => key !== 'zebra' && key !== 'giraff',
      isKeyword: () => false,
      isGap: () => false,
      isNamed: () => false,
    },
    units.map(() => 0),
  );
  return new Set(frameFeatures(context, gaps));
}

describe('the frame is the sentence without its topic: other topics leave it as it is', () => {
  it.each<[string, string, string[]]>([
    ['how many labs are there', 'how many patents are there', ['labs', 'patents']],
    ['how many key labs are there', 'how many labs are there', ['key', 'labs']],
    ['сколько вузов в городе', 'сколько патентов в городе', ['вузов', 'патентов']],
    ['高校有多少', '专利有多少', ['高', '校', '专', '利']],
  ])('%s, %s', (one, other, heads) => {
    expect([...framed(one, heads)].sort()).toEqual([...framed(other, heads)].sort());
  });
});

describe('and words around it change it', () => {
  it.each<[string, string, string[]]>([
    ['how many labs are there', 'how many labs are closed', ['labs']],
    ['how many labs', 'labs how many', ['labs']],
    ['why so many labs', 'how many labs', ['labs']],
    ['сколько вузов', 'почему вузов', ['вузов']],
    ['有多少高校', '为什么高校', ['高', '校']],
  ])('%s, %s', (one, other, heads) => {
    expect([...framed(one, heads)].sort()).not.toEqual([...framed(other, heads)].sort());
  });
});

describe('clauses without the head are not looked at', () => {
  it.each<[string, string, string[]]>([
    ['how many labs?', 'how many labs? my zebra asks', ['labs']],
    ['сколько вузов?', 'сколько вузов? жираф спрашивает', ['вузов']],
    ['有多少高校?', '有多少高校?长颈鹿问', ['高', '校']],
  ])('%s, %s', (short, long, heads) => {
    const shortFeatures = framed(short, heads);
    expect([...framed(long, heads)].filter((hash) => shortFeatures.has(hash)).length).toBeGreaterThan(
      shortFeatures.size / 2,
    );
  });
});

describe('what is named and not held counts, also without a head', () => {
  it.each<[string, string[]]>([
    ['labs', ['labs']],
    ['hello', []],
    ['高校', ['高', '校']],
  ])('%s', (message, heads) => {
    expect(framed(message, heads, ['university-names'])).not.toEqual(framed(message, heads));
    expect(framed(message, heads, ['weather']).size).toBeGreaterThan(framed(message, heads).size);
  });
});

describe('the shipped model knows what is wanted', () => {
  it.each<[string, Intent[]]>([
    ['How many universities are there in Harbin?', ['value']],
    ['哈尔滨有多少所高校?', ['value']],
    ['Сколько вузов в Харбине?', ['value']],
    ['When did Fuerjia go public?', ['when']],
    ['敷尔佳是什么时候上市的?', ['when']],
    ['Когда Фуэрцзя вышла на биржу?', ['when']],
    ['Что такое «маленький гигант»?', ['definition']],
    ['Compare universities and key laboratories', ['compare']],
    ['Сравни вузы и ключевые лаборатории', ['compare']],
    ['高校和重点实验室哪个多?', ['compare', 'difference']],
    ['Draw a chart of the universities', ['chart']],
    ['thanks!', ['thanks']],
    ['谢谢', ['thanks']],
    ['спасибо', ['thanks']],
    ['hello', ['greeting']],
    ['привет', ['greeting']],
    ['你好', ['greeting']],
  ])('%s', (message, intents) => {
    expect(intents).toContain(intentOf(examine(message)));
  });
});

describe('the shipped model knows what is held', () => {
  it.each(['How many universities are there in Harbin?', '哈尔滨有多少所高校?', 'Сколько вузов в Харбине?'])(
    '%s',
    (message) => {
      const examination = examine(message);
      expect(examination.outcomes.talk).toBeLessThan(0.1);
      expect(decide(examination)).toMatchObject({ kind: 'answer', figures: [{ id: 'universities' }] });
    },
  );

  it.each<[string, Outcome]>([
    ['What is the weather like tomorrow?', 'unheld'],
    ['明天天气怎么样?', 'unheld'],
    ['Какая завтра погода?', 'unheld'],
    ['thank you', 'talk'],
    ['谢谢你', 'talk'],
    ['большое спасибо', 'talk'],
  ])('%s: %s', (message, outcome) => {
    const { outcomes } = examine(message);
    expect(outcomes[outcome]).toBeGreaterThan(0.5);
    expect(outcomes.held + outcomes.talk + outcomes.unheld).toBeCloseTo(1, 9);
  });
});
