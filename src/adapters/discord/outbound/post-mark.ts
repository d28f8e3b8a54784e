import { createHash } from 'node:crypto';
import type { Drawing } from '../render/render.ts';

/** What tells one post from all others, however often it is tried; the key of a post makes always the same. */
export type Mark = {
  /** Discord shows one message of a nonce, for a few minutes; 22 of the 25 characters that it may have. */
  nonce: string;
  /** The id of the first row of buttons: people do not see it, and Discord keeps it as long as the message. */
  row: number;
};

/** Ids below are given by Discord to what has none. */
const LEAST_ROW_ID = 2 ** 30;

export function markOf(key: string): Mark {
  const digest = createHash('sha256').update(key).digest();
  return {
    nonce: digest.subarray(0, 16).toString('base64url'),
    row: LEAST_ROW_ID + (digest.readUInt32BE(16) % LEAST_ROW_ID),
  };
}

/** Writes the mark into a drawing that has buttons. */
export function marked(drawing: Drawing, { row }: Mark): Drawing {
  const [first, ...others] = drawing.components;
  return first ? { ...drawing, components: [{ ...first, id: row }, ...others] } : drawing;
}
