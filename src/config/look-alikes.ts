import { editDistance } from '../core/matching/distance.ts';
import { VARIABLE_NAMES } from './names.ts';

/** Names that look like a variable of this program and are none. */

/** The most slips of the keyboard in a name that is still taken for a variable's, and the shortest such name. */
const MOST_SLIPS = 2;
const SHORTEST = 7;

/** As many more letters a name may have that begins like a platform's: DISCORD_BOT_TOKEN is meant as DISCORD_TOKEN. */
const MOST_FOR_PLATFORMS = 4;

const names: readonly string[] = VARIABLE_NAMES;

/** The names of a .env that are a slip away from a variable that nothing sets: each in a sentence, as a problem. */
export function misspelt(given: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  return given.flatMap((name) => {
    const meant = meantBy(name, MOST_SLIPS);
    return meant === undefined || environment[meant]?.trim() || !environment[name]?.trim()
      ? []
      : [`${name} is not read: did you mean ${meant}?`];
  });
}

/** The names of an environment that look as if they were meant for this program, each in a sentence. */
export function unreadNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (names.includes(name) || !environment[name]?.trim()) return [];
    const isOfPlatform = /^(SLACK|DISCORD)_/.test(name);
    const meant = meantBy(name, isOfPlatform ? MOST_FOR_PLATFORMS : MOST_SLIPS);
    if (meant !== undefined && !environment[meant]?.trim())
      return [`${name} is set and not read: did you mean ${meant}?`];
    return isOfPlatform ? [`${name} is set and not read: see .env.example for the names that are`] : [];
  });
}

/** The variable whose name is nearest; undefined where none is near, or it is that very name. */
function meantBy(name: string, most: number): string | undefined {
  if (names.includes(name)) return undefined;
  const [nearest] = names
    .map((own) => ({ own, slips: editDistance(name.toUpperCase(), own, most) }))
    .filter(({ own, slips }) => slips <= (own.length < SHORTEST ? 0 : most))
    .sort((a, b) => a.slips - b.slips);
  return nearest?.own;
}
