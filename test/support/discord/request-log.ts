import type { RestFault } from './faults.ts';
import type { UploadedFile } from './payloads.ts';

/** One request as it was received, and what came of it. */
export type LoggedRequest = {
  method: string;
  /** The path without `/api/v10`. */
  path: string;
  /** The route's name, or undefined if the API has no such path. */
  route: string | undefined;
  body: unknown;
  files: readonly UploadedFile[];
  /** When it came, as `performance.now()`. */
  at: number;
  /** What was answered; 0 if nothing was. */
  status: number;
  fault: RestFault | undefined;
};

/** All requests since the start or the last `clear`. */
export type RequestLog = {
  all: LoggedRequest[];
  /** The requests to one route, `POST /channels/:channel/messages`. */
  to(route: string): LoggedRequest[];
  /** The answers of 401, 403 and 429 that Discord counts towards an address ban. */
  invalid: number;
  clear(): void;
};

/** Starts with an empty log. */
export function createRequestLog(): RequestLog {
  const log: RequestLog = {
    all: [],
    to: (route) => log.all.filter((request) => request.route === route),
    invalid: 0,
    clear() {
      log.all.length = 0;
      log.invalid = 0;
    },
  };
  return log;
}
