import type { Figure } from '../../data/schema.ts';
import { isHeldAt, placesOf } from '../catalogue/observing.ts';
import type { Topic } from './analysis.ts';
import type { KeywordMatch } from './candidates.ts';
import type { Context } from './context.ts';
import { INTENTS, OUTCOMES, REASONS } from './labels.ts';
import { softmax } from './linear.ts';
import { FRAME } from './model.ts';
import type { Narrowing } from './narrowing.ts';
import type { Percept } from './perceive.ts';

/** Kinds of figures, each a measure: people ask when an event was, and how much money is. */
const KINDS: readonly Figure['kind'][] = ['count', 'money', 'percent', 'rank', 'event', 'aim'];

/** The name of each measure, in the order in which the decision's trees know them. */
export const MEASURES: readonly string[] = [
  'topic score',
  'second topic score',
  'topic margin',
  'topics over a half',
  ...OUTCOMES.map((outcome) => `outcome ${outcome}`),
  'answerable',
  ...REASONS.map((reason) => `reason ${reason}`),
  ...INTENTS.map((intent) => `intent ${intent}`),
  'strongest narrowing',
  'second narrowing',
  'third narrowing',
  'likely narrowings',
  'possible narrowings',
  'unheld places',
  'held places',
  'unheld dates',
  'held dates',
  'relative times',
  'numbers',
  'numbers that are values',
  'keyword completeness',
  'keyword coverage',
  'best keyword match is the topic',
  'best keyword score',
  'gaps',
  'gap coverage',
  'gap words beside the topic',
  'rare words',
  'share of rare words',
  'units',
  'clauses',
  'strength of the head',
  'language',
  'rare words beside the topic',
  'rare words next to the topic',
  'unknown signs beside the topic',
  ...KINDS.map((kind) => `topic is a ${kind}`),
  'observations',
  'sum of narrowing',
  'strongest narrowing beside the topic',
  'strongest narrowing next to the topic',
  'words of the clause',
  'share of the clause that names the topic',
  'strength of the topic in all',
];

/** How many topics are likelier than not. */
export function likelyOf(topics: readonly Topic[]): number {
  return topics.filter(({ score }) => score > 0).length;
}

/** Units from the head that still stand next to it. */
const NEXT_TO = 2;
const LIKELY = 0.5;
const MOST_CERTAIN = 0.99;
const POSSIBLE = 0.2;

/** In: all that was seen in a message so far. Out: what the decision's trees look at, by MEASURES. */
export function measuresOf(
  { units, matches, entities, text, numbers: known }: Percept,
  gaps: readonly KeywordMatch[],
  topics: readonly Topic[],
  { isRare, head, isKeyword, isGap }: Context,
  frame: ArrayLike<number>,
  narrowings: readonly Narrowing[],
): number[] {
  const [best, second] = topics;
  const [first = -9, next = -9] = [best?.score, second?.score];
  const strongest = narrowings.map(({ probability }) => probability).sort((a, b) => b - a);
  const held = best ? placesOf(best.figure) : [];
  const places = entities.flatMap((one) => (one.kind === 'place' ? [one.place.id] : []));
  const dates = entities.flatMap((one) => (one.kind === 'date' && !one.date.startsWith('-') ? [one.date] : []));
  const isHeldDate = (date: string) => best !== undefined && isHeldAt(best.figure, date);
  const numbers = entities.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  const values = new Set(best?.figure.observations.map((one) => ('value' in one ? one.value : undefined)));
  const match = matches.find(({ id }) => id === best?.figure.id);
  const rare = isRare.filter(Boolean).length;
  const clause = units[head.at]?.clause;
  const inClause = [...units.keys()].filter((at) => units[at]?.clause === clause && units[at]?.kind !== 'mark');
  const isNextTo = (at: number) => head.isHead.some((is, place) => is && Math.abs(place - at) <= NEXT_TO);
  return [
    first,
    next,
    first - next,
    likelyOf(topics),
    ...softmax(frame, FRAME.outcomes, FRAME.intents),
    frame[FRAME.answerable] ?? 0,
    ...softmax(frame, FRAME.reasons, FRAME.dialogue),
    ...softmax(frame, FRAME.intents, FRAME.reasons),
    strongest[0] ?? 0,
    strongest[1] ?? 0,
    strongest[2] ?? 0,
    strongest.filter((one) => one > LIKELY).length,
    strongest.filter((one) => one > POSSIBLE).length,
    places.filter((id) => !held.includes(id)).length,
    places.filter((id) => held.includes(id) && id !== held[0]).length,
    dates.filter((date) => !isHeldDate(date)).length,
    dates.filter(isHeldDate).length,
    entities.filter(({ kind }) => kind === 'relative').length,
    numbers.length,
    numbers.filter((value) => values.has(value)).length,
    match?.fit.completeness ?? 0,
    match?.fit.coverage ?? 0,
    matches[0]?.id === best?.figure.id ? 1 : 0,
    matches[0]?.score ?? 0,
    gaps.length,
    Math.max(0, ...gaps.map(({ fit }) => fit.coverage)),
    isGap.filter((is, at) => is && !isKeyword[at] && !head.isHead[at]).length,
    rare,
    rare / (units.length + 1),
    units.length,
    (units.at(-1)?.clause ?? 0) + 1,
    Math.max(0, ...head.strength),
    /\p{Script=Han}/u.test(text) ? 1 : /\p{Script=Cyrillic}/u.test(text) ? 2 : 0,
    isRare.filter((is, at) => is && !head.isHead[at] && units[at]?.clause === clause).length,
    isRare.filter((is, at) => is && !head.isHead[at] && isNextTo(at)).length,
    units.filter(
      ({ kind, from, clause: own }, at) =>
        kind === 'han' && own === clause && !head.isHead[at] && known[from] === undefined,
    ).length,
    ...KINDS.map((kind) => Number(best?.figure.kind === kind)),
    best?.figure.observations.length ?? 0,
    narrowings.reduce((sum, { probability }) => sum - Math.log(1 - Math.min(MOST_CERTAIN, probability)), 0),
    Math.max(0, ...narrowings.map(({ at, probability }) => (units[at]?.clause === clause ? probability : 0))),
    Math.max(0, ...narrowings.map(({ at, probability }) => (isNextTo(at) ? probability : 0))),
    inClause.length,
    inClause.filter((at) => head.isHead[at] || isKeyword[at]).length / (inClause.length + 1),
    head.strength.reduce((sum, one) => sum + Math.max(0, one), 0),
  ];
}
