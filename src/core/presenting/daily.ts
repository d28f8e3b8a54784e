import type { Answer } from '../answer.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** Says what came of asking something of a channel's daily post. */
export function drawDaily(_: Extract<Answer, { kind: 'daily' }>, { words }: Tools): Drawn {
  return { parts: [text(words.say('dailyElsewhere'))], audience: 'asker' };
}
