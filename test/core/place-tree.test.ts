import { expect, it } from 'vitest';
import { ancestorsOf } from '../../src/core/catalogue/place-tree.ts';
import { loadCatalogue } from '../../src/data/load.ts';

const { places } = await loadCatalogue();

it('tells which place lies in which, the nearest first', () => {
  expect(ancestorsOf('pingfang', places)).toEqual([
    'harbin-new-area',
    'harbin',
    'heilongjiang',
    'northeast-china',
    'china',
  ]);
  expect(ancestorsOf('china', places)).toEqual([]);
});

it('ends where places lie in each other by mistake', () => {
  const circle = places.map((place) => (place.id === 'china' ? { ...place, parent: 'pingfang' } : place));
  expect(ancestorsOf('harbin', circle)).toEqual([
    'heilongjiang',
    'northeast-china',
    'china',
    'pingfang',
    'harbin-new-area',
  ]);
});
