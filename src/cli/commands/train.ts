import { catalogueFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';

export const train: Command = {
  name: 'train',
  takes: '[ROWS] [MODEL]',
  does: 'train the reader with labelled messages',
  more: `ROWS is a folder of .jsonl files with one labelled message a line (docs/matching.md says how they are labelled); left out,
it is the training folder of the project. MODEL is the file to write; left out, it is reader.model in the folder of the
catalogue in use (DATA_DIR), or the shipped model. The same rows give the same file.`,
  async run({ arguments: [rowsFolder, file] }) {
    const [{ writeFile }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')]);
    const { loadCatalogue } = await import('../../data/load.ts');
    const { MODEL_FILE, SHIPPED_MODEL, TRAINING_FOLDER } = await import('../../data/model.ts');
    const { readTrainingRows, FaultyRows } = await import('../training-rows.ts');
    const { readThesaurus } = await import('../word-classes.ts');
    const { trainReader } = await import('../../core/training/train.ts');
    const { trainedOn } = await import('../../core/training/trained-on.ts');
    const { encodeModel } = await import('../../core/reading/model-file.ts');
    const folder = process.env['DATA_DIR'];
    const catalogue = await loadCatalogue(folder === undefined || folder === '' ? undefined : catalogueFolder());
    try {
      const source = rowsFolder ?? TRAINING_FOLDER;
      const [rows, thesaurus] = [await readTrainingRows(source), await readThesaurus(source)];
      const begun = performance.now();
      const model = trainReader(catalogue, rows, thesaurus, (what) =>
        process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}\n`),
      );
      const bytes = encodeModel(model, trainedOn(catalogue, rows, thesaurus));
      const target = file ?? (folder ? join(folder, MODEL_FILE) : SHIPPED_MODEL);
      await writeFile(target, bytes);
      process.stdout.write(`${target}: ${Math.round(bytes.length / 1024)} kB from ${rows.length} messages\n`);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof FaultyRows)) throw error;
      process.stderr.write(`harbin train: ${error.message}\n`);
      return EXIT.failed;
    }
  },
};
