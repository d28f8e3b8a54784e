import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/core/language/languages.ts';

describe('the language of a message is that of most of its letters', () => {
  it.each<[string, ReturnType<typeof languageOf>]>([
    ['how many labs?', 'en'],
    ['labs', 'en'],
    ['fuerjia ipo price pls', 'en'],
    ['harbin 哈尔滨: how many universities are there', 'en'],
    ['how many вузы are there in the city', 'en'],
    ['哈尔滨有多少高校?', 'zh'],
    ['专利', 'zh'],
    ['harbin有几个lab', 'zh'],
    ['fuerjia是什么时候ipo的', 'zh'],
    ['сколько вузов?', 'ru'],
    ['патенты', 'ru'],
    ['а сколько там lab, подскажите', 'ru'],
    ['сколько в харбине предприятий high-tech', 'ru'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(['', '48?', '1,751 / 2,832', '👍', '???'])('%j has none', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
