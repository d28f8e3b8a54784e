import type { Catalogue, Language } from '../../data/schema.ts';
import { normalise } from '../language/normalise.ts';
import { tellsAsDone } from '../language/words/progress.ts';
import type { FigureClaim, Unread } from '../question.ts';
import { boundAt, currencyAt, isNoQuantity, isPercentAt, numbersOf } from './claims.ts';
import type { Lexicon } from './lexicon.ts';
import type { Matcher } from './matcher.ts';
import { createMeasures, type Measured } from './measures.ts';
import { MAX_CHECKED_CHARACTERS, passagesOf } from './passages.ts';
import { distinct } from './scene.ts';
import { type Correction, readTerms, type Term } from './terms.ts';

/** What a text claims: its numbers about figures, and those that no figure was found for. */
type Claims = {
  claims: FigureClaim[];
  unread: Unread[];
  /** Where the text goes on after what was read, how much was read. */
  most?: number;
  corrections: Correction[];
  language: Language | undefined;
};

/** Finds what a text of any length claims about the figures of a catalogue. */
export type Checker = (text: string) => Claims;

/** Longest stretch of somebody's words that is quoted, in characters. */
const MOST_QUOTED = 160;

/** The full stop of a shortened size ends no clause. */
const SHORTENED = /(тыс|млн|млрд)\./giu;

/** Numbers that are ruled on in one text: more would hold up everybody else, and would not be read. */
const MOST_NUMBERS = 20;

type NumberTerm = Extract<Term, { kind: 'number' }>;

/** What earlier words of the text leave for later ones: "In 2020 Harbin had 1,180 such firms, in 2024 2,832." */
type Context = { place?: string; year?: number; figure?: string };

