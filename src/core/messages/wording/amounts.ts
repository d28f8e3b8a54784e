import type { Words } from './language-words.ts';
import { amountText } from './numbers.ts';

/** A sum with its currency; `digits` is how many of them are kept. */
export function moneyText(value: number, currency: 'money' | 'dollars', words: Words, digits?: number): string {
  return words.text(currency, { amount: amountText(value, words.language, digits) });
}

/** An amount with what is known of its exactness: "over 3,000", "about 18.7 million US dollars". */
export function qualifiedText(qualifier: string, amount: string, words: Words): string {
  return qualifier === 'over' || qualifier === 'about' ? words.text(qualifier, { amount }) : amount;
}
