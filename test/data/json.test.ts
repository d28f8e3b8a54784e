import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../src/data/checking/json.ts';

describe('scanning JSON', () => {
  it('finds nothing wrong with what JSON.parse accepts', () => {
    fc.assert(fc.property(fc.json(), (text) => scanJson(text).brokenAt === undefined));
  });

  it.each([
    ['{\n"a": 1\n"b": 2}', 3],
    ['[\n1,\n]', 3],
    ['{\n"a": tru\n}', 2],
    ['{"a": [1, 2}\n', 1],
    ['[1]\n\n]', 3],
    ['["a\nb"]', 1],
    ['{\n\n', 3],
    ['', 1],
  ])('finds the line where %j breaks', (text, line) => {
    expect(scanJson(text).brokenAt).toBe(line);
  });

  it('survives any depth and any length', () => {
    expect(scanJson('['.repeat(200_000)).brokenAt).toBe(1);
    expect(scanJson(`"${'a\\n'.repeat(1_000_000)}`).brokenAt).toBe(1);
    expect(scanJson(`"${'a'.repeat(5_000_000)}"`).brokenAt).toBeUndefined();
  });
});
