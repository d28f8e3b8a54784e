import { note, ok, type Verdict, warn } from './check.ts';
import { fetchOut } from './way-out.ts';

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
