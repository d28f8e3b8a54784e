/** 32-bit FNV-1a with a final mix, over a name space and a part of a text; features are known by this number alone. */
export function hashOf(space: number, text: string, from = 0, to = text.length): number {
  let hash = seedOf(space);
  for (let i = from; i < to; i++) hash = next(hash, text.charCodeAt(i));
  return mixed(hash);
}

/** The beginning of a hash, to be continued letter by letter. */
export function seedOf(space: number): number {
  return next(0x811c9dc5, space);
}

export function next(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function mixed(hash: number): number {
  let mixing = hash ^ (hash >>> 15);
  mixing = Math.imul(mixing, 0x2c1b3c6d);
  return (mixing ^ (mixing >>> 12)) >>> 0;
}
