import type { Figure } from '../../data/schema.ts';
import type { Claim } from '../question.ts';
import { asksSomething } from './asks.ts';
import { cuesOf, type Term } from './terms.ts';

type NumberTerm = Extract<Term, { kind: 'number' }>;

/** All quantities of a question. */
export function numbersOf(terms: readonly Term[]): NumberTerm[] {
  return terms.filter((term) => term.kind === 'number');
}

/** Whether a typed number is a figure's value, as exactly as it was typed: 16.8 billion, 2.35 billion. */
export function isValueOf(figure: Figure, number: NumberTerm, form: 'whole' | 'mantissa' = 'whole'): boolean {
  if (valuesOf(figure).some((value) => matches(value, number))) return true;
  // A bare "16.8" means the sum that begins with these digits; small whole numbers mean too many things.
  if (form === 'whole' || number.value < 10 || figure.kind !== 'money') return false;
  return valuesOf(figure).some((value) => SCALES.some((scale) => value === number.value * scale));
}

/** A smaller value of another year or place is not what points at a figure: 17 times 23 is about no universities. */
export const LEAST_TELLING = 1000;

const SCALES = [1e4, 1e6, 1e8, 1e9];

/** What a question claims about a figure; undefined when it only names a number to point at something. */
export function claimOf(terms: readonly Term[], figure: Figure, others: readonly Figure[]): Claim | undefined {
  if (figure.kind !== 'count' && figure.kind !== 'money') return undefined;
  const numbers = numbersOf(terms);
  if (numbers.length === 0) return undefined;
  const cues = cuesOf(terms);
  // "Is 250 a lot?" does not doubt the 250.
  if (cues.has('judgement')) return undefined;
  const bound = cues.has('over') ? 'over' : cues.has('under') ? 'under' : cues.has('about') ? 'about' : 'exactly';
  const asksWhether = doubts(terms) || bound === 'over' || bound === 'under' || cues.has('or');
  const claimed = numbers.filter(
    (number) => asksWhether || !others.some((other) => other.id !== figure.id && isValueOf(other, number)),
  );
  if (claimed.length === 0 || (!asksWhether && claimed.every((number) => isValueOf(toldFirst(figure), number))))
    return undefined;
  const values = claimed.map(({ value }) => value);
  return { values, bound, ...(figure.kind === 'money' && cues.has('dollars') ? { unit: 'USD' as const } : {}) };
}

/** Whether a question wants to know if something is so: "is it true", "right?", "are there". */
export function doubts(terms: readonly Term[]): boolean {
  return cuesOf(terms).has('true') || beginsAsYesNo(terms);
}

/** How a number is bounded by the words beside it: "nearly 1,800", "1800多家", "более 200". */
export function boundAt(number: NumberTerm, terms: readonly Term[]): Claim['bound'] {
  const at = terms.indexOf(number);
  const isSmall = (term: Term | undefined) => term?.kind === 'filler';
  const before = [terms[at - 1], ...(isSmall(terms[at - 1]) ? [terms[at - 2]] : [])];
  const after = [terms[at + 1], ...(isSmall(terms[at + 1]) ? [terms[at + 2]] : [])];
  const says = (all: readonly (Term | undefined)[], bound: 'over' | 'under' | 'about') =>
    // "达到" may be a bound in a question; what a sentence tells has reached a number is that number.
    all.some((term) => term?.kind === 'cue' && term.cues.includes(bound) && term.text !== '达到');
  if (says(before, 'over') || after.some((term) => term && AND_MORE.test(term.text)) || says(after, 'over'))
    return 'over';
  if (says(before, 'under')) return 'under';
  return says(before, 'about') || says(after, 'about') ? 'about' : 'exactly';
}

/** Signs behind a number that say "and some more". */
const AND_MORE = /^(\+|[多余].?|odd)$/u;

/** 10亿以上的项目, 超过100万的企业: a bound that describes what follows it. */
export function boundsAThing(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    if (term.kind !== 'number') return false;
    const behind = terms.slice(at + 1);
    const of = behind.findIndex(({ kind }) => kind !== 'cue');
    const cues = cuesOf([...terms.slice(Math.max(0, at - 1), at), ...behind.slice(0, Math.max(0, of))]);
    return (cues.has('over') || cues.has('under')) && behind[of]?.text === '的' && behind[of + 1]?.kind === 'content';
  });
}

