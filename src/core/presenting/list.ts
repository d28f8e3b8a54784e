import type { Answer } from '../answer.ts';
import { listText } from '../wording/lists.ts';
import { items, quoted, text } from './parts.ts';
import { sourceNotes } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** The figures of some topics, each topic under its name where there are several, or all figures. */
export function drawList({ topics, stated }: Extract<Answer, { kind: 'list' }>, tools: Tools): Drawn {
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
  return { parts: [text(lead), ...listed, ...sourceNotes(stated, tools)] };
}
