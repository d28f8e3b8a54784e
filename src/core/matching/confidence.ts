/** What is known about the best match before anybody says it aloud; every part is 0 to 1. */
export type Evidence = {
  /** Share of the question's words that the match explains. */
  coverage: number;
  /** Share of the match's best phrase that the question holds. */
  completeness: number;
  /** How alike the question and the best phrase are. */
  likeness: number;
  /** How far ahead of the next match it is. */
  margin: number;
};

/** How sure a match is, and what may be done with it. */
export type Verdict = 'answer' | 'choice' | 'refusal';

/**
 * Weights of a logistic model and its cutoffs, fitted on the labelled questions of test/questions by tools/fit.mjs,
 * which writes to it; docs/matching.md tells the rates that it reaches.
 * @public
 */
export const MODEL = {
  bias: -8.4,
  coverage: 7.2,
  completeness: 2.4,
  likeness: 1.7,
  margin: 3.6,
  /** From here on the match is answered. */
  answerFrom: 0.68,
  /** From here on it is offered as one of several; below it the question is refused. */
  offerFrom: 0.34,
  /** A phrase held less than this is too thin to state a number from. */
  leastCompleteness: 0.57,
  /** A lead smaller than this is none: both are offered. */
  leastMargin: 0.045,
};

export function confidence({ coverage, completeness, likeness, margin }: Evidence): number {
  const z =
    MODEL.bias +
    MODEL.coverage * coverage +
    MODEL.completeness * completeness +
    MODEL.likeness * likeness +
    MODEL.margin * margin;
  return 1 / (1 + Math.exp(-z));
}

export function judge(evidence: Evidence): Verdict {
  const sure = confidence(evidence);
  const isWhole = evidence.completeness >= MODEL.leastCompleteness;
  if (sure >= MODEL.answerFrom && isWhole && evidence.margin >= MODEL.leastMargin) return 'answer';
  return sure >= MODEL.offerFrom ? 'choice' : 'refusal';
}
