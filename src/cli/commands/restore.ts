import type { Command } from '../command.ts';
import { type Outcome, report } from '../outcome.ts';

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  does: "put such a copy in the database's place; the bot must be stopped",
  more: 'For example: harbin restore ./var/harbin-backup-20261125-090000.db. What was there before is kept beside it.',
  async run({ arguments: [file = ''] }) {
    const { readConfig } = await import('../../config/config.ts');
    return report('restore', await restored(readConfig(process.env).databaseUrl, file));
  },
};

async function restored(databaseUrl: string, file: string): Promise<Outcome> {
  const storage = await import('../../adapters/storage/backup.ts');
  const { inPostgres, unlessRefused } = await import('../backup-outcome.ts');
  return (
    inPostgres(
      databaseUrl,
      'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" harbin.dump',
    ) ??
    unlessRefused(() => {
      const { file: put, kept } = storage.restore(databaseUrl, file);
      return `${put} is ${file} now${kept === undefined ? '' : `; what was there before is kept as ${kept}`}`;
    })
  );
}
