import type { Language } from '../../data/schema.ts';
import { languageOf } from '../language/languages.ts';
import type { NamedPlace } from '../language/places.ts';
import { CYRILLIC, HAN } from '../language/scripts.ts';
import type { Cue } from '../language/words/cues.ts';
import { COUNTABLE, NEUTRAL_NOUNS } from '../language/words/fillers.ts';
import { rankCities } from './cities.ts';
import { RUSSIAN_RECEIVER } from './counted.ts';
import type { Lexicon } from './lexicon.ts';
import { readParticles } from './particles.ts';
import { findPhrases } from './phrases.ts';
import { type Correction, type Piece, readPieces } from './pieces.ts';

export type { Correction } from './pieces.ts';

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

/** Looks up every piece of a normalised message: words, numbers, years, places, and the phrases that say what is asked. */
export function readTerms(text: string, lexicon: Lexicon): Terms {
  const corrections: Correction[] = [];
  const pieces = readPieces(text, lexicon, corrections);
  const terms = rankCities(
    neutralise(
      nameSums(
        joinAmounts(
          boundYears(tellCounted(tellOccasions(placeOrigins(readParticles(findPhrases(pieces, lexicon)))), lexicon)),
        ),
      ),
    ),
  );
  return { terms, corrections, language: judgeLanguage(text, pieces, lexicon) };
}

/** "What share came from Harbin?", "unicorns out of Harbin": from a place come things, not figures. */
function placeOrigins(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const isSource =
      term.kind === 'cue' && (term.text === 'out of' || (term.cues.includes('source') && term.text.endsWith(' from')));
    return isSource && terms[at + 1]?.kind === 'place' ? { kind: 'filler', text: term.text, word: -1 } : term;
  });
}

/** "How many teachers", 论文数量, "articles of the labs": a word that elsewhere only says what for ("for my teacher") tells what is counted. */
function tellCounted(terms: readonly Term[], lexicon: Lexicon): Term[] {
  const counts = (term: Term | undefined) =>
    term?.kind === 'cue' && (term.cues.includes('how-many') || term.cues.includes('amount'));
  return terms.map((term, at) => {
    const isThing = term.kind === 'filler' && (COUNTABLE.has(term.text) || lexicon.isUnheld(term.text));
    if (!isThing) return term;
    const before = terms.slice(0, at).findLast(({ kind }) => kind !== 'filler');
    const after = terms.slice(at + 1).find(({ kind }) => kind !== 'filler');
    // 实验室论文: what stands right behind the name of another thing is something of it.
    const isOwned = HAN.test(term.text) ? terms[at - 1]?.kind === 'content' : terms[at + 1]?.text === 'of';
    const isCounted = counts(before) || (HAN.test(term.text) && counts(after)) || isOwned;
    return isCounted || (SEVERAL.test(term.text) && lexicon.isUnheld(term.text))
      ? { ...term, kind: 'content', trust: 1 }
      : term;
  });
}

const RUSSIAN_DEED = /\p{Script=Cyrillic}{2}(?:ли|[аяе]но)$/u;
const RUSSIAN_VERB = /\p{Script=Cyrillic}{2}(?:л[аои]|[аяе]н[оы]|[еиуюая]т)$/u;
/** "Teachers at the universities" are asked about; "my teacher" asks. */
const SEVERAL = /^[a-z]{3,}s$/;

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
    const isCount = term.kind === 'cue' && (term.cues.includes('how-many') || term.cues.includes('amount'));
    if (!isCount) return term;
    const next = terms.slice(at + 1).find((one) => !isPassedOver(one, term));
    const before = terms.slice(0, at).findLast((one) => !isPassedOver(one, term));
    // "А денег сколько?", but not "денег сколько компаний получили".
    const isLast = next === undefined || next.kind === 'break';
    if (isGiven(term, terms[at + 1], terms[at + 2])) return { ...term, cues: ['how-much', 'money'] };
    return isMoney(next) || (isLast && term.cues.includes('amount') && isMoney(before))
      ? { ...term, cues: ['how-much'] }
      : term;
  });
}

/** Сколько всего на них денег, сколько выделено денег: what may stand between, where the language leaves the order free. */
function isPassedOver(term: Term, asking: Term): boolean {
  if (!CYRILLIC.test(asking.text)) return false;
  if (term.kind === 'content') return RUSSIAN_VERB.test(term.text);
  return term.kind === 'filler' || (term.kind === 'cue' && term.cues.every((cue) => cue === 'it'));
}

/** Сколько выплатили компаниям: what is given to somebody, with nothing counted, is a sum. */
function isGiven(asking: Term & { kind: 'cue' }, deed: Term | undefined, receiver: Term | undefined): boolean {
  return (
    asking.cues.includes('amount') && RUSSIAN_DEED.test(deed?.text ?? '') && RUSSIAN_RECEIVER.test(receiver?.text ?? '')
  );
}

function isMoney(term: Term | undefined): boolean {
  return term?.kind === 'cue' && term.cues.includes('money');
}

/** "200 million": numbers of that size are sums of money here, so they ask for one as the word would. */
function nameSums(terms: readonly Term[]): Term[] {
  return terms.flatMap((term): Term[] =>
    term.kind === 'number' && term.value >= LEAST_MILLIONS
      ? [term, { kind: 'cue', text: '', words: [], cues: ['money'] }]
      : [term],
  );
}

const LEAST_MILLIONS = 1_000_000;

/** "Raised when it floated": behind what was done, "when it" only tells on what occasion. */
function tellOccasions(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const next = terms[at + 1];
    const isOccasion =
      term.text === 'when' && terms[at - 1]?.kind === 'content' && (next?.text === 'it' || next?.text === 'they');
    return isOccasion ? { kind: 'filler', text: term.text, word: -1 } : term;
  });
}

/** An unknown word before a noun that says nothing itself describes that noun only: "that precious city". */
function neutralise(terms: readonly Term[]): Term[] {
  return terms.map((term, at) => {
    const next = terms[at + 1];
    const isNeutral =
      next !== undefined && (next.kind === 'place' || (next.kind === 'filler' && NEUTRAL_NOUNS.has(next.text)));
    return term.kind === 'content' && term.word === undefined && isNeutral && !HAN.test(term.text)
      ? { kind: 'filler', text: term.text, word: -1 }
      : term;
  });
}

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

/** All cues of a stretch. */
export function cuesOf(terms: readonly Term[]): Set<Cue> {
  return new Set(terms.flatMap((term) => (term.kind === 'cue' ? term.cues : [])));
}

/** Whether a stretch tells of anything. */
export function hasContent({ terms }: { terms: readonly Term[] }): boolean {
  return terms.some((term) => term.kind === 'content');
}

/** The stretches between the terms that end one, which stand in none. */
export function partedAt(terms: readonly Term[], isEnd: (term: Term) => boolean): Term[][] {
  const parts: Term[][] = [[]];
  for (const term of terms) {
    if (isEnd(term)) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return parts.filter((part) => part.length > 0);
}
