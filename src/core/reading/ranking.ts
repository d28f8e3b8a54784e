import type { Catalogue } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { Cue } from '../language/words/cues.ts';
import { type Fit, type Postings, type QueryWord, WHOLE } from '../matching/postings.ts';
import type { Operation } from '../question.ts';
import { asksQuantity } from './asks.ts';
import type { ContentTerm } from './counted.ts';
import type { Counting } from './counting.ts';
import { asksMoney, type Hints } from './hints.ts';
import type { Target, Targets } from './targets.ts';
import type { Term } from './terms.ts';
import type { Unheld } from './unheld.ts';

/** How well a target fits, best first in a list of them. */
export type Candidate = { target: Target; fit: Fit; score: number };

/** A stretch of a question: its words as they are looked up, and what it counts. */
type Stretch = {
  terms: readonly Term[];
  cues: ReadonlySet<Cue>;
  required: readonly QueryWord[];
  optional: readonly number[];
  /** How many of its words no target knows. */
  unknown: number;
  things: readonly ContentTerm[];
  head: number | undefined;
};

/** What a stretch of a question can mean at all, best first. */
export type Ranking = (stretch: Stretch) => Candidate[];

type Ground = Pick<Targets, 'targets' | 'figureWords'> & {
  postings: Postings;
  hints: Hints;
  counts: Counting;
  unheld: Unheld;
};

/** Which kinds of derived number each word for arithmetic can mean. */
const ARITHMETIC: readonly (readonly [Cue, readonly Operation[]])[] = [
  ['share', ['share']],
  ['per', ['ratio']],
  ['ratio', ['ratio']],
  ['difference', ['difference']],
  ['sum', ['sum']],
];
/** How much it tells that a phrase also holds one of the question's small words: "when did Fuerjia list". */
const HELP = 0.08;

export function createRanking(
  catalogue: Catalogue,
  { targets, figureWords, postings, hints, counts, unheld }: Ground,
): Ranking {
  const figures = figureIndex(catalogue);
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));
  const figureOf = ({ kind, id }: Target) => (kind === 'figure' ? figures.get(id) : undefined);

  // A relation shares its words with its two figures; only arithmetic, or a word of its own ("pass rate"), tells it apart.
  const isMeant = ({ target, fit }: Candidate, words: readonly number[], cues: ReadonlySet<Cue>) => {
    const relation = relations.get(target.id);
    const asked = ARITHMETIC.find(([cue]) => cues.has(cue))?.[1] ?? [];
    if (relation && asked.includes(relation.operation)) {
      const said = words.filter((word) => postings.holds(fit.document, word));
      const sides = [relation.left, relation.right].map((id) => figures.placeOf(id) ?? fit.document);
      // "What share of the high-tech companies …" names one side, and may be after a share of something else.
      const isOneSided = sides.some((side) => said.every((word) => postings.holds(side, word)));
      // "Average size of a centre" tells nothing of the institutions.
      const isHalf = !sides.every((side) => said.some((word) => postings.holds(side, word)));
      if (fit.completeness > WHOLE || !(relation.operation === 'share' ? isOneSided : isHalf)) return true;
    }
    return words.some((word) => postings.holds(fit.document, word) && !figureWords.has(word));
  };

  /** "How many policies has the city issued": what was begun is counted, whatever the words of its beginning. */
  const countingWhatBegan = (ranked: readonly Candidate[]): Candidate[] => {
    const [best, ...others] = ranked;
    const event = best && figureOf(best.target);
    const begun = event?.kind === 'event' ? others.find(({ target }) => target.id === event.begins) : undefined;
    if (!best || !begun) return [...ranked];
    const { coverage, likeness } = best.fit;
    const fit = { ...begun.fit, coverage, likeness };
    return [{ ...begun, fit, score: best.score }, ...others.filter((one) => one !== begun)];
  };

  return ({ terms, cues, required, optional, unknown, things, head }) => {
    const words = required.map(({ word }) => word);
    const isPossible = (candidate: Candidate) => {
      const { target } = candidate;
      if (target.kind === 'relation') return isMeant(candidate, words, cues) && counts(target, things);
      const figure = figureOf(target);
      if (figure?.kind === 'percent' && figure.growthOf !== undefined && !cues.has('course')) return false;
      return target.kind !== 'gap' || unheld.isWritten(target.id, terms);
    };
    const found = postings
      .search(required, optional, unknown)
      .flatMap((fit): Candidate[] => {
        const target = targets[fit.document];
        if (!target) return [];
        const help = fit.helped && fit.completeness > WHOLE && target.kind !== 'gap' ? HELP : 0;
        return [
          { target, fit, score: fit.coverage * (0.4 + 0.6 * fit.likeness) + hints.of(target, cues, head) + help },
        ];
      })
      .filter(isPossible)
      .sort((a, b) => b.score - a.score);
    // "How much award": a word for nothing that is counted may be the name of a sum.
    const isSumNamed = found.some(({ target, fit }) => figureOf(target)?.kind === 'money' && fit.completeness > WHOLE);
    const ranked = isSumNamed ? found.filter(({ target }) => counts(target, things)) : found;
    return asksQuantity(cues) && !asksMoney(cues) && !cues.has('when') ? countingWhatBegan(ranked) : ranked;
  };
}
