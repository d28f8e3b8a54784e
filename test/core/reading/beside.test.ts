import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../src/core/reading/analysis.ts';
import { BESIDE_MEASURES, besideMeasures } from '../../../src/core/reading/beside.ts';
import { decide } from '../../../src/core/reading/decision.ts';
import { INTENTS, type Intent } from '../../../src/core/reading/labels.ts';
import { examine, figure, perceive } from '../../support/reading.ts';

const NO_INTENT = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<Intent, number>;

/** A topic that some words of a message name. */
function named(message: string, id: string, words: readonly string[]): Topic {
  const { units } = perceive(message);
  return { figure: figure(id), score: 2, strength: units.map(({ text }) => (words.includes(text) ? 3 : 0)) };
}

function measure(message: string, best: [string, string[]], other: [string, string[]], name: string): number {
  const values = besideMeasures(perceive(message), named(message, ...best), named(message, ...other), NO_INTENT, 2);
  expect(values).toHaveLength(BESIDE_MEASURES.length);
  return values[BESIDE_MEASURES.indexOf(name)] ?? Number.NaN;
}

const LABS: [string, string[]] = ['key-laboratories', ['labs', '实', '验', '室', 'лаборатории']];
const UNIVERSITIES: [string, string[]] = ['universities', ['universities', '高', '校', 'вузы']];
const PROJECTS: [string, string[]] = ['key-projects', ['projects']];
const MONEY: [string, string[]] = ['planned-investment', ['investment', 'projects']];

describe('what tells whether two things are asked for', () => {
  it.each<[string, string, [string, string[]], [string, string[]], string, number]>([
    ['words that join them', 'labs and universities', LABS, UNIVERSITIES, 'is joined', 1],
    ['in Chinese', '实验室和高校', LABS, UNIVERSITIES, 'is joined', 1],
    ['in Russian', 'лаборатории и вузы', LABS, UNIVERSITIES, 'is joined', 1],
    ['or none', 'labs of universities', LABS, UNIVERSITIES, 'is joined', 0],
    ['its place', 'labs and universities', LABS, UNIVERSITIES, 'stands behind the best', 1],
    ['its place before', 'universities and labs', LABS, UNIVERSITIES, 'stands behind the best', 0],
    ['its clause', 'labs. universities', LABS, UNIVERSITIES, 'stands in another clause', 1],
    ['words of its own', 'labs and universities', LABS, UNIVERSITIES, 'own words', 1],
    ['or only words of the best', 'investment in projects', MONEY, PROJECTS, 'own words', 0],
    ['its value', 'labs, 48 universities', LABS, UNIVERSITIES, 'its value is named', 1],
    ['the value of the best', '229 labs, universities', LABS, UNIVERSITIES, 'the value of the best is named', 1],
    ['another number', 'labs, 49 universities', LABS, UNIVERSITIES, 'its value is named', 0],
    ['that they are related', 'investment in projects', MONEY, PROJECTS, 'is related', 1],
  ])('%s: %s', (_, message, best, other, name, value) => {
    expect(measure(message, best, other, name)).toBe(value);
  });
});

describe('the shipped model: figures that are asked for together', () => {
  it.each<[string, string[]]>([
    ['How many universities and key laboratories are there?', ['universities', 'key-laboratories']],
    ['高校和重点实验室各有多少?', ['universities', 'key-laboratories']],
    ['Сколько вузов и ключевых лабораторий?', ['universities', 'key-laboratories']],
    ['How many key projects are there?', ['key-projects']],
    ['重点建设项目有几个?', ['key-projects']],
    ['Сколько ключевых проектов?', ['key-projects']],
  ])('%s', (message, ids) => {
    const decision = decide(examine(message));
    expect('figures' in decision ? decision.figures.map(({ id }) => id).sort() : []).toEqual([...ids].sort());
  });
});
