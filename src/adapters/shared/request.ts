import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * One question, click or post on its way through the program. Its id stands in every line that the log has about it,
 * and in what a person is told when it fails, so that somebody can find the one by the other.
 */
const current = new AsyncLocalStorage<string>();

/** Does work under an id, of its own unless it has one already. */
export function inRequest<T>(work: () => T, id = newId()): T {
  return current.run(id, work);
}

/** The id of the request that the caller is working on; undefined outside of any. */
export function requestId(): string | undefined {
  return current.getStore();
}

/** The first eight hexadecimal digits of a UUID, which Node draws many of at a time. */
function newId(): string {
  return randomUUID().slice(0, 8);
}
