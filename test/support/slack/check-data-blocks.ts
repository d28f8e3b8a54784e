import { asList, asPart, type Part } from './blocks.ts';
import { type Complain, checkList, checkString } from './check-parts.ts';
import { LIMITS } from './limits.ts';

/** Checks the block that lays out rows of cells as text. */
export function checkTable(table: Part, at: string, complain: Complain): void {
  const { rows, columns } = LIMITS.table;
  checkCells(table.rows, `${at}/rows`, { minRows: 1, maxRows: rows, columns }, complain);
}

/** Checks the block that lays out rows which readers can sort and page through. */
export function checkDataTable(table: Part, at: string, complain: Complain): void {
  const { minRows, maxRows, columns, pageSize, content } = LIMITS.dataTable;
  checkString(table.caption, `${at}/caption`, { max: LIMITS.text }, complain);
  checkCells(table.rows, `${at}/rows`, { minRows, maxRows, columns }, complain);
  const size = table.page_size ?? 1;
  if (typeof size !== 'number' || size < 1 || size > pageSize)
    complain(`must be from 1 to ${pageSize}`, `${at}/page_size`);
  const written = asList(table.rows)
    .flatMap(asList)
    .map((cell) => String(asPart(cell)?.text ?? ''));
  if (written.join('').length > content) complain(`must be less than ${content + 1} characters in all`, `${at}/rows`);
}

/** Checks the block that draws a line, bar, area or pie chart. */
export function checkChart(block: Part, at: string, complain: Complain): void {
  const limits = LIMITS.chart;
  checkString(block.title, `${at}/title`, { max: limits.title }, complain);
  const chart = asPart(block.chart);
  if (!chart) {
    complain('missing required field: chart', `${at}/chart`);
    return;
  }
  if (chart.type === 'pie') {
    const segments = checkList(chart.segments, `${at}/chart/segments`, { max: limits.series }, complain);
    checkPoints(segments, `${at}/chart/segments`, complain, (value) => value > 0);
    return;
  }
  if (!['line', 'bar', 'area'].includes(String(chart.type))) {
    complain('unknown chart type', `${at}/chart/type`);
    return;
  }
  const series = checkList(chart.series, `${at}/chart/series`, { max: limits.series }, complain);
  for (const [index, item] of series.entries()) {
    const here = `${at}/chart/series/${index}`;
    checkString(asPart(item)?.name, `${here}/name`, { max: limits.label }, complain);
    const points = checkList(asPart(item)?.data, `${here}/data`, { max: limits.points }, complain);
    checkPoints(points, `${here}/data`, complain);
  }
  checkAxes(asPart(chart.axis_config), `${at}/chart/axis_config`, complain);
}

function checkAxes(axes: Part | undefined, at: string, complain: Complain): void {
  if (!axes) {
    complain('missing required field: axis_config', at);
    return;
  }
  const { points, label, axisLabel } = LIMITS.chart;
  for (const [index, category] of checkList(axes.categories, `${at}/categories`, { max: points }, complain).entries()) {
    checkString(category, `${at}/categories/${index}`, { max: label }, complain);
  }
  checkString(axes.x_label, `${at}/x_label`, { max: axisLabel, optional: true }, complain);
  checkString(axes.y_label, `${at}/y_label`, { max: axisLabel, optional: true }, complain);
}

function checkPoints(points: unknown[], at: string, complain: Complain, isGood = (_value: number) => true): void {
  for (const [index, item] of points.entries()) {
    const point = asPart(item);
    checkString(point?.label, `${at}/${index}/label`, { max: LIMITS.chart.label }, complain);
    if (typeof point?.value !== 'number' || !isGood(point.value)) complain('invalid value', `${at}/${index}/value`);
  }
}

function checkCells(
  rows: unknown,
  at: string,
  limits: { minRows: number; maxRows: number; columns: number },
  complain: Complain,
): void {
  const list = checkList(rows, at, { min: limits.minRows, max: limits.maxRows }, complain);
  for (const [index, row] of list.entries()) {
    const cells = checkList(row, `${at}/${index}`, { max: limits.columns }, complain);
    if (cells.length !== asList(list[0]).length) complain('rows must have the same number of cells', `${at}/${index}`);
    for (const [column, cell] of cells.entries()) checkCell(asPart(cell), `${at}/${index}/${column}`, complain);
  }
}

function checkCell(cell: Part | undefined, at: string, complain: Complain): void {
  if (cell?.type === 'rich_text') return;
  if (cell?.type !== 'raw_text' && cell?.type !== 'raw_number') {
    complain('unsupported cell type', `${at}/type`);
    return;
  }
  if (cell.type === 'raw_number' && typeof cell.value !== 'number') complain('must be a number', `${at}/value`);
  checkString(cell.text, `${at}/text`, { max: LIMITS.text, optional: cell.type === 'raw_number' }, complain);
}
