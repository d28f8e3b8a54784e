import { pino } from 'pino';
import type { Log, LogFields } from '../adapter.ts';
import { scrub } from './scrub.ts';

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** JSON lines on standard error; every text is scrubbed of tokens on its way out. */
export function createPinoLog(level: LogLevel): Log {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  const line =
    (severity: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      out[severity](scrubbed(fields), scrub(event));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

function scrubbed(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? scrub(value) : value]),
  );
}
