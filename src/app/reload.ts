import { asError } from '../adapters/shared/as-error.ts';
import type { Log } from '../adapters/shared/posting-adapter.ts';
import { changesBetween } from '../data/changes.ts';
import { describeChange } from '../data/describe-change.ts';
import { readCatalogue } from '../data/load.ts';
import type { Catalogue } from '../data/schema.ts';

/** Changes that are told one by one; more are only counted. */
const MOST_TOLD = 50;

export type ReloadOptions = {
  folder: string | undefined;
  present: () => Catalogue;
  learn: (catalogue: Catalogue) => void;
  log: Log;
};

/** Reads the catalogue anew and puts it in the place of the present one; a faulty one is refused, and the present one stays. */
export async function reload({ folder, present, learn, log }: ReloadOptions): Promise<void> {
  try {
    const catalogue = await readCatalogue(folder);
    const changes = changesBetween(present(), catalogue);
    learn(catalogue);
    for (const change of changes.slice(0, MOST_TOLD)) log.info('catalogue change', { change: describeChange(change) });
    log.info('catalogue reloaded', { changes: changes.length });
  } catch (error) {
    log.error('catalogue refused, keeping the current one', { error: asError(error) });
  }
}
