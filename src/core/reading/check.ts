import { isPerShare } from '../../data/per-share.ts';
import type { Catalogue, Figure, Language } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { ownUnitsOf } from '../catalogue/units.ts';
import { languageOf } from '../language/languages.ts';
import type { FigureClaim, Missing, Question, Unread } from '../question.ts';
import type { Entity, NumberEntity } from './analysis.ts';
import type { Examination } from './examine.ts';
import type { Word } from './lexicon.ts';
import { sigmoid } from './linear.ts';
import { MAX_CHECKED_CHARACTERS, passagesOf } from './passages.ts';
import { type Correction, type Percept, WHOLE } from './perceive.ts';
import { tellsAsDone } from './progress.ts';
import { narrowingWords } from './refusal.ts';

/** How messages are seen; given in, so that a claim is read like a question. */
export type Sight = {
  perceive(message: string): Percept;
  entitiesOf(message: string): Entity[];
  examine(percept: Percept): Examination;
  /** Whether a word stands in a keyword of a figure, or of something that is not held. */
  isOf(figure: string, word: number): boolean;
  isOfGap(gap: string, word: number): boolean;
};

type Checked = { question: Question; language: Language | undefined; corrections: Correction[]; assumed: string[] };

/** Longest stretch of somebody's words that is quoted, in characters. */
const MOST_QUOTED = 160;
/** Numbers that are ruled on in one text: more would hold up everybody else, and would not be read. */
const MOST_NUMBERS = 20;
/** Numbers that are looked at in one text, together with small ones of nothing, which are not ruled on: each costs over a millisecond. */
const MOST_LOOKED_AT = 20;
/** A figure is what a number counts from this probability on. */
const LEAST_TOPIC = 0.4;
/** Less likely ones are left open from here on. */
const LEAST_OPEN = 0.17;
/** Smaller numbers that belong to nothing known are not worth a line. */
const LEAST_UNREAD = 10;
/** A value from here on can hardly be another figure's by chance. */
const LEAST_TELLING = 1000;
/** What earlier words of a text leave for later ones: "In 2020 Harbin had 1,180 such firms, in 2024 2,832." */
type Carried = { place?: string; year?: number; figure?: Figure };

