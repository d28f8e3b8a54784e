import { type Context, nearestHead, zoneOf } from './context.ts';
import { lettersOf } from './features.ts';
import { hashOf } from './hash.ts';
import { type LinearModel, scoreLinear, sigmoid } from './linear.ts';
import { namesOf } from './thesaurus.ts';

/** A unit with the probability that it narrows what is asked to something that is not held. */
export type Narrowing = { at: number; probability: number };

/** Name spaces of the features of a unit in its context. */
const FEATURE = { sign: 20, letters: 21 } as const;
/** Distances from the head beyond these are alike. */
const NEAR = 4;
const FAR = 8;
/** Units that are looked at: nobody narrows from further away, and time is bounded. */
const MOST_CANDIDATES = 64;

/** In: a message in its context and the trained model. Out: each unit that is neither head nor mark, in order. */
export function narrowingsOf(context: Context, model: LinearModel): Narrowing[] {
  return candidateUnits(context).map((at) => ({
    at,
    probability: sigmoid(scoreLinear(model, new Set(narrowingFeatures(context, at)))[0] ?? 0),
  }));
}

/** The units that may narrow: all but the head, marks and the catalogue's own place; of a long message those around the head. */
export function candidateUnits({ units, head }: Context): number[] {
  const all = units.flatMap((unit, at) =>
    head.isHead[at] || unit.kind === 'mark' || unit.key === '@home' ? [] : [at],
  );
  const middle = all.findIndex((at) => at > head.at);
  const first = Math.max(0, Math.min(middle - MOST_CANDIDATES / 2, all.length - MOST_CANDIDATES));
  return all.slice(first, first + MOST_CANDIDATES);
}

/** What tells whether a unit narrows: what it is, where it stands, and what stands beside it. */
export function narrowingFeatures(context: Context, at: number): number[] {
  const { units, head, signs, isRare, isKeyword, isGap, topic } = context;
  const unit = units[at];
  if (!unit) return [];
  const hashes: number[] = [];
  const add = (text: string) => hashes.push(hashOf(FEATURE.sign, text));
  const zone = zoneOf(context, at);
  const away = at - nearestHead(head, at);
  const distance =
    head.at < 0 ? 'n' : Math.abs(away) <= NEAR ? away : Math.sign(away) * (Math.abs(away) <= FAR ? FAR : FAR + 1);
  const sign = (place: number) => signs[place] ?? (place < 0 ? '^' : '$');
  const isEntity = unit.entity !== undefined;
  const kind = isEntity ? sign(at) : unit.kind === 'word' ? (isRare[at] ? 'U' : 'C') : unit.kind;
  add(`z${zone}`);
  add(`d${distance}${zone}`);
  add(`k${kind}`);
  add(`zk${zone}${kind}`);
  add(`dk${distance}${kind}`);
  if (isKeyword[at]) add(`w${zone}`);
  if (isGap[at]) {
    add('g');
    add(`g${zone}`);
  }
  if (unit.kind === 'han') {
    const signAt = (offset: number) =>
      units[at + offset]?.kind === 'han' ? (units[at + offset]?.text ?? '') : sign(at + offset);
    for (const [from, to] of WINDOWS) {
      let text = '';
      for (let offset = from; offset <= to; offset++) text += signAt(offset);
      add(`h${from}${to}${text}`);
      add(`z${from}${to}${zone}${text}`);
      if (from === 0 && to === 0) add(`t${topic}${text}`);
    }
  } else {
    add(`t${unit.text}`);
    add(`s${unit.key}`);
    add(`z${zone}${unit.key}`);
    add(`t${topic} ${unit.key}`);
    if (!isEntity) {
      hashes.push(...lettersOf(unit.text, FEATURE.letters));
      add(`e${zone}${unit.text.slice(-3)}`);
      add(`f${distance}${unit.text.slice(-2)}`);
    }
  }
  for (const name of namesOf(context.classes[at] ?? 0)) {
    add(`c${name}`);
    add(`cz${zone}${name}`);
    add(`cd${distance}${name}`);
    add(`ct${topic} ${name}`);
    add(`cl${sign(at - 1)} ${name}`);
    add(`cr${sign(at + 1)} ${name}`);
  }
  const [l1, l2, r1, r2] = [sign(at - 1), sign(at - 2), sign(at + 1), sign(at + 2)];
  add(`l${l1}`);
  add(`r${r1}`);
  add(`ll${l2} ${l1}`);
  add(`rr${r1} ${r2}`);
  add(`lr${l1}|${r1}`);
  add(`lk${l1}${kind}`);
  add(`rk${r1}${kind}`);
  add(`lrk${l1}|${r1}${kind}`);
  add(`lz${zone}${l1}`);
  let first = at;
  while (units[first - 1]?.clause === unit.clause) first--;
  let last = at;
  while (units[last + 1]?.clause === unit.clause) last++;
  add(`b${sign(first)}${zone}`);
  add(`e${sign(last)}${zone}`);
  return hashes;
}

/** Which neighbouring signs are read together with a Chinese sign. */
const WINDOWS = [
  [0, 0],
  [-1, 0],
  [0, 1],
  [-1, 1],
  [-2, 0],
  [0, 2],
] as const;
