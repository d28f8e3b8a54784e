import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../src/adapters/storage/open-store.ts';
import { plannedNews } from '../src/app/dry-run.ts';
import { fingerprintsOf } from '../src/core/news/value.ts';
import { loadCatalogue } from '../src/data/load.ts';
import type { Figure } from '../src/data/schema.ts';
import { catalogueWith, entry } from './data/folder.ts';
import { channel } from './support/daily.ts';

it('start --dry-run tells each message that would be put right and each note, and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-dry-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const DATABASE_URL = `file:${join(folder, 'harbin.db')}`;
  expect(await plannedNews({ DATABASE_URL })).toEqual([]);

  const { figures } = await loadCatalogue();
  const known = fingerprintsOf(figures.find(({ id }) => id === 'universities') as Figure);
  const store = await openStore(DATABASE_URL, () => {});
  await store.readers.remember(channel('C1'), '1.1', { values: known.slice(0, 1), form: 'fact', language: 'en' });
  await store.readers.watch({
    channel: channel('C2'),
    figure: 'universities',
    known,
    setBy: { user: 'U1', at: new Date() },
    language: 'en',
  });
  await store.close();
  expect(await plannedNews({ DATABASE_URL })).toEqual([]);

  const DATA_DIR = await catalogueWith({
    'figures.json': ({ figures: all }) => {
      entry(all, 'universities').observations[0].value = 51;
    },
  });
  const change = 'universities corrected, 48 (harbin, 2023-12-25) -> 51 (harbin, 2023-12-25)';
  const planned = [`edit slack:T1:C1 message 1.1: ${change}`, `note slack:T1:C2: ${change}`];
  expect(await plannedNews({ DATABASE_URL, DATA_DIR })).toEqual(planned);
  expect(await plannedNews({ DATABASE_URL, DATA_DIR })).toEqual(planned);
});
