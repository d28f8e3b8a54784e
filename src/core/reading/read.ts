import type { Catalogue, Language } from '../../data/schema.ts';
import { MAX_QUESTION_CHARACTERS, normalise } from '../language/normalise.ts';
import type { Missing, Question } from '../question.ts';
import { createInterpreter } from './interpret.ts';
import { createLexicon } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import { type Correction, readTerms } from './terms.ts';

/** A message after reading: what was asked, in which language, and what was read differently or assumed. */
export type Reading = {
  question: Question;
  language: Language | undefined;
  corrections: Correction[];
  /** The figures that were taken over from the conversation because the message did not name one. */
  assumed: string[];
};

/** The figures that a conversation was last about. */
export type Context = { figures: readonly string[] };

export type Reader = {
  read(message: string, context?: Context): Reading;
  /** The topic that words name. */
  topic(message: string): string | undefined;
};

export function createReader(catalogue: Catalogue): Reader {
  const lexicon = createLexicon(catalogue);
  const matcher = createMatcher(catalogue, lexicon);
  const interpret = createInterpreter(catalogue, matcher);
  return {
    topic: (message) => matcher.topic(readTerms(normalise(message).text, lexicon).terms),
    read(message, context) {
      const { text, tooLong } = normalise(message);
      const { terms, corrections, language } = readTerms(text, lexicon);
      if (tooLong) return refusal({ kind: 'too-long', most: MAX_QUESTION_CHARACTERS }, language);
      if (text === '')
        return message.trim() === ''
          ? { question: { kind: 'help' }, language, corrections, assumed: [] }
          : refusal({ kind: 'nonsense' }, language);
      const { question, assumed } = interpret(terms, context?.figures ?? []);
      return { question, language, corrections: shownCorrections(corrections, question), assumed };
    },
  };
}

function refusal(missing: Missing, language: Language | undefined): Reading {
  return { question: { kind: 'unknown', missing, near: [] }, language, corrections: [], assumed: [] };
}

/** A refusal of words that were not understood must not claim to have read them. */
function shownCorrections(corrections: readonly Correction[], question: Question): Correction[] {
  return question.kind === 'unknown' && question.missing.kind === 'nonsense' ? [] : [...corrections];
}
