import { execFileSync, spawnSync } from 'node:child_process';
import { median } from './statistics.ts';
import { milliseconds, table } from './table.ts';

const RUNS = 15;
const STARTS = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'harbin ask, plain English', args: ['dist/cli.js', 'ask', 'how many key labs are there?'] },
  { name: 'harbin ask, with a typo', args: ['dist/cli.js', 'ask', 'how many key labratories are there?'] },
  { name: 'harbin ask, Chinese', args: ['dist/cli.js', 'ask', '有多少个重点实验室？'] },
];

/** From a cold start to an answer, beside a Node that does nothing. */
export async function start(): Promise<string> {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
  const times = new Map(STARTS.map(({ name }) => [name, [] as number[]]));
  // One after the other in turn, so that a slow minute of the machine slows all of them.
  for (let run = 0; run < RUNS; run++) {
    for (const { name, args } of STARTS) {
      const begun = performance.now();
      const { status } = spawnSync(process.execPath, args);
      times.get(name)?.push(performance.now() - begun);
      if (status !== 0) throw new Error(`${name} ended with ${status}`);
    }
  }
  const empty = median(times.get('node -e 0') ?? []);
  return table(
    ['start', 'median ms', 'times node -e 0'],
    [...times].map(([name, all]) => [name, milliseconds(median(all)), (median(all) / empty).toFixed(1)]),
  );
}
