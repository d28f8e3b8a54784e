import { describe, expect, it } from 'vitest';
import { MAX_QUESTION_CHARACTERS, normalise } from '../../../src/core/language/normalise.ts';

type Row = [typed: string, read: string];
const TABLE: Record<string, Row[]> = {
  'one case': [
    ['How Many LABS', 'how many labs'],
    ['СКОЛЬКО Вузов', 'сколько вузов'],
    ['Fuerjia上市', 'fuerjia上市'],
  ],
  'one form of each sign': [
    ['ｈｏｗ　ｍａｎｙ', 'how many'],
    ['４８所', '48所'],
    ['有多少高校？', '有多少高校?'],
    ['ﬁrms', 'firms'],
  ],
  'no accents on Latin letters, no ё': [
    ['Café', 'cafe'],
    ['naïve', 'naive'],
    ['Xīn qū', 'xin qu'],
    ['ещё партнёр', 'еще партнер'],
    ['йод', 'йод'],
  ],
  'no apostrophes inside words': [
    ['what’s Harbin’s count', 'whats harbins count'],
    ["what's", 'whats'],
    ['Ha`erbin', 'haerbin'],
  ],
  'nothing invisible': [
    ['lab\u200bs', 'labs'],
    ['вуз\u00adов', 'вузов'],
    ['\ufeff高\u200d校', '高校'],
  ],
  'no remains of mentions, links and emoji': [
    ['<@U123ABC> how many labs', 'how many labs'],
    ['labs? <#C1|general>', 'labs?'],
    ['see https://example.org/a?b=1 labs', 'see   labs'],
    [':wave: сколько вузов', 'сколько вузов'],
    ['<:party:123456> 高校', '高校'],
  ],
  'traditional Chinese as simplified': [
    ['實驗室', '实验室'],
    ['專利數量', '专利数量'],
    ['哈爾濱', '哈尔滨'],
  ],
  'shortened words without their dot': [
    ['approx. 50 labs', 'approx 50 labs'],
    ['Sept. 2014', 'sept 2014'],
    ['e.g. labs', 'eg labs'],
    ['the U.S. dollar', 'the us dollar'],
    ['no. of labs', 'number of labs'],
  ],
  'spellings of one word': [
    ['R&D', 'rnd'],
    ['r & d spending', 'rnd spending'],
    ['hi-tech firms', 'high-tech firms'],
    ['hitech firms', 'high-tech firms'],
    ['start-ups', 'startups'],
  ],
  'a letter is not drawn out': [
    ['plssss', 'pls'],
    ['сколькоооо', 'сколько'],
    ['heeeelp', 'help'],
    ['вуззз', 'вуз'],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  it.each(rows)('%j', (typed, read) => {
    expect(normalise(typed).text).toBe(read);
  });
});

describe('what is normalised once stays as it is', () => {
  it.each(Object.values(TABLE).flat())('%j', (typed) => {
    const { text } = normalise(typed);
    expect(normalise(text).text).toBe(text);
  });
});

describe('a time is no emoji, and an address of mail names somebody', () => {
  it.each(['10:30:00', '12:45', 'name@example.org'])('%s', (text) => {
    expect(normalise(text).text).toBe(text);
  });
});

describe(`at most ${MAX_QUESTION_CHARACTERS} characters are read, and it is said when there were more`, () => {
  it.each<[string, string, boolean]>([
    ['a question', 'how many labs?', false],
    ['one that just fits', 'ab'.repeat(MAX_QUESTION_CHARACTERS / 2), false],
    ['one sign more', `${'ab'.repeat(MAX_QUESTION_CHARACTERS / 2)}a`, true],
    ['Chinese', '高校'.repeat(MAX_QUESTION_CHARACTERS), true],
    ['a megabyte', 'вуз '.repeat(250_000), true],
    ['spaces alone', ' '.repeat(MAX_QUESTION_CHARACTERS * 2), false],
  ])('%s', (_, message, tooLong) => {
    const read = normalise(message);
    expect(read.tooLong).toBe(tooLong);
    expect(read.text.length).toBeLessThanOrEqual(MAX_QUESTION_CHARACTERS);
  });
});
