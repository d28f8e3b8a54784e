import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { Cue } from '../language/words/cues.ts';
import { confidence, judge, type Verdict } from '../matching/confidence.ts';
import { buildPostings, NEARLY_WHOLE, WHOLE } from '../matching/postings.ts';
import { asksQuantity } from './asks.ts';
import {
  askedIn,
  type ContentTerm,
  countedIn,
  describersIn,
  headOf,
  ownedIn,
  predicatesIn,
  thingsIn,
} from './counted.ts';
import { type Counting, createCounting } from './counting.ts';
import { createGapVetoes } from './gap-vetoes.ts';
import { asksMoney, createHints } from './hints.ts';
import type { Lexicon } from './lexicon.ts';
import { type Candidate, createRanking } from './ranking.ts';
import { fileTargets, type Target } from './targets.ts';
import type { Term } from './terms.ts';
import { createUnheld, type Said } from './unheld.ts';
import { wordsIn } from './wordbook.ts';

/** What a stretch of the question means. */
export type Match = {
  verdict: Verdict;
  candidates: Candidate[];
  confidence: number;
  /** The weight of its words that the best candidate explains: longer and rarer explained words weigh more. */
  explained: number;
  /** Its words that no target knows. */
  unknown: string[];
};

export type Matcher = {
  /** `behind`: what of the sentence follows. */
  match(terms: readonly Term[], cues: ReadonlySet<Cue>, behind?: readonly Term[]): Match;
  topic(terms: readonly Term[]): string | undefined;
  /** Whether all of some words are part of what names a figure: "higher" of "higher education" compares nothing. */
  isNamedBy(figure: string, words: readonly number[]): boolean;
  kindOf(figure: string): Figure['kind'] | undefined;
  /** "How much went out as awards, and to how many?": the count that belongs to a sum, named by the same words. */
  countBeside(sum: Target, match: Match): Candidate | undefined;
  /** "How many firms applied | for awards": something not held whose name goes from one stretch of a sentence into the next. */
  namedAcross(stretches: readonly { terms: readonly Term[]; sentence: number }[]): string | undefined;
  /** Whether a word is part of what names any figure. */
  isOfFigures(word: number): boolean;
  /** Whether a figure or derived number can be the amount of some things. */
  counts: Counting;
};

/** Candidates no further behind the best than this are rivals for a question that names money or firms. */
const RIVAL_RANGE = 0.3;
/** A question after a count of which less than this is explained is after something else as well. */
const LEAST_COVERAGE = 0.6;
/** An event is not asked for by less than this of a question. */
const HALF = 0.5;
/** What stands between a Chinese verb and what is asked of it, and between a description and its noun. */
const DONE = new Set(['了', '过', '掉', '掉了']);
const DESCRIBING = new Set(['的']);
/** From here on words that name other figures change nothing. */
const WHOLE_COVERAGE = 0.75;
/** A topic is meant when it is named at least this well. */
const LEAST_TOPIC = 0.6;

