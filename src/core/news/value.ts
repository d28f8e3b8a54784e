import { identityOf, isNewerThan } from '../../data/changes.ts';
import type { Figure, Observation } from '../../data/schema.ts';

/** The fingerprint of a value that somebody was shown: figure, date, place, source and value, and no words. */
export function fingerprintOf(figure: Figure, observation: Observation): string {
  const { asOf, place, source } = observation;
  const qualifier = 'value' in observation ? observation.qualifier : null;
  return JSON.stringify([figure.id, asOf.date, asOf.basis, place, source, saidOf(observation), qualifier]);
}

/** What a fingerprint stands for, as far as it tells; undefined for one that this program did not write. */
export function valueIn(fingerprint: string): { figure: string; observation: Observation } | undefined {
  try {
    const [figure, date, basis, place, source, said, qualifier] = JSON.parse(fingerprint);
    const value =
      typeof said === 'number' ? { value: said, qualifier } : typeof said === 'string' ? { happened: said } : {};
    return { figure, observation: { ...value, asOf: { date, basis }, place, source } as Observation };
  } catch {
    return undefined;
  }
}

/** The fingerprints of everything that is held of a figure. */
export function fingerprintsOf(figure: Figure): string[] {
  return (figure.observations as Observation[]).map((observation) => fingerprintOf(figure, observation));
}

/** What became of a value that somebody was shown; `now` and `was` are fingerprints. */
export type NewsItem =
  | { kind: 'corrected'; was: string; now: string }
  | { kind: 'withdrawn'; was: string }
  /** `was` is the newest value that was known of the same place. */
  | { kind: 'newer'; was: string; now: string };

/** What to say of a value that was shown; undefined where it still holds. */
export function correctionOf(shown: string, figure: Figure | undefined): NewsItem | undefined {
  const before = valueIn(shown)?.observation;
  if (!before) return undefined;
  const same = ((figure?.observations ?? []) as Observation[]).filter((one) => identityOf(one) === identityOf(before));
  if (same.some((one) => saidOf(one) === saidOf(before))) return undefined;
  const [now] = same;
  return figure && now
    ? { kind: 'corrected', was: shown, now: fingerprintOf(figure, now) }
    : { kind: 'withdrawn', was: shown };
}

/** What to say of a figure to somebody who knows these values of it: each correction, and the newest value of each place. */
export function newsOf(known: readonly string[], figure: Figure | undefined): NewsItem[] {
  const corrections = known.flatMap((one) => correctionOf(one, figure) ?? []);
  if (!figure) return corrections;
  const held = known.flatMap((one) => valueIn(one)?.observation ?? []);
  const newer = (figure.observations as Observation[])
    .filter((one) => isNewerThan(held, one))
    .filter((one, _, all) => !all.some((other) => other.place === one.place && other.asOf.date > one.asOf.date));
  return [
    ...corrections,
    ...newer.map((one): NewsItem => {
      const before = held
        .filter(({ place }) => place === one.place)
        .sort(byDate)
        .at(-1) as Observation;
      return { kind: 'newer', was: fingerprintOf(figure, before), now: fingerprintOf(figure, one) };
    }),
  ];
}

function byDate(one: Observation, other: Observation): number {
  return one.asOf.date < other.asOf.date ? -1 : 1;
}

/** The number, or the day of an event; null where a value is neither. */
function saidOf(observation: Observation): number | string | null {
  if ('value' in observation) return observation.value;
  return ('happened' in observation && observation.happened) || null;
}
