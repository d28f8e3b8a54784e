import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const newCatalogue: Command = {
  name: 'new-catalogue',
  takes: 'FOLDER',
  does: 'write a small commented catalogue of another city to start from',
  more: 'FOLDER is made, or must be empty. DATA_DIR=FOLDER harbin start uses it.',
  async run({ arguments: [folder = ''] }) {
    const { writeTemplate } = await import('../../data/template.ts');
    if (await writeTemplate(folder)) {
      process.stdout.write(`A catalogue to start from is in ${folder}; harbin check-data ${folder} checks it.\n`);
      return EXIT.ok;
    }
    process.stderr.write(`harbin new-catalogue: ${folder} is not empty; name a new folder\n`);
    return EXIT.failed;
  },
};
