import type { types } from '@slack/bolt';
import type { Chart, Point } from '../../../core/messages/chart.ts';
import { cut } from '../../shared/cut.ts';
import { LIMITS } from './limits.ts';

/** Slack's own chart, which the library's types do not know yet. */
export type ChartBlock = {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; y_label?: string };
  };
};

/** A chart for Slack to draw; undefined where Slack's narrow labels would say something else, or nothing. */
export function chartBlock(chart: Chart): ChartBlock | undefined {
  const { form, title, unit, series } = chart;
  const points = series.flatMap((one) => one.points);
  const labels = inOrder(points);
  const categories = labels.map(short);
  const names = series.map(({ name }) => short(name || title));
  const fits =
    title !== '' &&
    labels.every((label) => label !== '') &&
    isWithin(labels, LIMITS.chartPoints) &&
    isWithin(series, LIMITS.chartSeries) &&
    // Slack refuses a chart with gaps, or draws it as if a value were nothing.
    series.every((one) => labels.every((label) => one.points.some((point) => point.label === label)));
  // Cut to the same few characters, two things would be one.
  if (!fits || new Set(categories).size < categories.length || new Set(names).size < names.length) return undefined;
  return {
    type: 'data_visualization',
    title: cut(title, LIMITS.chartTitle),
    chart: {
      // Slack sets all labels equally far apart, which would bend a line through dates that are not.
      type: form === 'line' && isEven(points) ? 'line' : 'bar',
      series: series.map((one, at) => ({
        name: names[at] ?? '',
        data: one.points.map(({ label, value }) => ({ label: short(label), value })),
      })),
      axis_config: { categories, ...(unit ? { y_label: cut(unit, LIMITS.chartAxis) } : {}) },
    },
  };
}

/** The block as the library's lists of blocks take it. */
export function asKnown(block: ChartBlock): types.KnownBlock {
  return block as unknown as types.KnownBlock;
}

function short(label: string): string {
  return cut(label, LIMITS.chartLabel);
}

function isWithin(things: readonly unknown[], most: number): boolean {
  return things.length > 0 && things.length <= most;
}

/** Each label once: as they come, or where they are dated, in the order of time. */
function inOrder(points: readonly Point[]): string[] {
  const dated = points.every(({ at }) => at !== undefined);
  const sorted = dated ? [...points].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? '')) : points;
  return [...new Set(sorted.map(({ label }) => label))];
}

/** Whether the points are whole years, one after the other, or not dated at all. */
function isEven(points: readonly Point[]): boolean {
  const dates = [...new Set(points.map(({ at }) => at))].sort();
  if (dates.every((at) => at === undefined)) return true;
  return dates.every((at, index) => /^\d{4}$/.test(at ?? '') && Number(at) === Number(dates[0]) + index);
}
