import type { Point } from '../../core/messages/chart.ts';
import type { Dot } from './layers.ts';

/** A point of a line as it is drawn. */
type Placed = Dot & { point: Point };

/** A line as it is drawn; its name, in lines of words, is empty where it is the only one. */
export type Line = { name: string[]; colour: string; shape: string; dots: Placed[] };

/** The part of the card in which lines rise and fall. */
export type Frame = { left: number; right: number; top: number; bottom: number };
