import type { Figure } from '../../data/schema.ts';
import type { NamedPlace } from '../language/places.ts';

/** A stretch of tokens: the first, and the one behind the last. */
export type Span = { from: number; to: number };

/** A place that a message names. */
export type PlaceEntity = Span & { kind: 'place'; place: NamedPlace };

/** A date that a message names, as far as it names one: "2016", "2014-09", or a month alone ("-07"). */
export type DateEntity = Span & { kind: 'date'; date: string };

/** A time that is named in other words: the newest, or one that counts from today. */
export type TimeEntity = Span & { kind: 'latest' | 'relative'; text: string };

/** A number with all that stands with it: "over 16.8 billion yuan", "约三千家". */
export type NumberEntity = Span & {
  kind: 'number';
  value: number;
  /** Size of its last written place: of "3.4 million" 100,000. */
  digits: number;
  bound?: 'over' | 'under' | 'about';
  /** 'percent' or an ISO 4217 code. */
  unit?: string;
  /** The end of a range. */
  upper?: number;
  /** What the same digits mean with the other decimal sign. */
  alternatives?: readonly number[];
  /** Perhaps a piece of a number: nothing is ever ruled by it. */
  unreadable?: true;
};

export type Entity = PlaceEntity | DateEntity | TimeEntity | NumberEntity;

/** A figure that a message may be about. */
export type Topic = {
  figure: Figure;
  score: number;
  /** What each unit of the message speaks for it; left out of topics that are hardly meant. */
  strength?: readonly number[];
  /** The probability that it is asked for beside the best one, where it may be. */
  beside?: number;
};
