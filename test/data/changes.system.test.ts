import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../adapters/terminal/run-cli.ts';
import { catalogueWith, entry, type Json, SHIPPED } from './folder.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
}, 120_000);

const diff = async (change: (data: Json) => void) => {
  const newer = await catalogueWith({ 'figures.json': change });
  const { code, out, err } = await runCli(['diff', SHIPPED, newer]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.trim().split('\n');
};

describe('harbin diff', () => {
  it('says so where nothing changed', async () => {
    expect(await diff(() => {})).toEqual(['no change']);
  });

  it('tells a correction from a new value, with what stood before and by how much it moved', async () => {
    const lines = await diff(({ figures }) => {
      entry(figures, 'universities').observations[0].value = 51;
      const labs = entry(figures, 'key-laboratories').observations;
      labs.push({ ...labs[0], value: 240, asOf: { date: '2023-10', basis: 'measured' } });
    });
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^correction: value corrected: universities .*\b51 .*2023-12-25.*it was 48 .*\(\+6\.3 %\)$/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^value added: key-laboratories .*\b240 .*measured 2023-10/));
  });

  it('marks a value of a later date as newer, and a withdrawn one as a correction', async () => {
    const lines = await diff(({ figures }) => {
      const labs = entry(figures, 'key-laboratories').observations;
      labs[0] = { ...labs[0], value: 240, asOf: { date: '2024-02', basis: 'measured' }, source: 'city-site-2024-04' };
    });
    expect(lines).toEqual([
      expect.stringMatching(/^newer: value added: key-laboratories .*\b240 /),
      expect.stringMatching(/^correction: value withdrawn: key-laboratories .*\b229 /),
    ]);
  });

  it('names what was withdrawn and what was only worded anew', async () => {
    const lines = await diff(({ figures }) => {
      entry(figures, 'key-projects').label.en = 'Construction projects';
      entry(figures, 'universities').keywords.en.push('halls of learning');
    });
    expect(lines).toEqual([
      expect.stringMatching(/^figure reworded: universities .*: keywords$/),
      expect.stringMatching(/^figure reworded: key-projects .*: label$/),
    ]);
  });

  it('refuses a faulty catalogue with its problems, and asks for a folder where none is named', async () => {
    const faulty = await catalogueWith({
      'figures.json': ({ figures }) => {
        entry(figures, 'universities').observations[0].source = 'nowhere';
      },
    });
    const refused = await runCli(['diff', faulty]);
    expect({ code: refused.code, out: refused.out }).toEqual({ code: 1, out: '' });
    expect(refused.err).toContain('nowhere');
    expect((await runCli(['diff'])).code).toBe(2);
  });
});
