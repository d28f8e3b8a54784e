import { type Context, nearestHead, zoneOf } from './context.ts';
import { hashOf, mixed, next, seedOf } from './hash.ts';
import { namesOf } from './thesaurus.ts';

/** Name spaces of the features of the frame: the sentence around its topic. */
const FEATURE = { sign: 30, zone: 31, rare: 32, letters: 33, pattern: 34, gap: 35, topic: 36, word: 37 } as const;
/** Units beside the head that count as close to it. */
const CLOSE_LEFT = 2;
const CLOSE_RIGHT = 3;
const LONGEST_PATTERN = 4;

/**
 * What the sentence around the topic looks like: words by where they stand, and patterns in which rare words and the head
 * are only signs ("how many of the H do U"). In: the context and the gaps named in it. Out: hashes.
 */
export function frameFeatures(context: Context, gaps: readonly string[]): number[] {
  const { units, head, signs } = context;
  const hashes = gaps.map((gap) => hashOf(FEATURE.gap, gap));
  hashes.push(hashOf(FEATURE.gap, `#${Math.min(gaps.length, 3)}`));
  if (head.at < 0) return hashes;
  hashes.push(hashOf(FEATURE.topic, context.topic));
  units.forEach((unit, at) => {
    if (head.isHead[at]) return;
    hashes.push(hashOf(FEATURE.topic, `${context.topic} ${unit.key}`));
    for (const name of namesOf(context.classes[at] ?? 0)) {
      hashes.push(hashOf(FEATURE.word, zoneOf(context, at) + name));
      hashes.push(hashOf(FEATURE.word, `${context.topic} ${name}`));
    }
  });
  // The units of a head are one sign; other clauses matter only where they hold a part of the head.
  const headClause = units[head.at]?.clause;
  const row: number[] = [];
  units.forEach((unit, at) => {
    const last = row.at(-1);
    const goesOn = last !== undefined && head.isHead[at] && head.isHead[last] && units[last]?.clause === unit.clause;
    if (!goesOn) row.push(at);
  });
  row.forEach((at, place) => {
    const unit = units[at];
    if (!unit || (unit.clause !== headClause && !head.isHead[at])) return;
    if (!head.isHead[at]) addZoned(at, place);
    for (let length = 2; length <= LONGEST_PATTERN; length++) {
      const part = row.slice(place, place + length);
      if (part.length < length || part.some((one) => units[one]?.clause !== unit.clause)) break;
      hashes.push(hashOf(FEATURE.pattern, part.map((one) => signs[one]).join(' ')));
    }
    const isFirst = units[row[place - 1] ?? -1]?.clause !== unit.clause;
    const isLast = units[row[place + 1] ?? -1]?.clause !== unit.clause;
    if (isFirst)
      hashes.push(
        hashOf(
          FEATURE.pattern,
          `^ ${row
            .slice(place, place + 2)
            .map((one) => signs[one])
            .join(' ')}`,
        ),
      );
    if (isLast) {
      hashes.push(
        hashOf(
          FEATURE.pattern,
          `${row
            .slice(Math.max(0, place - 1), place + 1)
            .map((one) => signs[one])
            .join(' ')} $`,
        ),
      );
      hashes.push(
        hashOf(
          FEATURE.pattern,
          `${row
            .slice(Math.max(0, place - 2), place + 1)
            .map((one) => signs[one])
            .join(' ')} $`,
        ),
      );
    }
  });
  return hashes;

  function addZoned(at: number, place: number): void {
    const unit = units[at];
    if (!unit) return;
    const away = at - nearestHead(head, at);
    const zone = `${zoneOf(context, at)}${away < -CLOSE_LEFT || away > CLOSE_RIGHT ? 'far' : ''}`;
    hashes.push(hashOf(FEATURE.zone, zone + unit.text), hashOf(FEATURE.rare, zone + (signs[at] ?? '')));
    if (unit.kind === 'word') {
      const bordered = `<${unit.text}>`;
      for (let start = 0; start + 4 <= bordered.length; start++) {
        let hash = seedOf(FEATURE.letters);
        for (let i = 0; i < zone.length; i++) hash = next(hash, zone.charCodeAt(i));
        for (let i = start; i < start + 4; i++) hash = next(hash, bordered.charCodeAt(i));
        hashes.push(mixed(hash));
      }
    }
    const following = units[row[place + 1] ?? -1];
    if (unit.kind === 'han' && following?.kind === 'han') {
      hashes.push(hashOf(FEATURE.zone, zone + unit.text + following.text));
      const third = units[row[place + 2] ?? -1];
      if (third?.kind === 'han') hashes.push(hashOf(FEATURE.zone, zone + unit.text + following.text + third.text));
    }
  }
}
