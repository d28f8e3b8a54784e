import * as fc from 'fast-check';
import { shortHostileText } from './texts.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** One change: the way down to a part, each step taken modulo the number of parts, and what happens there. */
type Change = { steps: number[]; how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat'; name: string; value: Json };

/** Names that objects have from elsewhere, and such as nobody expects. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'length',
  'then',
  '',
  'type',
  'id',
  'x'.repeat(300),
];

/** Deeper than anybody nests anything. */
const DEPTHS = [10, 100, 800];

/** Stands for so deep a nesting until it is put in its place: printed, it would exhaust the stack. */
const NESTED = '«nested» ';

/** Stands at the end of strange texts, so that it is seen where they come out again. */
export const MARK = 'zqmarkqz';

/** Values of every type, in place of what is expected. */
export const strangeValue: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e308, '', [], {}, [null], [[]], 'null'),
  },
  { weight: 4, arbitrary: shortHostileText.map((text) => text + MARK) },
  { weight: 1, arbitrary: fc.constantFrom(...DEPTHS).map((depth) => `${NESTED}${depth}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom<Json>(null, 1, {}, 'x'))
      .map(([name, value]) => named({}, name, value)),
  },
  { weight: 1, arbitrary: fc.constant({ toString: 1, valueOf: null }) },
);

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'remove', 'add', 'wrap', 'repeat'),
  name: fc.constantFrom(...NAMES),
  value: strangeValue,
});

/** Changes that are made to one JSON value after the other, each of which they fit. */
export const changes: fc.Arbitrary<Change[]> = fc.array(change, { maxLength: 3 });

/** A copy of a value with changes made to it; what is changed may be anything afterwards. */
export function changed(original: Json, all: readonly Change[]): Json {
  const root: Json[] = [structuredClone(original)];
  for (const each of all) apply(root, each);
  return root[0] ?? null;
}

function apply(root: Json[], { steps, how, name, value: given }: Change): void {
  const value =
    typeof given === 'string' && given.startsWith(NESTED)
      ? nested(Number(given.slice(NESTED.length)))
      : structuredClone(given);
  let parent: Json[] | { [name: string]: Json } = root;
  let key = '0';
  for (const step of steps) {
    const here: Json | undefined = Reflect.get(parent, key);
    if (typeof here !== 'object' || here === null) break;
    const keys = Object.keys(here);
    const next = keys[step % keys.length];
    if (next === undefined) break;
    parent = here;
    key = next;
  }
  const part: Json = Reflect.get(parent, key);
  if (how === 'remove' && parent !== root) Reflect.deleteProperty(parent, key);
  else if (how === 'add' && typeof part === 'object' && part !== null) named(part, name, value);
  else if (how === 'wrap') named(parent, key, [part]);
  else if (how === 'repeat')
    named(
      parent,
      key,
      Array.from({ length: 50 }, () => structuredClone(part)),
    );
  else named(parent, key, value);
}

/** Sets a property of any name; `__proto__` becomes one like others, as JSON.parse makes it. */
function named<Part extends object>(part: Part, name: string, value: Json): Part {
  if (Array.isArray(part) && name === 'length') return part;
  return Object.defineProperty(part, name, { value, enumerable: true, configurable: true, writable: true });
}

function nested(depth: number): Json {
  let value: Json = 'x';
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { text: value };
  return value;
}
