import type { Figure } from '../../data/schema.ts';
import type { Examination } from './examine.ts';
import { sigmoid } from './linear.ts';

/** What is done with a message: answered, answered with what comes nearest, put as a choice, or refused. */
export type Decision =
  | { kind: 'answer'; figures: Figure[] }
  | { kind: 'nearest'; figures: Figure[] }
  | { kind: 'choice'; figures: Figure[] }
  | { kind: 'refusal'; near: Figure[] };

/**
 * What each outcome is worth, in right answers: a wrong number costs as much as twenty right ones win, while the nearest
 * figure, said as such, still helps most who asked for it. The thresholds below were set by hand, by looking at the totals
 * of messages that training did not see (docs/matching.md).
 */
export const THRESHOLDS = {
  /** From this confidence on a figure is answered. */
  answer: 0.87,
  /** Several figures at once, or arithmetic with them, are answered from here on: a message that names several is rarely about something else. */
  several: 0.78,
  /** From this relevance of its topic on the nearest figure is shown. */
  topic: 0.5,
  /** A choice is offered where something held is likelier meant than this. */
  choice: 0.65,
  /** A topic beside the best one is asked for too from this probability on. */
  beside: 0.7,
  /** Two topics closer than this leave a choice, where neither is sure. */
  rival: 0.25,
} as const;

/** Figures that are told or offered at once: more would not be read on a phone. */
export const MOST_FIGURES = 4;
const MOST_CHOICES = 3;

/** In: what the models see in a message. Out: what is done with it. */
export function decide({ topics, confidence, relevance, outcomes, isExplained }: Examination): Decision {
  const scored = topics.map(({ figure, score, beside = 0 }) => ({ figure, beside, probability: sigmoid(score) }));
  const [best, next] = scored;
  if (!best || relevance < THRESHOLDS.topic) {
    const near = scored.filter(({ probability }) => probability > LEAST_OFFERED).slice(0, MOST_CHOICES);
    return { kind: 'refusal', near: near.map(({ figure }) => figure) };
  }
  const named = scored.filter(({ beside }, at) => at === 0 || beside >= THRESHOLDS.beside).slice(0, MOST_FIGURES);
  const figures = named.map(({ figure }) => figure);
  const enough = figures.length > 1 ? THRESHOLDS.several : THRESHOLDS.answer;
  // Nothing but the keywords of its topic and words of questions can hardly ask for something else.
  if (isExplained || confidence >= enough) return { kind: 'answer', figures };
  if (
    next &&
    named.length < 2 &&
    best.probability - next.probability < THRESHOLDS.rival &&
    next.probability > LEAST_NEAR &&
    outcomes.held > THRESHOLDS.choice
  )
    return {
      kind: 'choice',
      figures: scored
        .slice(0, MOST_CHOICES)
        .filter(({ probability }) => probability > LEAST_NEAR)
        .map(({ figure }) => figure),
    };
  return { kind: 'nearest', figures };
}

/** Less likely topics are no part of a choice. */
const LEAST_NEAR = 0.12;
/** Less likely topics are not offered beside a refusal. */
const LEAST_OFFERED = 0.3;
