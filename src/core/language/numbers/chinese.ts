import type { Grammar, Meaning } from './grammar.ts';
import { number, part, size } from './grammar.ts';

/** The value of a sign that stands for a digit. */
export const HAN_DIGITS: ReadonlyMap<string, number> = new Map(
  ['零〇', '一壹幺', '二贰两俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    [...signs].map((sign): [string, number] => [sign, value]),
  ),
);

/** Words in which a numeral counts nothing. */
export const HAN_IDIOMS =
  /十分(?!之)|万一|千万(?=别|不|要|记|注)|百姓|百度|百科|百货|百年|千里|千山|万达|万科|万象|万物|万能|亿达|亿阳|一百年|五常|五大连池|五大学|四大学|七台河|三亚|四川|双一流|一[共些下样起定直般旦切致点带同](?![一二三四五六七八九〇零])|陆家嘴|六安|四平|九江|三国|一二三产|三产|两会|两江|百强|百家姓|千方百计|成千上万|万人空巷|三三两两|乱七八糟|三亿文库/y;

/** What is counted with a numeral of one sign; without it 三 or 百 may be anything: a name, an ordinary word. */
export const MEASURE =
  /\s?(?:个|家|所|项|名|条|种|次|批|座|处|位|人|件|类|户|间|只|支|台|套|篇|届|倍|份|部|款|场|门|元|块|[美日欧港韩]元|人民币|大(?!学|连|庆|地|厦|会)|多|余|来|几|左右|以上|以下)/y;

/** Signs behind a number that multiply or divide it in a way that is not read: 1兆, 三成. */
export const UNKNOWN_SIZE = / ?(?:兆|成(?![立果为功长员都本就绩熟品交人])|折|‰|块[\d一二三四五六七八九])/y;

/** Measures that may stand between a number and its bound: 3000家以上. */
const COUNTED = '(?:\\s?(?:个|家|所|项|名|条|种|次|批|座|处|位|人|件|类|户|间|只|支|台|套|篇|份|部))?\\s?';
const words = new Map<string, Meaning>([
  ['十', size(1)],
  ['拾', size(1)],
  ['百', size(2)],
  ['佰', size(2)],
  ['千', size(3)],
  ['仟', size(3)],
  ['万', size(4)],
  ['亿', size(8)],
  ['廿', number(20, 1)],
  ['卅', number(30, 1)],
  ['卌', number(40, 1)],
  ['半', { kind: 'half' }],
  ['点', { kind: 'point' }],
  ['多', { kind: 'more' }],
  ['余', { kind: 'more' }],
  ['来', { kind: 'more' }],
  ['几', { kind: 'vague' }],
  ['数', { kind: 'vague' }],
]);

export const chinese: Grammar = {
  words,
  phrases: [
    ['若干, 好几', /若干|好几|上(?=[百千万亿])/y, { kind: 'vague' }],
    ['半个亿', /半个?(?=[万亿])/y, part('5')],
    ['个半, 个亿', /个(?=[万亿])/y, { kind: 'zero' }],
  ],
  before: {
    over: '超过(?:了)?|超(?:出)?|多于|高于|大于|逾|突破(?:了)?|破|不止',
    under: '不到|不足|低于|少于|小于|未达|未满|不满|没到',
    atLeast: '至少(?:有|是)?|最少(?:有)?|不少于|不低于|不小于|不下|起码(?:有)?',
    atMost: '不超过|不多于|不高于|不大于|至多|最多(?:有)?|顶多',
    about: '大约(?:有|是)?|约(?:有|为)?|大概(?:有|是)?|差不多(?:有)?|将近|接近|(?<!最)近|几乎|约莫|估计',
  },
  after: {
    over: '多|余|有余|开外|往上',
    atLeast: `${COUNTED}(?:及)?以上|${COUNTED}起`,
    atMost: `${COUNTED}(?:及)?以下|${COUNTED}以内|${COUNTED}之内`,
    about: `${COUNTED}(?:左右|上下|前后|光景)|来(?=[个家所项名条种次批座处位人件类户间])`,
  },
  currencies: {
    CNY: '元人民币|人民币|[元圆](?:整)?(?!器|素|件|旦|宵|月|年|宇|老|首|帅)|块钱?(?!链|状)|¥',
    USD: '美元|美金|美刀|刀(?!具)',
    HKD: '港元|港币|港圆',
    TWD: '新?台币',
    EUR: '欧元',
    GBP: '英镑',
    JPY: '日[元圆]|円',
    KRW: '韩[元圆币]',
    RUB: '卢布',
    AUD: '澳元|澳币',
    CAD: '加元|加币',
    SGD: '新加坡元|新币',
    CHF: '瑞士法郎|瑞郎',
  },
  ranges: { between: '介于|在', opening: '从|由', joining: '到|至|和|与' },
  percent: '个?百分点|个点',
  growth: '增|升|涨|降|跌|减|提高|扩大|变',
};
