import { describe, expect, it } from 'vitest';
import { endsClause, tokenise } from '../../../src/core/language/tokens.ts';

describe('a text is cut into words, Chinese signs, numbers and marks', () => {
  it.each<[string, string]>([
    ['how many key labs?', 'word:how word:many word:key word:labs mark:?'],
    ['сколько вузов?', 'word:сколько word:вузов mark:?'],
    ['多少实验室', 'han:多 han:少 han:实 han:验 han:室'],
    ['哈尔滨有48所university', 'han:哈 han:尔 han:滨 han:有 number:48 han:所 word:university'],
    ['labs和patents', 'word:labs han:和 word:patents'],
    ['вузы和labs', 'word:вузы han:和 word:labs'],
  ])('%s', (text, tokens) => {
    expect(
      tokenise(text)
        .map(({ kind, text: written }) => `${kind}:${written}`)
        .join(' '),
    ).toBe(tokens);
  });
});

describe('a number with its groups and its decimal sign is one token', () => {
  it.each<[string, string[]]>([
    ['1,751 companies', ['1,751']],
    ['13 372 patents', ['13 372']],
    ['16.8 billion', ['16.8']],
    ['16,8 млрд', ['16,8']],
    ["1'751'000 yuan", ["1'751'000"]],
    ['1.751.000,5 юаней', ['1.751.000,5']],
    ['48, 229 and 250', ['48', '229', '250']],
    ['1,7512', ['1,7512']],
  ])('%s', (text, numbers) => {
    expect(tokenise(text).flatMap(({ kind, text: written }) => (kind === 'number' ? [written] : []))).toEqual(numbers);
  });
});

describe('the place of a token is its place in the text', () => {
  it.each(['how many labs, and  patents', '哈尔滨 有多少 高校？', 'сколько — примерно — вузов'])('%s', (text) => {
    const tokens = tokenise(text);
    expect(tokens.map(({ from, to }) => text.slice(from, to))).toEqual(tokens.map((token) => token.text));
    expect(tokens.every(({ from }, at) => from >= (tokens[at - 1]?.to ?? 0))).toBe(true);
  });
});

describe('forms of a word share one key', () => {
  it.each<[string, string]>([
    ['laboratory', 'laboratories'],
    ['lab', 'labs'],
    ['centre', 'centers'],
    ['company', 'enterprises'],
    ['organised', 'organized'],
    ['патент', 'патентов'],
    ['вуз', 'университетов'],
    ['лаборатория', 'лабораториями'],
    ['компания', 'предприятий'],
  ])('%s and %s', (one, other) => {
    expect(tokenise(one)[0]?.key).toBe(tokenise(other)[0]?.key);
  });

  it.each<[string, string]>([
    ['university', 'company'],
    ['patent', 'project'],
    ['policy', 'police'],
    ['вуз', 'патент'],
    ['стать', 'статья'],
    ['проект', 'процент'],
  ])('%s and %s do not', (one, other) => {
    expect(tokenise(one)[0]?.key).not.toBe(tokenise(other)[0]?.key);
  });
});

describe('marks end a clause', () => {
  it.each([',', ';', ':', '.', '?', '!', '\n', '。', '、', '—', '–', '(', ')'])('%j', (mark) => {
    expect(tokenise(`one${mark} two`).map(endsClause)).toContain(true);
  });

  it.each(['one/two', 'one & two', 'one + two', '“one” two', 'one-two', '50 % two', '一和二', 'один и два'])(
    'not in %s',
    (text) => {
      expect(tokenise(text).some(endsClause)).toBe(false);
    },
  );
});
