import { describe, expect, it } from 'vitest';
import type { PlaceEntity } from '../../../../src/core/reading/analysis.ts';
import { perceive, writtenIn } from '../../../support/reading.ts';

function placesIn(message: string): PlaceEntity[] {
  return perceive(message).entities.filter((one): one is PlaceEntity => one.kind === 'place');
}

describe('places of the catalogue are found in every language and form', () => {
  it.each<[string, string[]]>([
    ['labs in Harbin', ['harbin']],
    ["Harbin's universities", ['harbin']],
    ['哈尔滨有多少高校', ['harbin']],
    ['冰城的高校', ['harbin']],
    ['вузы Харбина', ['harbin']],
    ['в Харбине и Хэйлунцзяне', ['harbin', 'heilongjiang']],
    ['the whole province', ['heilongjiang']],
    ['全省有多少', ['heilongjiang']],
    ['в провинции Хэйлунцзян', ['heilongjiang']],
    ['Dalian vs Shenyang', ['dalian', 'shenyang']],
    ['大连和沈阳', ['dalian', 'shenyang']],
    ['Далянь или Шэньян', ['dalian', 'shenyang']],
  ])('%s', (message, ids) => {
    expect(placesIn(message).map(({ place }) => place.id)).toEqual(ids);
  });
});

describe('of two names the longer one is meant', () => {
  it.each<[string, string, string]>([
    ['students of Harbin New Area', 'harbin-new-area', 'harbin new area'],
    ['哈尔滨新区的学生', 'harbin-new-area', '哈尔滨新区'],
    ['студенты Нового района Харбина', 'harbin-new-area', 'нового района харбина'],
    ['labs in Heilongjiang Province', 'heilongjiang', 'heilongjiang province'],
    ['黑龙江省的高校', 'heilongjiang', '黑龙江省'],
    ['capital of Heilongjiang', 'harbin', 'capital of heilongjiang'],
  ])('%s', (message, id, written) => {
    const found = placesIn(message);
    expect(found.map(({ place }) => place.id)).toEqual([id]);
    expect(found.map((one) => writtenIn(perceive(message), one))).toEqual([written]);
  });
});

describe('places of the world are known as such', () => {
  it.each<[string, string]>([
    ['labs in Beijing', 'elsewhere:Beijing'],
    ['北京有多少高校', 'elsewhere:Beijing'],
    ['вузы Пекина', 'elsewhere:Beijing'],
    ['Shanghai', 'elsewhere:Shanghai'],
    ['上海呢', 'elsewhere:Shanghai'],
    ['а в Шанхае?', 'elsewhere:Shanghai'],
  ])('%s', (message, id) => {
    expect(placesIn(message).map(({ place }) => place.id)).toEqual([id]);
  });
});

describe('Russian names are found in all their cases', () => {
  it.each<[string, string]>([
    ['вузы Шанхая', 'elsewhere:Shanghai'],
    ['патенты Китая', 'elsewhere:China'],
    ['в Гуйяне', 'elsewhere:Guiyang'],
    ['рядом с Чжэцзяном', 'elsewhere:Zhejiang'],
    ['в Пхеньяне', 'elsewhere:Pyongyang'],
    ['в Казахстане', 'elsewhere:Kazakhstan'],
    ['по Хэйлунцзяну', 'heilongjiang'],
    ['с Шэньяном', 'shenyang'],
    ['в Даляне', 'dalian'],
    ['у Чанчуня', 'changchun'],
  ])('%s', (message, id) => {
    expect(placesIn(message).map(({ place }) => place.id)).toEqual([id]);
  });
});

describe('other words are no places', () => {
  it.each([
    'how many key labs',
    'a new field of research',
    'the research area',
    '实验室有多少',
    '新的区域',
    'сколько вузов',
    'новый проект',
    'хоть дубом назови',
    'на трёх китах',
  ])('%s', (message) => {
    expect(placesIn(message).map(({ place }) => place.id)).toEqual([]);
  });
});
