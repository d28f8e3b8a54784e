/** What a cell says: a number, or why it is not clear which. */
export type Read = { value: number } | { unclear: string };

/**
 * A number as people and spreadsheets write it: 1,751; 1 751; 16.8 billion; 168亿; 1.34 млрд; full-width digits. With
 * `decimalComma`, as in sheets parted by semicolons, 16,8 is sixteen and a fraction. What could be two numbers is unclear.
 */
export function readNumber(cell: string, decimalComma: boolean): Read {
  const text = cell.normalize('NFKC').replace(/−/g, '-').trim();
  const found = NUMBER.exec(text);
  if (!found) return { unclear: `"${cell}" is not a number` };
  const [, sign = '', digits = '', size = ''] = found;
  const read = readDigits(digits.replace(/[\s'’]/g, ''), decimalComma);
  if ('unclear' in read) return { unclear: `"${cell}" ${read.unclear}` };
  const scale = SIZES[size.toLowerCase().replace('.', '')] ?? 1;
  // Products of decimals are rounded to what was written: 2.353 billion is 2353000000, not a hair beside it.
  const value = Number((read.value * scale).toPrecision(15));
  return { value: sign === '-' ? -value : value };
}

const SIZES: Record<string, number> = {
  thousand: 1e3,
  тыс: 1e3,
  million: 1e6,
  млн: 1e6,
  billion: 1e9,
  млрд: 1e9,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
};
const NUMBER =
  /^([+-]?)(\d[\d\s.,'’]*?)\s*(万亿|万|萬|亿|億|thousand|million|billion|тыс\.?|млн|млрд)?\s*(?:元|人民币|yuan|юан\S*|%|percent)?$/iu;

function readDigits(digits: string, decimalComma: boolean): Read {
  if (/^\d+$/.test(digits)) return { value: Number(digits) };
  const [point, group] = decimalComma ? [',', '.'] : ['.', ','];
  const grouped = (sign: string) => new RegExp(`^\\d{1,3}(?:\\${sign}\\d{3})+$`);
  // One mark with three digits behind it is read one way here and the other way there.
  if (/^\d{1,3}[.,]\d{3}$/.test(digits) && (decimalComma || digits.includes('.')) && !digits.startsWith('0'))
    return {
      unclear: `may be ${digits.replace(/[.,]/, '')} or ${digits.replace(',', '.')}; write it without grouping`,
    };
  if (grouped(group).test(digits)) return { value: Number(digits.replaceAll(group, '')) };
  const [whole = '', fraction = '', ...more] = digits.split(point);
  const isWhole = /^\d+$/.test(whole) || grouped(group).test(whole);
  if (isWhole && /^\d+$/.test(fraction) && more.length === 0)
    return { value: Number(`${whole.replaceAll(group, '')}.${fraction}`) };
  // A comma with one or two digits behind it parts no thousands.
  if (/^\d+,\d{1,2}$/.test(digits)) return { value: Number(digits.replace(',', '.')) };
  return { unclear: 'is grouped in a way that is not clear; write it without grouping' };
}
