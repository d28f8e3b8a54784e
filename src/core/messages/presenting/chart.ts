import type { Answer } from '../../answers/answer.ts';
import { quantityOf, type Stated, usualOf } from '../../catalogue/stated.ts';
import type { Chart } from '../chart.ts';
import { labelInside } from '../wording/labels.ts';
import type { Words } from '../wording/language-words.ts';
import { listText } from '../wording/lists.ts';
import { axisTitle } from './axis-title.ts';
import { besideSource, relatedButtons, sourceButton } from './buttons.ts';
import { disputes, quoted, text } from './parts.ts';
import { sourceLine, sourceOf, sourceText } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Figures whose values still fit into the first line. */
const MOST_IN_LEAD = 3;

/** Figures of one kind as bars, with the numbers in words as well. */
export function drawChart({ stated, apart }: Extract<Answer, { kind: 'chart' }>, tools: Tools): Drawn {
  const { words, figures } = tools;
  const left = apart.map((figure) => leftOut(usualOf(figure), tools));
  const lead = words.say('chartLead', {
    figures: leadingText(stated, tools),
    place: figures.place(stated, 'within'),
    asOf: figures.asOf(stated),
  });
  return {
    parts: [text(lead), barsOf(stated, tools), ...sourceLine(stated, tools)],
    remarks: [
      ...(left.length > 0 ? [words.say('chartApart', { labels: listText(left, words) })] : []),
      ...disputes(stated, tools),
    ],
    buttons: [sourceButton(stated, tools), ...besideSource(relatedButtons(stated, tools))],
    invitation: 'more',
    shown: stated,
  };
}

/** What stands in no chart of these, by name. */
function leftOut({ figure }: Stated, { words }: Tools): string {
  return quoted(figure.label[words.language], words);
}

function leadingText(stated: readonly Stated[], { words, figures }: Tools): string {
  const labels = labelsOf(stated, words.language);
  if (stated.length > MOST_IN_LEAD) return listText(labels, words);
  return stated
    .map((one, at) => words.text('side', { label: labels[at] ?? '', value: figures.amount(one) }))
    .reduce(beside(words));
}

function barsOf(stated: readonly Stated[], tools: Tools): Chart {
  const { words, figures } = tools;
  const asked = stated.map((one) => ({
    label: one.figure.label[words.language],
    value: quantityOf(one)?.value ?? 0,
    text: figures.amount(one),
  }));
  // Two or three stay as they were asked for; more are ranked, as a reader expects of bars.
  const points = asked.length > MOST_IN_LEAD ? [...asked].sort((one, other) => other.value - one.value) : asked;
  const title = titleOf(stated, tools);
  return {
    kind: 'chart',
    form: 'bars',
    title,
    unit: axisTitle(stated[0], words),
    source: words.text('chartSource', { sources: sourcesOf(stated, tools) }),
    summary: words.text('chartSummary', {
      title,
      asOf: figures.asOf(stated),
      values: points.map(({ label, text: value }) => words.text('side', { label, value })).reduce(beside(words)),
    }),
    series: [{ name: title, points }],
  };
}

/** The figures by name, or where these would not fit, what they have in common. */
function titleOf(stated: readonly Stated[], { catalogue, words, home }: Tools): string {
  const { language } = words;
  if (stated.length <= MOST_IN_LEAD)
    return words.text('chartTitle', { ...home, labels: listText(labelsOf(stated, language), words) });
  const topics = catalogue.topics.filter(({ id }) => stated.some(({ figure }) => figure.topic === id));
  const [topic, ...others] = topics;
  if (!topic || others.length > 0) return home.subject;
  return words.text('chartTitle', { ...home, labels: topic.label[language] });
}

function sourcesOf(stated: readonly Stated[], { catalogue, words }: Tools): string {
  const sources = new Set(stated.map((one) => sourceOf(one, catalogue)));
  return [...sources].map((source) => sourceText(source, [], words)).reduce(beside(words));
}

function beside(words: Words): (first: string, second: string) => string {
  return (first, second) => words.text('beside', { first, second });
}

function labelsOf(stated: readonly Stated[], language: Tools['words']['language']): string[] {
  return stated.map(({ figure }, at) => (at === 0 ? figure.label[language] : labelInside(figure, language)));
}
