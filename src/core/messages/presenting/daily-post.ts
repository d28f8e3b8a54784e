import type { Stated } from '../../catalogue/stated.ts';
import type { Question } from '../../question.ts';
import { formatQuestion } from '../../question-code.ts';
import type { Button } from '../message.ts';
import { clockText } from '../wording/schedules.ts';
import { anotherButton } from './buttons.ts';
import { drawFact } from './figures.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** A post of the day: the fact as everywhere, how to stop it, and where a late one says so, the minute it was due at. */
export function drawPost(stated: Stated, tools: Tools, lateFrom?: number): Drawn {
  const { words } = tools;
  const drawn = drawFact({ kind: 'fact', stated }, tools);
  const [lead, ...rest] = drawn.parts;
  const sentence = lead?.kind === 'text' ? lead.inlines : [];
  return {
    ...drawn,
    parts: [text(words.say('dailyPostHead', { sentence })), ...rest],
    remarks: [
      ...(drawn.remarks ?? []),
      ...(lateFrom === undefined ? [] : [words.say('dailyPostLate', { time: clockText(lateFrom) })]),
      words.say('dailyPostNote'),
    ],
    buttons: [...waysOn(stated, tools), anotherButton(stated, tools)],
    ...(drawn.form ? { form: 'post' } : {}),
  };
}

/** Figures that fit beside the day's one in a chart. */
const MOST_BESIDE = 2;

function waysOn({ figure }: Stated, { catalogue, words }: Tools): Button[] {
  const alike = catalogue.figures.filter(({ topic, kind }) => topic === figure.topic && kind === figure.kind);
  const beside = alike.filter(({ id }) => id !== figure.id).slice(0, MOST_BESIDE);
  const isQuantity = figure.kind === 'count' || figure.kind === 'money';
  const chart: Question = { kind: 'chart', figures: [figure, ...beside].map(({ id }) => id) };
  const source: Question = { kind: 'about', what: 'source', figures: [figure.id] };
  const isDrawn = isQuantity && beside.length > 0 && formatQuestion({ question: chart, language: words.language });
  return [
    { label: words.text('doSource'), question: source },
    ...(isDrawn ? [{ label: words.text('doChart'), question: chart }] : []),
  ];
}
