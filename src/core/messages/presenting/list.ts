import type { Answer } from '../../answers/answer.ts';
import { disagreeing } from '../../catalogue/observing.ts';
import type { Button } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { chartButton } from './buttons.ts';
import { items, quoted, text } from './parts.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** The figures of some topics, each topic under its name where there are several, or all figures. */
export function drawList(
  { topics, stated, before, total, page, pages }: Extract<Answer, { kind: 'list' }>,
  tools: Tools,
): Drawn {
  const { words } = tools;
  const { language } = words;
  const [first, ...others] = topics;
  const names =
    others.length > 0
      ? listText(
          topics.map(({ label }) => quoted(label[language], words)),
          words,
        )
      : first?.label[language];
  const values = {
    from: before + 1,
    to: before + stated.length,
    total,
    part: stated.length === total ? 'all' : 'some',
    ...tools.home,
  };
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
            replaces: true,
          },
        ]
      : [];
  return {
    parts: [text(lead), ...listed, ...sourceLine(stated, tools)],
    remarks: stated.some((one) => disagreeing(one).length > 0) ? [words.say('undecided')] : [],
    buttons: [
      ...buttons,
      ...chartButton(stated, tools, topics),
      { label: words.text('exportButton'), question: { kind: 'export', topics: topics.map(({ id }) => id) } },
    ],
    invitation: 'more',
    shown: stated,
  };
}