/** In: a catalogue and how messages are seen. Out: what finds the claims of a text of any length. */
export function createChecker(catalogue: Catalogue, sight: Sight): (text: string) => Checked {
  const { perceive, entitiesOf, examine } = sight;
  const isOf = (figure: string, { number }: Word) => number !== undefined && sight.isOf(figure, number);
  const isOfGap = (gap: string, { number }: Word) => number !== undefined && sight.isOfGap(gap, number);
  const home = catalogue.places[0]?.id;
  const figures = figureIndex(catalogue);
  const ownUnits = ownUnitsOf(catalogue);

  return (text) => {
    const claims: FigureClaim[] = [];
    const unread: Unread[] = [];
    let readTo = 0;
    let isCut = text.trim().length > MAX_CHECKED_CHARACTERS;
    let place: string | undefined;
    let lookedAt = 0;
    for (const { clauses } of passagesOf(text)) {
      const carried: Carried = place === undefined ? {} : { place };
      for (const clause of clauses) {
        if (claims.length + unread.length >= MOST_NUMBERS || lookedAt >= MOST_LOOKED_AT) {
          isCut = true;
          break;
        }
        readTo = text.indexOf(clause, readTo) + clause.length;
        lookedAt += readClause(clause, carried, claims, unread, MOST_LOOKED_AT - lookedAt);
        place = carried.place;
      }
    }
    const language = languageOf(text.toLowerCase().slice(0, MAX_CHECKED_CHARACTERS));
    if (claims.length === 0 && unread.length === 0)
      return {
        question: { kind: 'unknown', missing: { kind: 'no-number' }, near: [] },
        language,
        corrections: [],
        assumed: [],
      };
    const most = isCut ? { most: Math.min(MAX_CHECKED_CHARACTERS, readTo || MAX_CHECKED_CHARACTERS) } : {};
    return {
      question: { kind: 'check', claims, ...(unread.length > 0 ? { unread } : {}), ...most },
      language,
      corrections: [],
      assumed: [],
    };
  };

  /** Rules on the first numbers of a clause, and tells how many it has; one without says no more than where and when the next are. */
  function readClause(clause: string, carried: Carried, claims: FigureClaim[], unread: Unread[], most: number): number {
    const entities = entitiesOf(clause);
    const places = entities.flatMap((one) => (one.kind === 'place' ? [one.place.id] : []));
    const named = home !== undefined && places.includes(home) && places.length > 1 ? home : places.at(-1);
    if (named !== undefined) carried.place = named;
    const years = yearsIn(entities);
    const numbers = entities.filter((one): one is NumberEntity => one.kind === 'number');
    const year = years.at(-1);
    if (numbers.length === 0) {
      if (year !== undefined) carried.year = year;
      return 0;
    }
    const percept = perceive(clause);
    const readNumber = (number: NumberEntity, at: number) => {
      const quote = quoteOf(clause, percept, number);
      const miss = (missing: Missing) => {
        if (number.value >= LEAST_UNREAD || missing.kind !== 'uncounted') unread.push({ quote, missing });
      };
      if (MEASURE.test(percept.text.slice(percept.tokens[number.to - 1]?.to ?? 0))) return;
      if (number.unreadable) return miss({ kind: 'uncounted' });
      if (number.unit !== undefined && !ownUnits.has(number.unit)) return miss({ kind: 'words', words: [number.unit] });
      const found = countedBy(percept, numbers, at, carried);
      if (!found.figure) return miss(found.missing);
      const { figure, words } = found;
      const own = yearOf(number, entities) ?? (years.length > 0 ? undefined : carried.year);
      const there = placeOf(number, entities) ?? carried.place;
      claims.push({
        figure: figure.id,
        values: [number.value, ...(number.upper === undefined ? [] : [number.upper]), ...(number.alternatives ?? [])],
        bound: number.bound ?? 'exactly',
        ...(number.unit === 'USD' ? { unit: 'USD' as const } : {}),
        ...(own === undefined ? {} : { year: own }),
        ...(there === undefined || there === home ? {} : { place: there }),
        ...(tellsAsDone(percept.text) ? { done: true as const } : {}),
        quote,
        ...(words.length > 0 ? { ignored: words } : {}),
      });
      carried.figure = figure;
    };
    for (const [at, number] of numbers.slice(0, most).entries()) readNumber(number, at);
    if (year !== undefined) carried.year = year;
    return numbers.length;
  }

  /** The figure that a number counts: by the words behind it, those before it, then those of its whole stretch. */
  function countedBy(
    { text, tokens, matches }: Percept,
    numbers: readonly NumberEntity[],
    at: number,
    carried: Carried,
  ): { figure: Figure; words: string[] } | { figure: undefined; missing: Missing } {
    const number = numbers[at] as NumberEntity;
    const start = tokens[number.from]?.from ?? 0;
    const end = tokens[number.to - 1]?.to ?? text.length;
    const before = numbers[at - 1] ? (tokens[(numbers[at - 1]?.to ?? 1) - 1]?.to ?? 0) : 0;
    const behind = numbers[at + 1] ? (tokens[numbers[at + 1]?.from ?? 0]?.from ?? text.length) : text.length;
    const right = text.slice(end, behind);
    const left = text.slice(before, start);
    const named = figures.all(matches.flatMap(({ id, fit }) => (fit.completeness >= WHOLE ? [id] : [])));
    // Of several figures that a clause names in full, the one that has this very value is meant.
    const [valued] = named.filter((figure) => canCount(figure, number) && isValueOf(figure, number));
    const open = new Set<string>();
    let words: string[] = [];
    for (const stretch of new Set([right, left, left + right])) {
      if (!LETTERS.test(stretch)) continue;
      const percept = perceive(stretch);
      const examination = examine(percept);
      const best = examination.topics.filter(({ figure }) => canCount(figure, number)).slice(0, 2);
      const [first] = best;
      const isNamed = (id: string) =>
        percept.matches.some((one) => one.id === id && one.fit.completeness >= LEAST_NAMED);
      const [nextWord] = percept.words;
      const counted =
        stretch === right && nextWord?.number !== undefined
          ? percept.gaps.find(({ id }) => isOfGap(id, nextWord))
          : undefined;
      // "48 students at its universities": what stands right behind the number is counted, and that is not held.
      if (counted && nextWord && first && !isOf(first.figure.id, nextWord))
        return { figure: undefined, missing: { kind: 'gap', gap: counted.id } };
      if (first && sigmoid(first.score) >= (isNamed(first.figure.id) ? LEAST_TOPIC : LEAST_UNNAMED))
        return { figure: valued ?? first.figure, words: narrowingWords(percept, examination) };
      for (const { figure, score } of best) if (sigmoid(score) > LEAST_OPEN && isNamed(figure.id)) open.add(figure.id);
      const gap = percept.gaps[0];
      if (gap && stretch === right) return { figure: undefined, missing: { kind: 'gap', gap: gap.id } };
      words =
        words.length > 0 ? words : percept.words.filter((word) => word.number === undefined).map((word) => word.text);
    }
    const pointed = catalogue.figures.filter((figure) => number.value >= LEAST_TELLING && isValueOf(figure, number));
    if (pointed.length === 1 && pointed[0]) return { figure: pointed[0], words: [] };
    if (
      carried.figure &&
      canCount(carried.figure, number) &&
      !LETTERS.test(left.replace(SMALL, '') + right.replace(SMALL, ''))
    )
      return { figure: carried.figure, words: [] };
    if (number.unit === 'percent') return { figure: undefined, missing: { kind: 'percentage' } };
    const choices = figures.all([...open]);
    if (choices.length > 0)
      return { figure: undefined, missing: { kind: 'which', figures: choices.map(({ id }) => id) } };
    return {
      figure: undefined,
      missing: words.length > 0 ? { kind: 'words', words: words.slice(0, 3) } : { kind: 'uncounted' },
    };
  }
}

