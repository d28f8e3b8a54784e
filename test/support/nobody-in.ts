import { expect } from 'vitest';

/** No line of a log names a person: neither by id nor otherwise. In: the lines, and the ids of everybody who was there. */
export function expectNobodyIn(lines: readonly unknown[], people: Iterable<string>): void {
  const said = JSON.stringify(lines, (_, value) => (value instanceof Error ? `${value.stack}` : value));
  expect([...people].filter((id) => said.includes(id))).toEqual([]);
}
