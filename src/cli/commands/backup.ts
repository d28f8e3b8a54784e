import type { Command } from '../command.ts';
import { type Outcome, report } from '../outcome.ts';

export const backup: Command = {
  name: 'backup',
  takes: '[FILE]',
  flags: { force: 'overwrite FILE where it exists' },
  does: 'copy the SQLite database, also while the bot runs',
  more: 'FILE is beside the database and named by the time unless given. With PostgreSQL it names the command that does it.',
  async run({ arguments: [file], flags }) {
    const { readConfig } = await import('../../config/config.ts');
    return report('backup', await backedUp(readConfig(process.env).databaseUrl, file, flags.has('force')));
  },
};

async function backedUp(databaseUrl: string, file: string | undefined, force: boolean): Promise<Outcome> {
  const { backUp } = await import('../../adapters/storage/backup.ts');
  const { inPostgres, unlessRefused } = await import('../backup-outcome.ts');
  return (
    inPostgres(databaseUrl, 'pg_dump --format=custom --file=harbin.dump "$DATABASE_URL"') ??
    unlessRefused(() => {
      const made = backUp(databaseUrl, file, { force });
      return `${made.file}: ${Math.ceil(made.bytes / 1_024)} KB, checked`;
    })
  );
}
