import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { datesItself, isHeldAt, placesOf } from '../catalogue/observing.ts';
import type { Topic } from './analysis.ts';
import { BESIDE, besideMeasures } from './beside.ts';
import type { KeywordMatch } from './candidates.ts';
import { type Context, contextOf } from './context.ts';
import { scoreForest } from './forest.ts';
import { frameFeatures } from './frame.ts';
import { attributed, type Head, headOf } from './head.ts';
import { INTENTS, type Intent, OUTCOMES, type Outcome, REASONS, type Reason } from './labels.ts';
import { scoreLinear, sigmoid, softmax } from './linear.ts';
import { likelyOf, measuresOf } from './measures.ts';
import { FRAME, type ReaderModel, vocabularyHash } from './model.ts';
import { type Narrowing, narrowingsOf } from './narrowing.ts';
import { runNetwork } from './network.ts';
import { type Perceiver, type Percept, QUESTION, WHOLE } from './perceive.ts';
import { classesOf } from './thesaurus.ts';
import { unitFeatures } from './unit-features.ts';
import type { Unit } from './units.ts';

/** What the trained models see in a message. */
export type Examination = {
  /** Best first. */
  topics: readonly Topic[];
  context: Context;
  /** What is named beside the topic and not held. */
  gaps: readonly KeywordMatch[];
  outcomes: Record<Outcome, number>;
  intents: Record<Intent, number>;
  reasons: Record<Reason, number>;
  /** The probability that the message only goes on from the one before. */
  elliptic: number;
  narrowings: readonly Narrowing[];
  /** Whether the message holds nothing but keywords of the best topic and words of questions. */
  isExplained: boolean;
  /** The measures that the decision looks at, by MEASURES. */
  measures: readonly number[];
  /** The probability that the best topic, as it is held, is what was asked. */
  confidence: number;
  /** The probability that the message is about the best topic, held or not. */
  relevance: number;
};

/** Scores of figures that training did not see, from how well their keywords fit: as sure as a trained topic at the best. */
const UNTRAINED = { base: -4, match: 9, lead: 0.5 };

/** What a topic's score loses by a place or date that it is not held for: of two that are alike, the held one is meant. */
const UNHELD_PENALTY = 1;

/** How many of the kinds of scope that a message names, place and date, a figure is not held for. */
function unheldIn(figure: Figure, { entities }: Percept): number {
  const held = placesOf(figure);
  const places = entities.flatMap((one) => (one.kind === 'place' ? [one.place.id] : []));
  const dates = entities.flatMap((one) => (one.kind === 'date' && !one.date.startsWith('-') ? [one.date] : []));
  const isElsewhere = places.length > 0 && !places.some((id) => held.includes(id));
  const isThen = dates.length > 0 && !datesItself(figure) && !dates.some((date) => isHeldAt(figure, date));
  return Number(isElsewhere) + Number(isThen);
}

/** How much better the keywords of an untrained figure must fit than those of a trained one. */
const LEAST_LEAD = 0.1;

export type Examiner = (percept: Percept) => Examination;

