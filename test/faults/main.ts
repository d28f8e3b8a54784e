import { performance } from 'node:perf_hooks';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults.ts';
import type { Verdict } from './judge.ts';
import { run, whyNot } from './run.ts';
import { tableOf } from './table.ts';

/** `npm run test:faults [NAME…]`: every fault while people ask and posts fall due. Exits with 1 where something must not be. */

/** Faults that happen at once, each in a world of its own. */
const AT_ONCE = Number(process.env['FAULTS_AT_ONCE'] ?? 4);

const say = (line: string) => process.stdout.write(`${line}\n`);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in FAULTS));
if (unknown.length > 0) {
  process.stderr.write(`faults: no "${unknown.join('", "')}"; there are ${Object.keys(FAULTS).join(', ')}\n`);
  process.exit(2);
}
const queue = Object.entries(FAULTS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const begun = performance.now();
const verdicts = new Map<string, Verdict>();
const failures: string[] = [];

const next = async (): Promise<void> => {
  for (let entry = queue.shift(); entry; entry = queue.shift()) await runOne(...entry);
};
await Promise.all(Array.from({ length: AT_ONCE }, next));

const sorted = Object.keys(FAULTS).flatMap((name) => verdicts.get(name) ?? []);
say(`\n${tableOf(sorted)}\n`);
for (const failure of failures) say(`FAILED: ${failure}`);
say(
  `${verdicts.size} faults in ${seconds(begun)}: ${failures.length === 0 ? 'all of it holds.' : `${failures.length} failed.`}`,
);
process.exit(failures.length === 0 ? 0 : 1);

async function runOne(name: string, fault: Fault): Promise<void> {
  const why = whyNot(fault);
  if (why !== undefined) {
    say(`${name}: skipped, ${why}`);
    return;
  }
  const since = performance.now();
  try {
    const verdict = await run(fault);
    verdicts.set(name, verdict);
    for (const what of verdict.faults) failures.push(`${name}: ${what}`);
    if (process.env['FAULTS_NOTES'] === '1') for (const note of verdict.notes) say(`  ${note}`);
    say(`${name}: ${verdict.faults.length === 0 ? 'holds' : verdict.faults.join('; ')} (${seconds(since)})`);
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    say(`${name}: ${String(error)}`);
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(0)} s`;
}
