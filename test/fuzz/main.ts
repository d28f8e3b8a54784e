import { type Finding, fuzz, type Outcome } from './fuzz.ts';
import { TARGETS } from './targets.ts';

/** `npm run fuzz`: hostile input by every way in from outside. Exits with 1 where something does not hold. */

/** How long one input may take, in milliseconds, on a machine that has nothing else to do. */
const MOST_MS = 100;
const DEFAULT_SECONDS = 120;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(TARGETS, name));
if (unknown.length > 0) {
  process.stderr.write(`fuzz: no target "${unknown.join('", "')}"; there are ${Object.keys(TARGETS).join(', ')}\n`);
  process.exit(2);
}
const seconds = numberOf('FUZZ_SECONDS', DEFAULT_SECONDS);
const seed = numberOf('FUZZ_SEED', Date.now() % 2 ** 31);
const chosen = Object.entries(TARGETS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
say(`FUZZ_SECONDS=${seconds} FUZZ_SEED=${seed}\n`);

const findings: Finding[] = [];
say('| target | inputs | slowest, ms | findings |');
say('| --- | --: | --: | --: |');
for (const [name, target] of chosen) {
  const budget = { seed, seconds: seconds / chosen.length, runs: Number.POSITIVE_INFINITY, mostMs: MOST_MS };
  const outcome = await fuzz(target, budget);
  say(row(name, outcome));
  findings.push(...outcome.findings);
}
for (const { what, input, seed: own } of findings) say(`\nFUZZ_SEED=${own}: ${what}\n${input}`);
say(findings.length === 0 ? '\nNothing found.' : `\n${findings.length} found.`);
process.exit(findings.length === 0 ? 0 : 1);

function row(name: string, { tried, slowestMs, findings: found }: Outcome): string {
  return `| ${[name, tried, slowestMs.toFixed(0), found.length].join(' | ')} |`;
}

function numberOf(variable: string, otherwise: number): number {
  const given = process.env[variable];
  return given === undefined || given === '' ? otherwise : Number(given);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