/** A figure is named by a stretch from this completeness of its keyword on; without it its topic must be this sure. */
const LEAST_NAMED = 0.5;
const LEAST_UNNAMED = 0.95;
/** What makes a number a duration or a distance, which no figure counts. */
const MEASURE =
  /^[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|km|kilomet\w*|miles?|metres?|meters?|年|个月|月|天|日|周|小时|公里|лет|год\p{L}*|месяц\p{L}*|недел\p{L}*|дн\p{L}*|час\p{L}*|км|метр\p{L}*)(?!\p{L})/u;
const LETTERS = /\p{L}/u;
/** Words between a number and a year or place that name nothing. */
const SMALL =
  /\b(?:in|and|to|from|the|had|has|was|it)\b|年|在|为|到|有|达|(?<!\p{L})(?:в|и|до|с|году|год)(?!\p{L})|\d+/gu;

/** Whether a number can be a value of a figure at all. */
function canCount(figure: Figure, { unit, value }: NumberEntity): boolean {
  switch (figure.kind) {
    case 'count':
      return unit === undefined && Number.isInteger(value);
    case 'money':
      return unit !== 'percent' && (unit !== undefined || value >= LEAST_SUM || isPerShare(figure));
    case 'percent':
      return unit === 'percent';
    case 'rank':
      return unit === undefined;
    default:
      return false;
  }
}
/** A bare number from here on may be a sum. */
const LEAST_SUM = 1_000_000;

function isValueOf(figure: Figure, { value, unit }: NumberEntity): boolean {
  return figure.observations.some((one) => {
    if (!('value' in one)) return false;
    return one.value === value && (figure.kind === 'percent') === (unit === 'percent');
  });
}

function yearsIn(entities: readonly Entity[]): number[] {
  return entities.flatMap((one) =>
    one.kind === 'date' && /^\d{4}/.test(one.date) ? [Number(one.date.slice(0, 4))] : [],
  );
}

/** The year nearest to a number in its clause, that behind it first: "from 1,180 in 2020 to 2,832 in 2024". */
function yearOf(number: NumberEntity, entities: readonly Entity[]): number | undefined {
  const next = entities.find((one) => one.from >= number.to && (one.kind === 'number' || one.kind === 'date'));
  if (next?.kind === 'date') return yearsIn([next])[0];
  const before = entities.filter((one) => one.to <= number.from && one.kind === 'date').at(-1);
  return before ? yearsIn([before])[0] : undefined;
}

/** The place that stands with a number: before it, else behind it. */
function placeOf(number: NumberEntity, entities: readonly Entity[]): string | undefined {
  const places = entities.flatMap((one) => (one.kind === 'place' ? [one] : []));
  const before = places.filter(({ to }) => to <= number.from).at(-1);
  return (before ?? places.find(({ from }) => from >= number.to))?.place.id;
}

/** A clause, or of a long one the words around a number; no word and no number is cut in two. */
function quoteOf(clause: string, { tokens }: Percept, number: NumberEntity): string {
  const line = clause.replace(/\s+/g, ' ').trim();
  if (line.length <= MOST_QUOTED) return line;
  const written = tokens[number.from]?.text ?? '';
  const at = Math.max(0, line.toLowerCase().indexOf(written));
  const from = Math.max(0, Math.min(at - MOST_QUOTED / 2, line.length - MOST_QUOTED));
  const piece = line.slice(from, from + MOST_QUOTED);
  const begun = from === 0 ? piece : `…${piece.replace(INSIDE_START, '').trimStart()}`;
  return from + MOST_QUOTED >= line.length ? begun : `${begun.replace(INSIDE_END, '').trimEnd()}…`;
}

/** What may be the rest of a word or sign, where a quotation is cut. */
const INSIDE_START = /^[\uDC00-\uDFFF]|^[\p{L}\p{N}.,]{1,30}?(?=[^\p{L}\p{N}.,])/u;
const INSIDE_END = /[\uD800-\uDBFF]$|(?<=[^\p{L}\p{N}.,])[\p{L}\p{N}.,]{1,30}$/u;
