import type { Change, Course, Line } from '../../catalogue/developing.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Inline, Part } from '../message.ts';
import { unitText } from '../wording/figures.ts';
import type { Words } from '../wording/language-words.ts';
import { plainNumber } from '../wording/numbers.ts';
import { courseButtons } from './buttons.ts';
import { courseChart } from './course-chart.ts';
import { missingWords } from './missing.ts';
import { caveats, text } from './parts.ts';
import { sourceLine, sourceOf } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** How one figure developed, from when to when and by how much, in one or several places. */
export function drawCourse(course: Course, tools: Tools): Drawn {
  const { figure, lines, missing, drawn } = course;
  const { words } = tools;
  const [only, ...others] = lines;
  const all = lines.flatMap(({ stated }) => stated);
  const chart = drawn ? courseChart(course, tools) : undefined;
  const shown: Part[] =
    only && others.length === 0
      ? [text(lineLead(only, tools)), { kind: 'items', items: only.stated.map((one) => dated(one, lines, tools)) }]
      : [
          text(
            words.say('courseLead', { label: figure.label[words.language], places: tools.figures.place(all, 'name') }),
          ),
          { kind: 'items', items: lines.map((line) => lineItem(line, tools)) },
        ];
  return {
    parts: [
      ...shown,
      ...(chart ? [chart] : []),
      ...missing.map((one) => text(missingWords(one, tools))),
      ...sourceLine(all, tools),
    ],
    remarks: [...seriesRemarks(lines, tools), ...caveats(all, tools)],
    shown: all,
    buttons: courseButtons(course, tools),
    invitation: 'more',
  };
}

function lineLead({ stated, change }: Line, tools: Tools): Inline[] {
  const { words, figures } = tools;
  const [first] = stated;
  if (!first) return [];
  const setting = { label: first.figure.label[words.language], place: figures.place([first], 'name') };
  return change
    ? words.say('courseChange', { ...setting, ...changeValues(change, tools) })
    : words.say('courseNoChange', { ...setting, count: stated.length });
}

function lineItem(line: Line, tools: Tools): Inline[] {
  const { words, figures } = tools;
  const place = figures.place(line.stated, 'name');
  if (line.change) return words.say('courseItem', { place, ...changeValues(line.change, tools) });
  const values = line.stated.map((one) => words.text('coursePoint', pointValues(one, tools)));
  return words.say('courseItemPlain', { place, values: values.join(words.text('pause')) });
}

function changeValues({ from, to, difference, percent }: Change, { words, figures }: Tools) {
  const times = percent === undefined ? 1 : 1 + percent / 100;
  return {
    from: figures.amount(from),
    fromDate: figures.asOf([from]),
    to: figures.amount(to),
    toDate: figures.asOf([to]),
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
    by: unitText(from.figure, Math.abs(difference), words),
    percent: percent === undefined ? '' : percentText(percent, words),
    isTimes: times >= 2 ? 'yes' : 'no',
    times: plainNumber(Number(times.toPrecision(3)), words.language, 2),
  };
}

/** A change in percent, rounded as far as it tells something. */
function percentText(percent: number, words: Words): string {
  const rounded = Number(percent.toPrecision(3));
  return words.text('signedPercent', {
    sign: percent < 0 ? '−' : '+',
    amount: plainNumber(Math.abs(rounded), words.language, 1),
  });
}

/** One value of a line with its date, and with its source where the values come from several. */
function dated(one: Stated, lines: readonly Line[], tools: Tools): Inline[] {
  const { words, catalogue } = tools;
  const publishers = new Set(lines.flatMap(({ stated }) => stated.map((each) => sourceOf(each, catalogue).publisher)));
  const values = pointValues(one, tools);
  return publishers.size > 1
    ? words.say('courseItemSourced', { ...values, source: sourceOf(one, catalogue).name[words.language] })
    : words.say('coursePoint', values);
}

function pointValues(one: Stated, { figures }: Tools) {
  return { date: figures.asOf([one]), value: figures.amount(one) };
}

/** Why no change is told, or that values of other sources stand outside of it. */
function seriesRemarks(lines: readonly Line[], { words }: Tools): Inline[][] {
  if (lines.some(({ change, stated }) => !change && stated.length > 1)) return [words.say('courseMixed')];
  const isMixed = lines.some(
    ({ change, stated }) => change && stated.some((one) => one.observation.series !== change.from.observation.series),
  );
  return isMixed ? [words.say('coursePartly')] : [];
}
