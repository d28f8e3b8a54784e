import type { Figure } from '../../data/schema.ts';
import type { Claim } from '../question.ts';
import { cuesOf } from './spans.ts';
import type { Term } from './terms.ts';

type NumberTerm = Extract<Term, { kind: 'number' }>;

/** All quantities of a question. */
export function numbersOf(terms: readonly Term[]): NumberTerm[] {
  return terms.filter((term) => term.kind === 'number');
}

/** Whether a typed number is a figure's value, as exactly as it was typed: 16.8 billion, 2.35 billion. */
export function isValueOf(figure: Figure, number: NumberTerm, form: 'whole' | 'mantissa' = 'whole'): boolean {
  if (valuesOf(figure).some((value) => matches(value, number))) return true;
  // A bare "16.8" means the sum that begins with these digits; small whole numbers mean too many things.
  if (form === 'whole' || number.value < 10 || figure.kind !== 'money') return false;
  return valuesOf(figure).some((value) => SCALES.some((scale) => value === number.value * scale));
}

/** A smaller value of another year or place is not what points at a figure: 17 times 23 is about no universities. */
const LEAST_TELLING = 1000;

const SCALES = [1e4, 1e6, 1e8, 1e9];

/** What a question claims about a figure; undefined when it only names a number to point at something. */
export function claimOf(terms: readonly Term[], figure: Figure, others: readonly Figure[]): Claim | undefined {
  if (figure.kind !== 'count' && figure.kind !== 'money') return undefined;
  const numbers = numbersOf(terms);
  if (numbers.length === 0) return undefined;
  const cues = cuesOf(terms);
  const bound = cues.has('over') ? 'over' : cues.has('under') ? 'under' : cues.has('about') ? 'about' : 'exactly';
  const asksWhether =
    cues.has('true') || bound === 'over' || bound === 'under' || cues.has('or') || beginsAsYesNo(terms);
  const claimed = numbers.filter(
    (number) => asksWhether || !others.some((other) => other.id !== figure.id && isValueOf(other, number)),
  );
  if (claimed.length === 0 || (!asksWhether && claimed.every((number) => isValueOf(figure, number)))) return undefined;
  const values = claimed.map(({ value }) => value);
  return { values, bound, ...(figure.kind === 'money' && cues.has('dollars') ? { unit: 'USD' as const } : {}) };
}

function valuesOf(figure: Figure): number[] {
  if (!('unit' in figure)) return [];
  return figure.observations.flatMap(({ value, equivalents = [] }, at) =>
    at === 0 || value >= LEAST_TELLING ? [value, ...equivalents.map((equivalent) => equivalent.value)] : [],
  );
}

function matches(value: number, { value: typed, places, text }: NumberTerm): boolean {
  if (value === typed) return true;
  // "17 billion" for 16.8: rounded by the asker to the digits that were typed.
  const scale = places === 0 && !/\s/.test(text) ? 0 : typed / Number.parseFloat(text.replace(',', '.'));
  return scale > 1 && places > 0 && Math.abs(value - typed) < (scale / 10 ** places) * 0.5;
}

const YES_NO_STARTS = new Set(
  'does do did is are was were has have had can isnt arent doesnt hasnt havent dont so есть'.split(' '),
);
const QUESTION_WORDS = ['how-many', 'how-much', 'amount', 'when', 'who', 'which', 'what', 'where', 'why'] as const;

function beginsAsYesNo(terms: readonly Term[]): boolean {
  const cues = cuesOf(terms);
  if (QUESTION_WORDS.some((cue) => cues.has(cue))) return false;
  return terms.some((term) => term.kind === 'filler' && YES_NO_STARTS.has(term.text));
}
