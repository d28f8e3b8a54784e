import type { Figure } from '../../data/schema.ts';
import type { Affected, News, Showing, Watch } from './readers.ts';
import { correctionOf, fingerprintsOf, type NewsItem, newsOf, valueIn } from './value.ts';

/** What a channel is sent, and what it knows afterwards. */
export type NewsPlan = {
  /** Messages of its own that are put right, each with what it shows then; empty for nothing any more. */
  edits: { news: Extract<News, { kind: 'edit' }>; showing: Showing; value: string }[];
  note?: {
    news: Extract<News, { kind: 'note' }>;
    language: Showing['language'];
    /** What is known once the note is written down. */
    shown: { showing: Showing; value: string }[];
    watched: { watch: Watch; known: string[] }[];
  };
};

/** One note takes in so many changes; the others follow another day. */
const MOST_ITEMS = 10;

/**
 * Decides what a channel is told. A message that shows one value is put right in its place; for all other messages and
 * for what the channel watches there is one note, which names each change once.
 */
export function planNews({ showings, watches }: Affected, figureOf: (id: string) => Figure | undefined): NewsPlan {
  const edits: NewsPlan['edits'] = [];
  const parts: { item: NewsItem; showing: Showing }[] = [];
  for (const showing of showings) {
    const { value, form, message } = showing;
    const item = correctionOf(value, figureOf(valueIn(value)?.figure ?? ''));
    if (!item) continue;
    if (form === 'part') parts.push({ item, showing });
    else edits.push({ news: { kind: 'edit', message, form, items: [item] }, showing, value: knownAfter(item) });
  }
  const watched = watches.flatMap((watch) => {
    const figure = figureOf(watch.figure);
    const items = newsOf(watch.known, figure);
    return items.length > 0 ? [{ watch, items, known: figure ? fingerprintsOf(figure) : [] }] : [];
  });
  const items = fitting([...watched.map((one) => one.items), ...parts.map(({ item }) => [item])]);
  const isTold = (item: NewsItem) => items.some((one) => isSame(one, item));
  const shown = parts.filter(({ item }) => isTold(item));
  const ofWatch = watched.filter((one) => one.items.every(isTold));
  const first = ofWatch[0]?.watch ?? shown[0]?.showing;
  if (!first) return { edits };
  // What nobody watches belongs under the message that showed it, the latest of them.
  const under = shown.at(-1)?.showing.message;
  return {
    edits,
    note: {
      news: {
        kind: 'note',
        items,
        watched: ofWatch.map(({ watch }) => watch.figure),
        ...(ofWatch.length === 0 && under !== undefined ? { under } : {}),
      },
      language: first.language,
      shown: shown.map(({ showing, item }) => ({ showing, value: knownAfter(item) })),
      watched: ofWatch.map(({ watch, known }) => ({ watch, known })),
    },
  };
}

function knownAfter(item: NewsItem): string {
  return item.kind === 'withdrawn' ? '' : item.now;
}

/** The changes that fit into one note, each once; those of a figure that is watched stay together, however many. */
function fitting(groups: readonly NewsItem[][]): NewsItem[] {
  const taken: NewsItem[] = [];
  for (const group of groups) {
    const more = group.filter((item) => !taken.some((one) => isSame(one, item)));
    if (taken.length === 0 || taken.length + more.length <= MOST_ITEMS) taken.push(...more);
  }
  return taken;
}

function isSame(one: NewsItem, other: NewsItem): boolean {
  return one.kind === other.kind && one.was === other.was && knownAfter(one) === knownAfter(other);
}
