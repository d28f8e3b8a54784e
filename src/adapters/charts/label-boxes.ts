import type { Dot } from './layers.ts';

/** A rectangle of a picture, in pixels. */
export type Box = { x: number; y: number; width: number; height: number };

/** What a label should keep clear of: `solid` things never, lines if it can be helped. */
export type Obstacles = { solid: Box[]; lines: [Dot, Dot][] };

/** The first of the boxes that lies within the frame and covers nothing, or the one that covers the fewest lines. */
export function freeBox(boxes: readonly Box[], frame: Box, { solid, lines }: Obstacles): Box | undefined {
  const open = boxes.filter((box) => isWithin(box, frame) && !solid.some((other) => overlap(box, other)));
  const crossings = (box: Box) => lines.filter(([from, to]) => crosses(box, from, to)).length;
  return open.reduce<Box | undefined>(
    (best, box) => (best === undefined || crossings(box) < crossings(best) ? box : best),
    undefined,
  );
}

/** Moves heights of labels apart so that each has its room, as little as needed, and none leaves the stretch. */
export function apart(wanted: readonly { middle: number; room: number }[], [top, bottom]: [number, number]): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a]?.middle ?? 0) - (wanted[b]?.middle ?? 0));
  const middles = wanted.map(({ middle }) => middle);
  let free = top;
  for (const at of order) {
    const { room = 0 } = wanted[at] ?? {};
    middles[at] = Math.max(middles[at] ?? 0, free + room / 2);
    free = (middles[at] ?? 0) + room / 2;
  }
  let limit = bottom;
  for (const at of order.reverse()) {
    const { room = 0 } = wanted[at] ?? {};
    middles[at] = Math.min(middles[at] ?? 0, limit - room / 2);
    limit = (middles[at] ?? 0) - room / 2;
  }
  return middles;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** Whether a straight line goes through a box: some part of it is left when it is cut at all four sides. */
function crosses(box: Box, from: Dot, to: Dot): boolean {
  let [enters, leaves] = [0, 1];
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return enters < leaves;
}
