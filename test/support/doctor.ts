import { fileURLToPath } from 'node:url';
import { type Examination, examine } from '../../src/cli/doctor/examine.ts';
import { type Ran, runCli } from '../adapters/terminal/run-cli.ts';

/** `harbin doctor`, as a shell runs it. */
export function doctor(env: Record<string, string>, ...args: string[]): Promise<Ran> {
  return runCli(['doctor', ...args], { env });
}

const CATALOGUE = fileURLToPath(new URL('../../src/data/', import.meta.url));

/** The same without a process of its own, which takes less time. */
export async function examined(
  env: Record<string, string>,
  address?: string,
): Promise<{ worst: Examination['worst']; out: string }> {
  const { worst, lines } = await examine(env, { folder: CATALOGUE, address });
  return { worst, out: lines.join('\n') };
}

/** What was found, by what it is about. */
export function found({ out }: { out: string }, about: string): string {
  return out
    .split('\n')
    .filter((line) => line.slice(6).startsWith(`${about}:`))
    .join('\n');
}
