import type { Token } from '../language/tokens.ts';
import { endsClause } from '../language/tokens.ts';
import type { Entity } from './analysis.ts';

/** What the models see of a message: its tokens, where each entity is one unit that stands for all of its kind. */
export type Unit = {
  kind: 'word' | 'han' | 'mark' | 'number' | 'place' | 'time';
  text: string;
  /** What units of one meaning share: a stem, or the class of an entity such as "@world" or "#date". */
  key: string;
  from: number;
  to: number;
  clause: number;
  entity?: Entity;
};

/**
 * In: tokens and entities of a message, the id of the catalogue's own place, and of corrected tokens the key of the word that
 * they were read as. Out: its units in order.
 */
export function unitsOf(
  tokens: readonly Token[],
  entities: readonly Entity[],
  home: string | undefined,
  respelled: ReadonlyMap<number, string>,
): Unit[] {
  const units: Unit[] = [];
  let clause = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const entity = entities.find(({ from }) => from === at);
    if (!token) break;
    if (entity) {
      const key = classOf(entity, home);
      units.push({ kind: kindOf(entity), text: key, key, from: at, to: entity.to, clause, entity });
      at = entity.to;
      continue;
    }
    const key = token.kind === 'number' ? sizeOf(token.text) : (respelled.get(at) ?? token.key);
    units.push({
      kind: token.kind,
      text: token.kind === 'number' ? key : token.text,
      key,
      from: at,
      to: at + 1,
      clause,
    });
    if (endsClause(token)) clause++;
    at++;
  }
  return units;
}

function kindOf({ kind }: Entity): Unit['kind'] {
  return kind === 'place' || kind === 'number' ? kind : 'time';
}

function classOf(entity: Entity, home: string | undefined): string {
  switch (entity.kind) {
    case 'place':
      if (entity.place.id === home) return '@home';
      return entity.place.id.startsWith('elsewhere:') ? '@world' : '@own';
    case 'date':
      return entity.date.startsWith('-') ? '#month' : '#date';
    case 'number':
      return entity.unit ? `#${entity.unit}` : sizeOf(String(entity.value));
    case 'latest':
    case 'relative':
      return `#${entity.kind}`;
  }
}

/** A number by its length: what it counts is told by its size. */
function sizeOf(text: string): string {
  return `#${Math.min(text.replace(/\D/g, '').length, MOST_DIGITS)}`;
}
const MOST_DIGITS = 6;
