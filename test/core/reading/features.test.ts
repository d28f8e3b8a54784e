import { describe, expect, it } from 'vitest';
import { lettersOf, matchFeature, textFeatures } from '../../../src/core/reading/features.ts';
import { hashOf, mixed, next, seedOf } from '../../../src/core/reading/hash.ts';
import { perceive, plainUnits } from '../../support/reading.ts';

describe('a hash is the same on every machine and in every version: a trained model is known by them', () => {
  it.each<[number, string, number]>([
    [1, 'labs', 2_918_993_647],
    [2, 'вуз', 972_499_694],
    [4, '高校', 4_232_081_695],
    [9, 'universities!', 1_520_668_174],
    [40, '', 2_018_647_727],
  ])('%d "%s"', (space, text, hash) => {
    expect(hashOf(space, text)).toBe(hash);
  });

  it.each(['labs', 'вузы', '高校'])('of %s it does not matter whether it is hashed at once or sign by sign', (text) => {
    let hash = seedOf(5);
    for (let at = 0; at < text.length; at++) hash = next(hash, text.charCodeAt(at));
    expect(mixed(hash)).toBe(hashOf(5, text));
    expect(hashOf(5, `(${text})`, 1, text.length + 1)).toBe(hashOf(5, text));
  });

  it('equal texts of different name spaces differ', () => {
    const hashes = Array.from({ length: 41 }, (_, space) => hashOf(space, 'labs'));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('every feature covers units of its message', () => {
  it.each(['how many key labs are there in Harbin?', '哈尔滨有多少所高校', 'Сколько вузов в Харбине?', '1,751?', ''])(
    '%j',
    (message) => {
      const units = plainUnits(message);
      const { hashes, from, to } = textFeatures(units);
      expect([from.length, to.length]).toEqual([hashes.length, hashes.length]);
      hashes.forEach((_, at) => {
        expect(from[at]).toBeGreaterThanOrEqual(0);
        expect(to[at]).toBeGreaterThanOrEqual(from[at] ?? 0);
        expect(to[at]).toBeLessThan(units.length);
      });
    },
  );
});

describe('messages share the features of what they share', () => {
  it.each<[string, string]>([
    ['laboratories', 'labratories'],
    ['universities', 'university'],
    ['лаборатории', 'лабараториями'],
    ['университеты', 'университетов'],
    ['有多少高校', '高校多少'],
  ])('%s and %s', (one, other) => {
    const first = new Set(textFeatures(plainUnits(one)).hashes);
    const shared = textFeatures(plainUnits(other)).hashes.filter((hash) => first.has(hash));
    expect(shared.length).toBeGreaterThan(3);
  });

  it.each<[string, string]>([
    ['labs', 'patents'],
    ['高校', '专利'],
    ['вузы', 'патенты'],
  ])('%s and %s have none in common', (one, other) => {
    const first = new Set(textFeatures(plainUnits(one)).hashes);
    expect(textFeatures(plainUnits(other)).hashes.filter((hash) => first.has(hash))).toEqual([]);
  });
});

describe('letters inside a word are runs of three to five with its borders', () => {
  it.each<[string, number]>([
    ['a', 1],
    ['ab', 3],
    ['abc', 6],
    ['вуз', 6],
    ['labs', 9],
  ])('%s has %d', (word, count) => {
    expect(lettersOf(word)).toHaveLength(count);
  });
});

describe('a keyword that is named counts as a feature that covers nothing', () => {
  it.each<[string, string]>([
    ['how many universities', 'universities'],
    ['有多少高校', 'universities'],
    ['сколько вузов', 'universities'],
    ['how many labratories', 'key-laboratories'],
  ])('%s', (message, id) => {
    const { features } = perceive(message);
    const hashes = [true, false].map((isWhole) => matchFeature(id, isWhole));
    const at = features.hashes.findIndex((hash) => hashes.includes(hash));
    expect(at).toBeGreaterThanOrEqual(0);
    expect(features.to[at]).toBeLessThan(features.from[at] ?? 0);
  });

  it.each(['universities', 'key-laboratories', 'invention-patents'])('%s in full and in part are two', (id) => {
    expect(matchFeature(id, true)).not.toBe(matchFeature(id, false));
  });
});
