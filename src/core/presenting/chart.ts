import type { Answer } from '../answer.ts';
import type { Part } from '../message.ts';
import { quantityOf, type Stated } from '../stated.ts';
import { labelInside } from '../wording/labels.ts';
import { listText } from '../wording/lists.ts';
import { note, quoted, text } from './parts.ts';
import { sourceNotes } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Figures whose values still fit into the first line. */
const MOST_IN_LEAD = 3;

/** Figures of one kind as bars, with the numbers in words as well. */
export function drawChart({ stated, apart }: Extract<Answer, { kind: 'chart' }>, tools: Tools): Drawn {
  const { words, figures } = tools;
  const left = apart.map(({ label }) => quoted(label[words.language], words));
  const lead = words.say('chartLead', {
    figures: leadingText(stated, tools),
    place: figures.place(stated, 'within'),
    asOf: figures.asOf(stated),
  });
  return {
    parts: [
      text(lead),
      barsOf(stated, tools),
      ...(left.length > 0 ? [note(words.say('chartApart', { labels: listText(left, words) }))] : []),
      ...sourceNotes(stated, tools),
    ],
  };
}

function leadingText(stated: readonly Stated[], { words, figures }: Tools): string {
  const labels = labelsOf(stated, words.language);
  if (stated.length > MOST_IN_LEAD) return listText(labels, words);
  return stated
    .map((one, at) => words.text('side', { label: labels[at] ?? '', value: figures.amount(one) }))
    .reduce((first, second) => words.text('beside', { first, second }));
}

function barsOf(stated: readonly Stated[], { words, figures, home }: Tools): Part {
  const [first] = stated;
  const labels = listText(labelsOf(stated, words.language), words);
  return {
    kind: 'bars',
    title: words.text('chartTitle', { ...home, labels }),
    unit: first?.figure.kind === 'money' ? first.figure.unit : '',
    bars: stated.map((one) => ({
      label: one.figure.label[words.language],
      value: quantityOf(one)?.value ?? 0,
      text: figures.value(one),
    })),
  };
}

function labelsOf(stated: readonly Stated[], language: Tools['words']['language']): string[] {
  return stated.map(({ figure }, at) => (at === 0 ? figure.label[language] : labelInside(figure, language)));
}
