import { catalogueFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const diff: Command = {
  name: 'diff',
  takes: 'OLD [NEW]',
  does: 'show what changed between two catalogue folders',
  more: 'NEW is the catalogue in use unless given, for example: harbin diff ../last-year.\nA changed or withdrawn value is marked as a correction, one of a later date as newer.',
  async run({ arguments: [older = '', newer = catalogueFolder()] }) {
    const { loadCatalogue } = await import('../../data/load.ts');
    const { changesBetween, markOf } = await import('../../data/changes.ts');
    const { describeChange } = await import('../../data/describe-change.ts');
    try {
      const [before, after] = [await loadCatalogue(older), await loadCatalogue(newer)];
      const lines = changesBetween(before, after).map((change) => {
        const mark = markOf(change);
        return `${mark ? `${mark}: ` : ''}${describeChange(change)}\n`;
      });
      process.stdout.write(lines.length > 0 ? lines.join('') : 'no change\n');
      return EXIT.ok;
    } catch (error) {
      // It is looked at, and not to be worked with.
      if (!(error instanceof Error) || error.name !== 'FaultyCatalogue') throw error;
      process.stderr.write(`${error.message}\n`);
      return EXIT.failed;
    }
  },
};