/** In: the catalogue, the models, and what knows its words. Out: what examines a message. */
export function createExaminer(catalogue: Catalogue, model: ReaderModel, { matcher }: Perceiver): Examiner {
  const figures = figureIndex(catalogue);
  const trained = new Map(model.topics.outputs.flatMap((id, at) => (figures.get(id) ? [[id, at] as const] : [])));
  const vocabulary = new Set(model.vocabulary);
  const isCommon = (key: string) => vocabulary.has(vocabularyHash(key));

  /** Gaps that are named in the clause of the topic by words of their own: "issue price" names no other prices. */
  function gapsBeside({ gaps, units, numbers }: Percept, { head, isKeyword }: Context): KeywordMatch[] {
    const clause = units[head.at]?.clause;
    return gaps.filter(({ id }) =>
      units.some((unit, at) => {
        if (head.isHead[at] || isKeyword[at] || (clause !== undefined && unit.clause !== clause)) return false;
        const number = numbers[unit.from];
        return number !== undefined && matcher.isOfGap(id, number);
      }),
    );
  }

  /** Whether every word is one of the figure's keywords or of questions, and no date, number or other place is named. */
  function isExplainedBy({ words, numbers, entities }: Percept, figure: string): boolean {
    const home = catalogue.places[0]?.id;
    const isPlain = entities.every((one) => one.kind === 'place' && one.place.id === home);
    const telling = words.filter(({ text }) => !QUESTION.test(text));
    return isPlain && telling.length > 0 && telling.every(({ from }) => matcher.isOf(figure, numbers[from] ?? -1));
  }

  /** How sure a figure is that training did not see: words that the message has beside its keywords speak against it. */
  function untrainedConfidence(percept: Percept, figure: string, gaps: readonly KeywordMatch[]): number {
    const { words, matches, numbers } = percept;
    const own = words.filter(({ from }) => matcher.isOf(figure, numbers[from] ?? -1)).length;
    const strange = words.filter(({ from, text }) => numbers[from] === undefined && !QUESTION.test(text)).length;
    const rival = Math.max(0, ...matches.filter(({ id }) => id !== figure).map(({ score }) => score));
    const match = matches.find(({ id }) => id === figure);
    const isTelling = ({ from, text }: { from: number; text: string }) =>
      !QUESTION.test(text) && !matcher.isOf(figure, numbers[from] ?? -1);
    const hasGap = words.some(
      (word) => isTelling(word) && gaps.some(({ id }) => matcher.isOfGap(id, numbers[word.from] ?? -1)),
    );
    return keywordConfidence(own / Math.max(1, own + strange), match, rival, hasGap);
  }

  return (percept) => {
    const { units, matches, features, gaps } = percept;
    const classes = classesOf(units, model.thesaurus);
    const scores = scoreLinear(model.topics, new Set(features.hashes));
    const added = runNetwork(model.naming, unitFeatures(percept, classes));
    const topics: Topic[] = [];
    model.topics.outputs.forEach((id, at) => {
      const figure = figures.get(id);
      if (figure) topics.push({ figure, score: (scores[at] ?? 0) + (added[at] ?? 0) });
    });
    const known = Math.max(0, ...matches.filter(({ id }) => trained.has(id)).map(({ score }) => score));
    const surest = Math.max(...topics.map(({ score }) => score));
    for (const { id, score, fit } of matches) {
      const figure = trained.has(id) ? undefined : figures.get(id);
      // A figure that training did not see must be named in full, and better than any that it saw.
      if (figure && (trained.size === 0 || (score > known + LEAST_LEAD && fit.completeness >= WHOLE)))
        topics.push({ figure, score: Math.max(UNTRAINED.base + UNTRAINED.match * score, surest + UNTRAINED.lead) });
    }
    for (const topic of topics) topic.score -= UNHELD_PENALTY * unheldIn(topic.figure, percept);
    topics.sort((a, b) => b.score - a.score);
    topics.forEach((topic, at) => {
      const output = trained.get(topic.figure.id);
      const mayBeAsked = at <= BESIDE.most && topic.score > BESIDE.score;
      if (output !== undefined && (at === 0 || mayBeAsked))
        topic.strength = attributed(model.topics, output, features, units.length);
    });
    const best = topics[0];
    const numberOf = ({ from }: Unit) => percept.numbers[from];
    const isKeyword = (unit: Unit) => {
      const number = numberOf(unit);
      return best !== undefined && number !== undefined && matcher.isOf(best.figure.id, number);
    };
    const head: Head = headOf(best?.strength ?? units.map((unit) => (unit.kind !== 'mark' && isKeyword(unit) ? 1 : 0)));
    const context = contextOf(
      units,
      head,
      best?.figure,
      {
        isCommon,
        isNamed: (unit) => numberOf(unit) !== undefined,
        isKeyword,
        isGap(unit) {
          const number = gaps.length > 0 ? numberOf(unit) : undefined;
          return number !== undefined && gaps.some(({ id }) => matcher.isOfGap(id, number));
        },
      },
      classes,
    );
    const named = gapsBeside(percept, context);
    const frame = scoreLinear(
      model.frame,
      new Set([
        ...features.hashes,
        ...frameFeatures(
          context,
          named.map(({ id }) => id),
        ),
      ]),
    );
    const narrowings = narrowingsOf(context, model.narrowing);
    const measures = measuresOf(percept, named, topics, context, frame, narrowings);
    const shares = <T extends string>(names: readonly T[], from: number) => {
      const probabilities = softmax(frame, from, from + names.length);
      return Object.fromEntries(names.map((name, at) => [name, probabilities[at] ?? 0])) as Record<T, number>;
    };
    const intents = shares(INTENTS, FRAME.intents);
    for (const topic of topics.slice(1, BESIDE.most + 1))
      if (best?.strength && topic.strength)
        topic.beside = sigmoid(
          scoreForest(model.beside, besideMeasures(percept, best, topic, intents, likelyOf(topics))),
        );
    return {
      topics,
      context,
      gaps: named,
      outcomes: outcomesOf(frame),
      intents,
      reasons: shares(REASONS, FRAME.reasons),
      elliptic: softmax(frame, FRAME.dialogue, FRAME.end)[1] ?? 0,
      narrowings,
      isExplained: best !== undefined && isExplainedBy(percept, best.figure.id),
      measures,
      confidence:
        best && !trained.has(best.figure.id)
          ? untrainedConfidence(percept, best.figure.id, named)
          : sigmoid(scoreForest(model.confidence, measures)),
      relevance:
        best && !trained.has(best.figure.id)
          ? (percept.matches.find(({ id }) => id === best.figure.id)?.fit.completeness ?? 0)
          : sigmoid(scoreForest(model.relevance, measures)),
    };
  };
}

/** How sure a figure is that training did not see: how well its keywords fit, with weights set by hand. */
const KEYWORDS = { bias: -9.5, explained: 8, completeness: 3.5, margin: 3, gap: -5 };

/** In: how many of the message's telling words are the figure's, its match, the next best, and whether something not held is named. */
function keywordConfidence(explained: number, match: KeywordMatch | undefined, rival: number, hasGap: boolean): number {
  if (!match) return 0;
  return sigmoid(
    KEYWORDS.bias +
      KEYWORDS.explained * explained +
      KEYWORDS.completeness * match.fit.completeness +
      KEYWORDS.margin * Math.min(1, Math.max(0, match.score - rival)) +
      (hasGap ? KEYWORDS.gap : 0),
  );
}

/** Talk, or else held or not: which of the two, rare words tell as well. */
function outcomesOf(frame: ArrayLike<number>): Record<Outcome, number> {
  const talk = softmax(frame, FRAME.outcomes, FRAME.intents)[OUTCOMES.indexOf('talk')] ?? 0;
  const held = (1 - talk) * sigmoid(frame[FRAME.answerable] ?? 0);
  return { held, talk, unheld: 1 - talk - held };
}
