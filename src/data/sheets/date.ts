/** A date as the catalogue writes it, or undefined where the cell could mean two: 2023/12/25, 2023年12月, 25.12.2023. */
export function readDate(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year)
    return [year, month, day]
      .filter((part) => part !== undefined)
      .map(twoDigits)
      .join('-');
  // Points part day, month and year wherever they are used; with strokes the day stands first here and second there.
  const [, ofMonth, monthOf, ofYear] = POINTS.exec(text) ?? [];
  return ofYear ? [ofYear, monthOf ?? '', ofMonth ?? ''].map(twoDigits).join('-') : undefined;
}

const YEAR_FIRST = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/;
const POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

function twoDigits(part: string): string {
  return part.padStart(2, '0');
}
