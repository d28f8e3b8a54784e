import type { RequestListener } from 'node:http';

/** Gives a path of the program's HTTP server, for one method, to a listener. */
export type Mount = (method: 'GET' | 'POST', path: string, listener: RequestListener) => void;
