import type { Figure } from '../../data/schema.ts';
import type { Cue } from '../language/words/cues.ts';
import type { Missing, Operation } from '../question.ts';
import { asksMoney } from './hints.ts';
import type { Term } from './terms.ts';

/** Whether the words ask how many or how much. */
export function asksQuantity(cues: ReadonlySet<Cue>): boolean {
  return cues.has('how-many') || cues.has('how-much') || cues.has('amount');
}

/** Whether the words ask for anything: how many, what, when. */
export function asksSomething(cues: ReadonlySet<Cue>): boolean {
  return asksQuantity(cues) || QUESTIONING.some((cue) => cues.has(cue));
}

const QUESTIONING = ['what', 'when', 'who', 'which', 'where', 'why'] as const;

/** Whether the words ask for several figures at once. */
export function asksForSeveral(cues: ReadonlySet<Cue>): boolean {
  return cues.has('data') || cues.has('all-about') || cues.has('list') || cues.has('overview');
}

/** Whether money is named, not just "how much", which some say for "how many"; сколько asks for either. */
export function asksSum(cues: ReadonlySet<Cue>): boolean {
  const counts = cues.has('how-many') && !cues.has('amount');
  return (cues.has('money') || cues.has('dollars') || cues.has('yuan')) && !counts;
}

/** The arithmetic that the words ask for. */
export function operationOf(cues: ReadonlySet<Cue>): Operation | 'compare' | undefined {
  // "By how many percent did it rise": the development says it, and no second figure takes part.
  if (cues.has('course')) return undefined;
  if (cues.has('share')) return 'share';
  if (cues.has('per') || cues.has('ratio')) return 'ratio';
  if (cues.has('difference')) return 'difference';
  if (cues.has('sum')) return 'sum';
  return cues.has('compare') || cues.has('more') ? 'compare' : undefined;
}

/** Something about a known figure that the sources do not say, where the words ask for it. */
export function detailAsked(
  cues: ReadonlySet<Cue>,
  asked: readonly Figure[],
): Extract<Missing, { kind: 'detail' }>['detail'] | undefined {
  const quantity = asksQuantity(cues);
  if (cues.has('owner')) return 'people';
  const isNumbers = asked.every(({ kind }) => kind === 'count' || kind === 'money');
  if (cues.has('nature') && isNumbers) return 'nature';
  if (cues.has('future') && isNumbers && !asked.some(isPlanned)) return 'future';
  const isRank = asked.every(({ kind }) => kind === 'rank');
  // "Which city is first?" asks for another one; "where does it rank?" for the place itself.
  if (isRank && (cues.has('which') || cues.has('who') || cues.has('superlative') || cues.has('everywhere')))
    return 'names';
  if (isRank && cues.has('where')) return undefined;
  if (cues.has('superlative') && isNumbers && !cues.has('everywhere')) return 'names';
  const isTimeless = isNumbers || asked.every(({ kind }) => kind === 'aim');
  if (cues.has('when') && !quantity && isTimeless) return 'date';
  if (cues.has('so-far') && asked.every(isPlanned)) return 'progress';
  if (cues.has('other-currency')) return 'currency';
  if (isRank || asked.every(({ kind }) => kind === 'event' || kind === 'aim'))
    return asksMoney(cues) || cues.has('how-many') ? 'amount' : undefined;
  if (cues.has('why')) return 'reason';
  if (cues.has('where')) return 'location';
  if (quantity) return undefined;
  if ((cues.has('which') || cues.has('list')) && asked.every(({ kind }) => kind === 'count')) return 'names';
  return cues.has('who') ? 'people' : undefined;
}

export function isPlanned({ kind, observations }: Figure): boolean {
  return (
    (kind === 'count' || kind === 'money') && observations.some((observation) => observation.qualifier === 'planned')
  );
}

/** "What do the centres research?", 实验室研究什么: the thing does something, and that is asked. */
export function asksWhatTheyDo(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    if (term.kind !== 'cue' || !term.cues.includes('what')) return false;
    const [before, next] = [terms[at - 1], terms[at + 1]];
    if (term.text === '什么') return before?.kind === 'content' && isEnd(terms.slice(at + 1));
    const subject = terms[at + 2];
    return (
      term.text === 'what' &&
      AUXILIARIES.has(next?.text ?? '') &&
      !ASKERS.has(subject?.text ?? '') &&
      !terms.slice(at + 2).some(({ text }) => HAVING.has(text)) &&
      !terms.slice(at + 1).some((later) => later.kind === 'cue' && later.cues.includes('what'))
    );
  });
}

/** "What do they offer?" of what was just told; "what does it mean?" and "what did they get?" ask for no deed. */
export function asksDeed(terms: readonly Term[]): boolean {
  const at = terms.findIndex((term) => term.kind === 'cue' && term.cues.includes('what'));
  const [auxiliary, subject, ...rest] = terms.slice(at + 1);
  return (
    at >= 0 &&
    AUXILIARIES.has(auxiliary?.text ?? '') &&
    POINTERS.has(subject?.text ?? '') &&
    rest.some(({ kind }) => kind === 'filler' || kind === 'content') &&
    !rest.some((term) => HAVING.has(term.text) || (term.kind === 'cue' && term.cues.includes('define')))
  );
}

const POINTERS = new Set(['they', 'it']);
const AUXILIARIES = new Set(['do', 'does', 'did']);
const ASKERS = new Set(['you', 'we', 'i', 'u', 'ya', 'they', 'it', 'people', 'sources']);
/** "What does Harbin have in labs?" asks for the number. */
const HAVING = new Set([
  'have',
  'has',
  'hold',
  'holds',
  'own',
  'count',
  'get',
  'got',
  'receive',
  'earn',
  'stand',
  'total',
  'cost',
]);

function isEnd(terms: readonly Term[]): boolean {
  return terms.every(({ kind }) => kind === 'break' || kind === 'filler');
}
