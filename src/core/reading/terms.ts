import type { Language } from '../../data/schema.ts';
import { languageOf } from '../language/languages.ts';
import { chineseNumeral, digitsValue, isSingle, multiplier, numberWord } from '../language/numbers.ts';
import type { NamedPlace } from '../language/places.ts';
import { wordKey } from '../language/synonyms.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import type { Cue } from '../language/words/cues.ts';
import { NEUTRAL_NOUNS } from '../language/words/fillers.ts';
import { isOrdinaryEnglish } from '../language/words/ordinary.ts';
import type { Lexicon, Sense } from './lexicon.ts';

/** A word that was read as another: shown to the asker, never hidden. */
export type Correction = { typed: string; read: string };

/** One unit of a question after every word was looked up. */
export type Term =
  | { kind: 'content'; text: string; word: number | undefined; trust: number }
  | { kind: 'filler'; text: string; word: number }
  | { kind: 'cue'; text: string; words: number[]; cues: readonly Cue[] }
  | { kind: 'place'; text: string; words: number[]; place: NamedPlace }
  | { kind: 'number'; text: string; value: number; places: number }
  | { kind: 'year'; text: string; year: number }
  | { kind: 'month'; text: string; month: number }
  | { kind: 'day'; text: string; day: number }
  | { kind: 'break'; text: string; strong: boolean };

export type Terms = { terms: Term[]; corrections: Correction[]; language: Language | undefined };

/** Years a person can mean; other four-digit numbers are quantities. */
const YEARS = { first: 1949, last: 2099 };
const STRONG_BREAK = /[.?!;\n。？！；]/;
/** How much a corrected word counts, falling with its distance from the word it was read as. */
const trustAt = (distance: number) => 1 / (1 + 0.1 * distance);

/** Looks up every piece of a normalised message: words, numbers, years, places, and the phrases that say what is asked. */
export function readTerms(text: string, lexicon: Lexicon): Terms {
  const corrections: Correction[] = [];
  const money: Piece = { kind: 'word', text: 'money', word: lexicon.lookUp('money'), trust: 1 };
  const pieces = joinNumbers(
    joinWords(tokenise(text), lexicon).flatMap((token) => pieceOf(token, lexicon, corrections)),
    money,
  );
  const terms = neutralise(joinAmounts(boundYears(findPhrases(pieces, lexicon))));
  return { terms, corrections, language: judgeLanguage(text, pieces, lexicon) };
}

/** "Fewer than 2000 companies": a number behind a bound is a quantity, not a year. */
function boundYears(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const before = terms[at - 1];
    const isBound =
      before?.kind === 'cue' &&
      before.cues.some((cue) => cue === 'over' || cue === 'under' || cue === 'about') &&
      !before.cues.includes('what');
    return term.kind === 'year' && isBound ? { kind: 'number', text: term.text, value: term.year, places: 0 } : term;
  });
}

/** "How many money", "how many millions": a sum is asked for, not a count. */
function joinAmounts(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const next = terms[at + 1];
    const isCount = term.kind === 'cue' && (term.cues.includes('how-many') || term.cues.includes('amount'));
    return isCount && next?.kind === 'cue' && next.cues.includes('money') ? { ...term, cues: ['how-much'] } : term;
  });
}

/** An unknown word before a noun that says nothing itself describes that noun only: "that precious city". */
function neutralise(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const next = terms[at + 1];
    const isNeutral =
      next !== undefined && (next.kind === 'place' || (next.kind === 'filler' && NEUTRAL_NOUNS.has(next.text)));
    return term.kind === 'content' && term.word === undefined && isNeutral && !/\p{Script=Han}/u.test(term.text)
      ? { kind: 'filler', text: term.text, word: -1 }
      : term;
  });
}

type Piece =
  | { kind: 'word'; text: string; word: number | undefined; trust: number }
  | { kind: 'number'; text: string; value: number; places: number; grouped: boolean; spelled: boolean }
  | { kind: 'date'; text: string; part: 'year' | 'month' | 'day'; value: number }
  | { kind: 'mark'; text: string };

