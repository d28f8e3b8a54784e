import type { Problem } from '../problem.ts';
import { type Draft, type Item, LISTS, type ListName, problemAt } from './draft.ts';

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

function references(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  const refer = (item: Item<unknown>, path: string, list: ListName, id: string) => {
    const known = draft.ids[list];
    if (!known || known.has(id)) return;
    const what = `no ${list.slice(0, -1)} "${id}" in ${LISTS[list]}`;
    problems.push(problemAt(item, path, what, `add it there or use one of: ${nearest(id, known)}`));
  };
  const referAll = (item: Item<unknown>, field: string, list: ListName, ids: string[]) => {
    for (const [index, id] of ids.entries()) {
      const path = `.${field}[${index}]`;
      refer(item, path, list, id);
      if (ids.indexOf(id) < index) problems.push(problemAt(item, path, `"${id}" stands twice`, 'remove one'));
    }
  };
  for (const figure of draft.figures) {
    const { id, topic, related, compared = [], mentions = [], observations } = figure.value;
    refer(figure, '.topic', 'topics', topic);
    referAll(figure, 'related', 'figures', related);
    if (related.includes(id)) {
      problems.push(problemAt(figure, '.related', 'a figure is not related to itself', `remove "${id}"`));
    }
    referAll(figure, 'mentions', 'places', mentions);
    referAll(figure, 'compared', 'places', compared);
    if (figure.value.kind === 'count' && draft.units.length > 0) refer(figure, '.unit', 'units', figure.value.unit);
    if ('growthOf' in figure.value && figure.value.growthOf)
      refer(figure, '.growthOf', 'figures', figure.value.growthOf);
    if ('begins' in figure.value && figure.value.begins) refer(figure, '.begins', 'figures', figure.value.begins);
    for (const [index, { place, source }] of observations.entries()) {
      refer(figure, `.observations[${index}].place`, 'places', place);
      refer(figure, `.observations[${index}].source`, 'sources', source);
    }
    for (const [index, { place, source }] of (figure.value.corrections ?? []).entries()) {
      refer(figure, `.corrections[${index}].place`, 'places', place);
      refer(figure, `.corrections[${index}].source`, 'sources', source);
    }
  }
  for (const place of draft.places) if (place.value.parent) refer(place, '.parent', 'places', place.value.parent);
  for (const group of draft.groups) referAll(group, 'places', 'places', group.value.places);
  for (const relation of draft.relations) {
    refer(relation, '.left', 'figures', relation.value.left);
    refer(relation, '.right', 'figures', relation.value.right);
    if (relation.value.places) {
      refer(relation, '.places.left', 'places', relation.value.places.left);
      refer(relation, '.places.right', 'places', relation.value.places.right);
    }
  }
  for (const gap of draft.gaps) referAll(gap, 'near', 'figures', gap.value.near);
  return problems;
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
