import type { Figure, Observation, Quantity } from '../data/schema.ts';

/** A figure together with the observation that is stated: neither is ever worded without the other. */
export type Stated = { figure: Figure; observation: Observation; currency?: 'USD' };

/** The observation as a quantity; undefined for events and aims. */
export function quantityOf({ figure, observation }: Stated): Quantity | undefined {
  return figure.kind === 'count' || figure.kind === 'money' ? (observation as Quantity) : undefined;
}
