import type { Command } from '../command.ts';
import { report } from '../outcome.ts';

export const rotateKeys: Command = {
  name: 'rotate-keys',
  takes: '',
  does: 'encrypt with the first of ENCRYPTION_KEY what older keys encrypted',
  more: 'Also while the bot runs with these keys. Says whether the older ones can be taken away; ends with 1 where not.',
  async run() {
    const rotation = await import('../rotation.ts');
    return report('rotate-keys', await rotation.rotateKeys(process.env));
  },
};
