import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeModel, encodeModel } from '../../../src/core/reading/model-file.ts';
import { SHIPPED_MODEL } from '../../../src/data/model.ts';

it('the shipped model is read and written without a loss, to the byte', () => {
  const bytes = readFileSync(SHIPPED_MODEL);
  const { model, trainedOn } = decodeModel(bytes);
  expect(Buffer.from(encodeModel(model, trainedOn)).equals(bytes)).toBe(true);
});
