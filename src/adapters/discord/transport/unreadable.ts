import type { Client } from 'discord.js';
import type { Log } from '../../shared/adapter.ts';
import { nameOfError } from '../../shared/as-error.ts';

/** An event that the library cannot read would be a rejection that nobody handles; here it is one line in the log. */
export function surviveEvents(client: Client, log: Log): void {
  const { ws } = client;
  // What deals with events belongs to the library; its types do not show it.
  const read: unknown = Reflect.get(ws, 'handlePacket');
  if (typeof read !== 'function') return;
  const readSafely = (...packet: unknown[]): unknown => {
    try {
      return read.apply(ws, packet);
    } catch (error) {
      log.warn('discord sent an event that cannot be read', { error: nameOfError(error) });
      return false;
    }
  };
  Reflect.set(ws, 'handlePacket', readSafely);
}
