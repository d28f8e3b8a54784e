import type { Answer } from '../../answers/answer.ts';
import { figureButtons, firstButtons } from './buttons.ts';
import { missingWords } from './missing.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** A refusal in one line, with a way on. */
export function drawUnknown({ missing, near }: Extract<Answer, { kind: 'unknown' }>, tools: Tools): Drawn {
  const parts = [text(missingWords(missing, tools))];
  return near.length > 0
    ? { parts, buttons: figureButtons(near, tools), invitation: 'nearSome' }
    : { parts, buttons: firstButtons(tools), invitation: 'nearAny' };
}
