import type { Answer } from '../../answers/answer.ts';
import { topicButtons } from './buttons.ts';
import { items, text } from './parts.ts';
import { sourceNotes } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Everything at a glance, with the topics as a way on. */
export function drawOverview({ stated }: Extract<Answer, { kind: 'overview' }>, tools: Tools): Drawn {
  const lead = tools.words.say('overview', { ...tools.home, asOf: tools.figures.asOf(stated) });
  return {
    parts: [text(lead), items(stated, tools), ...sourceNotes(stated, tools)],
    buttons: topicButtons(tools),
    invitation: 'more',
  };
}
