import { describe, expect, it } from 'vitest';
import { type Features, textFeatures } from '../../../src/core/reading/features.ts';
import { attributed, headOf } from '../../../src/core/reading/head.ts';
import { FEATURE_SCALE, keyOf, LENGTH_OFFSET, scoreLinear } from '../../../src/core/reading/linear.ts';
import { examine, model, perceive, plainUnits } from '../../support/reading.ts';

describe('the head are the units with a good share of the strongest', () => {
  it.each<[string, number[], number[], number]>([
    ['one strong word', [0, 5, 0], [1], 1],
    ['two', [0, 5, 4, 1], [1, 2], 1],
    ['the stronger one leads', [2, 0, 5], [0, 2], 2],
    ['of equal ones the first leads', [3, 3], [0, 1], 0],
    ['traces are chance', [0.05, 0.08, 0], [], -1],
    ['words against it', [-4, -5], [], -1],
    ['no words', [], [], -1],
  ])('%s', (_, strength, head, at) => {
    const found = headOf(strength);
    expect(found.isHead.flatMap((is, place) => (is ? [place] : []))).toEqual(head);
    expect(found.at).toBe(at);
  });
});

describe('what units speak for a topic adds up to its score', () => {
  it.each<[string, string]>([
    ['how many key labs', 'key-laboratories'],
    ['哈尔滨有多少高校', 'universities'],
    ['сколько вузов в городе', 'universities'],
    ['labs labs labs', 'key-laboratories'],
  ])('%s', (message, id) => {
    const units = plainUnits(message);
    const features: Features = textFeatures(units);
    const output = model.topics.outputs.indexOf(id);
    const distinct = new Set(features.hashes);
    const sum = attributed(model.topics, output, features, units.length).reduce((a, b) => a + b, 0);
    const known = [...distinct].filter((hash) => model.topics.keys.includes(keyOf(hash))).length;
    const score = (scoreLinear(model.topics, distinct)[output] ?? 0) - (model.topics.bias[output] ?? 0);
    const scales = Math.sqrt(distinct.size + LENGTH_OFFSET) / Math.sqrt(known + LENGTH_OFFSET);
    expect(sum * scales).toBeCloseTo(score, 4);
    expect(FEATURE_SCALE).toBeGreaterThan(0);
  });
});

describe('a message names its topic by these words', () => {
  it.each<[string, string]>([
    ['how many universities are there?', 'universities'],
    ['number of key laboratories please', 'laboratories'],
    ['сколько вузов в харбине', 'вузов'],
    ['сколько там ключевых лабораторий', 'лабораторий'],
  ])('%s', (message, word) => {
    const { context } = examine(message);
    expect(context.units.filter((_, at) => context.head.isHead[at]).map(({ text }) => text)).toContain(word);
  });

  it.each<[string, string]>([
    ['哈尔滨有多少所高校', '高校'],
    ['请问重点实验室有几个', '实验室'],
    ['发明专利的数量', '专利'],
  ])('%s', (message, word) => {
    const { context } = examine(message);
    const head = context.units.filter((_, at) => context.head.isHead[at]).map(({ text }) => text);
    expect([...word].some((sign) => head.includes(sign))).toBe(true);
    expect(perceive(message).text).toContain(word);
  });
});
