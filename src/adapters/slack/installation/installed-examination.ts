import type { webApi } from '@slack/bolt';
import { type Check, fail, note, ok, type Verdict, warn } from '../../shared/check.ts';
import type { Installation } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import { failureCode, failureOf, tokenRefusal } from '../transport/failure.ts';
import { lackingOf, SCOPES } from './scopes.ts';

/** Tokens tried side by side, at most so many, and no longer than so many milliseconds, which is less than a check has. */
const AT_ONCE = 5;
const MOST_TRIED = 200;
const TRYING_MS = 9_000;
/** Workspaces named in one line. */
const MOST_NAMED = 5;

/** What Slack says of one workspace's token. */
type Found =
  | { kind: 'well' }
  | { kind: 'refused'; what: string }
  | { kind: 'lacks'; scopes: string[] }
  | { kind: 'less'; scopes: string[] }
  | { kind: 'silent'; code: string };

/** What `harbin doctor` asks of Slack about every workspace that installed the app. */
export function installedCheck(client: webApi.WebClient, installations: () => Promise<readonly Installation[]>): Check {
  return {
    about: 'Slack workspaces',
    async look() {
      const all = await installations();
      if (all.length === 0) return ok('none has installed the app yet: an admin of one opens /slack/install');
      const found = await tried(all.slice(0, MOST_TRIED), client);
      return report(found, all.length);
    },
  };
}

/** As many as there is time for. */
async function tried(all: readonly Installation[], client: webApi.WebClient): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const waiting = [...all];
  const over = new AbortController();
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined && !over.signal.aborted; one = waiting.shift())
      found.set(one.team, await foundOf(one, client));
  };
  await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, work)), pause(TRYING_MS, over.signal)]);
  over.abort();
  return new Map(found);
}

async function foundOf({ token }: Installation, client: webApi.WebClient): Promise<Found> {
  try {
    const { response_metadata: metadata } = await client.auth.test({ token });
    if (!metadata?.scopes) return { kind: 'well' };
    const granted = new Set(metadata.scopes);
    const lacking = lackingOf(metadata.scopes);
    if (lacking.length > 0) return { kind: 'lacks', scopes: lacking };
    const less = Object.keys(SCOPES.optional).filter((scope) => !granted.has(scope));
    return less.length > 0 ? { kind: 'less', scopes: less } : { kind: 'well' };
  } catch (error) {
    const failure = failureOf(error);
    const refusal = tokenRefusal(failure);
    return refusal ? { kind: 'refused', what: refusal } : { kind: 'silent', code: failureCode(failure) };
  }
}

function report(found: ReadonlyMap<string, Found>, all: number): Verdict {
  const named = (kind: Found['kind'], detail: (found: Found) => string) => {
    const some = [...found].filter(([, each]) => each.kind === kind);
    const names = some.slice(0, MOST_NAMED).map(([team, each]) => `${team} (${detail(each)})`);
    const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : '';
    return { count: some.length, text: `${names.join(', ')}${more}` };
  };
  const refused = named('refused', (each) => (each.kind === 'refused' ? each.what : ''));
  const lacking = named('lacks', scopesOf);
  const less = named('less', scopesOf);
  const silent = named('silent', (each) => (each.kind === 'silent' ? each.code : ''));
  const says = [
    `checked ${found.size} of ${all}`,
    `${found.size - refused.count - lacking.count - silent.count} can be answered`,
    ...(refused.count > 0
      ? [`the token is refused in ${refused.text}: install the app anew there (/slack/install)`]
      : []),
    ...(lacking.count > 0 ? [`a scope that the bot needs lacks in ${lacking.text}: install the app anew there`] : []),
    ...(less.count > 0 ? [`something works less in ${less.text}: install the app anew there`] : []),
    ...(silent.count > 0 ? [`Slack gave no answer for ${silent.text}: try again later`] : []),
  ].join('; ');
  if (found.size === 0 || refused.count + lacking.count + silent.count === found.size) return fail(says);
  if (refused.count + lacking.count + silent.count + less.count > 0) return warn(says);
  return found.size < all ? note(says) : ok(says);
}

function scopesOf(found: Found): string {
  return found.kind === 'lacks' || found.kind === 'less' ? found.scopes.join(' ') : '';
}
