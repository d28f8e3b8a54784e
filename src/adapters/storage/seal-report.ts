import { fail, ok, type Verdict, warn } from '../shared/doctor-check.ts';
import type { SealTally } from './sealed-rows.ts';
import type { SealingKey } from './sealing.ts';

/** How what is sealed stands, and which keys can be done without. */
export function sealReport({ present, older, stuck }: SealTally, keys: readonly SealingKey[]): Verdict {
  const [first] = keys.map(({ id }) => id);
  const all = present + sumOf(older) + sumOf(stuck);
  if (all === 0) return ok(`nothing is encrypted yet; what comes will be with the key ${first}`);
  const count = (some: number) => `${some} of ${all} installation${all === 1 ? '' : 's'}`;
  if (stuck.size > 0) {
    const names = [...stuck.keys()].map((id) => (keys.some((key) => key.id === id) ? id : `${id}, not set`));
    return fail(
      `${count(sumOf(stuck))} cannot be opened with ENCRYPTION_KEY (encrypted with the key ${names.join('; ')}): put that key back behind the others, or let those workspaces install the app anew`,
    );
  }
  if (older.size > 0)
    return warn(
      `${count(sumOf(older))} not under the first key ${first} but under ${[...older.keys()].join(', ')}: start every copy of the bot with ${first} first in ENCRYPTION_KEY, then run harbin rotate-keys`,
    );
  const idle = keys.slice(1).map(({ id }) => id);
  const spare =
    idle.length === 0
      ? ''
      : `; none needs ${idle.join(', ')}: once every copy of the bot runs with ${first} first, take it out of ENCRYPTION_KEY, and keep it with the backups from before`;
  return ok(`${count(present)} under the key ${first}${spare}`);
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
