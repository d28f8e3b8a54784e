import type { Course, Line, Places } from '../../catalogue/developing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Chart, Series } from '../chart.ts';
import { dateText } from '../wording/date-text.ts';
import { listText } from '../wording/lists.ts';
import { axisTitle } from './axis-title.ts';
import { sourceOf } from './sources.ts';
import type { Tools } from './tools.ts';

/** A development as lines, one for each place; bars where no two values belong to one line. */
export function courseChart({ figure, lines }: Course, tools: Tools): Chart {
  const { words, figures } = tools;
  const isLine = lines.every(({ change }) => change !== undefined);
  const series = lines.map((line): Series => {
    const drawn = isLine ? ofChange(line) : line.stated;
    return {
      name: figures.place(drawn, 'name'),
      points: drawn.map((one) => ({
        ...pointOf(one, dateText(one.observation.asOf.date, words), tools),
        at: one.observation.asOf.date,
      })),
    };
  });
  const all = lines.flatMap(({ stated }) => stated);
  return chartOf({ form: isLine ? 'line' : 'bars', label: figure.label[words.language], series, all }, tools);
}

/** One figure of several places as bars, the largest first. */
export function placesChart({ figure, stated }: Places, tools: Tools): Chart {
  const { words, figures } = tools;
  const label = figure.label[words.language];
  const points = stated.map((one) => pointOf(one, figures.place([one], 'name'), tools));
  return chartOf({ form: 'bars', label, series: [{ name: label, points }], all: stated }, tools);
}

/** The values that one line joins: those of the series that the change is told of. */
function ofChange({ stated, change }: Line): Stated[] {
  const series = change?.from.observation.series;
  return stated.filter(({ observation }) => observation.series === series);
}

function pointOf(one: Stated, label: string, { figures }: Tools) {
  return { label, value: quantityOf(one)?.value ?? 0, text: figures.amount(one) };
}

type Drawing = { form: Chart['form']; label: string; series: Series[]; all: readonly Stated[] };

function chartOf({ form, label, series, all }: Drawing, { words, figures, catalogue }: Tools): Chart {
  const title = words.text('courseTitle', { label, places: figures.place(all, 'name') });
  const values = series.flatMap(({ name, points }) =>
    points.map((point) =>
      words.text('side', { label: series.length > 1 ? `${name}, ${point.label}` : point.label, value: point.text }),
    ),
  );
  const sources = [...new Set(all.map((one) => sourceOf(one, catalogue).name[words.language]))];
  return {
    kind: 'chart',
    form,
    title,
    unit: axisTitle(all[0], words),
    source: words.text('chartSource', {
      sources: sources.length > MOST_SOURCES ? publishers(all, catalogue) : listText(sources, words),
    }),
    summary: words.text('chartSummary', {
      title,
      asOf: figures.asOf(ends(all)),
      values: values.join(words.text('pause')),
    }),
    series,
  };
}

/** More names than these would not fit under a picture; a publisher of many tables is named once. */
const MOST_SOURCES = 2;

function publishers(all: readonly Stated[], catalogue: Tools['catalogue']): string {
  return [...new Set(all.map((one) => sourceOf(one, catalogue).publisher))].join('; ');
}

/** The first and the last of them by date. */
function ends(all: readonly Stated[]): Stated[] {
  const sorted = [...all].sort((a, b) => a.observation.asOf.date.localeCompare(b.observation.asOf.date));
  return [sorted[0], sorted.at(-1)].filter((one) => one !== undefined);
}
