import type { Figure, Place } from '../../data/schema.ts';
import { comparedPlaces } from '../catalogue/observing.ts';
import { ALWAYS, isSpan, LATEST, type Scope, scopeOf } from '../catalogue/scope.ts';
import { namesAllCities } from './cities.ts';
import { cuesOf, type Term } from './terms.ts';

/** Regions that hold Harbin: named beside it they only say where it lies. */
const AROUND_HARBIN: ReadonlySet<string> = new Set([
  'heilongjiang',
  'northeast-china',
  'elsewhere:China',
  'elsewhere:Asia',
  'elsewhere:East Asia',
]);
/** What a rank that is held is a place in: named beside it, it says no more than the rank does. */
const WORLD = 'elsewhere:world';
/** Parts of Harbin: named beside it they are what is asked. */
const INSIDE_HARBIN: ReadonlySet<string> = new Set(['harbin-new-area']);

/** The places and times that a question is about, in the words of the question alone. */
export function askedScope(terms: readonly Term[], figures: readonly Figure[], home: Place | undefined): Scope {
  return scopeOf({ places: askedPlaces(terms, figures, home), when: askedTimes(terms) });
}

/** The places that a question is about; those that a figure's own sentence speaks of are no other places. */
function askedPlaces(terms: readonly Term[], figures: readonly Figure[], home: Place | undefined): string[] {
  const cues = cuesOf(terms);
  const [only, ...others] = figures;
  if (namesAllCities(terms) && only && others.length === 0) {
    const all = comparedPlaces(only);
    if (all.length > 1) return all;
  }
  const named = [...new Set(terms.flatMap((term) => (term.kind === 'place' ? [term.place.id] : [])))];
  const isFact = figures.length > 0 && figures.every(({ kind }) => kind === 'event' || kind === 'aim');
  const compares = !isFact && (cues.has('compare') || cues.has('more') || cues.has('or') || cues.has('difference'));
  const isWhere = (id: string, set: ReadonlySet<string>) => set.has(id) && !compares;
  return named.filter((id) => {
    if (figures.length > 0 && figures.every((figure) => figure.mentions?.includes(id))) return false;
    // "On which exchange is it traded, Shanghai or Shenzhen?": what may be the answer is no place that is asked about.
    if (isFact && cues.has('or') && named.length > 1 && id !== home?.id) return false;
    if (id === WORLD && figures.length > 0 && figures.every(({ kind }) => kind === 'rank')) return false;
    if (id === home?.id) return !named.some((other) => isWhere(other, INSIDE_HARBIN));
    // A share is one of a whole: that of China is no share of the province.
    const isShare = figures.length > 0 && figures.every(({ kind }) => kind === 'percent');
    return isShare || !(home && named.includes(home.id) && isWhere(id, AROUND_HARBIN));
  });
}

/** The times that a question is about: single dates, spans, all of them, or the newest. */
function askedTimes(terms: readonly Term[]): string[] {
  const cues = cuesOf(terms);
  const dates = datesIn(terms);
  const times = dates.flatMap((date, at): string[] => {
    const next = dates[at + 1];
    const before = dates[at - 1];
    // "How did it change in 2011 against 2010?": a span begins with the earlier date, whichever is said first.
    if (next && isSpanned(terms, date, next, cues.has('course'))) return [[date.text, next.text].sort().join('/')];
    if (before && isSpanned(terms, before, date, cues.has('course'))) return [];
    if (dates.length === 1 && isSince(terms, date, cues.has('course'))) return [`${date.text}/..`];
    return [date.text];
  });
  if (times.length > 0) return times;
  if (cues.has('course')) return [ALWAYS];
  return cues.has('latest') ? [LATEST] : [];
}

/** Whether the words ask how something developed. */
export function asksCourse({ when = [] }: Scope): boolean {
  return when.some(isSpan);
}

/** A date in a question, and the terms it is made of. */
type Dated = { text: string; from: number; to: number };

function datesIn(terms: readonly Term[]): Dated[] {
  return terms.flatMap((term, at): Dated[] => {
    if (term.kind !== 'year') return [];
    const [before, after] = [terms[at - 1], terms[at + 1]];
    // Of "March 2012" and "2012年3月" the month belongs to the year beside it.
    const month =
      after?.kind === 'month' && !isYearBeside(terms, at + 2) ? at + 1 : before?.kind === 'month' ? at - 1 : undefined;
    const named = month === undefined ? undefined : terms[month];
    if (month === undefined || named?.kind !== 'month') return [{ text: String(term.year), from: at, to: at }];
    return [
      {
        text: `${term.year}-${String(named.month).padStart(2, '0')}`,
        from: Math.min(at, month),
        to: Math.max(at, month),
      },
    ];
  });
}

/** "December 2016 and March 2012": a month before another year is that year's. */
function isYearBeside(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  return term?.kind === 'year' && /^\d+$/.test(term.text);
}

const SINCE = new Set('since from after с со от 从 自'.split(' '));
const SINCE_BEHIND = new Set('以来 起 以后 之后 onwards onward'.split(' '));
const UNTIL = new Set('to until till through по до 到 至 - – —'.split(' '));

/** "2007-2011", "from 2012 to 2016", "2012年3月到2016年12月": two dates that bound a span. */
function isSpanned(terms: readonly Term[], one: Dated, other: Dated, isCourse: boolean): boolean {
  const between = terms.slice(one.to + 1, other.from);
  if (between.length === 0 || between.some(({ text }) => UNTIL.has(text))) return true;
  const isBetween = terms.slice(0, one.from).some(({ text }) => text === 'between' || text === 'между');
  return (isCourse || isBetween) && between.length <= LONGEST_BETWEEN;
}

/** Words that may stand between the two bounds of a span. */
const LONGEST_BETWEEN = 4;

/** "Since 2012", "с 2012 года", "2012年以来"; a bare "from" bounds a span only where a development is asked. */
function isSince(terms: readonly Term[], { from, to }: Dated, isCourse: boolean): boolean {
  const behind = terms.slice(to + 1, to + 3).some(({ text }) => SINCE_BEHIND.has(text));
  const word = terms
    .slice(Math.max(0, from - 3), from)
    .reverse()
    .find(({ kind, text }) => kind !== 'filler' || SINCE.has(text))?.text;
  if (behind || word === 'since' || word === 'с' || word === 'со' || word === '自') return true;
  return isCourse && word !== undefined && SINCE.has(word);
}
