import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/language/normalise.ts';
import { pickedOptions } from '../../../src/core/reading/options.ts';

const OPTIONS = ['a', 'b', 'c'];
const TABLE: [picks: string, says: string[]][] = [
  ['a', ['the first', '1', 'first one please', 'option 1', '#1', 'ok the first one', 'number one', 'the former']],
  ['a', ['第一个', '一', '第一个吧', '我要第一个', '前者', '第一项', '选1']],
  ['a', ['первый', 'первое', 'давай первый', 'вариант 1', 'один', 'первый вариант', 'номер один', '1 пожалуйста']],
  ['b', ['the second', '2', 'second one thanks', '2nd', 'i meant the second', 'two!', 'no. 2']],
  ['b', ['第二个', '二', '好的第二个', '第二种', '那就第二个吧']],
  ['b', ['второй', 'вторая', 'мне второе', 'два', 'ну второй', 'пункт 2']],
  ['c', ['the third', '3', '3rd option', 'third please', 'three']],
  ['c', ['第三个', '三', '第三项请', '选三']],
  ['c', ['третий', 'третью', 'три', 'вариант три', 'да, третий']],
  ['c', ['the last', 'the latter', 'last one', 'the last one please']],
  ['c', ['最后一个', '后者', '最后一个吧']],
  ['c', ['последний', 'последнее', 'последний вариант', 'давай последний']],
  ['abc', ['both', 'all', 'all of them', 'both please', 'everything']],
  ['abc', ['两个都要', '都要', '全部', '都']],
  ['abc', ['оба', 'обе', 'все', 'и то и другое']],
  ['', ['how many labs?', 'first unicorn', 'one more', 'the first batch', 'all labs in 2016', '12', '11']],
  ['', ['有多少高校', '第一批', '一共多少', '都有哪些']],
  ['', ['сколько вузов', 'первая партия', 'все вузы', 'два вуза', '']],
];

describe.each(TABLE)('picks "%s"', (picks, says) => {
  it.each(says)('%s', (message) => {
    expect(pickedOptions(normalise(message).text, OPTIONS).join('')).toBe(picks);
  });
});

describe('an option that is not offered is not picked', () => {
  it.each<[string, string[], string[]]>([
    ['the third', ['a', 'b'], []],
    ['第三个', ['a', 'b'], []],
    ['второй', ['a'], []],
    ['the last', ['a', 'b'], ['b']],
    ['both', ['a', 'b'], ['a', 'b']],
    ['the first', [], []],
    ['последний', [], []],
  ])('%s of %j', (message, options, picked) => {
    expect(pickedOptions(message, options)).toEqual(picked);
  });
});
