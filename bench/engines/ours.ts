import { normalise } from '../../src/core/language/normalise.ts';
import { createLexicon } from '../../src/core/reading/lexicon.ts';
import { createMatcher } from '../../src/core/reading/matcher.ts';
import { createReader } from '../../src/core/reading/read.ts';
import { cuesOf, readTerms } from '../../src/core/reading/terms.ts';
import type { Catalogue } from '../../src/data/schema.ts';
import { MOST_HITS, type Search } from './engine.ts';

/** This engine as the product uses it: figures that it would answer or offer; none where it refuses. */
export function buildReader(catalogue: Catalogue): Search {
  const reader = createReader(catalogue);
  return warmed((text) => {
    const { question } = reader.read(text);
    return question.kind === 'figure' || question.kind === 'choice'
      ? question.figures.slice(0, MOST_HITS).map((id) => ({ id, score: 1 }))
      : [];
  });
}

/** Its matcher alone, on the whole question as one stretch. */
export function buildMatcher(catalogue: Catalogue): Search {
  const lexicon = createLexicon(catalogue, ['en']);
  const matcher = createMatcher(catalogue, lexicon);
  return warmed((text) => {
    const { terms } = readTerms(normalise(text).text, lexicon);
    const { verdict, candidates } = matcher.match(terms, cuesOf(terms));
    return verdict === 'refusal'
      ? []
      : candidates.slice(0, MOST_HITS).map(({ target }) => ({ id: target.id, score: 1 }));
  });
}

/** What is built only with the first mistyped word is part of the index as well. */
function warmed(search: Search): Search {
  search('how many mistypde wrods');
  return search;
}
