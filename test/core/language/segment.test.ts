import { describe, expect, it } from 'vitest';
import { createSegmenter, partsOf } from '../../../src/core/language/segment.ts';
import { catalogue, perceiver } from '../../support/reading.ts';

const small = createSegmenter(['重点', '实验室', '重点实验室', '高校', '企业', '专利', '发明', '有', '家']);
const whole = perceiver.lexicon.segmenter;

describe('Chinese is cut into known words, and what no word explains stays together', () => {
  it.each<[string, string]>([
    ['重点实验室', '重点实验室'],
    ['发明专利', '发明 专利'],
    ['有高校企业', '有 高校 企业'],
    ['天气', '天气?'],
    ['高校天气', '高校 天气?'],
    ['今天有专利', '今天? 有 专利'],
    ['', ''],
  ])('%s', (text, pieces) => {
    const cut = small.cut(text).map((piece) => `${piece.text}${piece.known ? '' : '?'}`);
    expect(cut.join(' ')).toBe(pieces);
  });
});

describe('a piece that sounds like a known word and shares a sign with it is read as that word', () => {
  it.each<[string, string]>([
    ['实验是', '实验室'],
    ['高效', '高校'],
    ['专力', '专利'],
    ['企页', '企业'],
    ['发名', '发明'],
  ])('%s', (typed, meant) => {
    expect(small.cut(typed)).toEqual([{ text: typed, known: true, meant }]);
  });

  it.each(['搞笑', '转离', '天气', '校高', '七夜'])('not %s: it shares no sign, or sounds otherwise', (typed) => {
    expect(small.cut(typed).some(({ meant }) => meant !== undefined)).toBe(false);
  });
});

describe('no sign is lost, whatever is cut', () => {
  it.each(['哈尔滨有多少家高新技术企业', '请问一下重点实验是的数量', '他们说冰雪大世界很好玩', '𠮷野家企业'])(
    '%s',
    (text) => {
      for (const segmenter of [small, whole])
        expect(
          segmenter
            .cut(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
    },
  );
});

describe('keywords are found in a message by the same words', () => {
  const { lexicon } = perceiver;
  const keywords = catalogue.figures.flatMap((figure) => figure.keywords.zh.map((keyword) => [figure.id, keyword]));

  it.each(keywords)('%s: %s', (_, keyword = '') => {
    const written = keyword.replaceAll(' ', '');
    const parts = written.match(/\p{Script=Han}+/gu)?.flatMap((run) => whole.cut(run)) ?? [];
    expect(parts.map(({ text }) => lexicon.phrase(text).length)).toEqual(parts.map(() => 1));
  });
});

describe('the words of the catalogue are known', () => {
  it.each(['高校', '实验室', '专利', '孵化器', '企业'])('%s', (word) => {
    expect(whole.cut(word).every(({ known }) => known)).toBe(true);
  });
});

describe('a word that is made of shorter known ones is known by its parts', () => {
  it.each<[string, string[]]>([
    ['发明专利', ['发明', '专利']],
    ['技术合同', ['技术', '合同']],
    ['有效发明专利', ['有效', '发明', '专利']],
    ['发明', ['发明']],
    ['高新区', ['高新区']],
  ])('%s', (word, parts) => {
    const words = ['有效发明专利', '有效', '发明', '专利', '发明专利', '技术', '合同', '技术合同', '高新区'];
    expect(partsOf(new Set(words)).get(word)).toEqual(parts);
  });
});
