import type { Catalogue, Figure } from '../../data/schema.ts';
import { comparedPlaces, placesOf } from '../catalogue/observing.ts';
import { ALWAYS, LATEST, type Scope, scopeOf } from '../catalogue/scope.ts';
import type { DateEntity, PlaceEntity } from './analysis.ts';
import type { Examination } from './examine.ts';
import type { Intent } from './labels.ts';
import type { Percept } from './perceive.ts';

/** Intents that set several places or times against each other. */
const COMPARING: ReadonlySet<Intent> = new Set([
  'compare',
  'difference',
  'ratio',
  'share',
  'rank',
  'sum',
  'trend',
  'chart',
  'list',
]);
/**
 * A place that nothing is held for is asked about when it narrows at least this much. Beside the catalogue's own place it may
 * be where the asker is; alone it hardly ever is, and in a short message it never is.
 */
const LEAST_NARROWING = { beside: 0.35, alone: 0.12, short: 0 };
/** A message of so many words has no room for where the asker is: "key labs heilongjiang total". */
const SHORT = 4;

/**
 * The places and times that a message asks about. In: the message, its topic and intent. Out: its scope; places and times
 * that the message names only in passing are left out.
 */
export function askedScope(
  catalogue: Catalogue,
  percept: Percept,
  { narrowings, context }: Examination,
  figures: readonly Figure[],
  intent: Intent,
): Scope {
  return scopeOf({ places: askedPlaces(), when: askedTimes(percept, intent) });

  function askedPlaces(): string[] {
    const [home] = catalogue.places;
    const [only, ...others] = figures;
    if (only && others.length === 0 && namesAllPlaces(percept)) {
      const all = comparedPlaces(only);
      if (all.length > 1) return all;
    }
    const entities = percept.entities.filter((one): one is PlaceEntity => one.kind === 'place');
    const named = [...new Set(entities.map(({ place }) => place.id))];
    const isFact =
      figures.length > 0 && figures.every(({ kind }) => kind === 'event' || kind === 'aim' || kind === 'rank');
    const isMentioned = (id: string) => figures.length > 0 && figures.every((figure) => figure.mentions?.includes(id));
    const isHeld = (id: string) => figures.some((figure) => placesOf(figure).includes(id));
    const asked = named.filter((id) => {
      if (id === home?.id) return true;
      if (isMentioned(id)) return false;
      if (isHeld(id) || figures.length === 0) return true;
      const isBeside = named.includes(home?.id ?? '') || isFact;
      const isShort = lengthOf(percept) <= SHORT;
      const least = isBeside ? LEAST_NARROWING.beside : isShort ? LEAST_NARROWING.short : LEAST_NARROWING.alone;
      return narrowingOf(id, entities) >= least;
    });
    if (COMPARING.has(intent) && asked.length > 1) return asked;
    const around = new Set([...ancestorsOf(catalogue, home?.id)]);
    const inner = asked.filter((id) => id !== home?.id && isHomeOrInside(id));
    if (inner.length > 0) return inner;
    // "Harbin, Heilongjiang" is one place.
    const alone = asked.includes(home?.id ?? '') ? asked.filter((id) => !around.has(id)) : asked;
    const isHome = alone.length === 1 && alone[0] === home?.id;
    // "Design patents, Harbin?": what is held only for other places is not held for the one that is named.
    const isHeldHere = figures.length === 0 || figures.some((figure) => placesOf(figure).some(isHomeOrInside));
    return isHome && isHeldHere ? [] : alone;
  }

  function isHomeOrInside(id: string): boolean {
    const home = catalogue.places[0]?.id;
    return id === home || isInside(catalogue, id, home);
  }

  function narrowingOf(id: string, entities: readonly PlaceEntity[]): number {
    const froms = entities.filter(({ place }) => place.id === id).map(({ from }) => from);
    return Math.max(
      0,
      ...narrowings
        .filter(({ at }) => froms.includes(context.units[at]?.from ?? -1))
        .map(({ probability }) => probability),
    );
  }
}

/** Words of a message; two Chinese signs are about one. */
function lengthOf({ units }: Percept): number {
  return units.reduce((sum, { kind }) => sum + (kind === 'mark' ? 0 : kind === 'han' ? 0.5 : 1), 0);
}

/** The places that hold a place, from the nearest on. */
function ancestorsOf(catalogue: Catalogue, id: string | undefined): string[] {
  const ancestors: string[] = [];
  for (let at = parentOf(catalogue, id); at !== undefined && !ancestors.includes(at); at = parentOf(catalogue, at))
    ancestors.push(at);
  return ancestors;
}

function isInside(catalogue: Catalogue, id: string, whole: string | undefined): boolean {
  return whole !== undefined && ancestorsOf(catalogue, id).includes(whole);
}

function parentOf(catalogue: Catalogue, id: string | undefined): string | undefined {
  const place = catalogue.places.find((one) => one.id === id) as { parent?: string } | undefined;
  return place?.parent;
}

/** "By city", "the four cities", 四个城市, "по городам". */
function namesAllPlaces({ text }: Percept): boolean {
  return ALL_PLACES.test(text);
}
const ALL_PLACES =
  /\b(?:by|per|each|across|all|the four|four|these|between|among) (?:the )?(?:four )?(?:\p{L}+ )?cities\b|\b(?:by|per|each|every) city\b|四个?(?:城市|市|城)|各(?:城市|市)|几个?城市|по городам|четыр(?:е|ех|ем|ёх) (?:\p{L}+ )?город|все(?:м|х)? город/u;

const JOINING = /^(?:to|until|till|through|thru|по|до|到|至|-|–|—)$/;
const SINCE = /^(?:since|с|со|自|从)$/;
const SINCE_BEHIND = /^(?:以来|起|之后|onwards?)$/;
const BETWEEN = /\bbetween\b|между/;

function askedTimes({ tokens, entities, text }: Percept, intent: Intent): string[] {
  const dates = entities.filter((one): one is DateEntity => one.kind === 'date' && !one.date.startsWith('-'));
  const textAt = (from: number, to: number) => tokens.slice(from, to).map((token) => token.text);
  if (dates.length === 2) {
    const [first, second] = dates as [DateEntity, DateEntity];
    const between = textAt(first.to, second.from);
    const joined = between.some((word) => JOINING.test(word)) && between.length <= MOST_BETWEEN;
    if (intent === 'trend' || joined || (BETWEEN.test(text) && between.length <= MOST_BETWEEN))
      return [[first.date, second.date].sort().join('/')];
  }
  const [only] = dates;
  if (only && dates.length === 1) {
    const before = textAt(Math.max(0, only.from - 2), only.from);
    const behind = textAt(only.to, only.to + 2).join('');
    const isSince = before.some((word) => SINCE.test(word)) || SINCE_BEHIND.test(behind) || /^以来|^起/.test(behind);
    if (isSince && !/^(?:года?|г)$/.test(before.at(-1) ?? '')) return [`${only.date}/..`];
  }
  if (dates.length > 0) return [...new Set(dates.map(({ date }) => date))];
  if (intent === 'trend') return [ALWAYS];
  return entities.some(({ kind }) => kind === 'latest') ? [LATEST] : [];
}

/** Words that may stand between the two bounds of a span. */
const MOST_BETWEEN = 4;
