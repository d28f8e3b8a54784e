import type { Catalogue, Figure } from '../../data/schema.ts';
import type { Missing, Question } from '../question.ts';
import type { Examination } from './examine.ts';
import type { Reason } from './labels.ts';
import type { Percept } from './perceive.ts';
import { namesOf } from './thesaurus.ts';

type Detail = Extract<Missing, { kind: 'detail' }>['detail'];

/** What is said of a topic that is held while something about it is asked that no source tells. */
const DETAILS: Partial<Record<Reason, Detail>> = {
  names: 'names',
  cause: 'reason',
  forecast: 'future',
  advice: 'judgement',
};
/** A reason is named from this probability on, and the topic from this relevance. */
const LEAST_REASON = 0.5;
const LEAST_RELEVANCE = 0.5;
/** A reason counts only where it is likelier than not that something is not held. */
const LEAST_UNHELD = 0.5;
/** Words are named as not taken into account from this probability on. */
const LEAST_NARROWING = 0.25;
/** Figures offered, and words named, at once. */
const MOST_NEAR = 3;
const MOST_WORDS = 3;

/** The reason that a message asks for something that is not held, where one stands out. */
export function reasonOf({ reasons }: Examination): Reason | undefined {
  const [best] = (Object.entries(reasons) as [Reason, number][]).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= LEAST_REASON ? best[0] : undefined;
}

/** A detail of its topic that no source tells, where that is what a message asks. */
export function detailOf(examination: Examination): Missing | undefined {
  const [best] = examination.topics;
  const reason = reasonOf(examination);
  const detail = reason && DETAILS[reason];
  if (!best || detail === undefined || examination.relevance < LEAST_RELEVANCE) return undefined;
  if (examination.outcomes.unheld < LEAST_UNHELD) return undefined;
  return { kind: 'detail', detail, figures: [best.figure.id] };
}

/** Why a message is not answered: what it names that is not held, else the words that were not understood. */
export function missingOf(
  percept: Percept,
  examination: Examination,
  catalogue: Catalogue,
): { missing: Missing; near: string[] } {
  const [gap] = examination.relevance > LEAST_RELEVANCE ? examination.gaps : percept.gaps;
  if (gap)
    return { missing: { kind: 'gap', gap: gap.id }, near: catalogue.gaps.find(({ id }) => id === gap.id)?.near ?? [] };
  const words = narrowingWords(percept, examination);
  const unknown = words.length > 0 ? words : unknownWords(percept, examination);
  return { missing: unknown.length > 0 ? { kind: 'words', words: unknown } : { kind: 'nonsense' }, near: [] };
}

/** A refusal with the figures that come near. */
export function refuse(missing: Missing, near: readonly (string | Figure)[]): Question {
  const ids = near.map((one) => (typeof one === 'string' ? one : one.id));
  return { kind: 'unknown', missing, near: [...new Set(ids)].slice(0, MOST_NEAR) };
}

/** The words that change what is asked, as they stand in the message: neighbours together, the likeliest first. */
export function narrowingWords({ text, tokens }: Percept, { narrowings, context }: Examination): string[] {
  const runs: { from: number; to: number; probability: number; isTelling: boolean }[] = [];
  for (const { at, probability } of narrowings) {
    if (probability < LEAST_NARROWING) continue;
    const last = runs.at(-1);
    const isTelling = !isGrammar(context.classes[at] ?? 0);
    if (last && last.to === at) {
      last.to = at + 1;
      last.isTelling ||= isTelling;
      last.probability = Math.max(last.probability, probability);
    } else runs.push({ from: at, to: at + 1, probability, isTelling });
  }
  return runs
    .filter(({ isTelling }) => isTelling)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const first = tokens[context.units[from]?.from ?? 0];
      const last = tokens[(context.units[to - 1]?.to ?? 1) - 1];
      return text.slice(first?.from ?? 0, last?.to ?? 0);
    });
}

/** Words of grammar alone tell nobody what was not taken into account: "at", "only". */
function isGrammar(classes: number): boolean {
  const names = namesOf(classes);
  return names.length > 0 && names.every((name) => name === 'function');
}

/** Words that neither the catalogue nor general use knows. */
function unknownWords({ words, tokens }: Percept, { context }: Examination): string[] {
  const rare = new Set(context.units.flatMap(({ from }, at) => (context.isRare[at] ? [from] : [])));
  return words
    .filter(({ from, number }) => number === undefined && (rare.has(from) || tokens[from]?.kind === 'han'))
    .map(({ text }) => text)
    .filter((word) => word.length > 1)
    .slice(0, MOST_WORDS);
}
