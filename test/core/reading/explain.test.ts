import { describe, expect, it } from 'vitest';
import { explanationLines, readable } from '../../../src/core/reading/explain.ts';
import { MEASURES } from '../../../src/core/reading/measures.ts';
import { createReader } from '../../../src/core/reading/read.ts';
import { catalogue } from '../../support/reading.ts';

const reader = createReader(catalogue);

const MESSAGES = [
  'How many universities were there in Harbin in 2016, 48?',
  '哈尔滨2016年有48所高校吗?',
  'Сколько вузов было в Харбине в 2016 году, 48?',
  'hello',
  '?',
  '',
];

describe('an explanation has every step', () => {
  it.each(MESSAGES)('%j', (message) => {
    const explained = readable(reader.explain(message));
    expect(Object.keys(explained).filter((key) => key !== 'language')).toEqual([
      'text',
      'tokens',
      'corrections',
      'entities',
      'segments',
      'topics',
      'head',
      'intents',
      'outcomes',
      'reasons',
      'narrowing',
      'keywords',
      'gaps',
      'elliptic',
      'confidence',
      'measures',
      'decision',
      'question',
    ]);
    expect(Object.keys(explained.measures)).toEqual(MEASURES);
    expect(Object.values(explained.measures).every(Number.isFinite)).toBe(true);
    expect(explained.question).toEqual(reader.read(message).question);
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
  });
});

describe('it says what was seen, in the words of the message', () => {
  it.each<[string, string[], string[], string]>([
    [
      MESSAGES[0] ?? '',
      ['place harbin', 'date 2016', 'number 48'],
      ['how many universities were there in harbin in 2016,', '48?'],
      'en',
    ],
    [MESSAGES[1] ?? '', ['place 哈尔滨', 'date 2016年', 'number 48所'], ['哈尔滨2016年有48所高校吗?'], 'zh'],
    [
      MESSAGES[2] ?? '',
      ['place харбине', 'date 2016', 'number 48'],
      ['сколько вузов было в харбине в 2016 году,', '48?'],
      'ru',
    ],
  ])('%s', (message, entities, segments, language) => {
    const explained = readable(reader.explain(message));
    expect(explained.entities.map(({ kind, words }) => `${kind} ${words}`.slice(0, 8))).toEqual(
      entities.map((one) => one.slice(0, 8)),
    );
    expect(explained.segments).toEqual(segments);
    expect(explained.language).toBe(language);
    expect(explained.topics[0]?.figure).toBe('universities');
    expect(explained.topics[0]?.probability).toBeGreaterThan(0.5);
    expect(explained.head.join(' ')).toMatch(/universities|校|вузов/);
  });

  it.each(['how many univercities', 'сколько унивеситетов'])('what was read differently: %s', (message) => {
    const { corrections } = readable(reader.explain(message));
    expect(corrections.map(({ typed }) => message.includes(typed))).toEqual([true]);
  });
});

describe('a terminal gets a line for each step', () => {
  it.each(MESSAGES)('%j', (message) => {
    const lines = explanationLines(readable(reader.explain(message)));
    const names = lines.map((line) => line.slice(0, 13).trim()).filter((name) => name !== 'corrected');
    expect(names).toEqual([
      'text',
      'tokens',
      'entities',
      'segments',
      'topics',
      'named by',
      'keywords',
      'not held',
      'intents',
      'outcome',
      'why not',
      'narrowing',
      'goes on',
      'confidence',
      'decision',
      'question',
    ]);
  });
});

describe('the same message is explained the same way each time', () => {
  it.each(MESSAGES)('%j', (message) => {
    const other = createReader(catalogue);
    other.explain('labs and labratories, 实验是, унивеситеты');
    expect(readable(other.explain(message))).toEqual(readable(reader.explain(message)));
  });
});
