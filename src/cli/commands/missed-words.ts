import { ownFolder } from '../catalogue-folder.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { report } from '../outcome.ts';

export const missedWords: Command = {
  name: 'misses',
  takes: '',
  does: 'list reported figures, and words that the bot had nothing on (with KEEP_MISSES=true)',
  async run() {
    const { readConfig } = await import('../../config/config.ts');
    const { absentFile } = await import('../../adapters/storage/absent-file.ts');
    const { databaseUrl } = readConfig(process.env);
    const absent = absentFile(databaseUrl);
    if (absent !== undefined)
      return report('misses', {
        done: false,
        says: `there is no database yet at ${absent}: it is made when the bot starts, and counts reported figures, with KEEP_MISSES=true words too`,
      });
    const { openStore } = await import('../../adapters/storage/open-store.ts');
    const { loadCatalogue } = await import('../../data/load.ts');
    const { missLines } = await import('../../adapters/terminal/miss-lines.ts');
    const store = await openStore(databaseUrl, () => {});
    try {
      const lines = missLines(await store.misses.list(), await loadCatalogue(ownFolder()));
      process.stdout.write(`${lines.join('\n')}\n`);
      return EXIT.ok;
    } finally {
      await store.close();
    }
  },
};
