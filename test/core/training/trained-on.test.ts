import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTrainingRows } from '../../../src/cli/training-rows.ts';
import { readThesaurus } from '../../../src/cli/word-classes.ts';
import { decodeModel } from '../../../src/core/reading/model-file.ts';
import { thesaurusOf } from '../../../src/core/reading/thesaurus.ts';
import type { TrainingRow } from '../../../src/core/training/row.ts';
import { trainedOn } from '../../../src/core/training/trained-on.ts';
import { SHIPPED_MODEL, TRAINING_FOLDER } from '../../../src/data/model.ts';
import type { Catalogue } from '../../../src/data/schema.ts';
import { catalogue } from '../../support/reading.ts';

const ROWS: TrainingRow[] = [
  { writer: 'ann', lang: 'en', q: 'how many labs', expect: ['key-laboratories'] },
  { writer: 'bob', lang: 'ru', q: 'сколько вузов', expect: ['universities'] },
  { writer: 'cyd', lang: 'zh', q: '天气', expect: [], refuse: true },
];
const first = ROWS[0] as TrainingRow;
const WORDS = thesaurusOf(new Map([['science', ['optic']]]));

it('what a model was trained on changes with the thesaurus', () => {
  for (const other of [new Map(), new Map([['industry', ['optic']]]), new Map([['science', ['optic', 'laser']]])])
    expect(trainedOn(catalogue, ROWS, thesaurusOf(other))).not.toBe(trainedOn(catalogue, ROWS, WORDS));
});

describe('what a model was trained on changes with', () => {
  const [figure, ...figures] = catalogue.figures;
  const renamed = { ...figure, id: 'zebras' } as typeof figure;
  const reworded = { ...figure, keywords: { en: ['zebras'], zh: [], ru: [] } } as unknown as typeof figure;
  it.each<[string, readonly TrainingRow[], Catalogue]>([
    ['a message', [{ ...first, q: 'how many labs?' }, ...ROWS.slice(1)], catalogue],
    ['its writer', [{ ...first, writer: 'dan' }, ...ROWS.slice(1)], catalogue],
    ['its figures', [{ ...first, expect: ['universities'] }, ...ROWS.slice(1)], catalogue],
    ['whether it is refused', [{ ...first, refuse: true }, ...ROWS.slice(1)], catalogue],
    ['its intent', [{ ...first, intent: 'chart' }, ...ROWS.slice(1)], catalogue],
    ['what it touches', [{ ...first, topic: 'universities' }, ...ROWS.slice(1)], catalogue],
    ['the reason', [{ ...first, reason: 'cause' }, ...ROWS.slice(1)], catalogue],
    ['the words that narrow', [{ ...first, narrow: ['labs'] }, ...ROWS.slice(1)], catalogue],
    ['what else may be told', [{ ...first, also: ['universities'] }, ...ROWS.slice(1)], catalogue],
    ['what was said before', [{ ...first, prev: 'hello' }, ...ROWS.slice(1)], catalogue],
    ['whether it is ambiguous', [{ ...first, ambiguous: true }, ...ROWS.slice(1)], catalogue],
    ['a row less', ROWS.slice(1), catalogue],
    ['a row more', [...ROWS, first], catalogue],
    ['the name of a figure', ROWS, { ...catalogue, figures: [renamed, ...figures] } as Catalogue],
    ['its keywords', ROWS, { ...catalogue, figures: [reworded, ...figures] } as Catalogue],
    ['a figure less', ROWS, { ...catalogue, figures }],
  ])('%s', (_, rows, other) => {
    expect(trainedOn(other, rows, WORDS)).not.toBe(trainedOn(catalogue, ROWS, WORDS));
  });

  it('and with nothing else', () => {
    const [place, ...places] = catalogue.places;
    const sources = catalogue.sources.slice(1);
    expect(trainedOn({ ...catalogue, places, sources } as Catalogue, structuredClone(ROWS), WORDS)).toBe(
      trainedOn(catalogue, ROWS, WORDS),
    );
    expect(place).toBeDefined();
  });
});

it('the shipped model was trained on the labelled messages and the catalogue as they are: else run "npm run train"', async () => {
  const { trainedOn: belongsTo } = decodeModel(new Uint8Array(readFileSync(SHIPPED_MODEL)));
  expect(belongsTo).toBe(
    trainedOn(catalogue, await readTrainingRows(TRAINING_FOLDER), await readThesaurus(TRAINING_FOLDER)),
  );
});
