import { openStore } from '../../src/adapters/storage/open-store.ts';

/** Writes one row after the other, and tells of each once it is committed, until it is killed. */

const [database = '', first = '0'] = process.argv.slice(2);
const store = await openStore(database, () => {});
process.on('disconnect', () => process.exit());
for (let number = Number(first); ; number++) {
  await store.languages.set(String(number), 'zh');
  process.send?.(number);
  // So that the message leaves, which a loop of finished promises would never let it.
  await new Promise(setImmediate);
}
