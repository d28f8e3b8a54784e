import type { Answer } from '../../answers/answer.ts';
import type { Inline } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { figureButtons, firstButtons } from './buttons.ts';
import { missingWords } from './missing.ts';
import { nearestHeldButtons } from './nearest-held.ts';
import { quoted, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** A refusal in one line, with a way on. */
export function drawUnknown({ missing, near }: Extract<Answer, { kind: 'unknown' }>, tools: Tools): Drawn {
  // What is offered beside it may well be about these words.
  const lead =
    missing.kind === 'words' && near.length > 0 ? notExactly(missing.words, tools) : missingWords(missing, tools);
  const parts = [text(lead)];
  const held = nearestHeldButtons(missing, tools);
  const buttons = held.length > 0 ? held : figureButtons(near, tools);
  return buttons.length > 0
    ? { parts, buttons, invitation: 'nearSome' }
    : { parts, buttons: firstButtons(tools), invitation: 'nearAny' };
}

function notExactly(unread: readonly string[], { words }: Tools): Inline[] {
  const theirs = unread.map((word) => quoted(word, words));
  return words.say('missingWordsNear', { words: listText(theirs, words) });
}
