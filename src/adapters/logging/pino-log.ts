// src/adapters/logging: the log, and what is never written into it.
// Imported by: app, cli, config.

import { type DestinationStream, pino } from 'pino';
import type { Log, LogFields } from '../shared/posting-adapter.ts';
import { requestId } from '../shared/request.ts';
import { describeError } from './describe-error.ts';
import type { LogLevel } from './levels.ts';
import { prettyLine } from './pretty-line.ts';
import type { Scrub } from './scrub.ts';

/** Fields that no line may have, whatever is in them: secrets, and what people wrote. */
const NEVER_LOGGED = ['token', 'secret', 'password', 'authorization', 'headers', 'text', 'question', 'content', 'body'];

export type LogOptions = {
  level: LogLevel;
  scrub: Scrub;
  /** Where lines go; standard error unless told. */
  out?: DestinationStream;
};

/** One line of JSON an event on standard error; in a terminal, one line for people. Nothing leaves it unscrubbed. */
export function createPinoLog({ level, scrub, out = standardError() }: LogOptions): Log {
  const lines = pino(
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
    out,
  );
  const short = (text: string) => shortened(text, scrub);
  const withShort = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? short(value) : value]),
    );
  const line =
    (severity: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      lines[severity](withShort(plain(fields)), short(event));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

function plain({ error, ...fields }: LogFields): Record<string, unknown> {
  return error === undefined ? fields : { ...fields, ...describeError(error) };
}

/** The longest text of a field, in characters; an error may hold a whole page, and scrubbing takes time. */
const MOST_CHARACTERS = 4_000;
/** What is cut off may begin in the midst of a secret; none is longer than this. */
const LONGEST_SECRET = 500;

function shortened(text: string, scrub: Scrub): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${scrub(text.slice(0, MOST_CHARACTERS)).slice(0, -LONGEST_SECRET)}…`;
}

function standardError(): DestinationStream {
  return process.stderr.isTTY ? forPeople() : pino.destination({ fd: 2, sync: true });
}

function forPeople(): DestinationStream {
  const colour = process.stderr.hasColors?.() === true && !process.env['NO_COLOR'];
  return { write: (line) => void process.stderr.write(prettyLine(line, colour)) };
}
