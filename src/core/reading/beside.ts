import type { Topic } from './analysis.ts';
import { INTENTS, type Intent } from './labels.ts';
import type { Percept } from './perceive.ts';

/** Topics from this score on, and this many of them, may be asked for beside the best one. */
export const BESIDE = { score: -1.5, most: 4 } as const;

/** The names of the measures that tell whether a topic is asked for beside the best one, in the order in which the trees know them. */
export const BESIDE_MEASURES: readonly string[] = [
  'score',
  'score of the best',
  'margin',
  'strength of its own words',
  'share of its own words',
  'own words',
  'strength of the best topic’s own words',
  'keyword completeness',
  'keyword coverage',
  'keyword completeness of the best',
  'keyword coverage of the best',
  'is related',
  'shares the subject',
  'is a count',
  'is money',
  'is an event',
  'the best is a count',
  'the best is money',
  'the best is an event',
  'words between them',
  'stands behind the best',
  'stands in another clause',
  'is joined',
  'topics over a half',
  'units',
  'numbers',
  'its value is named',
  'the value of the best is named',
  'language',
  ...INTENTS.map((intent) => `intent ${intent}`),
];

/** Words and marks that join two things that are asked for. */
const JOINS = /^(?:and|plus|also|versus|vs|or|with|[,&+/、]|и|или|плюс|а|также|с|和|与|及|跟|或|还|同)$/;

/** In: a message, the best topic, another, and the intents. Out: what tells whether both are asked for, by BESIDE_MEASURES. */
export function besideMeasures(
  { units, matches, entities, text }: Percept,
  best: Topic,
  other: Topic,
  intents: Record<Intent, number>,
  likely: number,
): number[] {
  const [mine, its] = [other.strength ?? [], best.strength ?? []];
  const own = mine.map((one, at) => one - Math.max(0, its[at] ?? 0));
  const bestOwn = its.map((one, at) => one - Math.max(0, mine[at] ?? 0));
  const [at, bestAt] = [placeOfMost(own), placeOfMost(bestOwn)];
  const strongest = Math.max(0.01, ...mine);
  const fitOf = (id: string) => matches.find((match) => match.id === id)?.fit;
  const [fit, bestFit] = [fitOf(other.figure.id), fitOf(best.figure.id)];
  const numbers = entities.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  const hasValue = ({ figure }: Topic) =>
    figure.observations.some((one) => 'value' in one && typeof one.value === 'number' && numbers.includes(one.value));
  const between = units.slice(Math.min(at, bestAt) + 1, Math.max(at, bestAt));
  return [
    other.score,
    best.score,
    best.score - other.score,
    Math.max(0, ...own),
    Math.max(0, ...own) / strongest,
    own.filter((one) => one > OWN * strongest).length,
    Math.max(0, ...bestOwn),
    fit?.completeness ?? 0,
    fit?.coverage ?? 0,
    bestFit?.completeness ?? 0,
    bestFit?.coverage ?? 0,
    Number(best.figure.related?.includes(other.figure.id) ?? false),
    Number(best.figure.topic === other.figure.topic),
    Number(other.figure.kind === 'count'),
    Number(other.figure.kind === 'money'),
    Number(other.figure.kind === 'event'),
    Number(best.figure.kind === 'count'),
    Number(best.figure.kind === 'money'),
    Number(best.figure.kind === 'event'),
    between.length,
    Number(at > bestAt),
    Number(units[at]?.clause !== units[bestAt]?.clause),
    Number(between.some(({ text: word }) => JOINS.test(word))),
    likely,
    units.length,
    numbers.length,
    Number(hasValue(other)),
    Number(hasValue(best)),
    /\p{Script=Han}/u.test(text) ? 1 : /\p{Script=Cyrillic}/u.test(text) ? 2 : 0,
    ...INTENTS.map((intent) => intents[intent]),
  ];
}

/** A word is a topic's own where it speaks at least this share of its strongest word more for it than for the best. */
const OWN = 0.3;

function placeOfMost(strength: readonly number[]): number {
  return strength.indexOf(Math.max(...strength));
}
