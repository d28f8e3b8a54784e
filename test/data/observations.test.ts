import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/data/load.ts';
import written from './observations.json' with { type: 'json' };

const { figures } = await loadCatalogue();

// The rows were compared with the texts of the sources, so that no edit of the catalogue changes a number unseen.
it('holds every observation as it was compared with its source: none missing, none added', () => {
  const held = figures.flatMap((figure) =>
    figure.observations.map(({ place, source, asOf: { date, basis }, ...one }) => ({
      figure: figure.id,
      ...('value' in one && 'unit' in figure ? { value: one.value, unit: figure.unit } : {}),
      ...('happened' in one && one.happened ? { happened: one.happened } : {}),
      place,
      date,
      basis,
      source,
    })),
  );
  expect(held, 'compare it with its source, then write it into test/data/observations.json').toEqual(written);
});
