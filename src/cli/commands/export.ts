import { ownFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const exportSheet: Command = {
  name: 'export',
  takes: '',
  does: 'print every observation as a CSV sheet',
  more: 'The sheet has the columns that harbin import takes: harbin export > figures.csv',
  async run() {
    const { loadCatalogue } = await import('../../data/load.ts');
    const { writeSheet } = await import('../../data/sheets/write-sheet.ts');
    process.stdout.write(writeSheet(await loadCatalogue(ownFolder())));
    return EXIT.ok;
  },
};
