import { catalogueFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const checkData: Command = {
  name: 'check-data',
  takes: '[FOLDER]',
  does: 'check the catalogue and list every problem',
  more: 'FOLDER is that of the catalogue in use (DATA_DIR, or the shipped one) unless given. Ends with 1 where there is a problem.',
  async run({ arguments: [folder = catalogueFolder()] }) {
    const { inspectCatalogue } = await import('../../data/check.ts');
    const { describeProblem } = await import('../../data/problem.ts');
    const { catalogue, problems } = await inspectCatalogue(folder);
    if (catalogue && problems.length === 0) {
      process.stdout.write(`${catalogue.figures.length} figures in ${folder}: no problem\n`);
      const { undrawnNotes } = await import('../undrawn-notes.ts');
      process.stderr.write(
        undrawnNotes(catalogue)
          .map((line) => `note: ${line}\n`)
          .join(''),
      );
      return EXIT.ok;
    }
    process.stderr.write(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in ${folder}:\n${problems.map((problem) => `- ${describeProblem(problem)}\n`).join('')}`,
    );
    return EXIT.failed;
  },
};
