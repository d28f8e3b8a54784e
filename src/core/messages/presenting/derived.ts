import type { Answer } from '../../answers/answer.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import { type Inline, inlineText } from '../message.ts';
import { moneyText, qualifiedText } from '../wording/amounts.ts';
import { labelInside } from '../wording/labels.ts';
import type { Words } from '../wording/language-words.ts';
import { plainNumber } from '../wording/numbers.ts';
import { besideSource, figureButtons, sourceButton } from './buttons.ts';
import { computedText, drawConclusion, qualifierOf } from './conclusion.ts';
import { quoted } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

type Derived = Extract<Answer, { kind: 'derived' }>;

/** A number worked out of two figures, or the reason why the source does not support it. */
export function drawDerived(derived: Derived, tools: Tools): Drawn {
  const { left, right, value, relation, unlike } = derived;
  const { words, figures } = tools;
  const { language } = words;
  const from = [left, right];
  if (value === undefined) {
    const [one = '', two = ''] = from.map(({ figure }) => quoted(figure.label[language], words));
    const reason = unlike === 'date' ? 'incomparableDates' : unlike === 'place' ? 'incomparablePlaces' : 'notDerived';
    const lead = relation ? [relation.note[language]] : words.say(reason, { left: one, right: two });
    return withWays(drawConclusion({ lead, from, isTold: false }, tools), from, tools);
  }
  const shown = shownValue(derived, value, words);
  const statement = relation?.statement
    ? words.fill(relation.statement[language], {
        value: shown,
        left: figures.amount(left),
        right: figures.amount(right),
      })
    : plainArithmetic(derived, shown, tools);
  const lead = words.say('computed', {
    statement,
    place: figures.place(from, 'name'),
    asOf: figures.asOf(from),
  });
  const remark = relation ? [relation.note[language]] : words.say('notLinked');
  const told = inlineText(lead);
  const isTold = from.every((one) => told.includes(figures.amount(one)));
  return withWays(drawConclusion({ lead, remark, from, isTold }, tools), from, tools);
}

function withWays(drawn: Drawn, from: readonly Stated[], tools: Tools): Drawn {
  const buttons = [
    sourceButton(from, tools),
    ...besideSource(
      figureButtons(
        from.map(({ figure }) => figure),
        tools,
      ),
    ),
  ];
  return { ...drawn, buttons, invitation: 'more' };
}

function shownValue(derived: Derived, value: number, words: Words): string {
  const { operation, left, right, dollars } = derived;
  if (operation === 'share') return words.text('percent', { amount: plainNumber(value, words.language, 1) });
  if (operation === 'rate') return plainNumber(value, words.language, 2);
  const isMoney = left.figure.kind === 'money' && (operation !== 'ratio' || right.figure.kind === 'count');
  const amount = qualifiedText(isFloor(derived) ? 'over' : 'exactly', computedText(value, isMoney, words), words);
  if (dollars === undefined) return amount;
  const converted = moneyText(Number(dollars.toPrecision(3)), 'dollars', words, 3);
  return words.text('withEquivalent', { amount, other: qualifiedText('about', converted, words) });
}

/** Whether a sum or difference is only known to be more, since a part of it is. */
function isFloor({ operation, left, right }: Derived): boolean {
  if (operation === 'sum') return [left, right].some((one) => qualifierOf(one) === 'over');
  const larger = (quantityOf(left)?.value ?? 0) < (quantityOf(right)?.value ?? 0) ? right : left;
  return operation === 'difference' && qualifierOf(larger) === 'over';
}

/** Sentences for what the catalogue has no relation for; a share, a rate or a product is never given without one. */
const PLAIN = {
  ratio: 'plainRatio',
  rate: 'plainRatio',
  share: 'plainRatio',
  product: 'plainRatio',
  sum: 'plainSum',
  difference: 'plainDifference',
} as const;

function plainArithmetic({ operation, left, right }: Derived, value: string, { words, figures }: Tools): Inline[] {
  return words.say(PLAIN[operation], {
    left: left.figure.label[words.language],
    right: labelInside(right.figure, words.language),
    leftValue: figures.amount(left),
    rightValue: figures.amount(right),
    value,
  });
}
