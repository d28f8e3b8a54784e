import type { Figure } from '../../data/schema.ts';
import { isHeldAt, placesOf } from '../catalogue/observing.ts';
import type { Head } from './head.ts';
import { namesOf } from './thesaurus.ts';
import type { Unit } from './units.ts';

/** A message seen from its topic: what every unit is to it. */
export type Context = {
  units: readonly Unit[];
  head: Head;
  /** Each unit as a pattern sees it: "H" for the head, "U" and its class for a rare word, else its key. */
  signs: readonly string[];
  isRare: readonly boolean[];
  /** Whether a unit is a word of the topic's keywords, or of something that is named as not held. */
  isKeyword: readonly boolean[];
  isGap: readonly boolean[];
  topic: string;
  /** The classes of each unit's word, as the thesaurus has them. */
  classes: readonly number[];
};

/** What the words of a message are to the catalogue. */
export type WordKnowledge = {
  isCommon(key: string): boolean;
  /** Whether a unit is a word of any keyword, also one that was misspelt. */
  isNamed(unit: Unit): boolean;
  isKeyword(unit: Unit): boolean;
  isGap(unit: Unit): boolean;
};

export function contextOf(
  units: readonly Unit[],
  head: Head,
  figure: Figure | undefined,
  known: WordKnowledge,
  classes: readonly number[],
): Context {
  const isRare = units.map((unit) => unit.kind === 'word' && !known.isCommon(unit.key) && !known.isNamed(unit));
  return {
    units,
    head,
    isRare,
    isKeyword: units.map(known.isKeyword),
    isGap: units.map(known.isGap),
    topic: figure?.id ?? '',
    classes,
    signs: units.map((unit, at) => {
      if (head.isHead[at]) return 'H';
      if (isRare[at]) return `U${namesOf(classes[at] ?? 0)[0] ?? ''}`;
      return heldSign(unit, figure) ?? unit.key;
    }),
  };
}

/** Places and dates by whether the topic is held for them. */
function heldSign({ entity, key }: Unit, figure: Figure | undefined): string | undefined {
  if (!figure || !entity || key === '@home') return undefined;
  if (entity.kind === 'place') return placesOf(figure).includes(entity.place.id) ? '@held' : '@unheld';
  if (entity.kind === 'date' && !entity.date.startsWith('-'))
    return isHeldAt(figure, entity.date) ? '#held' : '#unheld';
  return undefined;
}

/** Where a unit stands: left or right of the head in its clause, in a clause before or behind, or nowhere. */
export function zoneOf({ units, head }: Context, at: number): 'l' | 'r' | '<' | '>' | 'n' {
  const clause = units[at]?.clause ?? 0;
  const headClause = units[head.at]?.clause;
  if (headClause === undefined) return 'n';
  if (clause !== headClause) return clause < headClause ? '<' : '>';
  return at < nearestHead(head, at) ? 'l' : 'r';
}

/** The head unit nearest to a place. */
export function nearestHead({ isHead, at: strongest }: Head, at: number): number {
  for (let away = 0; away < isHead.length; away++) {
    if (isHead[at - away]) return at - away;
    if (isHead[at + away]) return at + away;
  }
  return strongest;
}
