import { sigmoid } from './linear.ts';
import { MEASURES } from './measures.ts';
import type { Explanation } from './read.ts';

/** How a message was read, as plain data: every step, the scores that decided, and the outcome. */
export type ReadableExplanation = {
  text: string;
  language?: string;
  tokens: string[];
  corrections: { typed: string; read: string }[];
  entities: { kind: string; words: string; value: string }[];
  segments: string[];
  topics: { figure: string; probability: number }[];
  /** The words that speak for the best topic. */
  head: string[];
  intents: { intent: string; probability: number }[];
  outcomes: Record<string, number>;
  reasons: { reason: string; probability: number }[];
  narrowing: { word: string; probability: number }[];
  /** Keywords that fit, and things named that are not held. */
  keywords: { figure: string; score: number }[];
  gaps: string[];
  elliptic: number;
  confidence: number;
  measures: Record<string, number>;
  decision: string;
  question: unknown;
};

const MOST = 5;
const LEAST_SHOWN = 0.05;

/** In: an explanation of the reader. Out: the same for people and programs to read. */
export function readable({ percept, examination, decision, reading }: Explanation): ReadableExplanation {
  const { tokens, units, entities, text } = percept;
  const { context, topics, intents, outcomes, reasons, narrowings, measures, confidence, elliptic } = examination;
  const written = (from: number, to: number) => text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? text.length);
  const top = <T extends string>(scores: Record<T, number>) =>
    (Object.entries(scores) as [T, number][]).sort((a, b) => b[1] - a[1]).slice(0, MOST);
  const clauses = [...new Set(units.map(({ clause }) => clause))];
  return {
    text,
    ...(reading.language ? { language: reading.language } : {}),
    tokens: tokens.map((token) => token.text),
    corrections: reading.corrections,
    entities: entities.map((one) => ({
      kind: one.kind,
      words: written(one.from, one.to),
      value:
        one.kind === 'place'
          ? one.place.id
          : one.kind === 'date'
            ? one.date
            : one.kind === 'number'
              ? String(one.value)
              : one.text,
    })),
    segments: clauses.map((clause) => {
      const members = units.filter((unit) => unit.clause === clause);
      return written(members[0]?.from ?? 0, members.at(-1)?.to ?? 0);
    }),
    topics: topics
      .slice(0, MOST)
      .map(({ figure, score }) => ({ figure: figure.id, probability: rounded(sigmoid(score)) })),
    head: units.filter((_, at) => context.head.isHead[at]).map(({ from, to }) => written(from, to)),
    intents: top(intents).map(([intent, probability]) => ({ intent, probability: rounded(probability) })),
    outcomes: Object.fromEntries(Object.entries(outcomes).map(([name, one]) => [name, rounded(one)])),
    reasons: top(reasons).map(([reason, probability]) => ({ reason, probability: rounded(probability) })),
    narrowing: narrowings
      .filter(({ probability }) => probability >= LEAST_SHOWN)
      .map(({ at, probability }) => ({
        word: written(units[at]?.from ?? 0, units[at]?.to ?? 0),
        probability: rounded(probability),
      })),
    keywords: percept.matches.slice(0, MOST).map(({ id, score }) => ({ figure: id, score: rounded(score) })),
    gaps: percept.gaps.map(({ id }) => id),
    elliptic: rounded(elliptic),
    confidence: rounded(confidence),
    measures: Object.fromEntries(MEASURES.map((name, at) => [name, rounded(measures[at] ?? 0)])),
    decision: decision.kind,
    question: reading.question,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** In: a readable explanation. Out: lines for a terminal. */
export function explanationLines(one: ReadableExplanation): string[] {
  const shares = (all: readonly [string, number][]) =>
    all.map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`).join(', ') || 'none';
  return [
    `text         ${one.text}${one.language ? ` (${one.language})` : ''}`,
    `tokens       ${one.tokens.join(' | ')}`,
    ...one.corrections.map(({ typed, read }) => `corrected    ${typed} -> ${read}`),
    `entities     ${one.entities.map(({ kind, words, value }) => `${kind} "${words}" = ${value}`).join(', ') || 'none'}`,
    `segments     ${one.segments.map((segment) => `[${segment}]`).join(' ')}`,
    `topics       ${shares(one.topics.map(({ figure, probability }) => [figure, probability]))}`,
    `named by     ${one.head.join(', ') || 'nothing'}`,
    `keywords     ${one.keywords.map(({ figure, score }) => `${figure} ${score}`).join(', ') || 'none'}`,
    `not held     ${one.gaps.join(', ') || 'nothing named'}`,
    `intents      ${shares(one.intents.map(({ intent, probability }) => [intent, probability]))}`,
    `outcome      ${shares(Object.entries(one.outcomes))}`,
    `why not      ${shares(one.reasons.map(({ reason, probability }) => [reason, probability]))}`,
    `narrowing    ${shares(one.narrowing.map(({ word, probability }) => [word, probability]))}`,
    `goes on      ${(100 * one.elliptic).toFixed(1)} %`,
    `confidence   ${(100 * one.confidence).toFixed(1)} %`,
    `decision     ${one.decision}`,
    `question     ${JSON.stringify(one.question)}`,
  ];
}
