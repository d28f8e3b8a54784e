import type { Answer } from '../../answers/answer.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Inline } from '../message.ts';
import { labelInside } from '../wording/labels.ts';
import { plainNumber, roundedTimes } from '../wording/numbers.ts';
import { besideSource, chartButton, relatedButtons, sourceButton } from './buttons.ts';
import { computedText, drawConclusion, qualifierOf } from './conclusion.ts';
import { quoted } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

type Comparison = Extract<Answer, { kind: 'comparison' }>;

/** Two figures side by side: the larger first, by how much, and how many times it is the other. */
export function drawComparison(comparison: Comparison, tools: Tools): Drawn {
  const { left, right, difference } = comparison;
  const isLess = (quantityOf(left)?.value ?? 0) < (quantityOf(right)?.value ?? 0);
  const [more, less] = difference !== undefined && isLess ? [right, left] : [left, right];
  const from = [more, less];
  const lead = leadOf(comparison, more, less, tools);
  return {
    ...drawConclusion({ lead, from, isTold: difference !== undefined }, tools),
    buttons: [
      sourceButton(from, tools),
      ...besideSource([...chartButton(from, tools), ...relatedButtons(from, tools)]),
    ],
    invitation: 'more',
  };
}

function leadOf(
  { difference, ratio, unlike }: Comparison,
  more: Stated,
  less: Stated,
  { words, figures }: Tools,
): Inline[] {
  const { language } = words;
  if (difference === undefined) {
    const labels = [more, less].map(({ figure }) => quoted(figure.label[language], words));
    return words.say(
      unlike === 'date' ? 'incomparableDates' : unlike === 'place' ? 'incomparablePlaces' : 'incomparable',
      { left: labels[0] ?? '', right: labels[1] ?? '' },
    );
  }
  const both = [more, less];
  const setting = {
    sides: words.text('beside', {
      first: words.text('side', { label: more.figure.label[language], value: figures.amount(more) }),
      second: words.text('side', { label: labelInside(less.figure, language), value: figures.amount(less) }),
    }),
    place: figures.place(both, 'within'),
    asOf: figures.asOf(both),
  };
  // "Over 3,000" may be any number above it, so that nothing is known to exceed it.
  if (qualifierOf(less) === 'over') return words.say('comparisonOpen', setting);
  const { kind } = more.figure;
  const bound =
    qualifierOf(more) === 'over' ? 'over' : both.some((one) => qualifierOf(one) === 'about') ? 'about' : 'exactly';
  if (difference === 0 && bound === 'exactly') return words.say('comparisonEqual', setting);
  const names = { more: labelInside(more.figure, language), less: labelInside(less.figure, language) };
  const by = { ...setting, ...names, kind, bound, by: computedText(difference, kind === 'money', words) };
  const times = roundedTimes(ratio ?? 1);
  if (ratio === undefined || times === 1) return words.say('comparisonBy', by);
  // Rounded up, "over" would promise more than the source does.
  const isSafe = bound === 'over' ? times <= ratio : times === ratio;
  const timesBound = isSafe ? bound : 'about';
  return words.say('comparison', { ...by, timesBound, times, amount: plainNumber(times, language) });
}
