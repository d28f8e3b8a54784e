import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { misspelt } from './look-alikes.ts';
import { VARIABLE_NAMES } from './names.ts';

/**
 * Puts what a file such as .env sets into the environment; what is set there already stays. A file that is not there is
 * no problem. Gives back what is wrong with the file, in sentences without values: they may be secrets.
 */
export function loadEnvFile(path: string, environment: NodeJS.ProcessEnv): string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    // A file that may not be read, or a folder, which Docker makes of a file that is not there.
    if (!existsSync(path)) return [];
    return [
      `${resolve(path)} cannot be read: it must be a file that the user of this program may read, made like .env.example`,
    ];
  }
  const text = decoded(bytes);
  const values = parse(text);
  for (const [name, value] of Object.entries(values)) environment[name] ??= value;
  return [...misread(text, values), ...misspelt(Object.keys(values), environment)].map((problem) => `.env: ${problem}`);
}

/** The text of a file as Notepad may have saved it: UTF-8 or UTF-16, with a byte order mark or without. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  // The decoder takes a byte order mark off.
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** A line that begins with one of the names, also as a shell, a list or JSON writes it. */
const NAMING = new RegExp(`^\\s*(?:export\\s+|set\\s+|-\\s+|\\$env:)?["']?(${VARIABLE_NAMES.join('|')})\\b`, 'i');

/** The lines that name a variable of this program and set nothing. */
function misread(text: string, values: Readonly<Record<string, string>>): string[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const name = NAMING.exec(line)?.[1]?.toUpperCase();
    if (name === undefined || Object.hasOwn(values, name) || /^\s*[\w.-]+\s*=/.test(line)) return [];
    return [`line ${at + 1} names ${name} and does not set it: write ${name}=… with nothing before it`];
  });
}
