import { pause } from '../support/until.ts';
import type { Fault } from './fault.ts';

/** What goes wrong on Discord's side. */
export const DISCORD: Record<string, Fault> = {
  'discord-reconnect': {
    name: 'Discord asks to reconnect (op 7)',
    bot: 'resumes; Discord replays the events of the gap',
    async happen({ discord }) {
      discord.faults.askToReconnect();
    },
  },
  'discord-invalid': {
    name: 'the Discord session is invalid (op 9, not resumable)',
    bot: 'logs in anew',
    async happen({ discord }) {
      discord.faults.invalidateSession(false);
    },
    cost: { notTaken: true },
  },
  'discord-503': {
    name: 'Discord answers everything with 503 for 6 s',
    bot: 'tries messages again under the same nonce, commands until their 3 s are over',
    async happen({ discord }) {
      discord.faults.rest({ fault: '503', ms: 6_000 });
      await pause(6_000);
    },
    cost: { notTaken: true },
  },
};
