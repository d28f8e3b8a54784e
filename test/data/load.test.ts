import { describe, expect, it } from 'vitest';
import { inspectCatalogue } from '../../src/data/check-catalogue.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { FaultyCatalogue } from '../../src/data/problem.ts';
import { catalogueWith, copyOfShipped, SHIPPED } from './folder.ts';

describe('loading', () => {
  it('gives the shipped catalogue as the checker sees it', async () => {
    expect(await loadCatalogue()).toEqual((await inspectCatalogue(SHIPPED)).catalogue);
  });

  it('gives the same from another folder of the same shape', async () => {
    expect(await loadCatalogue(await copyOfShipped())).toEqual(await loadCatalogue());
  });

  it('takes what the other folder says', async () => {
    const folder = await catalogueWith({ 'figures.json': (data) => (data.figures[0].observations[0].value = 49) });
    const { figures } = await loadCatalogue(folder);
    expect(figures[0]?.observations[0]).toMatchObject({ value: 49 });
  });

  it('never gives a faulty catalogue in part', async () => {
    const folder = await catalogueWith({
      'figures.json': (data) => (data.figures[0].topic = 'nowhere'),
      'places.json': (data) => delete data.places[1].within,
    });
    const failure = await loadCatalogue(folder).catch((error) => error);
    expect(failure).toBeInstanceOf(FaultyCatalogue);
    expect(failure.problems).toHaveLength(2);
    expect(failure.message).toContain('figures[0] (universities).topic: no topic "nowhere"');
  });

  it('names a folder that does not exist', async () => {
    await expect(loadCatalogue('/nowhere/at/all')).rejects.toThrow('sources.json: cannot be read (ENOENT)');
  });
});