const CHINESE_DATE_PARTS: Partial<Record<string, 'year' | 'month' | 'day'>> = {
  年: 'year',
  月: 'month',
  日: 'day',
  号: 'day',
};
const ORDINALS: Partial<Record<string, string>> = { '1st': 'first', '2nd': 'second', '3rd': 'third' };

function pieceOf(token: Token, lexicon: Lexicon, corrections: Correction[]): Piece[] {
  if (token.kind === 'mark') return [{ kind: 'mark', text: token.text }];
  if (token.kind === 'number') {
    const places = /[.,](\d+)$/.exec(token.text);
    const value = digitsValue(token.text);
    return [
      {
        kind: 'number',
        text: token.text,
        value,
        places: Number.isInteger(value) ? 0 : (places?.[1]?.length ?? 0),
        grouped: /[, ]/.test(token.text),
        spelled: false,
      },
    ];
  }
  if (token.kind === 'word') {
    const ordinal = /^(\d+)(?:th|st|nd|rd)$/.exec(token.text);
    if (ordinal)
      return [
        { kind: 'number', text: token.text, value: Number(ordinal[1]), places: 0, grouped: false, spelled: false },
      ];
    const word = lexicon.lookUp(token.text);
    if (word !== undefined) return [{ kind: 'word', text: token.text, word, trust: 1 }];
    if (multiplier(token.text) !== undefined || numberWord(token.text) !== undefined)
      return [{ kind: 'word', text: token.text, word: undefined, trust: 1 }];
    return [correctWord(token.text, lexicon, corrections)];
  }
  return lexicon.segmenter.cut(token.text).map((piece) => {
    if (piece.correctedFrom) corrections.push({ typed: piece.correctedFrom, read: piece.text });
    return {
      kind: 'word',
      text: piece.text,
      word: lexicon.vocabulary.find(wordKey(piece.text)),
      trust: piece.correctedFrom ? trustAt(1) : 1,
    };
  });
}

/** "eco systems" for "ecosystems": two words of which one is unknown, and which are a known word together. */
function joinWords(tokens: readonly Token[], { lookUp }: Lexicon): Token[] {
  const isKnown = (text: string) => lookUp(text) !== undefined;
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (
      last?.kind === 'word' &&
      token.kind === 'word' &&
      !(isKnown(last.text) && isKnown(token.text)) &&
      isKnown(last.text + token.text)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + token.text };
    } else joined.push(token);
  }
  return joined;
}

/** Shortest stem that is corrected by itself, in letters. */
const LEAST_STEM_LETTERS = 5;

function correctWord(text: string, lexicon: Lexicon, corrections: Correction[]): Piece {
  // A word that is right as it stands is a word the bot does not know, not a slip.
  if (isOrdinaryEnglish(text)) return { kind: 'word', text, word: undefined, trust: 1 };
  const chinese = lexicon.segmenter.fromPinyin(text);
  if (chinese !== undefined) {
    corrections.push({ typed: text, read: chinese });
    return { kind: 'word', text: chinese, word: lexicon.lookUp(chinese), trust: 1 };
  }
  const corrector = lexicon.corrector();
  const stemmed = wordKey(text);
  // Short stems lie too close to each other: перед would be read as перепись.
  const byStem = stemmed !== text && stemmed.length >= LEAST_STEM_LETTERS;
  const found = [corrector.correct(text), byStem ? corrector.correct(stemmed) : undefined]
    .filter((correction) => correction !== undefined)
    .sort((a, b) => a.distance - b.distance)[0];
  if (!found) return { kind: 'word', text, word: undefined, trust: 1 };
  if (!lexicon.isFiller(found.word, lexicon.vocabulary.shown(found.word)))
    corrections.push({ typed: text, read: lexicon.vocabulary.shown(found.word) });
  return { kind: 'word', text, word: found.word, trust: trustAt(found.distance) };
}

/** Joins "16.8" and "billion", "1.34" and 亿, "two" "hundred" into one number. */
const ASKING_AMOUNT = new Set(['many', 'сколько', '多少', '几']);

