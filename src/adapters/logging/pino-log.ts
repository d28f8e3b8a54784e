import { type DestinationStream, pino } from 'pino';
import type { Log, LogFields } from '../adapter.ts';
import { requestId } from '../request.ts';
import { describeError } from './describe-error.ts';
import { prettyLine } from './pretty-line.ts';
import type { Scrub } from './scrub.ts';

/** How much is logged, from everything to nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Fields that no line may have, whatever is in them: secrets, and what people wrote. */
const NEVER_LOGGED = ['token', 'secret', 'password', 'authorization', 'headers', 'text', 'question', 'content', 'body'];

export type LogOptions = { level: LogLevel; scrub: Scrub };

/** One line of JSON an event on standard error; in a terminal, one line for people. Nothing leaves it unscrubbed. */
export function createPinoLog({ level, scrub }: LogOptions): Log {
  const out = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const request = requestId();
        return request === undefined ? {} : { request };
      },
      redact: { paths: NEVER_LOGGED, censor: '[removed]' },
      hooks: { streamWrite: scrub },
    },
    process.stderr.isTTY ? forPeople() : pino.destination({ fd: 2, sync: true }),
  );
  const line =
    (severity: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      out[severity](plain(fields), event);
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

function plain({ error, ...fields }: LogFields): object {
  return error instanceof Error ? { ...fields, ...describeError(error) } : { ...fields, error };
}

function forPeople(): DestinationStream {
  const colour = process.stderr.hasColors?.() === true && !process.env['NO_COLOR'];
  return { write: (line) => void process.stderr.write(prettyLine(line, colour)) };
}
