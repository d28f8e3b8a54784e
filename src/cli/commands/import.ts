import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { catalogueFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const importSheet: Command = {
  name: 'import',
  takes: 'FILE',
  flags: { yes: 'write without asking' },
  does: 'add or update observations from a CSV sheet',
  more: 'FILE has the columns of harbin export. Tells what would change and asks before it writes to the catalogue in use (DATA_DIR, or the shipped one); one faulty row, and nothing is written.',
  async run({ arguments: [file = ''], flags }) {
    const { importSheet: read } = await import('../../data/sheets/import-sheet.ts');
    const { describeRefusal } = await import('../../data/sheets/columns.ts');
    const { describeProblem } = await import('../../data/problem.ts');
    const { describeChange } = await import('../../data/describe-change.ts');
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      process.stderr.write(`harbin import: ${file} cannot be read (${error.code ?? error.message})\n`);
    });
    if (!bytes) return EXIT.failed;
    const result = await read(catalogueFolder(), bytes);
    if (result.kind !== 'ready') {
      const lines =
        result.kind === 'refused' ? result.refusals.map(describeRefusal) : result.problems.map(describeProblem);
      process.stderr.write(`Nothing was changed. In ${file}:\n${lines.map((line) => `- ${line}\n`).join('')}`);
      return EXIT.failed;
    }
    if (result.changes.length === 0) {
      process.stdout.write('no change\n');
      return EXIT.ok;
    }
    process.stdout.write(result.changes.map((change) => `${describeChange(change)}\n`).join(''));
    if (!flags.has('yes') && !(await isWanted())) {
      process.stderr.write('Nothing was changed; --yes writes without asking.\n');
      return EXIT.failed;
    }
    await result.write();
    process.stdout.write(`written to ${catalogueFolder()}\n`);
    return EXIT.ok;
  },
};

/** Asks where somebody can answer. */
async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Write this? [y/N] ');
  terminal.close();
  return /^(?:y|yes|д|да|是)$/i.test(answer.trim());
}
