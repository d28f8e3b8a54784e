import { describe, expect, it } from 'vitest';
import { type LinearModel, scoreLinear } from '../../../src/core/reading/linear.ts';
import { type Case, type OutputGroup, trainLinear } from '../../../src/core/training/linear-trainer.ts';

const OPTIONS = { epochs: 30, rate: 0.3 };
const ANY: OutputGroup = { kind: 'any', outputs: ['labs', 'patents'], leastWeight: 0.01, fewestWriters: 2 };
const ONE: OutputGroup = { kind: 'one', outputs: ['value', 'when', 'who'], leastWeight: 0.01, fewestWriters: 2 };

/** Hashes with these keys. */
const hashed = (keys: readonly number[]) => keys.map((key) => key * 128);

/** Key 1 names labs, 2 patents; 11 asks for a value, 12 when, 13 who; 50 to 59 are chatter. */
const CASES: Case[] = ['ann', 'bob', 'cyd', 'dan'].flatMap((writer, w) =>
  [1, 2].flatMap((topic) =>
    [11, 12, 13].map(
      (wish, at): Case => ({
        writer,
        hashes: hashed([topic, wish, 50 + ((w + at) % 10)]),
        targets: [[topic === 1 ? 1 : 0, topic === 2 ? 1 : 0], at],
      }),
    ),
  ),
);
const model = trainLinear(CASES, [ANY, ONE], OPTIONS);

function best(of: LinearModel, hashes: number[], from: number, to: number): string | undefined {
  const scores = [...scoreLinear(of, hashed(hashes))].slice(from, to);
  return of.outputs[from + scores.indexOf(Math.max(...scores))];
}

describe('it learns a toy set', () => {
  it.each<[number[], string, string]>([
    [[1, 11], 'labs', 'value'],
    [[1, 12, 53], 'labs', 'when'],
    [[2, 13], 'patents', 'who'],
    [[2, 11, 59, 58], 'patents', 'value'],
    [[1, 13, 99], 'labs', 'who'],
  ])('%j: %s, %s', (hashes, topic, wish) => {
    expect(best(model, hashes, 0, 2)).toBe(topic);
    expect(best(model, hashes, 2, 5)).toBe(wish);
    expect(scoreLinear(model, hashed(hashes))[model.outputs.indexOf(topic)]).toBeGreaterThan(0);
  });

  it('of outputs that go together none is right where no feature is known', () => {
    const [labs = 0, patents = 0] = scoreLinear(model, hashed([777]));
    expect(Math.max(labs, patents)).toBeLessThan(1);
  });
});

describe('the same cases give the same model', () => {
  it.each<[string, Case[], Partial<typeof OPTIONS>]>([
    ['all', CASES, {}],
    ['some', CASES.slice(6), {}],
    ['in few epochs', CASES, { epochs: 2 }],
  ])('%s', (_, cases, options) => {
    const train = () => trainLinear(cases, [ANY, ONE], { ...OPTIONS, ...options });
    expect(train()).toEqual(train());
  });

  it('and others another', () => {
    expect(trainLinear(CASES.slice(6), [ANY, ONE], OPTIONS)).not.toEqual(model);
  });
});

describe('features that too few writers used are left out', () => {
  it.each<[number, number[]]>([
    [1, [1, 2, 70, 80]],
    [2, [1, 2, 80]],
    [3, [1, 2]],
    [5, []],
  ])('fewer than %d', (fewestWriters, keys) => {
    const cases = ['ann', 'bob', 'cyd', 'dan'].flatMap((writer, w): Case[] => [
      { writer, hashes: hashed([1, ...(w === 0 ? [70] : []), ...(w < 2 ? [80] : [])]), targets: [[1, 0]] },
      { writer, hashes: hashed([2, ...(w === 0 ? [70] : [])]), targets: [[0, 1]] },
    ]);
    const { keys: kept } = trainLinear(cases, [{ ...ANY, leastWeight: 0, fewestWriters }], OPTIONS);
    expect([...kept].filter((key) => !keys.includes(key))).toEqual([]);
    expect(kept.length > 0).toBe(keys.length > 0);
  });
});

it('rare features speak only for the first groups', () => {
  const groups = [
    { ...ANY, fewestWriters: 1 },
    { ...ONE, fewestWriters: 3 },
  ];
  const rare: Case = { writer: 'ann', hashes: hashed([70]), targets: [[1, 0], 2] };
  const { keys, starts, classes } = trainLinear([rare, ...CASES], groups, OPTIONS);
  const outputsOf = (key: number) => [...classes.slice(starts[keys.indexOf(key)], starts[keys.indexOf(key) + 1])];
  expect(outputsOf(70)).not.toEqual([]);
  expect(outputsOf(70).every((output) => output < 2)).toBe(true);
  expect(outputsOf(12).some((output) => output >= 2)).toBe(true);
});

describe('what is unknown teaches nothing', () => {
  const unknown: Case[] = ['eve', 'fay', 'gil'].map((writer) => ({
    writer,
    hashes: hashed([1, 12]),
    targets: [undefined, undefined],
  }));

  it('of a whole group', () => {
    const trained = trainLinear([...CASES, ...unknown], [ANY, ONE], OPTIONS);
    expect(best(trained, [1, 11], 0, 2)).toBe('labs');
    const alone = trainLinear(unknown, [ANY, ONE], OPTIONS);
    expect([...alone.bias, ...alone.weights]).toEqual([0, 0, 0, 0, 0]);
  });

  it('of one output', () => {
    const halves = unknown.map((one): Case => ({ ...one, targets: [[1, undefined], undefined] }));
    const { bias } = trainLinear(halves, [ANY, ONE], OPTIONS);
    expect(bias[0]).toBeGreaterThan(0);
    expect([...bias].slice(1)).toEqual([0, 0, 0, 0]);
  });
});

it('small weights are left out', () => {
  const few = trainLinear(CASES, [{ ...ANY, leastWeight: 1e9 }, ONE], OPTIONS);
  expect([...few.classes].every((output) => output >= 2)).toBe(true);
  expect(few.weights.length).toBeLessThan(model.weights.length);
});

it('keys ascend, so that they are found again', () => {
  const shuffled = [...CASES].reverse().map((one) => ({ ...one, hashes: [...one.hashes].reverse() }));
  for (const { keys } of [model, trainLinear(shuffled, [ANY, ONE], OPTIONS)])
    expect([...keys]).toEqual([...keys].sort((a, b) => a - b));
});
