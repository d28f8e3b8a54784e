import { normalise } from '../../src/core/language/normalise.ts';
import { tokenise } from '../../src/core/language/tokens.ts';
import { createKeywordMatcher } from '../../src/core/reading/candidates.ts';
import { createLexicon } from '../../src/core/reading/lexicon.ts';
import { createReader } from '../../src/core/reading/read.ts';
import type { Catalogue } from '../../src/data/schema.ts';
import { MOST_HITS, type Search } from './engine.ts';

/** This engine as the product uses it: figures that it would answer, show as the nearest, or offer; none where it refuses. */
export function buildReader(catalogue: Catalogue): Search {
  const reader = createReader(catalogue);
  return warmed((text) => {
    const { question } = reader.read(text);
    return question.kind === 'figure' || question.kind === 'choice'
      ? question.figures.slice(0, MOST_HITS).map((id) => ({ id, score: 1 }))
      : [];
  });
}

/** Its keyword match alone, on the whole question. */
export function buildMatcher(catalogue: Catalogue): Search {
  const lexicon = createLexicon(catalogue);
  const matcher = createKeywordMatcher(catalogue, lexicon, ({ text }) => lexicon.corrector().correct(text)?.word);
  return warmed((text) => {
    const tokens = tokenise(normalise(text).text);
    const matches = matcher.figures(
      lexicon.wordsOf(tokens),
      tokens.map(() => 0),
    );
    return matches.slice(0, MOST_HITS).map(({ id, score }) => ({ id, score }));
  });
}

/** What is built only with the first mistyped word is part of the index as well. */
function warmed(search: Search): Search {
  search('how many mistypde wrods');
  return search;
}
