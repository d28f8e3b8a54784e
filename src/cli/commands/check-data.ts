import type { Catalogue } from '../../data/schema.ts';
import { catalogueFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const checkData: Command = {
  name: 'check-data',
  takes: '[FOLDER]',
  does: 'check the catalogue and list every problem',
  more: 'FOLDER is that of the catalogue in use (DATA_DIR, or the shipped one) unless given. Ends with 1 where there is a problem.',
  async run({ arguments: [folder = catalogueFolder()] }) {
    const { inspectCatalogue } = await import('../../data/check-catalogue.ts');
    const { describeProblem } = await import('../../data/problem.ts');
    const { catalogue, problems } = await inspectCatalogue(folder);
    if (catalogue && problems.length === 0) {
      process.stdout.write(`${summary(catalogue)} in ${folder}: no problem
`);
      const { undrawnNotes } = await import('../undrawn-notes.ts');
      const { warningsOf } = await import('../../data/warnings.ts');
      const notes = [...warningsOf(catalogue), ...undrawnNotes(catalogue)];
      process.stderr.write(
        notes
          .map(
            (line) => `note: ${line}
`,
          )
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

function summary({ figures, sources, places }: Catalogue): string {
  const observations = figures.reduce((sum, figure) => sum + figure.observations.length, 0);
  return [
    `${figures.length} figures with ${observations} observations`,
    `${places.length} places`,
    `${sources.length} sources`,
  ].join(', ');
}
