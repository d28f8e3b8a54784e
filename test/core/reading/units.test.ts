import { describe, expect, it } from 'vitest';
import { perceive, plainUnits } from '../../support/reading.ts';

function keysOf(message: string): string {
  return perceive(message)
    .units.map(({ key, kind }) => (kind === 'word' || kind === 'han' || kind === 'mark' ? '_' : key))
    .join(' ');
}

describe('an entity is one unit that stands for all of its kind', () => {
  it.each<[string, string]>([
    ['labs in Harbin', '_ _ @home'],
    ['labs in Harbin New Area', '_ _ @own'],
    ['labs in Dalian', '_ _ @own'],
    ['labs in Beijing', '_ _ @world'],
    ['哈尔滨高校', '@home _ _'],
    ['大连高校', '@own _ _'],
    ['вузы Пекина', '_ @world'],
    ['labs of 2016', '_ _ #date'],
    ['labs in July 2016', '_ _ #date'],
    ['а в июле', '_ #month'],
    ['2016年7月', '#date'],
    ['labs last year', '_ #relative'],
    ['最新', '#latest'],
    ['самые свежие', '#latest'],
  ])('%s', (message, keys) => {
    expect(keysOf(message)).toBe(keys);
  });
});

describe('a number stands for all of its length, or for its unit', () => {
  it.each<[string, string]>([
    ['48 labs', '#2 _'],
    ['1,751 labs', '#4 _'],
    ['13 372 патента', '#5 _'],
    ['16.8 billion yuan', '#CNY'],
    ['$2 billion', '#USD'],
    ['22.9%', '#percent'],
    ['48所', '#2 _'],
  ])('%s', (message, keys) => {
    expect(keysOf(message)).toBe(keys);
  });
});

describe('units without entities are the tokens themselves', () => {
  it.each<[string, string[]]>([
    ['how many labs', ['how', 'many', 'labs']],
    ['有高校', ['有', '高', '校']],
    ['сколько вузов', ['сколько', 'вузов']],
  ])('%s', (message, texts) => {
    expect(plainUnits(message).map(({ text }) => text)).toEqual(texts);
  });
});

describe('a mark closes its clause', () => {
  it.each<[string, number[]]>([
    ['labs, and patents', [0, 0, 1, 1]],
    ['hi! labs?', [0, 0, 1, 1]],
    ['你好,高校', [0, 0, 0, 1, 1]],
    ['привет. вузы', [0, 0, 1]],
    ['labs and patents', [0, 0, 0]],
  ])('%s', (message, clauses) => {
    expect(perceive(message).units.map(({ clause }) => clause)).toEqual(clauses);
  });
});

describe('units cover the tokens of their message without gaps', () => {
  it.each(['labs in Harbin New Area in July 2016?', '哈尔滨新区2016年有48所高校', 'в Харбине 13 372 патента, да?'])(
    '%s',
    (message) => {
      const { units, tokens } = perceive(message);
      expect(units[0]?.from).toBe(0);
      expect(units.at(-1)?.to).toBe(tokens.length);
      expect(units.slice(1).map(({ from }) => from)).toEqual(units.slice(0, -1).map(({ to }) => to));
    },
  );
});
