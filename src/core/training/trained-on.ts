import type { Catalogue } from '../../data/schema.ts';
import { hashOf } from '../reading/hash.ts';
import type { Thesaurus } from '../reading/thesaurus.ts';
import type { TrainingRow } from './row.ts';

/** Raised whenever the features or the training change, since a model belongs to the code that made it. */
const FEATURES_VERSION = 6;

/** What a model belongs to: the labelled messages, the catalogue's figures and the version of the features, as one short text. */
export function trainedOn(catalogue: Catalogue, rows: readonly TrainingRow[], thesaurus: Thesaurus): string {
  let hash = FEATURES_VERSION;
  for (const { writer, q, prev, intent, expect, also, refuse, topic, reason, narrow, ambiguous } of rows) {
    const labels = [writer, q, prev, intent, expect, also, refuse ?? false, topic, reason, narrow, ambiguous];
    hash = hashOf(hash, JSON.stringify(labels));
  }
  for (const { id, keywords } of catalogue.figures) hash = hashOf(hash, JSON.stringify([id, keywords]));
  for (const part of [thesaurus.keys, thesaurus.classes]) hash = hashOf(hash, part.join());
  return `${FEATURES_VERSION}-${rows.length}-${hash.toString(16)}`;
}
