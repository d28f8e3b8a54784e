import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { BackupRefused, backUp, restore } from '../../../src/adapters/storage/backup.ts';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { insist, stateless } from '../target.ts';

/** What happens to a backup on its way: bytes are overwritten at a place, its end is cut off, something is added. */
type Damage = { at: number; bytes: Uint8Array; kept: number; added: Uint8Array };

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ maxLength: 200 }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  added: fc.uint8Array({ maxLength: 50 }),
});

/** Damaged backups, to be put in the place of a database: each is one of this program, or is refused and changes nothing. */
export const backups = stateless('backups', damage, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-fuzz-backup-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const source = join(folder, 'harbin.db');
  const store = await openStore(`file:${source}`, () => {});
  await store.languages.set('slack:T1:C1', 'zh');
  await store.close();
  const whole = join(folder, 'whole.db');
  backUp(`file:${source}`, whole, { force: true });
  const sound = readFileSync(whole);
  let files = 0;
  return async ({ at, bytes, kept, added }) => {
    const given = join(folder, 'given.db');
    const place = join(folder, `place-${++files}.db`);
    const changed = Buffer.concat([sound.subarray(0, Math.round(sound.length * kept)), added]);
    changed.set(
      bytes.subarray(0, Math.max(0, changed.length - Math.floor(at * changed.length))),
      Math.floor(at * changed.length),
    );
    writeFileSync(given, changed);
    copyFileSync(given, `${given}.copy`);
    let refusal: unknown;
    try {
      restore(`file:${place}`, given);
    } catch (error) {
      refusal = error;
    }
    return () => {
      insist(refusal === undefined || refusal instanceof BackupRefused, `not a refusal: ${String(refusal)}`);
      insist(existsSync(place) === (refusal === undefined), 'what is refused stands in no place');
      insist(readFileSync(given).equals(readFileSync(`${given}.copy`)), 'the backup itself was changed');
      rmSync(place, { force: true });
    };
  };
});
