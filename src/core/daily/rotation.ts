import { createHash } from 'node:crypto';
import type { Rotation } from './ledger.ts';

/**
 * The next figure of a channel, and its round. Each round has an order of its own, drawn by lot from the channel's
 * name: figures that are added or taken away change nothing in the order of the others. A new round begins when the
 * present one has shown every figure there is.
 */
export function nextFigure(
  channel: string,
  figures: readonly string[],
  { cycle, shown, last }: Rotation,
): { figure: string; cycle: number } | undefined {
  const seen = new Set(shown);
  const left = figures.filter((figure) => !seen.has(figure));
  if (left.length > 0) return { figure: first(channel, cycle, left), cycle };
  // The last figure of a round is not the first of the next one.
  const others = figures.filter((figure) => figure !== last);
  const fresh = others.length > 0 ? others : figures;
  return fresh.length === 0 ? undefined : { figure: first(channel, cycle + 1, fresh), cycle: cycle + 1 };
}

function first(channel: string, cycle: number, figures: readonly string[]): string {
  const seed = hash(`${channel} ${cycle}`);
  const lot = (figure: string) => mixed(hashOf(figure) ^ seed);
  return figures.reduce((best, figure) => (lot(figure) < lot(best) ? figure : best));
}

const hashes = new Map<string, number>();

/** Figures are few and come again for every channel. */
function hashOf(figure: string): number {
  const known = hashes.get(figure) ?? hash(figure);
  hashes.set(figure, known);
  return known;
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}

/** The finaliser of MurmurHash3: each bit of the result hangs on each bit of the number. */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
