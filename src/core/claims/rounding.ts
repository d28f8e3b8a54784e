/** How far a round number may be from the value that it stands for. */
const MOST_ROUNDING = 0.03;
/** "50" for 48 has too few digits to be that very number. */
const LEAST_ROUNDED_DIGITS = 2;

/** "17 billion" for 16.8 billion, "1,800" or "1,700" for 1,751: the value rounded or cut at the digits that were said. */
export function isRounding(claimed: number, value: number): boolean {
  if (claimed === value) return true;
  const digits = tellingDigits(claimed);
  if (digits < LEAST_ROUNDED_DIGITS || digits >= tellingDigits(value)) return false;
  return (
    (sameDigits(claimed, value) || cutAt(digits, value) === claimed) &&
    Math.abs(value - claimed) <= MOST_ROUNDING * value
  );
}

/** Whether two numbers are the same at the digits that the first one says. */
export function sameDigits(claimed: number, value: number): boolean {
  return Number(value.toPrecision(tellingDigits(claimed))) === claimed;
}

/** Smaller numbers are ten times many others by chance. */
const LEAST_SCALED = 10;
/** A slip of more than a hundred million is none. */
const MOST_POWERS = 8;

/** By which power of ten a number is too large or too small; undefined where its digits are others. */
export function factorBetween(claimed: number, value: number): number | undefined {
  if (value < LEAST_SCALED || claimed <= 0) return undefined;
  const power = Math.round(Math.log10(claimed / value));
  if (power === 0 || Math.abs(power) > MOST_POWERS) return undefined;
  return isRounding(withoutNoise(claimed / 10 ** power), value) ? 10 ** power : undefined;
}

/** How many digits of a number tell something: two of 1,800, three of 2.35 billion. */
export function tellingDigits(number: number): number {
  const digits = number.toPrecision(15).replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.max(1, digits.length);
}

function cutAt(digits: number, value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  return withoutNoise(Math.floor(value / step) * step);
}

/** Digits of a product that surely are not the noise of binary fractions. */
const SURE_DIGITS = 12;

function withoutNoise(number: number): number {
  return Number(number.toPrecision(SURE_DIGITS));
}
