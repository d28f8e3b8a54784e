import type { Judgement } from './judge.ts';

/** How many of some judgements are right, and how many showed a wrong figure. */
export type Rate = { asked: number; right: number; wrongShown: number };

function rateOf(judgements: readonly Judgement[]): Rate {
  return {
    asked: judgements.length,
    right: judgements.filter(({ right }) => right).length,
    wrongShown: judgements.filter(({ wrongShown }) => wrongShown).length,
  };
}

/** The rates of each group, language or kind. */
export function ratesBy(judgements: readonly Judgement[], key: (judgement: Judgement) => string): Map<string, Rate> {
  const parts = new Map<string, Judgement[]>();
  for (const judgement of judgements) parts.set(key(judgement), [...(parts.get(key(judgement)) ?? []), judgement]);
  return new Map([...parts].map(([name, part]) => [name, rateOf(part)]));
}

/** The share of right ones; nothing asked is nothing missed. */
export function rightShare({ asked, right }: Rate): number {
  return asked === 0 ? 1 : right / asked;
}
