import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, Figure, Observation } from './schema.ts';

/** What differs between two catalogues, told by what a reader of the figures would notice. */
export type Change =
  | { kind: 'figure added' | 'figure withdrawn'; figure: Figure }
  /** `isNewer`: of a later date than everything that was held of the figure and place. */
  | { kind: 'value added'; figure: Figure; observation: Observation; isNewer: boolean }
  | { kind: 'value withdrawn'; figure: Figure; observation: Observation }
  /** The same source, place and date, and another value. */
  | { kind: 'value corrected'; figure: Figure; from: Observation; to: Observation }
  /** The value stands; what is said with it has changed. */
  | { kind: 'value reworded'; figure: Figure; observation: Observation; fields: string[] }
  | { kind: 'figure reworded'; figure: Figure; fields: string[] }
  | { kind: 'entry added' | 'entry removed'; list: List; id: string }
  | { kind: 'entry changed'; list: List; id: string; fields: string[] };

/** The lists of a catalogue that are not figures. */
type List = (typeof LISTS)[number];

const LISTS = ['sources', 'places', 'groups', 'unheld', 'units', 'topics', 'examples', 'relations', 'gaps'] as const;

/** Every difference between two catalogues: figures first, in the order of the newer one. */
export function changesBetween(older: Catalogue, newer: Catalogue): Change[] {
  return [...figureChanges(older.figures, newer.figures), ...LISTS.flatMap((list) => entryChanges(list, older, newer))];
}

function figureChanges(older: readonly Figure[], newer: readonly Figure[]): Change[] {
  const { kept, added, removed } = matched(older, newer, ({ id }) => id);
  return [
    ...added.map((figure): Change => ({ kind: 'figure added', figure })),
    ...removed.map((figure): Change => ({ kind: 'figure withdrawn', figure })),
    ...kept.flatMap(([from, to]) => [...valueChanges(from, to), ...rewording(from, to)]),
  ];
}

/** Observations are one and the same while source, place and date are: then another value is a correction. */
function valueChanges(from: Figure, figure: Figure): Change[] {
  const { kept, added, removed } = matched<Observation>(from.observations, figure.observations, identityOf);
  return [
    ...kept.flatMap(([before, after]): Change[] => {
      const fields = fieldsBetween(before, after, []);
      if (fields.length === 0) return [];
      const isCorrection = fields.some((field) => field === 'value' || field === 'happened');
      return isCorrection
        ? [{ kind: 'value corrected', figure, from: before, to: after }]
        : [{ kind: 'value reworded', figure, observation: after, fields }];
    }),
    ...added.map((observation): Change => {
      const isNewer = isNewerThan(from.observations, observation);
      return { kind: 'value added', figure, observation, isNewer };
    }),
    ...removed.map((observation): Change => ({ kind: 'value withdrawn', figure, observation })),
  ];
}

type Identity = Pick<Observation, 'asOf' | 'place' | 'source'>;

/** What makes observations of a figure one and the same. */
export function identityOf({ asOf, place, source }: Identity): string {
  return [asOf.date, asOf.basis, place, source].join(' ');
}

/** Whether an observation is of a later date than all that were held of its place, if any. */
export function isNewerThan(held: readonly Identity[], { asOf, place }: Identity): boolean {
  const ofPlace = held.filter((one) => one.place === place);
  return ofPlace.length > 0 && ofPlace.every((one) => one.asOf.date < asOf.date);
}

/** What a change means for whoever has read the figure: what they read was wrong, or there is something newer. */
export function markOf(change: Change): 'correction' | 'newer' | undefined {
  switch (change.kind) {
    case 'value corrected':
    case 'value withdrawn':
    case 'figure withdrawn':
      return 'correction';
    case 'value added':
      return change.isNewer ? 'newer' : undefined;
    default:
      return undefined;
  }
}

function rewording(from: Figure, figure: Figure): Change[] {
  const fields = fieldsBetween(from, figure, ['observations']);
  return fields.length === 0 ? [] : [{ kind: 'figure reworded', figure, fields }];
}

function entryChanges(list: List, older: Catalogue, newer: Catalogue): Change[] {
  const { kept, added, removed } = matched<{ id: string }>(older[list], newer[list], ({ id }) => id);
  return [
    ...added.map(({ id }): Change => ({ kind: 'entry added', list, id })),
    ...removed.map(({ id }): Change => ({ kind: 'entry removed', list, id })),
    ...kept.flatMap(([from, to]): Change[] => {
      const fields = fieldsBetween(from, to, []);
      return fields.length === 0 ? [] : [{ kind: 'entry changed', list, id: to.id, fields }];
    }),
  ];
}

type Matched<T> = { kept: [T, T][]; added: T[]; removed: T[] };

/** Pairs what has the same key; of several with one key, the first with the first. */
function matched<T>(older: readonly T[], newer: readonly T[], keyOf: (item: T) => string): Matched<T> {
  const left = new Map<string, T[]>();
  for (const item of older) left.set(keyOf(item), [...(left.get(keyOf(item)) ?? []), item]);
  const kept: [T, T][] = [];
  const added: T[] = [];
  for (const item of newer) {
    const before = left.get(keyOf(item))?.shift();
    if (before === undefined) added.push(item);
    else kept.push([before, item]);
  }
  return { kept, added, removed: [...left.values()].flat() };
}

/** The names of the fields that differ between two objects. */
function fieldsBetween(from: object, to: object, ignored: readonly string[]): string[] {
  const [before, after] = [from, to] as Record<string, unknown>[];
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].filter((name) => !ignored.includes(name) && !isDeepStrictEqual(before?.[name], after?.[name]));
}