/** The currency that stands with a number. */
export function currencyAt(number: NumberTerm, terms: readonly Term[]): 'dollars' | 'yuan' | undefined {
  const at = terms.indexOf(number);
  const beside = [terms[at + 1], terms[at + 2], terms[at - 1]];
  for (const term of beside) {
    if (term?.kind === 'number') continue;
    if (term?.kind === 'cue' && term.cues.includes('dollars')) return 'dollars';
    if (term?.kind === 'cue' && term.cues.includes('yuan')) return 'yuan';
  }
  return undefined;
}

/** Whether a number is a sum of money for sure. */
export function isMoneyAt(number: NumberTerm, terms: readonly Term[]): boolean {
  return currencyAt(number, terms) !== undefined;
}

/** Whether a number is a percentage. */
export function isPercentAt(number: NumberTerm, terms: readonly Term[]): boolean {
  const at = terms.indexOf(number);
  const [next, before] = [terms[at + 1], terms[at - 1]];
  return (
    (next?.kind === 'cue' && next.cues.includes('share')) || PERCENT.has(next?.text ?? '') || before?.text === '百分之'
  );
}

const PERCENT = new Set(['%', 'percent', 'percentage', 'pct', '个百分点', 'процент', 'процента', 'процентов']);

/** Whether a number in a sentence states no quantity of anything: an ordinal, a duration, a distance, "one of two". */
export function isNoQuantity(number: NumberTerm, terms: readonly Term[]): boolean {
  if (/^\d+(st|nd|rd|th)$/.test(number.text) || number.value < LEAST_QUANTITY) return true;
  const at = terms.indexOf(number);
  return MEASURES.has(terms[at + 1]?.text ?? '') || ORDINAL.has(terms[at - 1]?.text ?? '');
}

/** "One" and "two" seldom state a figure. */
const LEAST_QUANTITY = 3;
/** Units of time and space, which none of the figures is in. */
const MEASURES = new Set(
  (
    'year years month months week weeks day days hour hours minute minutes km kilometre kilometres kilometer kilometers ' +
    'metre metres meter meters mile miles hectare hectares degree degrees acres ' +
    '年 个月 周 天 小时 分钟 公里 千米 平方公里 平方米 米 公顷 亩 度 岁 ' +
    'лет год года годов месяц месяца месяцев недель неделя дней дня день часов часа км километров метров га гектаров градусов'
  ).split(' '),
);
const ORDINAL = new Set(['第', 'no', '№', 'top']);

/** The figure with only the value that is told when nothing else is asked: naming it claims nothing. */
function toldFirst<F extends Figure>(figure: F): F {
  return { ...figure, observations: figure.observations.slice(0, 1) };
}

function valuesOf(figure: Figure): number[] {
  if (!('unit' in figure)) return [];
  return figure.observations.flatMap(({ value, equivalents = [] }, at) =>
    at === 0 || value >= LEAST_TELLING ? [value, ...equivalents.map((equivalent) => equivalent.value)] : [],
  );
}

function matches(value: number, { value: typed, places, text }: NumberTerm): boolean {
  if (value === typed) return true;
  // "17 billion" for 16.8: rounded by the asker to the digits that were typed.
  const scale = places === 0 && !/\s/.test(text) ? 0 : typed / Number.parseFloat(text.replace(',', '.'));
  return scale > 1 && places > 0 && Math.abs(value - typed) < (scale / 10 ** places) * 0.5;
}

const YES_NO_STARTS = new Set(
  'does do did is are was were has have had can isnt arent doesnt hasnt havent dont so есть'.split(' '),
);

function beginsAsYesNo(terms: readonly Term[]): boolean {
  const cues = cuesOf(terms);
  if (asksSomething(cues)) return false;
  return terms.some((term) => term.kind === 'filler' && YES_NO_STARTS.has(term.text));
}
