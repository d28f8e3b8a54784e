import { CYRILLIC, HAN } from '../language/scripts.ts';
import type { Cue } from '../language/words/cues.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import type { Piece } from './pieces.ts';
import type { Term } from './terms.ts';

/** Finds the phrases in a row of pieces that say what is asked or where, and names every other piece by its kind. */
export function findPhrases(pieces: readonly Piece[], lexicon: Lexicon): Term[] {
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

/** Years a person can mean; other four-digit numbers are quantities. */
const YEARS = { first: 1949, last: 2099 };
const STRONG_BREAK = /[.?!;\n。？！；]/;
/** What was done to a source: "опубликовано" asks for its age, "опубликовали" says what somebody did. */
const PARTICIPLE = /публикован[оаы]$/;
/** Set phrases of small words, whose forms mean something else: "в целом" (on the whole) is not "в цели" (as its aim). */
const FIXED: ReadonlySet<Cue> = new Set(['please', 'context']);
const ORDINALS: Partial<Record<string, string>> = { '1st': 'first', '2nd': 'second', '3rd': 'third' };

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
      'place' in sense ? isName(typed, sense.written) : isSaid(typed, sense),
    );
    if (senses.length > 0) return { senses, length: found.length };
  }
  return undefined;
}

/**
 * An English cue counts as it is written, give or take an s: "listed" does not ask for a list. Who speaks of themselves
 * says so in the very form: "работаю" (I work) is not "работает" (works). What points does so too: "theses" are not these.
 */
function isSaid(typed: readonly string[], { cue, written }: Extract<Sense, { cue: Cue }>): boolean {
  if (cue === 'me' && !HAN.test(written)) return typed.join(' ') === written;
  if (FIXED.has(cue) && CYRILLIC.test(written)) return typed.join(' ') === written;
  if (PARTICIPLE.test(written)) return typed.join(' ') === written;
  if (!/^[a-z ]+$/.test(written)) return true;
  if (cue === 'it') return typed.join(' ') === written;
  const words = written.split(' ');
  return words.every((word, at) => typed[at] === word || typed[at] === `${word}s` || `${typed[at]}s` === word);
}

function isName(typed: readonly string[], written: string): boolean {
  const names = written.split(/[\s-]+/);
  if (names.length !== typed.length) return HAN.test(written);
  return names.every((name, at) => {
    const stem = name.length < 4 ? name : name.replace(RUSSIAN_ADJECTIVE, '').slice(0, -1);
    return typed[at]?.startsWith(stem) === true && (typed[at]?.length ?? 0) <= name.length + 3;
  });
}

/** Of "новый" only "нов" stays the same in "в новом районе". */
const RUSSIAN_ADJECTIVE = /(?<=\p{Script=Cyrillic}{3})(?:[ыи]|[ао])(?=[йяе]$)/u;

/** "1 August", "August 1st", "1 августа": a small number beside a month is its day. */
function dayBeside(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'number' || !Number.isInteger(piece.value) || piece.value < 1 || piece.value > 31)
    return undefined;
  const isMonth = (other: Piece | undefined) => other?.kind === 'word' && MONTHS.has(other.text);
  return isMonth(pieces[at - 1]) || isMonth(pieces[at + 1]) ? piece.value : undefined;
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
  if (part === 'year') return { kind: 'year', text, year: value < 100 ? wholeYear(value) : value };
  return part === 'month' ? { kind: 'month', text, month: value } : { kind: 'day', text, day: value };
}

/** The year that two digits stand for: 91年 is 1991, 23年 is 2023. */
function wholeYear(digits: number): number {
  return digits < YEARS.first % 100 ? 2_000 + digits : 1_900 + digits;
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
