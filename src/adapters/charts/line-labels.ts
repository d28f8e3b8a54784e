import { widthOf } from './fonts.ts';
import { apart, type Box, freeBox, type Obstacles } from './label-boxes.ts';
import { clearWords, type Dot, type Layer, rule, words } from './layers.ts';
import type { Frame, Line } from './plot.ts';
import { type Lettering, THEME } from './theme.ts';

const { value, tick, label, ink } = THEME;

/** How lines are named. */
export const NAME: Lettering = { ...label, weight: 600, line: 18 };

/** From the end of the longest line to the names. */
export const LEADER = 20;
/** From the middle of a point to where its value may begin. */
export const CLEAR = 9;
/** A mark with its rim. */
const MARK = 10;

/** How high a name with its value is, with a little air. */
export function nameRoom(name: readonly string[]): number {
  return name.length * NAME.line + value.line + 4;
}

/** The name and last value of each line right of its end, moved apart where ends lie close. */
export function namesAtEnds(lines: readonly Line[], frame: Frame): Layer[] {
  const middles = apart(
    lines.map((line) => ({ middle: line.dots.at(-1)?.y ?? frame.bottom, room: nameRoom(line.name) })),
    [frame.top - value.line, frame.bottom + tick.line],
  );
  const x = frame.right + LEADER;
  return lines.flatMap((line, at) => {
    const { name, dots, colour } = line;
    const end = dots.at(-1);
    const middle = middles[at] ?? frame.bottom;
    const y = middle - nameRoom(name) / 2;
    return [
      ...(end && needsLeader(end, { x, y: middle })
        ? [rule({ x: end.x + CLEAR, y: end.y }, { x: x - 4, y: middle }, colour, { dotted: true })]
        : []),
      words(name, { x, y }, NAME, colour),
      words([end?.point.text ?? ''], { x, y: y + name.length * NAME.line }, { ...value, weight: 400 }, ink),
    ];
  });
}

/** Beside its end a name needs nothing that leads to it. */
function needsLeader(end: Dot, name: Dot): boolean {
  return name.x - end.x > LEADER + 1 || Math.abs(name.y - end.y) > NAME.size;
}

/** Values above their points where possible, else wherever they cover no mark and no other value; tells how many are left. */
export function valuesAtDots(lines: readonly Line[], frame: Frame, edge: number): { layers: Layer[]; left: number } {
  const isOne = lines.length === 1;
  const lettering: Lettering = isOne ? value : tick;
  const top = frame.top - value.line - CLEAR;
  // Half of the last value of an only line stands beyond the frame; a pixel is for rounding.
  const right = isOne ? THEME.width - THEME.margin : frame.right + MARK;
  const reach: Box = { x: edge - 1, y: top, width: right - edge + 2, height: frame.bottom - 2 - top };
  const obstacles: Obstacles = {
    solid: lines.flatMap(({ dots }) =>
      dots.map(({ x, y }) => ({ x: x - MARK / 2, y: y - MARK / 2, width: MARK, height: MARK })),
    ),
    lines: lines.flatMap(({ dots }) => dots.slice(1).map((dot, at): [Dot, Dot] => [dots[at] ?? dot, dot])),
  };
  let left = 0;
  const layers = lines.flatMap(({ dots, colour }) =>
    // Several lines have their last values beside their names.
    (isOne ? dots : dots.slice(0, -1)).flatMap(({ x, y, point }) => {
      const size = { width: widthOf(point.text, lettering), height: lettering.size };
      const place = freeBox(boxesAround(x, y, size), reach, obstacles);
      if (!place) {
        left += 1;
        return [];
      }
      obstacles.solid.push({ ...place, x: place.x - 3, width: place.width + 6 });
      const spot = { x: place.x, y: place.y - (lettering.line - lettering.size) / 2 };
      return clearWords([point.text], spot, lettering, isOne ? ink : colour);
    }),
  );
  return { layers, left };
}

/** Where the value of a point may stand, the best first. */
function boxesAround(x: number, y: number, size: { width: number; height: number }): Box[] {
  const [above, below, centre] = [y - CLEAR - size.height, y + CLEAR, x - size.width / 2];
  return [
    { ...size, x: centre, y: above },
    { ...size, x: centre, y: below },
    { ...size, x: x - size.width, y: above },
    { ...size, x, y: below },
    { ...size, x: x - size.width, y: below },
    { ...size, x, y: above },
    { ...size, x: x - CLEAR - size.width, y: y - size.height / 2 },
    { ...size, x: x + CLEAR, y: y - size.height / 2 },
  ];
}
