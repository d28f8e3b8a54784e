/**
 * How every picture looks, as data: sizes in pixels of a card that is shown as wide as a phone, and drawn larger by
 * `scale` for sharp screens. One opaque card, so that it reads the same in dark and light clients.
 */
export const THEME = {
  width: 480,
  /** A picture is 1,440 pixels wide: sharp on a phone, and still clear when opened on a large screen. */
  scale: 3,
  margin: 24,
  font: 'Noto Sans SC',
  paper: '#f8f6f1',
  ink: '#1d2329',
  faded: '#5c6570',
  grid: '#dad6cc',
  title: { size: 20, weight: 600, line: 27 },
  unit: { size: 13, weight: 400, line: 18 },
  label: { size: 15, weight: 400, line: 20 },
  value: { size: 15, weight: 600, line: 20 },
  tick: { size: 12.5, weight: 400, line: 17 },
  source: { size: 12, weight: 400, line: 17 },
  /** Colours that differ in lightness too, each with a mark of its own, so that none is told by its colour alone. */
  series: [
    { colour: '#1f5f99', shape: 'circle' },
    { colour: '#c2541b', shape: 'square' },
    { colour: '#2a7a50', shape: 'triangle-up' },
    { colour: '#7b4397', shape: 'diamond' },
    { colour: '#8a6d00', shape: 'triangle-down' },
    { colour: '#4d5660', shape: 'cross' },
  ],
} as const;

/** How a run of text is set. */
export type Lettering = { size: number; weight: 400 | 600; line: number };
