/** What an engine made of one question: how sure it was, and whether it should have answered and how. */
export type Try = { score: number; held: boolean; right: boolean; wrong: boolean };

export type Outcome = { right: number; refused: number; wrongShown: number };

/** Counts what becomes of questions when everything below a cutoff is refused. */
export function outcomeAt(tries: readonly Try[], cutoff: number): Outcome {
  const answered = tries.filter(({ score }) => score >= cutoff);
  return {
    right: answered.filter(({ held, right }) => held && right).length,
    refused: tries.filter(({ held, score }) => !held && score < cutoff).length,
    wrongShown: answered.filter(({ wrong }) => wrong).length,
  };
}

/**
 * The outcome at the cutoff with the best mean of both rates. It is chosen on the very questions it is judged by,
 * so it flatters the engine that needs it.
 */
export function bestOutcome(tries: readonly Try[]): Outcome {
  const held = tries.filter((one) => one.held).length;
  const rate = ({ right, refused }: Outcome) => right / Math.max(held, 1) + refused / Math.max(tries.length - held, 1);
  return outcomes(tries).reduce((a, b) => (rate(b) > rate(a) ? b : a));
}

/** The outcome with the most right answers among those that show no more wrong figures than allowed. */
export function carefulOutcome(tries: readonly Try[], mostWrong: number): Outcome {
  const careful = outcomes(tries).filter(({ wrongShown }) => wrongShown <= mostWrong);
  return careful.reduce((a, b) => (b.right > a.right ? b : a), { right: 0, refused: 0, wrongShown: 0 });
}

function outcomes(tries: readonly Try[]): Outcome[] {
  const cutoffs = [...new Set(tries.map(({ score }) => score)), Number.POSITIVE_INFINITY];
  return cutoffs.map((cutoff) => outcomeAt(tries, cutoff));
}
