import type { Chart, Point } from '../../../src/core/messages/chart.ts';

/** Bars of one unit. */
export function barChart(values: Record<string, number>, title = 'Harbin: laboratories'): Chart {
  const points = Object.entries(values).map(([label, value]) => ({
    label,
    value,
    text: value.toLocaleString('en-GB'),
  }));
  return { ...FRAME, form: 'bars', title, series: [{ name: '', points }] };
}

/** A line for each name, through values by their dates. */
export function lineChart(lines: Record<string, Record<string, number>>, title = 'High-tech companies'): Chart {
  const series = Object.entries(lines).map(([name, values]) => ({
    name,
    points: Object.entries(values).map(
      ([at, value]): Point => ({ at, label: at, value, text: value.toLocaleString('en-GB') }),
    ),
  }));
  return { ...FRAME, form: 'line', title, series };
}

const FRAME = { kind: 'chart', unit: 'Number', source: 'Source: a yearbook, 2024', summary: '' } as const;