export function createChecker(catalogue: Catalogue, lexicon: Lexicon, matcher: Matcher): Checker {
  const measure = createMeasures(catalogue, matcher);
  const home = catalogue.places[0]?.id;

  return (text) => {
    const found: Claims = { claims: [], unread: [], corrections: [], language: undefined };
    const signs = new Map<Language, number>();
    let place: string | undefined;
    let readTo = 0;
    for (const { clauses } of passagesOf(text)) {
      const context: Context = {};
      const named = new Set<string>();
      for (const clause of clauses) {
        if (found.claims.length + found.unread.length >= MOST_NUMBERS) return finished(found, signs, readTo);
        readTo = text.indexOf(clause, readTo) + clause.length;
        const { text: folded } = normalise(clause.replace(SHORTENED, '$1'));
        const { terms, corrections, language } = readTerms(folded, lexicon);
        for (const id of placesIn(terms)) named.add(id);
        if (language) signs.set(language, (signs.get(language) ?? 0) + clause.length);
        place = placeOf([...named]) ?? place;
        if (place !== undefined) context.place = place;
        readClause({ clause, folded, terms, corrections }, context, found);
      }
    }
    return finished(found, signs, text.trim().length > MAX_CHECKED_CHARACTERS ? MAX_CHECKED_CHARACTERS : undefined);
  };

  function readClause(
    {
      clause,
      folded,
      terms,
      corrections,
    }: { clause: string; folded: string; terms: Term[]; corrections: Correction[] },
    context: Context,
    found: Claims,
  ): void {
    const numbers = numbersOf(terms);
    const years = terms.flatMap((term) => (term.kind === 'year' ? [term.year] : []));
    const hasWords = terms.some(({ kind }) => kind === 'content');
    for (const number of numbers) {
      if (isNoQuantity(number, terms)) continue;
      const quote = quoteOf(clause, number);
      const measured = measure(number, terms);
      const going = measured.kind === 'nothing' && !hasOwnWords(measured, hasWords) ? context.figure : undefined;
      const figure =
        measured.kind === 'figure'
          ? measured.figure
          : going !== undefined && measure.canCount(going, number, terms)
            ? going
            : undefined;
      if (figure === undefined) {
        if (measured.kind === 'figure') continue;
        if (measured.kind !== 'nothing' || number.value >= LEAST_UNREAD)
          found.unread.push({ quote, missing: missingOf(measured, number, terms) });
        continue;
      }
      const currency = currencyAt(number, terms);
      const year = yearFor(number, terms) ?? (years.length > 0 ? undefined : context.year);
      const place = placeFor(number, terms) ?? context.place;
      const ignored = measured.kind === 'figure' ? measured.ignored : [];
      found.claims.push({
        figure,
        values: [number.value],
        bound: boundAt(number, terms),
        ...(currency === 'dollars' ? { unit: 'USD' as const } : {}),
        ...(year === undefined ? {} : { year }),
        ...(place === undefined || place === home ? {} : { place }),
        ...(tellsAsDone(folded) ? { done: true as const } : {}),
        quote,
        ...(ignored.length > 0 ? { ignored } : {}),
      });
      if (measured.kind === 'figure') {
        found.corrections.push(...corrections.filter(({ typed }) => measured.words.includes(typed)));
        context.figure = figure;
      }
    }
    const [year] = years;
    if (year !== undefined) context.year = years.at(-1) ?? year;
  }

  /** The place that is spoken of where these are named; Harbin where what lies around it is named as well. */
  function placeOf(named: readonly string[]): string | undefined {
    return home !== undefined && named.includes(home) ? home : named.at(-1);
  }

  /** The place that stands with a number: before it, else behind it. */
  function placeFor(number: NumberTerm, terms: readonly Term[]): string | undefined {
    const { left, right } = measure.regions(number, terms);
    for (const region of [left, right]) {
      const place = placeOf(placesIn(region));
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

/** The language of most of the text, and how much of it was read where there is more. */
function finished(found: Claims, signs: ReadonlyMap<Language, number>, most: number | undefined): Claims {
  const language = [...signs].sort((a, b) => b[1] - a[1])[0]?.[0];
  return { ...found, language, ...(most === undefined ? {} : { most }) };
}

/** Smaller numbers that belong to nothing known are not worth a line. */
const LEAST_UNREAD = 10;

/** "From 1,180 in 2020 to 2,832", "in 2024 2,832": a number with no words of its own goes on about the same figure. */
function hasOwnWords(measured: Extract<Measured, { kind: 'nothing' }>, clauseHasWords: boolean): boolean {
  return clauseHasWords && measured.words.length > 0;
}

function missingOf(
  measured: Exclude<Measured, { kind: 'figure' }>,
  number: NumberTerm,
  terms: readonly Term[],
): Unread['missing'] {
  switch (measured.kind) {
    case 'gap':
      return { kind: 'gap', gap: measured.gap };
    case 'choice':
      return { kind: 'which', figures: measured.figures };
    case 'nothing':
      if (isPercentAt(number, terms)) return { kind: 'percentage' };
      return measured.words.length > 0 ? { kind: 'words', words: measured.words } : { kind: 'uncounted' };
  }
}

/** The year nearest to a number in its clause, that behind it first: "from 1,180 in 2020 to 2,832 in 2024". */
function yearFor(number: NumberTerm, terms: readonly Term[]): number | undefined {
  const at = terms.indexOf(number);
  const next = terms.findIndex((term, place) => place > at && (term.kind === 'number' || term.kind === 'year'));
  const behind = terms[next];
  if (behind?.kind === 'year') return behind.year;
  const before = terms.slice(0, at).findLast((term) => term.kind === 'year');
  return before?.kind === 'year' ? before.year : undefined;
}

function placesIn(terms: readonly Term[]): string[] {
  return distinct(terms.flatMap((term) => (term.kind === 'place' ? [term.place.id] : [])));
}

/** A clause, or of a long one the words around a number; no word and no number is cut in two. */
function quoteOf(clause: string, { text }: NumberTerm): string {
  const line = clause.replace(/\s+/g, ' ').trim();
  if (line.length <= MOST_QUOTED) return line;
  const at = Math.max(0, line.indexOf(/\d[\d.,]*/.exec(text)?.[0] ?? text));
  const from = Math.max(0, Math.min(at - MOST_QUOTED / 2, line.length - MOST_QUOTED));
  const piece = line.slice(from, from + MOST_QUOTED);
  const begun = from === 0 ? piece : `…${piece.replace(INSIDE_START, '').trimStart()}`;
  return from + MOST_QUOTED >= line.length ? begun : `${begun.replace(INSIDE_END, '').trimEnd()}…`;
}

/** What may be the rest of a word or sign, where a quotation is cut. */
const INSIDE_START = /^[\uDC00-\uDFFF]|^[\p{L}\p{N}.,]{1,30}?(?=[^\p{L}\p{N}.,])/u;
const INSIDE_END = /[\uD800-\uDBFF]$|(?<=[^\p{L}\p{N}.,])[\p{L}\p{N}.,]{1,30}$/u;
