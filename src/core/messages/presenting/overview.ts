import type { Answer } from '../../answers/answer.ts';
import { disagreeing } from '../../catalogue/observing.ts';
import { topicButtons } from './buttons.ts';
import { items, text } from './parts.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Everything at a glance, with the topics as a way on. */
export function drawOverview({ stated }: Extract<Answer, { kind: 'overview' }>, tools: Tools): Drawn {
  const { words, home, catalogue } = tools;
  const lead = words.say('overview', { ...home, count: stated.length, total: catalogue.figures.length });
  return {
    parts: [text(lead), items(stated, tools), ...sourceLine(stated, tools)],
    remarks: stated.some((one) => disagreeing(one).length > 0) ? [words.say('undecided')] : [],
    shown: stated,
    buttons: topicButtons(tools),
    invitation: 'more',
  };
}
