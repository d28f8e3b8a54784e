/** What JSON.parse does not tell: the line where a text stops being JSON, and keys that stand twice in one object. */
export type JsonScan = { brokenAt?: number; repeated: { key: string; line: number }[] };

/** Walks through a JSON text with a stack of its own, so that no depth of nesting can exhaust the real one. */
export function scanJson(text: string): JsonScan {
  const repeated: JsonScan['repeated'] = [];
  const open: (Set<string> | 'list')[] = [];
  let at = 0;
  let line = 1;
  let expected: 'value' | 'first value' | 'key' | 'first key' | 'next' = 'value';

  const token = (): string => {
    SPACE.lastIndex = at;
    const space = SPACE.exec(text)?.[0] ?? '';
    line += space.split('\n').length - 1;
    TOKEN.lastIndex = at + space.length;
    const found = TOKEN.exec(text)?.[0] ?? '';
    at += space.length + found.length;
    return found;
  };

  for (;;) {
    const found = token();
    const inside = open.at(-1);
    if (found === '')
      return expected === 'next' && !inside && at === text.length ? { repeated } : { brokenAt: line, repeated };
    if (expected === 'next') {
      if (found === ',' && inside) expected = inside === 'list' ? 'value' : 'key';
      else if (inside && found === (inside === 'list' ? ']' : '}')) open.pop();
      else return { brokenAt: line, repeated };
    } else if ((expected === 'first value' && found === ']') || (expected === 'first key' && found === '}')) {
      open.pop();
      expected = 'next';
    } else if (expected === 'key' || expected === 'first key') {
      if (!found.startsWith('"') || !(inside instanceof Set)) return { brokenAt: line, repeated };
      if (inside.has(found)) repeated.push({ key: found.slice(1, -1), line });
      inside.add(found);
      if (token() !== ':') return { brokenAt: line, repeated };
      expected = 'value';
    } else if (found === '[') {
      open.push('list');
      expected = 'first value';
    } else if (found === '{') {
      open.push(new Set());
      expected = 'first key';
    } else if (/^[\]},:]/.test(found)) {
      return { brokenAt: line, repeated };
    } else {
      expected = 'next';
    }
  }
}

const SPACE = /[ \t\r\n]*/y;
// A string is unrolled (plain text, then each escape with the plain text after it): linear even where its end is missing.
const TOKEN =
  /[[\]{},:]|"[^"\\\r\n\t]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\r\n\t]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
