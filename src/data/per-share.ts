/** Whether money is a price per share, and not a sum. */
export function isPerShare({ unit }: { unit: string }): boolean {
  return unit.endsWith(' per share');
}
