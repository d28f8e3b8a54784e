// src/data/checking: the rules that a catalogue has to keep, one file each.
// Imported by: data.

import type { Problem } from '../problem.ts';
import { type Catalogue, FILES } from '../schema.ts';
import { idOf, placeOf } from './entry.ts';
import { FILE_NAMES, type FileName } from './read.ts';
import { type Issue, shapeProblem } from './shape.ts';

export type ListName = Exclude<keyof Catalogue, 'subject' | 'currency'>;

/** One well-formed entry of a list, and where it stands. */
export type Item<T> = { value: T; file: FileName; at: string };

/** A catalogue on its way to being trusted: the entries that have the right shape. */
export type Draft = { [L in ListName]: Item<Catalogue[L][number]>[] } & {
  /** Every id of a list that could be read, misshapen entries' too, so that one fault does not make others. */
  ids: Partial<Record<ListName, Set<string>>>;
  /** Every entry that could be read, the misshapen ones too. */
  read: Record<ListName, Item<unknown>[]>;
  /** What the bot says that it knows about. */
  subject: Catalogue['subject'];
  currency: Catalogue['currency'];
  /** Whether no file and no entry had to be left out. */
  whole: boolean;
};

export const LISTS = {
  sources: 'sources.json',
  places: 'places.json',
  groups: 'places.json',
  unheld: 'places.json',
  examples: 'figures.json',
  units: 'figures.json',
  topics: 'figures.json',
  figures: 'figures.json',
  relations: 'relations.json',
  gaps: 'gaps.json',
} as const satisfies Record<ListName, FileName>;

/** Sorts out what has the right shape, so that the faults of one entry do not hide those of another. */
export function draftOf(data: Partial<Record<FileName, unknown>>): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = [];
  const faulty = new Set<string>();
  for (const file of FILE_NAMES) {
    if (!(file in data)) continue;
    for (const issue of (FILES[file].safeParse(data[file]).error?.issues ?? []) as Issue[]) {
      problems.push(shapeProblem(file, data[file], issue));
      faulty.add(`${file} ${issue.path.slice(0, 2).map(String).join('.')}`);
    }
  }
  const draft = {
    ids: {},
    read: {},
    whole: problems.length === 0 && FILE_NAMES.every((file) => file in data),
  } as Draft;
  for (const list of Object.keys(LISTS) as ListName[]) {
    const file = LISTS[list];
    const entries = entriesOf(data[file], list);
    if (entries) draft.ids[list] = new Set(entries.map(idOf).filter((id) => id !== undefined));
    draft.read[list] = (entries ?? []).map((value, index) => ({ value, file, at: placeOf(list, index, value) }));
    // The shape of these entries has just been checked, which the compiler cannot follow through the table.
    (draft as Record<ListName, unknown>)[list] = draft.read[list].filter(
      (_, index) => !faulty.has(`${file} ${list}.${index}`),
    );
  }
  if (draft.whole) {
    const { subject, currency } = data['figures.json'] as Pick<Catalogue, 'subject' | 'currency'>;
    Object.assign(draft, { subject, currency });
  }
  return { draft, problems };
}

/** A problem with one entry, or with a part of it: path ".observations[0].source". */
export function problemAt(item: Item<unknown>, path: string, what: string, remedy: string): Problem {
  return { file: item.file, at: item.at + path, what, remedy };
}

function entriesOf(file: unknown, list: string): unknown[] | undefined {
  const entries = (file as Record<string, unknown> | null | undefined)?.[list];
  return Array.isArray(entries) ? entries : undefined;
}
