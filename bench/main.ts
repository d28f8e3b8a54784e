import { machine } from './machine.ts';
import { matching } from './matching.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';

/** A part of the benchmark: measures, and says what it found; undefined where this installation lacks it. */
type Section = { title: string; run: () => Promise<string | undefined> };

const SECTIONS: Record<string, Section> = {
  matching: { title: 'Questions of this project', run: matching },
  scale: { title: 'Growing catalogues', run: scale },
  start: { title: 'Cold start', run: start },
  slack: { title: 'Slack', run: () => platform('slack') },
  discord: { title: 'Discord', run: () => platform('discord') },
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
  const found = await run();
  if (found !== undefined) process.stdout.write(`\n## ${title}\n\n${found}\n`);
}

/** A platform's benchmark is a file ./slack.ts or ./discord.ts that exports a function of its name. */
async function platform(name: 'slack' | 'discord'): Promise<string | undefined> {
  let module: Record<string, () => Promise<string>>;
  try {
    module = await import(new URL(`./${name}.js`, import.meta.url).href);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
  return module[name]?.();
}
