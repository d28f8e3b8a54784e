import type { Answer } from '../../answers/answer.ts';
import type { Inline } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { drawFigures } from './figures.ts';
import { quoted, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

type Nearest = Extract<Answer, { kind: 'nearest' }>;

/** Says first that this is not quite what was asked, and then the figure in full, as always. */
export function drawNearest(answer: Nearest, tools: Tools): Drawn {
  const drawn = drawFigures({ kind: 'figure', stated: answer.stated, beside: answer.beside, missing: [] }, tools);
  return { ...drawn, parts: [text(leadOf(answer, tools)), ...drawn.parts.slice(1)], form: 'part' };
}

function leadOf({ stated: [first], words: unread }: Nearest, { words, figures }: Tools): Inline[] {
  if (!first) return [];
  const sentence = figures.sentence(first);
  if (unread.length === 0) return words.say('nearestUnsure', { sentence });
  const theirs = unread.map((word) => quoted(word, words));
  // Of a count or a sum it is the whole that is told, of anything else what there is.
  const isWhole = first.figure.kind === 'count' || first.figure.kind === 'money';
  return words.say('nearestTo', { words: listText(theirs, words, 'or'), whole: isWhole ? 'yes' : 'no', sentence });
}