export function createMatcher(catalogue: Catalogue, lexicon: Lexicon): Matcher {
  const { targets, documents, figureWords } = fileTargets(catalogue, lexicon);
  const hints = createHints(catalogue, lexicon);
  const topicPhrases = catalogue.topics.map(({ keywords }) =>
    wordsIn(keywords, lexicon.languages).map((keyword) => lexicon.phrase(keyword).words),
  );
  const unheld = createUnheld(catalogue, lexicon);
  const postings = buildPostings(documents, lexicon.vocabulary.size());
  const { named, beside } = createGapVetoes(targets, postings, unheld);
  const topics = buildPostings(topicPhrases, lexicon.vocabulary.size());
  const figures = figureIndex(catalogue);
  const counts = createCounting(catalogue, lexicon, targets, postings);
  const rank = createRanking(catalogue, { targets, figureWords, postings, hints, counts, unheld });
  const isOfKind = ({ kind, id }: Target, wanted: Figure['kind']) =>
    kind === 'figure' && figures.get(id)?.kind === wanted;
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));

  const isRelated = (one: Target, other: Target) =>
    figures.get(one.id)?.related.includes(other.id) === true ||
    figures.get(other.id)?.related.includes(one.id) === true;
  const isWholeEvent = ({ target, fit }: Candidate) => isOfKind(target, 'event') && fit.completeness > WHOLE;

  // A derived number and the figures it is made of are no rivals.
  const belong = (one: Target, other: Target) => {
    const relation = relations.get(one.id) ?? relations.get(other.id);
    return relation !== undefined && [one.id, other.id].some((id) => id === relation.left || id === relation.right);
  };

  const wordsOf = (terms: readonly Term[]) => {
    const required = new Map<number, { word: number; trust: number }>();
    const optional: number[] = [];
    const unknown: string[] = [];
    for (const term of terms) {
      if (term.kind === 'content') {
        if (term.word === undefined || !postings.isKnown(term.word)) unknown.push(term.text);
        else required.set(term.word, { word: term.word, trust: term.trust });
      } else if (term.kind === 'cue' || term.kind === 'place') optional.push(...term.words);
      else if (term.kind === 'filler') optional.push(term.word);
    }
    return { required: [...required.values()], optional, unknown };
  };

  /** "How many interns", 多少订单: what is counted is nothing that a figure is about. */
  const countsOther = (best: Candidate, counted: readonly ContentTerm[]) =>
    best.target.kind === 'figure' && counted.length > 0 && !counted.some((term) => isOf(best, term));
  const isOf = ({ fit }: Candidate, term: Term | undefined) =>
    term?.kind === 'content' && term.word !== undefined && postings.holds(fit.document, term.word);

  /** "Firms that applied for an award": known words that name other figures, or half of the question. */
  const leavesOut = ({ fit }: Candidate, required: readonly { word: number; trust: number }[]) =>
    fit.coverage < LEAST_COVERAGE ||
    (fit.coverage < WHOLE_COVERAGE &&
      required.some(({ word, trust }) => trust === 1 && figureWords.has(word) && !postings.holds(fit.document, word)));

  /** 实验室拿到多少奖励资金: a sum beside things that it is not of. */
  const isOfAnother = (sum: Candidate, terms: readonly Term[]) =>
    terms.some(
      (term) =>
        term.kind === 'content' &&
        term.word !== undefined &&
        !isOf(sum, term) &&
        catalogue.figures.some(
          ({ id, kind, related }) =>
            kind === 'count' && !related.includes(sum.target.id) && counts({ kind: 'figure', id }, [term]),
        ) &&
        !catalogue.figures.some(
          ({ id, kind, related }) =>
            kind === 'count' && related.includes(sum.target.id) && counts({ kind: 'figure', id }, [term]),
        ),
    );

  const isStrange = ({ word }: ContentTerm) => word === undefined || !postings.isKnown(word);

  /** "Chemical research centres", 关停的实验室, 撤销了多少工程中心: a word before a name that nothing is named by narrows what is meant. */
  const isNarrowed = (best: Candidate, terms: readonly Term[]) =>
    best.target.kind === 'figure' &&
    terms.some((term, at) => {
      if (term.kind !== 'content' || !isStrange(term) || isOf(best, terms[at - 1])) return false;
      // 筹建: a sign that is known for itself may end the word.
      const isLonger = terms[at + 1]?.kind === 'filler' && DESCRIBING.has(terms[at + 2]?.text ?? '');
      const behind = terms.slice(at + (isLonger ? 2 : 1));
      const isDone =
        DONE.has(behind[0]?.text ?? '') && behind[1]?.kind === 'cue' && asksQuantity(new Set(behind[1].cues));
      const isDescribing = isOfKind(best.target, 'count') && DESCRIBING.has(behind[0]?.text ?? '');
      return isOf(best, behind[isDone ? 2 : isDescribing ? 1 : 0]);
    });

  return {
    match(terms, cues, behind = []) {
      const { required, optional, unknown } = wordsOf(terms);
      const words = required.map(({ word }) => word);
      const noun = headOf(terms);
      const head = noun?.word;
      const things = thingsIn(terms, behind);
      const candidates = rank({ terms, cues, required, optional, unknown: unknown.length, things, head });
      const [best, ...others] = candidates;
      if (!best) return { verdict: 'refusal', candidates, confidence: 0, explained: 0, unknown };

      const explainedBy = ({ fit }: Candidate) =>
        required.reduce(
          (sum, { word, trust }) => sum + (postings.holds(fit.document, word) ? postings.weight(word) * trust : 0),
          0,
        );
      const putFirst = (one: Candidate) =>
        one === best ? candidates : [one, ...candidates.filter((other) => other !== one)];

      // "When was it listed on the exchange?" asks for the event's date, whatever else it names.
      const event =
        cues.has('when') && !cues.has('how-many')
          ? others.find((one) => isWholeEvent(one) && isRelated(best.target, one.target))
          : undefined;
      if (event && isOfKind(best.target, 'count'))
        return {
          verdict: 'answer',
          candidates: putFirst(event),
          confidence: 1,
          explained: explainedBy(event),
          unknown,
        };
      const asksDate = cues.has('when') && isOfKind(best.target, 'event');
      // "How many municipal incubators": what is counted is part of the whole name that fits.
      const isNamed =
        head !== undefined &&
        best.target.kind === 'figure' &&
        best.fit.likeness > WHOLE &&
        postings.holds(best.fit.document, head) &&
        // "Start-ups inside the ecosystems, how many": a word before "how many" must be what is counted, not just a part of a name.
        (things.length > 0 || noun === undefined || counts(best.target, [noun]));
      const veto = asksDate
        ? undefined
        : ((isNamed ? undefined : unheld.counted(candidates, head)) ?? beside(best, others, words));
      if (veto)
        return { verdict: 'answer', candidates: putFirst(veto), confidence: 1, explained: explainedBy(veto), unknown };
      const said = named(best, terms);
      if (said)
        return { verdict: 'answer', candidates: putFirst(said), confidence: 1, explained: explainedBy(best), unknown };

      const rival = others.find(
        ({ target, fit }) =>
          !belong(best.target, target) && (target.kind !== 'gap' || fit.completeness >= NEARLY_WHOLE),
      );
      const { coverage, completeness, likeness } = best.fit;
      const evidence = { coverage, completeness, likeness, margin: Math.min(1, best.score - (rival?.score ?? 0)) };
      const sure = judge(evidence);
      const isSure = sure === 'answer';
      const isNumber = isOfKind(best.target, 'count') || isOfKind(best.target, 'money');
      const counted = [countedIn(terms), ownedIn(terms), isNumber ? askedIn(terms) : []].find((one) =>
        countsOther(best, one),
      );
      const uncounted = isSure
        ? [things, isNumber ? askedIn(terms) : []].find((named) => !counts(best.target, named))
        : undefined;
      const narrowing = [...describersIn(terms), ...predicatesIn(terms).filter(isStrange)].filter(
        (term) => !isOf(best, term),
      );
      const other =
        counted ?? uncounted ?? (narrowing.length > 0 && best.target.kind === 'figure' ? narrowing : undefined);
      if (other)
        return { verdict: 'refusal', candidates, confidence: 0, explained: 0, unknown: other.map(({ text }) => text) };
      // No sum or count is asked for by "when", least of all by half its name: 哪天发的.
      const asksDay = cues.has('when') && !asksQuantity(cues) && best.fit.completeness < WHOLE;
      const isPartly = isNumber && (asksDay || leavesOut(best, required));
      const verdict = isSure && (isPartly || isNarrowed(best, terms)) ? 'choice' : sure;
      const apart = verdict === 'choice' ? toldApart(candidates, cues, head) : undefined;
      const told =
        isPartly && apart && (isOfKind(apart.target, 'count') || apart.fit.coverage < HALF || isOfAnother(apart, terms))
          ? undefined
          : apart;
      const chosen = told ?? best;
      return {
        verdict: told ? 'answer' : verdict,
        candidates: putFirst(chosen),
        confidence: confidence(evidence),
        explained: explainedBy(chosen) * (0.7 + 0.3 * chosen.fit.completeness),
        unknown,
      };
    },
    isNamedBy(figure, words) {
      // Figures are filed first, in the order of the catalogue.
      const document = figures.placeOf(figure);
      return document !== undefined && words.length > 0 && words.every((word) => postings.holds(document, word));
    },
    kindOf: (figure) => figures.get(figure)?.kind,
    countBeside(sum, { candidates }) {
      if (!isOfKind(sum, 'money')) return undefined;
      return candidates.find(
        (one) => isOfKind(one.target, 'count') && one.fit.completeness > WHOLE && isRelated(sum, one.target),
      );
    },
    namedAcross(stretches) {
      return stretches.flatMap((one, at) => {
        const next = stretches[at + 1];
        if (next?.sentence !== one.sentence) return [];
        const within = [one, next].flatMap(({ terms }) => unheld.said(terms));
        const isAcross = (name: Said) => !within.includes(name) && name.whole.length > 2;
        return unheld.said([...one.terms, ...next.terms]).filter(isAcross);
      })[0]?.gap;
    },
    isOfFigures: (word) => figureWords.has(word),
    counts,
    topic(terms) {
      const { required, optional, unknown } = wordsOf(terms);
      const fits = topics.search(required, optional, unknown.length);
      const [best] = fits.sort((a, b) => b.coverage * b.completeness - a.coverage * a.completeness);
      if (!best || best.coverage < LEAST_TOPIC || best.completeness < LEAST_TOPIC) return undefined;
      return catalogue.topics[best.document]?.id;
    },
  };

  /** Between a sum and a count a question for money means the sum, "when" means an event, and "how many firms" the count of firms. */
  function toldApart(
    candidates: readonly Candidate[],
    cues: ReadonlySet<Cue>,
    head: number | undefined,
  ): Candidate | undefined {
    const [best] = candidates;
    if (best?.target.kind !== 'figure' || best.fit.completeness < WHOLE) return undefined;
    const rivals = candidates.filter((one) => best.score - one.score < RIVAL_RANGE);
    const meant = rivals.filter(({ target, fit }) => {
      if (asksMoney(cues)) return isOfKind(target, 'money');
      if (cues.has('when') && !cues.has('how-many')) return isOfKind(target, 'event') && fit.coverage >= HALF;
      return cues.has('how-many') && hints.counts(target, head);
    });
    return meant.length === 1 ? meant[0] : undefined;
  }
}