function joinNumbers(pieces: readonly Piece[], moneyWord: Piece): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const factor = piece.kind === 'word' ? multiplier(piece.text) : undefined;
    if (last?.kind === 'number' && factor !== undefined) {
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${piece.text}`,
        value: last.value * factor,
        grouped: true,
      };
      continue;
    }
    if (factor !== undefined && piece.text.length > 3 && piece.kind === 'word') {
      // "How many billions" asks for a sum; it says no number.
      if (last?.kind === 'word' && ASKING_AMOUNT.has(last.text)) {
        joined.push(moneyWord);
        continue;
      }
      if (last?.kind === 'word' && isSingle(last.text)) joined.pop();
      joined.push({ kind: 'number', text: piece.text, value: factor, places: 0, grouped: true, spelled: true });
      continue;
    }
    const part = piece.kind === 'word' ? CHINESE_DATE_PARTS[piece.text] : undefined;
    if (last?.kind === 'number' && part) {
      joined[joined.length - 1] = { kind: 'date', text: last.text + piece.text, part, value: last.value };
      continue;
    }
    const spelled = piece.kind === 'word' ? (numberWord(piece.text) ?? hanNumber(piece.text)) : undefined;
    if (spelled === undefined) {
      joined.push(piece);
    } else if (last?.kind === 'number' && last.spelled && spelled < trailingZeros(last.value)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${piece.text}`, value: last.value + spelled };
    } else {
      joined.push({ kind: 'number', text: piece.text, value: spelled, places: 0, grouped: true, spelled: true });
    }
  }
  return joined;
}

/** Single signs such as 一 and 两 are mostly no quantities. */
function hanNumber(text: string): number | undefined {
  const value = chineseNumeral(text);
  return value !== undefined && value > 2 ? value : undefined;
}

/** The next smaller part that may follow a spelled number: after 200, anything below 100. */
function trailingZeros(value: number): number {
  let size = 1;
  while (value % (size * 10) === 0 && size < 1e12) size *= 10;
  return size;
}

function findPhrases(pieces: readonly Piece[], lexicon: Lexicon): Term[] {
  const words = pieces.map((piece) => (piece.kind === 'word' ? piece.word : undefined));
  const terms: Term[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (!piece) break;
    const found = piece.kind === 'word' ? meantSenses(pieces, words, at, lexicon) : undefined;
    const day = dayBeside(pieces, at);
    if (day !== undefined) {
      terms.push({ kind: 'day', text: piece.text, day });
      at += 1;
    } else if (found) {
      const text = pieces
        .slice(at, at + found.length)
        .map((p) => p.text)
        .join(' ');
      terms.push(
        senseTerm(
          text,
          words.slice(at, at + found.length).filter((word) => word !== undefined),
          found.senses,
        ),
      );
      at += found.length;
    } else {
      terms.push(plainTerm(piece, lexicon));
      at += 1;
    }
  }
  return terms;
}

/** "1 August", "August 1st", "1 августа": a small number beside a month is its day. */
function dayBeside(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'number' || !Number.isInteger(piece.value) || piece.value < 1 || piece.value > 31)
    return undefined;
  const isMonth = (other: Piece | undefined) => other?.kind === 'word' && MONTHS.has(other.text);
  return isMonth(pieces[at - 1]) || isMonth(pieces[at + 1]) ? piece.value : undefined;
}

/**
 * Stems make names alike that are not: данные (data) and Дания (Denmark). A name is meant only when it is written
 * nearly in full, so that just its ending may differ.
 */
function meantSenses(pieces: readonly Piece[], words: readonly (number | undefined)[], at: number, lexicon: Lexicon) {
  for (const found of lexicon.senses(words, at)) {
    const typed = pieces
      .slice(at, at + found.length)
      .map((piece) =>
        piece.kind === 'word' && piece.trust < 1 && piece.word !== undefined
          ? lexicon.vocabulary.shown(piece.word)
          : piece.text,
      );
    const senses = found.senses.filter((sense) =>
      'place' in sense ? isName(typed, sense.written) : isSaid(typed, sense.written),
    );
    if (senses.length > 0) return { senses, length: found.length };
  }
  return undefined;
}

/** An English cue counts as it is written, give or take an s: "listed" does not ask for a list. */
function isSaid(typed: readonly string[], written: string): boolean {
  if (!/^[a-z ]+$/.test(written)) return true;
  const words = written.split(' ');
  return words.every((word, at) => typed[at] === word || typed[at] === `${word}s` || `${typed[at]}s` === word);
}

