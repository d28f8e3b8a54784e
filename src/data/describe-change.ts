import type { Change } from './changes.ts';
import type { Figure, Observation } from './schema.ts';

/** A change in one line for a curator, in English: what it is, and which value stood and stands. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'figure added':
    case 'figure withdrawn':
      return `${change.kind}: ${nameOf(change.figure)}, ${change.figure.observations.map((one) => told(change.figure, one)).join('; ')}`;
    case 'value added':
    case 'value withdrawn':
      return `${change.kind}: ${nameOf(change.figure)}, ${told(change.figure, change.observation)}`;
    case 'value corrected':
      return `value corrected: ${nameOf(change.figure)}, ${told(change.figure, change.to)}; it was ${amountOf(change.figure, change.from)}${difference(change.from, change.to)}`;
    case 'value reworded':
      return `value reworded: ${nameOf(change.figure)}, ${told(change.figure, change.observation)}: ${change.fields.join(', ')}`;
    case 'figure reworded':
      return `figure reworded: ${nameOf(change.figure)}: ${change.fields.join(', ')}`;
    case 'entry added':
    case 'entry removed':
      return `${ENTRY[change.list]} ${change.kind === 'entry added' ? 'added' : 'removed'}: ${change.id}`;
    case 'entry changed':
      return `${ENTRY[change.list]} changed: ${change.id}: ${change.fields.join(', ')}`;
  }
}

const ENTRY = {
  sources: 'source',
  places: 'place',
  groups: 'group',
  unheld: 'place without figures',
  examples: 'example',
  units: 'unit',
  topics: 'topic',
  relations: 'relation',
  gaps: 'gap',
} as const;

function nameOf({ id, label }: Figure): string {
  return `${id} (${label.en})`;
}

function told(figure: Figure, observation: Observation): string {
  const { asOf, place, source } = observation;
  return `${amountOf(figure, observation)} in ${place}, ${asOf.basis} ${asOf.date}, from ${source}`;
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

function amountOf(figure: Figure, observation: Observation): string {
  if ('value' in observation && 'unit' in figure) return `${NUMBER.format(observation.value)} ${figure.unit}`;
  return 'happened' in observation && observation.happened ? observation.happened : figure.kind;
}

/** By how much a number moved: a slip of a size (ten times, 万 for 亿) shows at once. */
function difference(from: Observation, to: Observation): string {
  if (!('value' in from && 'value' in to) || from.value === 0) return '';
  const share = (100 * (to.value - from.value)) / from.value;
  return ` (${share > 0 ? '+' : ''}${share.toFixed(1)} %)`;
}
