import type { Catalogue, Example } from '../../../data/schema.ts';
import type { Answer } from '../../answers/answer.ts';
import { ALWAYS } from '../../catalogue/scope.ts';
import type { Question } from '../../question.ts';
import type { Button } from '../message.ts';
import { shortLabel } from '../wording/labels.ts';
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

/** Examples of figures where the catalogue names none: as many as fit in two rows with the last. */
const MOST_OWN_EXAMPLES = 5;

function exampleButtons({ catalogue, words }: Tools): Button[] {
  const { language } = words;
  const own = catalogue.topics.flatMap(({ id }) => catalogue.figures.find(({ topic }) => topic === id) ?? []);
  const examples: Button[] =
    catalogue.examples.length > 0
      ? catalogue.examples.map((example) => ({
          label: example.label[language],
          question: questionOf(example, catalogue),
        }))
      : own.slice(0, MOST_OWN_EXAMPLES).map((figure) => ({
          label: shortLabel(figure, language),
          full: figure.label[language],
          question: { kind: 'figure', figures: [figure.id] },
        }));
  return [
    ...examples,
    { label: words.text('exampleSource'), question: { kind: 'about', what: 'source', figures: [] } },
  ];
}

function questionOf({ figure, overTime, compare, relation }: Example, { relations }: Catalogue): Question {
  const related = relations.find(({ id }) => id === relation);
  if (related) {
    const { operation, left, right, id } = related;
    return { kind: 'derive', operation: operation === 'rate' ? 'ratio' : operation, left, right, relation: id };
  }
  if (compare) return { kind: 'compare', left: compare[0], right: compare[1] };
  return { kind: 'figure', figures: figure ? [figure] : [], ...(overTime ? { when: [ALWAYS] } : {}) };
}
