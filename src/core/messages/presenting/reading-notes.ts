import type { Correction } from '../../reading/perceive.ts';
import type { Inline } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { quoted } from './parts.ts';
import type { Tools } from './tools.ts';

/** How a question was read: words taken for others, and figures taken from the question before. */
export type ReadingNotes = { corrections: readonly Correction[]; assumed: readonly string[] };

/** Says under an answer, never instead of it, what was read differently from what was typed. */
export function readingNotes({ corrections, assumed }: ReadingNotes, { words, catalogue }: Tools): Inline[][] {
  const labels = catalogue.figures
    .filter(({ id }) => assumed.includes(id))
    .map(({ label }) => quoted(label[words.language], words));
  return [
    ...corrections.map(({ typed, read }) =>
      words.say('readAs', { typed: quoted(typed, words), read: quoted(read, words) }),
    ),
    ...(labels.length > 0 ? [words.say('assumed', { labels: listText(labels, words) })] : []),
  ];
}
