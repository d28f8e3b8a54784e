import type { Target } from './target.ts';
import { environment } from './targets/environment.ts';
import { log } from './targets/log.ts';
import { talk } from './targets/talk.ts';

/** Every way in from outside, by the name under which it is asked for. */
export const TARGETS = { talk, environment, log } satisfies Record<string, Target>;
