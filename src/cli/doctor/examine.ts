// src/cli/doctor: harbin doctor: looks at everything that the bot needs.
// Imported by: cli/commands.

import { createScrub } from '../../adapters/logging/scrub.ts';
import { type Check, fail, type Verdict } from '../../adapters/shared/doctor-check.ts';
import { secretsIn } from '../../config/config.ts';
import { configurationChecks } from './configuration-checks.ts';
import { calendarCheck, catalogueCheck, timeZoneCheck } from './data-checks.ts';

/** `harbin doctor`: looks at everything that the bot needs, all at once, and says what to do about what is not well. */

export type Examination = { worst: Verdict['grade'] | 'configuration'; lines: string[] };

/** How long one check may take, in milliseconds; they run side by side. */
const CHECK_MS = 12_000;

export type Wishes = {
  /** The folder of the catalogue. */
  folder: string;
  /** Where the world reaches the bot, such as https://harbin.example.com. */
  address?: string | undefined;
  /** What is wrong with .env itself. */
  environmentProblems?: readonly string[];
  now?: Date;
  /** The version of the time-zone data in use, such as 2026b; undefined where Node does not say. */
  timeZoneData?: string | undefined;
};

/** Looks at everything; `worst` is the worst grade of all, or `configuration` where the bot cannot start with this one. */
export async function examine(environment: NodeJS.ProcessEnv, wishes: Wishes): Promise<Examination> {
  const { folder, now = new Date(), timeZoneData = process.versions['tz'] } = wishes;
  const scrub = createScrub(secretsIn(environment));
  const { isFaulty, checks } = await configurationChecks(environment, wishes);
  const all = [...checks, catalogueCheck(folder), calendarCheck(now), timeZoneCheck(timeZoneData)];
  const found = await Promise.all(all.map(async (check) => ({ about: check.about, ...(await looked(check)) })));
  const lines = found.map(({ grade, about, says }) => scrub(`${grade.padEnd(4)}  ${about}: ${says}`));
  const grades = found.map(({ grade }) => grade);
  const worst = (['fail', 'warn', 'note'] as const).find((grade) => grades.includes(grade)) ?? 'ok';
  return { worst: isFaulty ? 'configuration' : worst, lines };
}

async function looked({ look }: Check): Promise<Verdict> {
  const signal = AbortSignal.timeout(CHECK_MS);
  const late = new Promise<Verdict>((resolve) =>
    signal.addEventListener('abort', () => resolve(fail(`no answer within ${CHECK_MS / 1_000} s`))),
  );
  try {
    return await Promise.race([look(signal), late]);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
