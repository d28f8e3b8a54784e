import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answers/answer.ts';
import { tell } from '../../src/core/answers/tell.ts';
import type { Stated } from '../../src/core/catalogue/stated.ts';
import { loadCatalogue } from '../../src/data/load.ts';

const { figures, relations, places } = await loadCatalogue();
const observed = (id: string) => figures.find((figure) => figure.id === id)?.observations[0];

describe('the press release in the catalogue', () => {
  it.each([
    ['universities', 48, 5],
    ['key-laboratories', 229, 5],
    ['engineering-research-centres', 250, 5],
    ['high-tech-companies', 1751, 5],
    ['innovation-ecosystems', 4, 4],
    ['key-projects', 37, 4],
    ['planned-investment', 16_800_000_000, 4],
    ['talent-policies', 30, 4],
    ['potential-incubators', 3000, 6],
    ['award-funding', 134_000_000, 6],
    ['awarded-enterprises', 745, 6],
    ['recommended-enterprises', 1436, 6],
    ['recommendation-batches', 3, 6],
    ['approved-enterprises', 818, 6],
  ])('%s is %d, in paragraph %d', (id, value, paragraph) => {
    expect(observed(id)).toMatchObject({
      value,
      paragraph,
      place: 'harbin',
      asOf: { date: '2023-12-25', basis: 'stated' },
    });
  });

  it.each([
    ['technology-trading-market', '2023-12'],
    ['fuerjia-listing', '2023-08-01'],
    ['fuerjia-unicorn', undefined],
  ])('%s happened %s', (id, happened) => {
    expect(observed(id)).toEqual(
      happened ? expect.objectContaining({ happened }) : expect.not.objectContaining({ happened }),
    );
  });

  it('keeps the dollars that the source itself gives', () => {
    expect(observed('planned-investment')).toMatchObject({
      equivalents: [{ value: 2_353_000_000, unit: 'USD', qualifier: 'about' }],
    });
    expect(observed('award-funding')).toMatchObject({
      equivalents: [{ value: 18_700_000, unit: 'USD', qualifier: 'about' }],
    });
  });

  it('has plans qualified as planned, and a floor as over', () => {
    for (const id of ['innovation-ecosystems', 'key-projects', 'planned-investment'])
      expect(observed(id)).toMatchObject({ qualifier: 'planned' });
    expect(observed('potential-incubators')).toMatchObject({ qualifier: 'over' });
  });

  it('never calls Fuerjia a unicorn without its field', () => {
    const { statement } = figures.find(({ id }) => id === 'fuerjia-unicorn') ?? {};
    expect(statement?.en).toContain('bio-economic field');
    expect(statement?.zh).toContain('生物经济领域');
    expect(statement?.ru).toContain('сфере биоэкономики');
  });

  it('is told first for high-tech companies, and behind what is of that year where 2023 is asked', () => {
    const figure = figures.find(({ id }) => id === 'high-tech-companies') as (typeof figures)[number];
    const asked = (when?: string[]) =>
      tell({ kind: 'figure', figures: [figure.id], ...(when ? { when } : {}) }, [figure]) as Extract<
        Answer,
        { kind: 'figure' }
      >;
    const values = (all: readonly Stated[]) =>
      all.map(({ observation }) => 'value' in observation && observation.value);
    expect([values(asked().stated), values(asked().beside)]).toEqual([[1751], [2832]]);
    expect([values(asked(['2023']).stated), values(asked(['2023']).beside)]).toEqual([[2832], [1751]]);
    expect(values(asked(['2024']).stated)).toEqual([2832]);
  });

  it('forbids what the source does not support', () => {
    expect(relations.filter(({ allowed }) => allowed).map(({ id }) => id)).toEqual([
      'investment-per-project',
      'award-per-enterprise',
      'labs-per-institution',
      'centres-per-institution',
      'high-tech-per-institution',
      'labs-plus-centres',
      'enterprises-per-batch',
      'implied-exchange-rate',
      'high-tech-share-of-province',
      'inventions-share-of-province',
      'utility-models-share-of-province',
      'applications-share-of-province',
      'issue-price-times-shares',
    ]);
  });

  it('belongs to Harbin first', () => {
    expect(places[0]?.id).toBe('harbin');
  });
});
