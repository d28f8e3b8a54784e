/** The columns of a sheet of observations, one row each; import and export share them. */
export const COLUMNS = [
  'figure',
  'label',
  'place',
  'date',
  'basis',
  'holds',
  'happened',
  'value',
  'unit',
  'qualifier',
  'us dollars',
  'paragraph',
  'series',
  'source',
  'caveat en',
  'caveat zh',
  'caveat ru',
] as const;

export type Column = (typeof COLUMNS)[number];

/** A row of a sheet: its number as a spreadsheet counts it, and its cells without the blanks around them. */
export type Row = { number: number; cells: Partial<Record<Column, string>> };

/** Why a sheet is not taken, told so that its cell can be found. */
export type Refusal = { row: number; column?: string; what: string };

export function describeRefusal({ row, column, what }: Refusal): string {
  return `row ${row}${column ? `, column "${column}"` : ''}: ${what}`;
}
