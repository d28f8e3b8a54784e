import type { Answer } from '../../answers/answer.ts';
import type { Button } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { chartButton } from './buttons.ts';
import { items, quoted, text } from './parts.ts';
import { sourceNotes } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** The figures of some topics, each topic under its name where there are several, or all figures. */
export function drawList({ topics, stated, page, pages }: Extract<Answer, { kind: 'list' }>, tools: Tools): Drawn {
  const { words, figures } = tools;
  const { language } = words;
  const [first, ...others] = topics;
  const names =
    others.length > 0
      ? listText(
          topics.map(({ label }) => quoted(label[language], words)),
          words,
        )
      : first?.label[language];
  const values = { count: stated.length, ...tools.home, asOf: figures.asOf(stated) };
  const lead = names === undefined ? words.say('listAll', values) : words.say('listTopic', { ...values, topic: names });
  const listed =
    others.length === 0
      ? [items(stated, tools)]
      : topics.flatMap(({ id, label }) => [
          text([{ strong: label[language] }]),
          items(
            stated.filter(({ figure }) => figure.topic === id),
            tools,
          ),
        ]);
  const turned = page % pages;
  const buttons: Button[] =
    pages > 1
      ? [
          {
            label: words.text('furtherFigures', { page: turned + 1, pages }),
            question: { kind: 'list', topics: topics.map(({ id }) => id), page: turned + 1 },
          },
        ]
      : [];
  return {
    parts: [text(lead), ...listed, ...sourceNotes(stated, tools)],
    buttons: [...buttons, ...chartButton(stated, tools, topics)],
    invitation: 'more',
  };
}
