import type { Answer } from '../../answers/answer.ts';
import { figureButtons } from './buttons.ts';
import { quoted, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** "Which of these?", or for a single figure "this one?". */
export function drawChoice({ figures, scope }: Extract<Answer, { kind: 'choice' }>, tools: Tools): Drawn {
  const { words } = tools;
  const buttons = figureButtons(figures, tools, scope).map((button) => ({ ...button, replaces: true as const }));
  const [only, ...others] = figures;
  // The question names the only figure already, so that its button needs no introduction.
  return only && others.length === 0
    ? { parts: [text(words.say('choiceOne', { label: quoted(only.label[words.language], words) }))], buttons }
    : { parts: [text(words.say('choice'))], buttons, invitation: 'choices' };
}
