import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ANSWERABLE, DIALOGUE, INTENTS, OUTCOMES, REASONS } from '../../../src/core/reading/labels.ts';
import type { LinearModel } from '../../../src/core/reading/linear.ts';
import type { ReaderModel } from '../../../src/core/reading/model.ts';
import { decodeModel, encodeModel } from '../../../src/core/reading/model-file.ts';
import { SHIPPED_MODEL } from '../../../src/data/model.ts';
import { catalogue } from '../../support/reading.ts';

const bytes = new Uint8Array(readFileSync(SHIPPED_MODEL));
const { model, trainedOn } = decodeModel(bytes);
const FEATURES = 500;
/** The first features of the shipped model: compressing all of them takes seconds. */
const small: ReaderModel = {
  ...model,
  topics: firstOf(model.topics),
  frame: firstOf(model.frame),
  narrowing: firstOf(model.narrowing),
  vocabulary: model.vocabulary.slice(0, FEATURES),
  thesaurus: { keys: model.thesaurus.keys.slice(0, FEATURES), classes: model.thesaurus.classes.slice(0, FEATURES) },
};

function firstOf(linear: LinearModel): LinearModel {
  const weights = linear.starts[FEATURES];
  return {
    ...linear,
    keys: linear.keys.slice(0, FEATURES),
    starts: linear.starts.slice(0, FEATURES + 1),
    classes: linear.classes.slice(0, weights),
    weights: linear.weights.slice(0, weights),
  };
}

const file = encodeModel(small, trainedOn);

describe('a model file is read and written without a loss', () => {
  it.each([0, 1, 3, 8])('wherever its bytes lie: %d behind the beginning of a buffer', (offset) => {
    const buffer = new Uint8Array(file.length + offset);
    buffer.set(file, offset);
    expect(decodeModel(buffer.subarray(offset))).toEqual({ model: small, trainedOn });
  });

  it.each(['', '1-2-abc', 'ключ 模型'])('what it was trained on: "%s"', (text) => {
    expect(decodeModel(encodeModel(small, text)).trainedOn).toBe(text);
  });
});

describe('what is no model of this version is refused', () => {
  it.each<[string, Uint8Array]>([
    ['another version', new TextEncoder().encode('{"version":99}\n')],
    ['no file of this kind', new TextEncoder().encode('hello\n')],
    ['nothing', new Uint8Array()],
    ['a model that was cut off', bytes.slice(0, bytes.length / 2)],
  ])('%s', (_, file) => {
    expect(() => decodeModel(file)).toThrow();
  });

  it('says how to mend it', () => {
    expect(() => decodeModel(new TextEncoder().encode('{"version":99}\n'))).toThrow('npm run train');
  });
});

describe('the shipped model is whole', () => {
  it('its topics are figures of the catalogue', () => {
    const ids = catalogue.figures.map(({ id }) => id);
    expect(model.topics.outputs.filter((id) => !ids.includes(id))).toEqual([]);
    expect(model.topics.outputs.length).toBeGreaterThan(20);
  });

  it('its frame has an output for every label', () => {
    expect(model.frame.outputs).toEqual([...ANSWERABLE, ...OUTCOMES, ...INTENTS, ...REASONS, ...DIALOGUE]);
  });

  it.each(['topics', 'frame', 'narrowing'] as const)('the features of %s ascend, and each has weights', (name) => {
    const { keys, starts, classes, weights, outputs, steps, bias } = model[name];
    let isAscending = true;
    for (let at = 1; at < keys.length; at++) isAscending &&= (keys[at] ?? 0) > (keys[at - 1] ?? 0);
    expect(isAscending).toBe(true);
    expect(starts).toHaveLength(keys.length + 1);
    expect(starts.at(-1)).toBe(weights.length);
    expect(classes).toHaveLength(weights.length);
    expect(Math.max(...new Set(classes))).toBeLessThan(outputs.length);
    expect([steps.length, bias.length]).toEqual([outputs.length, outputs.length]);
  });

  it('is small enough to be sent along with the program: under 6 MB', () => {
    expect(bytes.length).toBeLessThan(6_000_000);
  });
});
