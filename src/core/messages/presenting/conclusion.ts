import type { Quantity } from '../../../data/schema.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Inline, Part } from '../message.ts';
import { moneyText } from '../wording/amounts.ts';
import type { Words } from '../wording/language-words.ts';
import { plainNumber } from '../wording/numbers.ts';
import { caveats, disputes, text } from './parts.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** A conclusion first, then the figures that it stands on, unless the conclusion has told them already. */
export function drawConclusion(
  { lead, remark, from, isTold }: { lead: Inline[]; remark?: Inline[]; from: readonly Stated[]; isTold: boolean },
  tools: Tools,
): Drawn {
  const sentences: Part = { kind: 'items', items: from.map((stated) => tools.figures.sentence(stated)) };
  return {
    parts: [text(lead), ...(isTold ? [] : [sentences]), ...sourceLine(from, tools)],
    remarks: [...(remark ? [remark] : []), ...disputes(from, tools), ...caveats(from, tools)],
    shown: from,
  };
}

/** A number that was worked out here is rounded: it is no more exact than the rounded values it comes from. */
export function computedText(value: number, money: boolean, words: Words): string {
  if (money) return moneyText(Number(value.toPrecision(3)), 'money', words, 3);
  // A small quotient keeps two digits, or 48 for each of 1,751 would be "0".
  return value < 1
    ? plainNumber(Number(value.toPrecision(2)), words.language, 6)
    : plainNumber(value, words.language, 1);
}

/** How exact a figure's value is; undefined for events and aims. */
export function qualifierOf(stated: Stated): Quantity['qualifier'] | undefined {
  return quantityOf(stated)?.qualifier;
}
