import type { Catalogue } from '../../../data/schema.ts';
import type { Answer } from '../../answers/answer.ts';
import { ALWAYS } from '../../catalogue/scope.ts';
import type { Question } from '../../question.ts';
import type { Button } from '../message.ts';
import type { Wording } from '../wording/wording.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** What the bot can do, with examples that ask themselves. */
export function drawHelp({ with: wished }: Extract<Answer, { kind: 'help' }>, tools: Tools): Drawn {
  const { words, home } = tools;
  if (wished === 'report') return { parts: [text(words.say('helpReport'))], audience: 'asker' };
  if (wished === 'export') {
    const button = { label: words.text('exportButton'), question: { kind: 'export' as const, topics: [] } };
    return { parts: [text(words.say('helpExport'))], buttons: [button], invitation: 'dailyDo', audience: 'asker' };
  }
  return {
    parts: [text(words.say('help', home)), text(words.say('helpMore')), text(words.say('helpDaily'))],
    buttons: exampleButtons(tools),
    invitation: 'examples',
    audience: 'asker',
  };
}

/** One question of every kind; `key` names its words. */
const EXAMPLES: { key: keyof Wording; question: Question }[] = [
  { key: 'exampleCount', question: { kind: 'figure', figures: ['universities'] } },
  { key: 'exampleMoney', question: { kind: 'figure', figures: ['planned-investment'] } },
  {
    key: 'exampleCompare',
    question: { kind: 'compare', left: 'key-laboratories', right: 'engineering-research-centres' },
  },
  { key: 'exampleEvent', question: { kind: 'figure', figures: ['fuerjia-listing'] } },
  {
    key: 'exampleDerive',
    question: {
      kind: 'derive',
      operation: 'ratio',
      left: 'planned-investment',
      right: 'key-projects',
      relation: 'investment-per-project',
    },
  },
  { key: 'exampleCourse', question: { kind: 'figure', figures: ['utility-models'], when: [ALWAYS] } },
  { key: 'exampleSource', question: { kind: 'about', what: 'source', figures: [] } },
];

/** The examples that this catalogue can answer: another one may lack some of the figures. */
function exampleButtons({ catalogue, words, home }: Tools): Button[] {
  return EXAMPLES.filter(({ question }) => isHeld(question, catalogue)).map(({ key, question }) => ({
    label: words.text(key, home),
    question,
  }));
}

function isHeld(question: Question, { figures, relations }: Catalogue): boolean {
  const holds = (all: readonly { id: string }[], ids: readonly string[]) =>
    ids.every((wanted) => all.some(({ id }) => id === wanted));
  switch (question.kind) {
    case 'figure':
      return holds(figures, question.figures);
    case 'compare':
      return holds(figures, [question.left, question.right]);
    case 'derive':
      return (
        holds(figures, [question.left, question.right]) &&
        holds(relations, question.relation ? [question.relation] : [])
      );
    default:
      return true;
  }
}
