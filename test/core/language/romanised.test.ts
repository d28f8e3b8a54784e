import { describe, expect, it } from 'vitest';
import { fromRomanised } from '../../../src/core/language/romanised.ts';

const isKnown = (word: string) => ['fuerjia', 'ipo'].includes(word);

describe('Russian in Latin letters', () => {
  it.each([
    ['skolko vuzov v harbine', 'сколько вузов в харбине'],
    ['kogda fuerjia vyshla na birzhu', 'когда fuerjia вышла на биржу'],
    ['16,8 milliardov yuaney investiciy', '16,8 миллиардов юаней инвестиций'],
    ['spasibo, poka', 'спасибо, пока'],
    ['kakaya raznica', 'какая разница'],
    ['kakie ekosistemy', 'какие экосистемы'],
    ['skolko klyuchevyh laboratoriy', 'сколько ключевых лабораторий'],
  ])('is read as Cyrillic: %s', (typed, read) => {
    // The soft sign is not written; the reader's letter features and correction bridge it.
    const plain = (text: string) => text.replace(/ь/g, '');
    expect(plain(fromRomanised(typed, isKnown))).toBe(plain(read));
  });

  it.each([
    'how many universities are there in harbin',
    'what is the share of the province',
    'poker and chess clubs',
    'thank ya, ty and good day',
    'how many chem labs',
    'the pravda article says harbin has 48 universities',
    'privet, how many labs in harbin',
    'spasibo, and who are you',
    '哈尔滨有多少所大学',
    'сколько вузов в harbin',
  ])('leaves other languages as they are: %s', (typed) => {
    expect(fromRomanised(typed, isKnown)).toBe(typed);
  });
});