function isName(typed: readonly string[], written: string): boolean {
  const names = written.split(/[\s-]+/);
  if (names.length !== typed.length) return /\p{Script=Han}/u.test(written);
  return names.every((name, at) => {
    const stem = name.length < 4 ? name : name.slice(0, -1);
    return typed[at]?.startsWith(stem) === true && (typed[at]?.length ?? 0) <= name.length + 3;
  });
}

function senseTerm(text: string, words: number[], senses: readonly Sense[]): Term {
  const place = senses.find((sense) => 'place' in sense);
  if (place) return { kind: 'place', text, words, place: place.place };
  return { kind: 'cue', text, words, cues: senses.flatMap((sense) => ('cue' in sense ? [sense.cue] : [])) };
}

function plainTerm(piece: Piece, lexicon: Lexicon): Term {
  if (piece.kind === 'mark') return markTerm(piece.text);
  if (piece.kind === 'date') return dateTerm(piece.text, piece.part, piece.value);
  if (piece.kind === 'number') {
    const ordinal = ORDINALS[piece.text];
    if (ordinal) return { kind: 'content', text: ordinal, word: lexicon.lookUp(ordinal), trust: 1 };
    const isYear =
      !piece.grouped &&
      !piece.spelled &&
      Number.isInteger(piece.value) &&
      piece.value >= YEARS.first &&
      piece.value <= YEARS.last;
    return isYear
      ? { kind: 'year', text: piece.text, year: piece.value }
      : { kind: 'number', text: piece.text, value: piece.value, places: piece.places };
  }
  const month = MONTHS.get(piece.text);
  if (month !== undefined) return { kind: 'month', text: piece.text, month };
  if (
    piece.word !== undefined &&
    lexicon.isFiller(piece.word, piece.trust < 1 ? lexicon.vocabulary.shown(piece.word) : piece.text)
  )
    return { kind: 'filler', text: piece.text, word: piece.word };
  return { kind: 'content', text: piece.text, word: piece.word, trust: piece.trust };
}

function dateTerm(text: string, part: 'year' | 'month' | 'day', value: number): Term {
  if (part === 'year') return { kind: 'year', text, year: value < 100 ? 2000 + value : value };
  return part === 'month' ? { kind: 'month', text, month: value } : { kind: 'day', text, day: value };
}

function markTerm(mark: string): Term {
  const cue = MARK_CUES[mark];
  if (cue) return { kind: 'cue', text: mark, words: [], cues: [cue] };
  return { kind: 'break', text: mark, strong: STRONG_BREAK.test(mark) };
}

const MARK_CUES: Partial<Record<string, Cue>> = {
  '%': 'share',
  $: 'dollars',
  '€': 'other-currency',
  '£': 'other-currency',
  '¥': 'yuan',
  '>': 'over',
  '<': 'under',
  '&': 'and',
  '+': 'and',
};

const MONTHS = new Map<string, number>(
  [
    'january jan январь января январе янв',
    'february feb февраль февраля феврале фев',
    'march март марта марте мар',
    'april apr апрель апреля апреле апр',
    // "may" is left out: it is a polite verb far more often than a month.
    'май мая мае',
    'june jun июнь июня июне',
    'july jul июль июля июле',
    'august aug август августа августе авг',
    'september sept sep сентябрь сентября сентябре сен',
    'october oct октябрь октября октябре окт',
    'november nov ноябрь ноября ноябре ноя',
    'december dec декабрь декабря декабре дек',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

function judgeLanguage(text: string, pieces: readonly Piece[], lexicon: Lexicon): Language | undefined {
  const everyday = { en: 0, zh: 0, ru: 0 };
  for (const piece of pieces) {
    const language =
      piece.kind === 'word' && piece.word !== undefined ? lexicon.everydayLanguage(piece.word) : undefined;
    if (language) everyday[language] += 1;
  }
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  return languageOf({
    latin: count(/[a-z]/g),
    cyrillic: count(/\p{Script=Cyrillic}/gu),
    han: count(/\p{Script=Han}/gu),
    everyday,
  });
}
