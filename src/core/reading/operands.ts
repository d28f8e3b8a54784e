import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { ALWAYS, isOf, type Scope, scopeOf } from '../catalogue/scope.ts';
import { usualOf } from '../catalogue/stated.ts';
import { type Dialogue, type Shown, shownOf } from '../conversation/dialogue.ts';
import type { Operation, Question } from '../question.ts';
import { derive, isQuantity, pair, relationWith } from './combine.ts';
import type { Arithmetic, Turn } from './turn.ts';

/** A question about values that were told, and the figures that it took over. */
type Computed = { question: Question; taken: Figure[] };

const OPERATIONS: Record<Arithmetic, Operation | 'compare'> = {
  sum: 'sum',
  difference: 'difference',
  growth: 'difference',
  ratio: 'ratio',
  average: 'ratio',
  share: 'share',
  most: 'compare',
};

/**
 * Arithmetic over what is on the asker's screen. In: what is asked, with a figure that the message names, if any. Out: the
 * question; undefined where there is nothing to compute with.
 */
export function computed(
  catalogue: Catalogue,
  arithmetic: Arithmetic,
  { places, dates, asks, where, isSince }: Turn,
  dialogue: Dialogue,
  named: Figure | undefined,
): Computed | undefined {
  const figures = figureIndex(catalogue);
  const [home] = catalogue.places;
  const operation = OPERATIONS[arithmetic];
  // What an older version of the program remembered has no values: what is told first of each figure stands for them.
  const usual = (ids: readonly string[] = []) => figures.all(ids).map(usualOf).map(shownOf);
  const shown = dialogue.shown ?? usual(dialogue.figures);
  const earlier = dialogue.earlierShown ?? usual(dialogue.earlier);
  const ids = [...new Set(shown.map(({ figure }) => figure))];
  const [only] = ids.length === 1 ? figures.all(ids) : [];
  const last = figures.all(dialogue.figures);

  if (named) return ofTwo(last.find((one) => one !== named) ?? last[0], named, false);
  if (only) {
    const here = shown.at(-1) as Shown;
    const seen = [...earlier.filter(({ figure }) => figure === only.id), ...shown];
    const own = (scope: Scope): Computed => ({
      question: { kind: 'figure', figures: [only.id], ...scopeOf(scope) },
      taken: [only],
    });
    const [at = here.place] = where === 'province' ? [parentOf(home?.id)] : where === 'home' ? [home?.id] : places;
    const grown = arithmetic === 'growth' && dates.length < 2 && !isSince ? growthAt(only, at, dates[0]) : undefined;
    if (grown) return grown;
    if (dates.length > 0 || (asks.has('all') && arithmetic !== 'share')) {
      const when = [...new Set([...dates, ...(dates.length === 1 ? [here.date] : [])])].sort();
      return when.length > 1 ? own({ places: [here.place], when }) : undefined;
    }
    const told = [...new Set(seen.filter(({ date }) => date === here.date).map(({ place }) => place))].reverse();
    if (places.length > 0 && (operation !== 'sum' || places.length > 1)) {
      const whole = places.find((place) => isAround(catalogue, place, here.place));
      if (operation === 'share' && whole) return ofWhole(only, here);
      const on = told.length > 2 && places.every((place) => told.includes(place)) ? told : [here.place];
      const all = [...new Set([...places, ...on])];
      return all.length > 1 ? overPlaces(only, operation, all, here.date) : undefined;
    }
    if (told.length > 2 && (arithmetic === 'most' || arithmetic === 'sum' || arithmetic === 'share'))
      return overPlaces(only, operation, homeFirst(told), here.date);
    const isOne = (key: 'place' | 'date') => new Set(shown.map((one) => one[key])).size === 1;
    if (!isOne('place') && isOne('date') && arithmetic !== 'growth')
      return overPlaces(only, operation, homeFirst(shown.map(({ place }) => place)), here.date);
    const before = earlier.findLast(({ figure }) => figure === only.id);
    if (isOne('place')) {
      const course = [...shown, ...(isOne('date') && before?.place === here.place ? [before] : [])];
      const when = [...new Set(course.map(({ date }) => date))].sort();
      if (when.length > 1 && operation !== 'sum') return own({ places: [here.place], when });
      if (before && before.place !== here.place && before.date === here.date && arithmetic !== 'growth')
        return overPlaces(only, operation, [before.place, here.place], here.date);
    }
    if (arithmetic === 'growth') return growthOf(only, here);
    if (operation === 'share') {
      const share = relationWith(
        catalogue,
        operation,
        only.id,
        earlier.map(({ figure }) => figure),
      );
      if (share) return { question: withWhen(derive(catalogue, share), dialogue), taken: [only] };
      const whole = ofWhole(only, here) ?? ofRelated(only);
      if (whole) return whole;
    } else if (operation !== 'compare') {
      const relation = relationWith(catalogue, operation, only.id, dialogue.earlier ?? []);
      if (relation) return { question: derive(catalogue, relation), taken: [only] };
    }
    const other = figures.all(earlier.map(({ figure }) => figure)).findLast((one) => one !== only);
    return other && operation !== 'share' ? ofTwo(other, only, true) : undefined;
  }
  const [left, right, ...more] = last;
  return left && right && more.length === 0 ? ofTwo(left, right, true) : undefined;

  /** Two figures, of which the message named none, or only the second. */
  function ofTwo(left: Figure | undefined, right: Figure, isTaken: boolean): Computed | undefined {
    if (!left || left === right || ![left, right].every(isQuantity)) return undefined;
    if ((operation === 'compare' || operation === 'sum') && left.kind !== right.kind) return undefined;
    const scope = scopeOf(dialogue.scope ?? {});
    const question = pair(catalogue, operation, left.id, right.id);
    return {
      question: question.kind === 'compare' || question.kind === 'derive' ? { ...question, ...scope } : question,
      taken: isTaken ? [left, right] : [left],
    };
  }

  function overPlaces(figure: Figure, by: Operation | 'compare', all: string[], date: string): Computed {
    const scope = { places: all, when: [date] };
    const [one = '', other = ''] = all;
    if (by === 'share' && all.length === 2 && (isAround(catalogue, one, other) || isAround(catalogue, other, one))) {
      const whole = ofWhole(figure, { figure: figure.id, place: one, date });
      if (whole) return whole;
    }
    return {
      question:
        by === 'compare' || by === 'difference'
          ? { kind: 'figure', figures: [figure.id], ...scope }
          : { kind: 'derive', operation: by, left: figure.id, right: figure.id, ...scope },
      taken: [figure],
    };
  }

  /** The part that a place has of the place around it: by a relation, or a figure that says it. */
  function ofWhole(figure: Figure, { date }: Shown): Computed | undefined {
    const relation = catalogue.relations.find(
      (one) => one.operation === 'share' && one.places?.left === home?.id && one.left === figure.id && one.allowed,
    );
    if (relation) {
      const question = derive(catalogue, relation.id);
      const isHeld = figure.observations.some(({ place, asOf }) => place !== home?.id && asOf.date === date);
      return { question: isHeld ? ({ ...question, when: [date] } as Question) : question, taken: [figure] };
    }
    const shares = kinOf(figure).filter((one) => one.kind === 'percent' && one.growthOf === undefined);
    const [told, ...others] = shares;
    return told && others.length === 0
      ? { question: { kind: 'figure', figures: [told.id] }, taken: [told] }
      : undefined;
  }

  function kinOf({ id, related }: Figure): Figure[] {
    return catalogue.figures.filter((one) => related.includes(one.id) || one.related.includes(id));
  }

  function growthFigure(figure: Figure): Figure | undefined {
    return kinOf(figure).find((one) => one.kind === 'percent' && one.growthOf === figure.id);
  }

  /** The growth of a figure that a source tells, at a place and time that the message names. */
  function growthAt(figure: Figure, place: string, date: string | undefined): Computed | undefined {
    const told = date === undefined ? undefined : growthFigure(figure);
    const isTold = told?.observations.some(
      (one) => one.place === place && date !== undefined && isOf(one.asOf.date, date),
    );
    return told && isTold
      ? { question: { kind: 'figure', figures: [told.id], places: [place], when: [date as string] }, taken: [told] }
      : undefined;
  }

  function parentOf(id: string | undefined): string | undefined {
    return catalogue.places.find((one) => one.id === id)?.parent;
  }

  /** The share that a figure has of one related to it, or the reason why there is none. */
  function ofRelated(figure: Figure): Computed | undefined {
    const shares = catalogue.relations.filter(
      ({ operation: by, left, places: of }) => by === 'share' && !of && left === figure.id,
    );
    const relation = figure.related.flatMap((id) => shares.find(({ right }) => right === id) ?? [])[0];
    return (
      relation && { question: derive(catalogue, relation.id), taken: figures.all([relation.left, relation.right]) }
    );
  }

  function growthOf(figure: Figure, { place }: Shown): Computed | undefined {
    const told = growthFigure(figure);
    if (told && isHeldAt(told, place))
      return { question: { kind: 'figure', figures: [told.id], places: [place] }, taken: [told] };
    const dates = new Set(figure.observations.filter((one) => one.place === place).map(({ asOf }) => asOf.date));
    return dates.size > 1
      ? { question: { kind: 'figure', figures: [figure.id], places: [place], when: [ALWAYS] }, taken: [figure] }
      : undefined;
  }

  function homeFirst(all: readonly string[]): string[] {
    return [...new Set([...all.filter((place) => place === home?.id), ...all])];
  }
}

function withWhen(question: Question, { scope }: Dialogue): Question {
  return question.kind === 'derive' && scope?.when ? { ...question, when: scope.when } : question;
}

function isHeldAt(figure: Figure, place: string): boolean {
  return figure.observations.some((one) => one.place === place);
}

function isAround(catalogue: Catalogue, whole: string, part: string): boolean {
  const parentOf = (id: string) => catalogue.places.find((one) => one.id === id)?.parent;
  for (let at = parentOf(part); at !== undefined; at = parentOf(at)) if (at === whole) return true;
  return false;
}
