import { expect, it } from 'vitest';
import { groupsOf } from '../../src/core/catalogue/place-groups.ts';
import { unitOf } from '../../src/core/catalogue/units.ts';
import { loadCatalogue } from '../../src/data/load.ts';

const catalogue = await loadCatalogue();

it('every count has a unit with the nouns that people count by', () => {
  const units = catalogue.figures.flatMap((figure) => (figure.kind === 'count' ? [figure.unit] : []));
  expect(units.filter((unit) => unitOf(unit, catalogue) === undefined)).toEqual([]);
  expect(unitOf('laboratories', catalogue)?.nouns.en).toContain('labs');
});

it('the four cities are a group', () => {
  expect(groupsOf('harbin', catalogue).map(({ places }) => places)).toEqual([
    ['harbin', 'shenyang', 'dalian', 'changchun'],
  ]);
});
