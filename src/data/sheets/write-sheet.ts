import { ownLanguages } from '../checking/borrowing.ts';
import type { Catalogue, Figure, Observation } from '../schema.ts';
import { COLUMNS, type Column } from './columns.ts';

/** Every observation of a catalogue as a sheet that spreadsheets open and `harbin import` takes back. */
export function writeSheet({ figures }: Catalogue): string {
  const rows = figures.flatMap((figure) =>
    (figure.observations as Observation[]).map((observation) => {
      const cells = cellsOf(figure, observation);
      return COLUMNS.map((column) => quoted(cells[column] ?? ''));
    }),
  );
  // Spreadsheets read UTF-8 only behind a byte order mark.
  return `\uFEFF${[[...COLUMNS], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function cellsOf(figure: Figure, observation: Observation): Partial<Record<Column, string>> {
  const { asOf, place, source, paragraph, series, caveat } = observation;
  const quantity = 'value' in observation && 'unit' in figure ? observation : undefined;
  const caveats = caveat ? ownLanguages(caveat).map((language) => [`caveat ${language}`, caveat[language]]) : [];
  const dollars = quantity?.equivalents?.find(({ unit }) => unit === 'USD');
  return {
    figure: figure.id,
    label: figure.label.en,
    place,
    date: asOf.date,
    basis: asOf.basis,
    holds: asOf.holds ?? '',
    happened: 'happened' in observation ? (observation.happened ?? '') : '',
    value: quantity ? String(quantity.value) : '',
    unit: 'unit' in figure ? figure.unit : '',
    qualifier: quantity?.qualifier ?? '',
    'us dollars': dollars ? String(dollars.value) : '',
    paragraph: paragraph === undefined ? '' : String(paragraph),
    series: series ?? '',
    source,
    ...Object.fromEntries(caveats),
  };
}

/** A cell in quotation marks where it needs them; a formula that a text would become is kept a text. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
