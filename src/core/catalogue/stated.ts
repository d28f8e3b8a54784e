import { isPerShare } from '../../data/per-share.ts';
import type { Figure, Observation, Quantity } from '../../data/schema.ts';

/** A figure together with the observation that is stated: neither is ever worded without the other. */
export type Stated = {
  figure: Figure;
  observation: Observation;
  currency?: 'USD';
  /** The asker named its time, so that its age is no news. */
  dated?: true;
};

/** A figure as it is told when neither time nor place is asked. */
export function usualOf(figure: Figure): Stated {
  // The schema requires at least one observation.
  return { figure, observation: figure.observations[0] as Observation };
}

/** Everything that is held about a figure, in the catalogue's order. */
export function everyStated(figure: Figure): Stated[] {
  return figure.observations.map((observation) => ({ figure, observation }));
}

/** The same with its dollars first, where dollars are asked for and it is a sum. */
export function inCurrency(stated: Stated, currency: 'USD' | undefined): Stated {
  return currency && stated.figure.kind === 'money' ? { ...stated, currency } : stated;
}

/** The observation as a quantity; undefined for events and aims. */
export function quantityOf({ figure, observation }: Stated): Quantity | undefined {
  return 'unit' in figure ? (observation as Quantity) : undefined;
}

export type Axis = 'count' | 'rate' | 'money' | 'price' | 'percent';

/** The axis that a figure's numbers stand on: all counts on one, money by its unit; undefined for places in a ranking, events and aims. */
export function axisOf(figure: Figure): Axis | undefined {
  switch (figure.kind) {
    case 'count':
      return figure.fraction ? 'rate' : 'count';
    case 'money':
      return isPerShare(figure) ? 'price' : 'money';
    case 'percent':
      return figure.unit;
    case 'rank':
    case 'event':
    case 'aim':
      return undefined;
  }
}
