/** Values of one unit as a picture; every label and value is also text, so that nothing is lost where none can be drawn. */
export type Chart = {
  kind: 'chart';
  /** Bars for quantities side by side, a line for how something developed; several lines for several places. */
  form: 'bars' | 'line';
  title: string;
  /** What the values count, in words for people: "Number", "Yuan". */
  unit: string;
  /** Publisher and date, in one short line. */
  source: string;
  /** One sentence with every number, for those who do not see the picture. */
  summary: string;
  series: Series[];
};

/** Values that belong together; the name tells it from others, and is not shown where there is only one. */
export type Series = { name: string; points: Point[] };

export type Point = {
  label: string;
  value: number;
  /** The value as the language writes it, with its qualifier: "over 3,000". */
  text: string;
  /** When, as precise as it is known (2023, 2023-12 or 2023-12-25): a line stands on a time axis. */
  at?: string;
};

/** Every value of a chart under a label that is clear by itself, in reading order. */
export function marksOf({ series }: Chart): Pick<Point, 'label' | 'value' | 'text'>[] {
  return series.flatMap(({ name, points }) =>
    points.map(({ label, value, text }) => ({ label: series.length > 1 ? `${name}, ${label}` : label, value, text })),
  );
}

/** A bar made of signs, at least one of them; the largest value of the chart is `most` signs long. */
export function signsFor(value: number, chart: Chart, most: number): string {
  const largest = Math.max(...marksOf(chart).map((mark) => mark.value), 0) || 1;
  return '█'.repeat(Math.max(1, Math.round((most * value) / largest)));
}
