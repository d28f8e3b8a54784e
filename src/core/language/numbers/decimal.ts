/** A decimal fraction without rounding: `digits` × 10^`power`. */
export type Decimal = { digits: bigint; power: number };

export function decimal(digits: bigint | number | string, power = 0): Decimal {
  return { digits: BigInt(digits), power };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const power = Math.min(a.power, b.power);
  return { digits: raised(a, power) + raised(b, power), power };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, power: a.power + b.power };
}

/** Whether it is smaller than 10^`power`. */
export function isBelow(value: Decimal, power: number): boolean {
  return value.digits === 0n || value.digits.toString().length + value.power <= power;
}

/** The nearest JavaScript number: 1.34 × 10^8 is 134000000. */
export function toNumber({ digits, power }: Decimal): number {
  return Number(`${digits}e${power}`);
}

function raised({ digits, power }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(power - to);
}
