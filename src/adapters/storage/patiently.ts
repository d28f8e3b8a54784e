import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for another process that holds a lock of the file, in milliseconds. */
const MOST_MS = 10_000;
/** Between tries; by chance, so that processes that wait do not knock together. */
const BETWEEN_MS = 10;

/** Does something with a SQLite file again while another process holds its lock. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - since > MOST_MS) throw error;
      await sleep(BETWEEN_MS * Math.random());
    }
  }
}

function isBusy(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code).startsWith('SQLITE_BUSY') || message === 'database is locked';
}
