import { LANGUAGES } from '../../data/languages.ts';
import type { Catalogue, Language } from '../../data/schema.ts';
import { MAX_QUESTION_CHARACTERS, normalise } from '../language/normalise.ts';
import type { Missing, Question } from '../question.ts';
import { type Checker, createChecker } from './check.ts';
import { doubts, numbersOf } from './claims.ts';
import { type Context, createInterpreter, type Interpreter } from './interpret.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { MAX_CHECKED_CHARACTERS } from './passages.ts';
import { type Correction, readTerms } from './terms.ts';

/** A message after reading: what was asked, in which language, and what was read differently or assumed. */
export type Reading = {
  question: Question;
  language: Language | undefined;
  corrections: Correction[];
  /** The figures that were taken over from the conversation because the message did not name one. */
  assumed: string[];
};

export type Reader = {
  read(message: string, context?: Context): Reading;
  /** What a text claims, to be held against the sources; a text without numbers is no claim. */
  check(text: string): Reading;
  /** The topic that words name. */
  topic(message: string): string | undefined;
};

export function createReader(catalogue: Catalogue): Reader {
  // A question in Latin letters needs no Chinese or Russian words; each set is built when it is first asked in.
  const engines = new Map<string, Engine>();
  const engineFor = (text: string): Engine => {
    const languages = LANGUAGES.filter((language) => language === 'en' || SCRIPTS[language].test(text));
    const key = languages.join(' ');
    const known = engines.get(key);
    if (known) return known;
    const built = createEngine(catalogue, languages);
    engines.set(key, built);
    return built;
  };
  const check: Reader['check'] = (text) => {
    const { corrections, language, claims, unread, most } = engineFor(text.slice(0, MAX_CHECKED_CHARACTERS)).check(
      text,
    );
    if (claims.length === 0 && unread.length === 0) return refusal({ kind: 'no-number' }, language);
    const question: Question = {
      kind: 'check',
      claims,
      ...(unread.length > 0 ? { unread } : {}),
      ...(most === undefined ? {} : { most }),
    };
    return { question, language, corrections, assumed: [] };
  };
  return {
    topic(message) {
      const { text } = normalise(message);
      const { lexicon, matcher } = engineFor(text);
      return matcher.topic(readTerms(text, lexicon).terms);
    },
    check,
    read(message, context) {
      const { text, tooLong } = normalise(message);
      const { lexicon, interpret } = engineFor(text);
      const { terms, corrections, language } = readTerms(text, lexicon);
      if (tooLong) return refusal({ kind: 'too-long', most: MAX_QUESTION_CHARACTERS }, language);
      if (text === '')
        return message.trim() === ''
          ? { question: { kind: 'help' }, language, corrections, assumed: [] }
          : refusal({ kind: 'nonsense' }, language);
      const { question, assumed } = interpret(terms, context ?? { figures: [] });
      // "48 universities and 229 labs, right?": each number is held against its own figure.
      const isOfSeveral = question.kind === 'figure' && question.figures.length > 1 && numbersOf(terms).length > 1;
      if (isOfSeveral && doubts(terms)) {
        const checked = check(message);
        if (checked.question.kind === 'check' && checked.question.claims.length > 1) return checked;
      }
      return { question, language, corrections: shownCorrections(corrections, question), assumed };
    },
  };
}

/** What reads questions in some languages. */
type Engine = { lexicon: Lexicon; matcher: Matcher; interpret: Interpreter; check: Checker };

const SCRIPTS: Record<Language, RegExp> = { en: /[a-z]/i, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u };

function createEngine(catalogue: Catalogue, languages: readonly Language[]): Engine {
  const lexicon = createLexicon(catalogue, languages);
  const matcher = createMatcher(catalogue, lexicon);
  return {
    lexicon,
    matcher,
    interpret: createInterpreter(catalogue, matcher),
    check: createChecker(catalogue, lexicon, matcher),
  };
}

function refusal(missing: Missing, language: Language | undefined): Reading {
  return { question: { kind: 'unknown', missing, near: [] }, language, corrections: [], assumed: [] };
}

/** A refusal of words that were not understood must not claim to have read them. */
function shownCorrections(corrections: readonly Correction[], question: Question): Correction[] {
  return question.kind === 'unknown' && question.missing.kind === 'nonsense' ? [] : [...corrections];
}
