import { chineseNumeral, digitsValue, isSingle, multiplier, numberWord } from '../language/numbers.ts';
import { HAN } from '../language/scripts.ts';
import { wordKey } from '../language/synonyms.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import { isOrdinaryEnglish } from '../language/words/ordinary.ts';
import { RUSSIAN_PREDICATE } from './inflections.ts';
import type { Lexicon } from './lexicon.ts';
import { denies } from './negation.ts';

/** A word that was read as another: shown to the asker, never hidden. */
export type Correction = { typed: string; read: string };

/** A unit of text after it was looked up, before its neighbours are considered. */
export type Piece =
  | { kind: 'word'; text: string; word: number | undefined; trust: number }
  | { kind: 'number'; text: string; value: number; places: number; grouped: boolean; spelled: boolean }
  | { kind: 'date'; text: string; part: 'year' | 'month' | 'day'; value: number }
  | { kind: 'mark'; text: string };

/** Cuts a normalised message into words, numbers and marks, with slips corrected and parts of one thing joined. */
export function readPieces(text: string, lexicon: Lexicon, corrections: Correction[]): Piece[] {
  const money: Piece = { kind: 'word', text: 'money', word: lexicon.lookUp('money'), trust: 1 };
  const pieces = joinWords(tokenise(text), lexicon).flatMap((token) => pieceOf(token, lexicon, corrections));
  return joinNumbers(pieces, money);
}

const CHINESE_DATE_PARTS: Partial<Record<string, 'year' | 'month' | 'day'>> = {
  年: 'year',
  月: 'month',
  日: 'day',
  号: 'day',
};
/** A larger number before 年 is a time as long, and no year. */
const LAST_YEAR = 9_999;
/** How much a corrected word counts, falling with its distance from the word it was read as. */
const trustAt = (distance: number) => 1 / (1 + 0.1 * distance);
/** Shortest stem that is corrected by itself, in letters. */
const LEAST_STEM_LETTERS = 5;
/** Forms of one word differ in length by no more letters than this. */
const MOST_ENDING_LETTERS = 3;
/** Joins "16.8" and "billion", "1.34" and 亿, "two" "hundred" into one number. */
const ASKING_AMOUNT = new Set(['many', 'сколько', '多少', '几']);

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
    const parts = lexicon.compound(token.text);
    if (parts) return parts.map((part) => ({ kind: 'word', text: part, word: lexicon.lookUp(part), trust: 1 }));
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
      last.text.length + token.text.length >= LEAST_JOINED_LETTERS &&
      isKnown(last.text + token.text)
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + token.text };
    } else joined.push(token);
  }
  return joined;
}

/** Shorter words are known by chance: "in NE China" holds no "inne". */
const LEAST_JOINED_LETTERS = 6;

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
  const bySpelling = corrector.correct(text);
  const byStemOnly = byStem ? corrector.correct(stemmed) : undefined;
  // Stems hide how long words are: досталось would be read as роста.
  const isAlike = (word: number) =>
    Math.abs(lexicon.vocabulary.shown(word).length - text.length) <= MOST_ENDING_LETTERS;
  // "Переехало" (moved) is no slip for "перепало" (fell to), nor "болеет" (is ill) for "более": a verb says something.
  const isTellingVerb = (word: number) => {
    const shown = lexicon.vocabulary.shown(word);
    return RUSSIAN_PREDICATE.test(shown) && !lexicon.isFiller(word, shown);
  };
  const found = [bySpelling, byStemOnly && isAlike(byStemOnly.word) ? byStemOnly : undefined]
    .filter((correction) => correction !== undefined)
    .filter(({ word }) => !denies(text, lexicon.vocabulary.shown(word)))
    .filter(({ word }) => !isPrefixed(text, lexicon.vocabulary.shown(word)))
    .filter(({ word }) => !RUSSIAN_PREDICATE.test(text) || isTellingVerb(word))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!found) return { kind: 'word', text, word: undefined, trust: 1 };
  if (!lexicon.isFiller(found.word, lexicon.vocabulary.shown(found.word)))
    corrections.push({ typed: text, read: lexicon.vocabulary.shown(found.word) });
  return { kind: 'word', text, word: found.word, trust: trustAt(found.distance) };
}

/** A Russian prefix makes another word, and no slip: "оспорено" (contested) is not "спорим" (we bet). */
function isPrefixed(typed: string, known: string): boolean {
  return /^\p{Script=Cyrillic}/u.test(typed) && typed[0] !== known[0] && typed[1] === known[0];
}

function joinNumbers(pieces: readonly Piece[], moneyWord: Piece): Piece[] {
  const joined: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = joined.at(-1);
    // 7个亿, 一百多个亿
    if (last?.kind === 'number' && WITHIN_NUMBERS.has(piece.text)) {
      const rest = pieces.slice(at + 1);
      if (isFactor(rest.find(({ text }) => !WITHIN_NUMBERS.has(text)))) continue;
    }
    const factor = piece.kind === 'word' ? multiplier(piece.text) : undefined;
    if (last?.kind === 'number' && factor !== undefined) {
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${piece.text}`,
        // 1.34 times a hundred million is 134,000,000.00000001 to a computer.
        value: Number((last.value * factor).toPrecision(12)),
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
    if (last?.kind === 'number' && part && Number.isInteger(last.value) && last.value <= LAST_YEAR) {
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

const WITHIN_NUMBERS = new Set(['个', '多', '来', '余', '几']);

function isFactor(piece: Piece | undefined): boolean {
  return piece?.kind === 'word' && HAN.test(piece.text) && multiplier(piece.text) !== undefined;
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
