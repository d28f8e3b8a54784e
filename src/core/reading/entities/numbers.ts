import { readNumbers } from '../../language/numbers/number.ts';
import type { Token } from '../../language/tokens.ts';
import type { NumberEntity, Span } from '../analysis.ts';

/** What a bound in words means for a claim. */
const BOUNDS = { over: 'over', atLeast: 'over', under: 'under', atMost: 'under', about: 'about' } as const;

/** The quantities of a message. In: its text and tokens, and what is a date or place already. Out: quantities by place. */
export function findNumbers(text: string, tokens: readonly Token[], taken: readonly Span[]): NumberEntity[] {
  return readNumbers(text).flatMap((number): NumberEntity[] => {
    if (number.kind !== 'number' || number.ordinal || number.bare) return [];
    const from = tokens.findIndex((token) => token.to > number.from);
    const behind = tokens.findIndex((token) => token.from >= number.to);
    const to = behind < 0 ? tokens.length : behind;
    if (from < 0 || to <= from || taken.some((other) => from < other.to && other.from < to)) return [];
    return [
      {
        kind: 'number',
        from,
        to,
        value: number.value,
        digits: number.digits,
        ...(number.bound ? { bound: BOUNDS[number.bound] } : {}),
        ...(number.unit ? { unit: number.unit } : {}),
        ...(number.upTo === undefined ? {} : { upper: number.upTo }),
        ...(number.unreadable ? { unreadable: true as const } : {}),
        ...(number.alternatives ? { alternatives: number.alternatives } : {}),
      },
    ];
  });
}
