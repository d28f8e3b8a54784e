import { parse } from 'csv-parse/sync';
import { COLUMNS, type Column, type Refusal, type Row } from './columns.ts';

/** The rows of a sheet, or what keeps it from being read. */
export type Sheet = { rows: Row[]; decimalComma: boolean; refusals: Refusal[] };

/** Reads a sheet as spreadsheets save it: with or without a byte order mark, parted by commas, semicolons or tabs. */
export function readSheet(bytes: Uint8Array): Sheet {
  const text = decoded(bytes);
  if (text === undefined) return refused(1, 'the file is not UTF-8; save it as “CSV UTF-8”');
  const delimiter = delimiterOf(text);
  let records: Parsed[];
  try {
    const options = { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true };
    // The types of the library do not know what "info" adds.
    records = parse(text, { ...options, info: true }) as unknown as Parsed[];
  } catch (error) {
    const { lines } = error as { lines?: number };
    return refused(lines ?? 1, `${(error as Error).message}; look for a quotation mark that is not closed`);
  }
  const [header, ...body] = records;
  if (!header) return refused(1, 'the sheet is empty');
  const names = header.record.map((name) => name.normalize('NFKC').trim().toLowerCase().replaceAll('_', ' '));
  const refusals = headerRefusals(names);
  const rows = body
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ record, info }): Row => {
      if (record.length > names.length)
        refusals.push({ row: info.lines, what: `has ${record.length} cells, and the first row names ${names.length}` });
      return { number: info.lines, cells: Object.fromEntries(cellsOf(record, names)) };
    });
  return { rows, decimalComma: delimiter === ';', refusals };
}

/** A record with the line that it ends in. */
type Parsed = { record: string[]; info: { lines: number } };

function refused(row: number, what: string): Sheet {
  return { rows: [], decimalComma: false, refusals: [{ row, what }] };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The sign that parts the names of the first row. */
function delimiterOf(text: string): ',' | ';' | '\t' {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => first.split(sign).length;
  return ([';', '\t'] as const).find((sign) => count(sign) > count(',')) ?? ',';
}

const NEEDED: readonly Column[] = ['figure', 'place', 'date', 'basis', 'source'];

function headerRefusals(names: readonly string[]): Refusal[] {
  const isColumn = (name: string) => (COLUMNS as readonly string[]).includes(name);
  return [
    ...names
      .filter((name) => name !== '' && !isColumn(name))
      .map((name) => ({ row: 1, column: name, what: `there is no such column; use ${COLUMNS.join(', ')}` })),
    ...names
      .filter((name, at) => name !== '' && names.indexOf(name) < at)
      .map((name) => ({ row: 1, column: name, what: 'stands twice' })),
    ...NEEDED.filter((name) => !names.includes(name)).map((name) => ({ row: 1, column: name, what: 'is missing' })),
  ];
}

function cellsOf(record: readonly string[], names: readonly string[]): [string, string][] {
  return names.flatMap((name, at): [string, string][] => {
    // An export keeps texts from becoming formulas by an apostrophe.
    const cell = (record[at]?.trim() ?? '').replace(/^'(?=[=+@-])/, '');
    return name === '' || cell === '' ? [] : [[name, cell]];
  });
}
