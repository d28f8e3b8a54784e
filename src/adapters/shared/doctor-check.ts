import { fetchOut } from './way-out.ts';

/** One thing that `harbin doctor` looks at; each on its own, so that one that fails hides no other. */
export type Check = {
  /** What it is about, as a person calls it. */
  about: string;
  /** May throw: then the error is what was found. */
  look(signal: AbortSignal): Promise<Verdict>;
};

/** What was found, in words; whatever is not ok says what to do. */
export type Verdict = { grade: 'ok' | 'note' | 'warn' | 'fail'; says: string };

export const ok = (says: string): Verdict => ({ grade: 'ok', says });
export const note = (says: string): Verdict => ({ grade: 'note', says });
export const warn = (says: string): Verdict => ({ grade: 'warn', says });
export const fail = (says: string): Verdict => ({ grade: 'fail', says });

/** From this difference on a clock misleads: signed requests are refused after five minutes, posts go out at the wrong time before. */
const MOST_SKEW_SECONDS = 30;

/** Compares this machine's clock with the Date header of somebody else's answer, which counts whole seconds. */
export async function compareClocks(url: string, signal: AbortSignal): Promise<Verdict> {
  const asked = Date.now();
  let response: Response;
  try {
    response = await fetchOut(url, { method: 'HEAD', signal, redirect: 'manual' });
  } catch {
    return note('not compared, since there is no answer');
  }
  const theirs = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return note('the answer tells no time');
  const seconds = Math.round(((asked + Date.now()) / 2 - theirs) / 1_000);
  if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return ok('agrees with this one');
  const which = seconds > 0 ? 'ahead' : 'behind';
  return warn(
    `this machine's clock is ${Math.abs(seconds)} s ${which}: let it keep time by NTP (timedatectl set-ntp true)`,
  );
}
