import { rangeOf } from './beside.ts';
import { times, toNumber } from './decimal.ts';
import type { Draft } from './drafts.ts';

/** Two numbers that are the ends of one: between 200 and 250, 200-250 млн, 200到250. */
export function joinRanges(drafts: readonly Draft[], text: string): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const range = last && rangeFrom(last, draft, text);
    if (range) joined[joined.length - 1] = range;
    else joined.push(draft);
  }
  return joined;
}

function rangeFrom(first: Draft, second: Draft, text: string): Draft | undefined {
  if (first.upTo || second.upTo || first.quantity.ordinal || second.quantity.ordinal) return undefined;
  if ((first.plainYear && second.plainYear) || (first.unit && second.unit && first.unit !== second.unit))
    return undefined;
  const begin = rangeOf(text, first, second.from);
  if (begin === undefined) return undefined;
  // "200 to 250 million": the size is said once.
  const { factor } = second.quantity;
  const isShared = factor !== undefined && first.quantity.end - first.quantity.first === 1 && factor.digits > 0n;
  const low = isShared ? times(first.value, factor) : first.value;
  const shares = isShared && toNumber(low) < toNumber(second.value);
  const value = shares ? low : first.value;
  if (toNumber(value) >= toNumber(second.value)) return undefined;
  const { lone: _, ...quantity } = second.quantity;
  const firstPlace = first.quantity.place + (shares ? Math.round(Math.log10(toNumber(factor))) : 0);
  const unit = first.unit ?? second.unit;
  return {
    ...second,
    from: first.from,
    around: { from: Math.min(begin, first.around.from), to: second.around.to },
    quantity: { ...quantity, place: Math.min(firstPlace, quantity.place) },
    value,
    upTo: second.value,
    notation: first.notation === second.notation ? first.notation : 'mixed',
    plainYear: false,
    ...(unit ? { unit } : {}),
    ...(first.bound ? { bound: first.bound } : {}),
    ...(first.unreadable ? { unreadable: true as const } : {}),
  };
}
