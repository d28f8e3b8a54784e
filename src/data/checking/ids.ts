import type { Problem } from '../problem.ts';
import { type Draft, type Item, LISTS, type ListName, problemAt } from './draft.ts';
import { idOf } from './entry.ts';

/** Ids that stand twice, and references to ids that do not exist or make no sense. */
export function idProblems(draft: Draft): Problem[] {
  return [
    ...(Object.keys(LISTS) as ListName[]).flatMap((list) => duplicates(draft[list])),
    ...references(draft),
    ...circles(draft),
  ];
}

function duplicates(items: Item<{ id: string }>[]): Problem[] {
  const first = new Map<string, string>();
  return items.flatMap((item) => {
    const earlier = first.get(item.value.id);
    if (earlier === undefined) first.set(item.value.id, item.at);
    else return [problemAt(item, '.id', `"${item.value.id}" is already the id of ${earlier}`, 'give each its own id')];
    return [];
  });
}

/** Where each list's entries name others: the path, with [] for each of a list, and the list that it names. */
const REFERENCES: Partial<Record<ListName, readonly (readonly [path: string, list: ListName])[]>> = {
  places: [['parent', 'places']],
  groups: [['places[]', 'places']],
  figures: [
    ['topic', 'topics'],
    ['related[]', 'figures'],
    ['mentions[]', 'places'],
    ['compared[]', 'places'],
    ['growthOf', 'figures'],
    ['begins', 'figures'],
    ['observations[].place', 'places'],
    ['observations[].source', 'sources'],
    ['corrections[].place', 'places'],
    ['corrections[].source', 'sources'],
  ],
  examples: [
    ['figure', 'figures'],
    ['compare[]', 'figures'],
    ['relation', 'relations'],
  ],
  relations: [
    ['left', 'figures'],
    ['right', 'figures'],
    ['places.left', 'places'],
    ['places.right', 'places'],
  ],
  gaps: [['near[]', 'figures']],
};

/** Looked for in misshapen entries too: a curator wants to know of every fault at once. */
function references(draft: Draft): Problem[] {
  return (Object.keys(LISTS) as ListName[]).flatMap((from) =>
    draft.read[from].flatMap((item) => [
      ...(REFERENCES[from] ?? []).flatMap(([path, list]) => {
        const named = namedAt(item.value, path.split('.'));
        return [...unknown(item, named, list, draft), ...(path.endsWith('[]') ? repeated(item, named) : [])];
      }),
      ...(from === 'figures' ? [...selfRelated(item), ...unknownUnit(item, draft)] : []),
    ]),
  );
}

/** An id that an entry names, and where. */
type Named = { id: string; path: string };

function namedAt(value: unknown, [step, ...rest]: readonly string[], path = ''): Named[] {
  if (step === undefined) return typeof value === 'string' ? [{ id: value, path }] : [];
  const name = step.replace('[]', '');
  const inner = (value as Record<string, unknown> | null | undefined)?.[name];
  if (!step.endsWith('[]')) return namedAt(inner, rest, `${path}.${name}`);
  if (!Array.isArray(inner)) return [];
  return inner.flatMap((one, index) => namedAt(one, rest, `${path}.${name}[${index}]`));
}

function unknown(item: Item<unknown>, named: readonly Named[], list: ListName, draft: Draft): Problem[] {
  const known = draft.ids[list];
  if (!known) return [];
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => {
      const what = `no ${list.slice(0, -1)} "${id}" in ${LISTS[list]}`;
      return problemAt(item, path, what, `add it there or use one of: ${nearest(id, known)}`);
    });
}

function repeated(item: Item<unknown>, named: readonly Named[]): Problem[] {
  return named
    .filter(({ id }, index) => named.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => problemAt(item, path, `"${id}" stands twice`, 'remove one'));
}

function selfRelated(item: Item<unknown>): Problem[] {
  const id = idOf(item.value);
  const isNamed = namedAt(item.value, ['related[]']).some((one) => one.id === id);
  return isNamed ? [problemAt(item, '.related', 'a figure is not related to itself', `remove "${id}"`)] : [];
}

/** Only counts have units that the catalogue lists, and where it lists none, any will do. */
function unknownUnit(item: Item<unknown>, draft: Draft): Problem[] {
  const isCount = (item.value as { kind?: unknown } | null)?.kind === 'count';
  return isCount && draft.ids.units?.size ? unknown(item, namedAt(item.value, ['unit']), 'units', draft) : [];
}

/** Places that lie in each other. */
function circles(draft: Draft): Problem[] {
  const parents = new Map(draft.places.map(({ value: { id, parent } }) => [id, parent]));
  return draft.places.flatMap((place) => {
    let above = place.value.parent;
    for (let steps = 0; above !== undefined && steps < parents.size; steps += 1) {
      if (above === place.value.id)
        return [problemAt(place, '.parent', `"${above}" lies in itself by way of its parents`, 'remove one of them')];
      above = parents.get(above);
    }
    return [];
  });
}

// Enough to pick from, and the one that was meant among them, however many there are.
function nearest(id: string, known: Set<string>, count = 6): string {
  const likeness = (other: string) =>
    pairs(other).filter((pair) => pairs(id).includes(pair)).length / (other.length + id.length);
  const best = [...known].sort((one, other) => likeness(other) - likeness(one));
  return best.length > count ? `${best.slice(0, count).join(', ')} …` : best.join(', ') || '(none yet)';
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
