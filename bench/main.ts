import { importing } from './import.ts';
import { machine } from './machine.ts';
import { matching } from './matching.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';
import { storage } from './storage.ts';

/** A part of the benchmark: measures, and says what it found. */
type Section = { title: string; run: () => Promise<string> };

const SECTIONS: Record<string, Section> = {
  matching: { title: 'Questions of this project', run: matching },
  scale: { title: 'Growing catalogues', run: scale },
  start: { title: 'Cold start', run: start },
  import: { title: 'Importing sheets', run: importing },
  storage: { title: 'Daily posts', run: storage },
  slack: { title: 'Slack', run: async () => (await import('./platforms.ts')).slack() },
  fanout: {
    title: 'Daily posts for 2,000 Discord channels',
    run: async () => (await import('./platforms.ts')).fanout(),
  },
  discord: { title: 'Discord', run: async () => (await import('./platforms.ts')).discord() },
  charts: { title: 'Charts', run: async () => (await import('./charts.ts')).charts() },
  load: {
    title: 'A storm of questions, and one person against all others',
    run: async () => `${await (await import('./load.ts')).load()}\n\n${await (await import('./flood.ts')).flood()}`,
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  process.stderr.write(`bench: no section "${unknown.join('", "')}"; there are ${Object.keys(SECTIONS).join(', ')}\n`);
  process.exit(2);
}

process.stdout.write(`${machine()}\n`);
for (const [name, { title, run }] of Object.entries(SECTIONS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n## ${title}\n\n${await run()}\n`);
}
