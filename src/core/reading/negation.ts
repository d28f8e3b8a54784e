import type { Term } from './terms.ts';

/**
 * Whether a question is after those that a figure leaves out: "how many firms got no award", "labs that are not key",
 * не прошли экспертизу. `isNamed` tells the words of the figure's names.
 */
export function asksForOthers(terms: readonly Term[], isNamed: (word: number) => boolean): boolean {
  return terms.some((term, at) => {
    if (!NEGATIONS.has(term.text) && !(CONTRACTED.test(term.text) && followsWords(terms, at))) return false;
    const next = terms.slice(at + 1).find(({ kind, text }) => kind !== 'filler' || !LINKS.has(text));
    return next?.kind === 'content' && next.word !== undefined && isNamed(next.word);
  });
}

const NEGATIONS = new Set(
  'not no non never neither without except excluding не ни без кроме нет 不 不是 未 没 没有 非 除了'.split(' '),
);
const CONTRACTED = /^(?:is|are|was|were|do|does|did|have|has|had|ca|wo)nt$/;
/** Small words between a negation and what it denies; "not sure", "not know" and their like deny nothing of the figure. */
const LINKS = new Set(
  `a an any the yet been be being got get gotten received given have had has were was made even actually ever at all of
  in to были был было быть еще 被 有 是 在`.split(/\s+/),
);

/** "Aren't there 48 universities?" only asks for a yes; "firms that didn't pass" are others. */
function followsWords(terms: readonly Term[], at: number): boolean {
  const before = terms.slice(0, at);
  const from = before.findLastIndex(({ kind }) => kind === 'break');
  return before.slice(from + 1).some(({ kind }) => kind === 'content');
}

/** "Unapproved", "неключевой": what is known with a prefix before it that denies it. */
export function denies(typed: string, known: string): boolean {
  const prefix = PREFIXES.find((one) => typed.startsWith(one) && !known.startsWith(one));
  return (
    prefix !== undefined && typed.slice(prefix.length, prefix.length + LEAST_SHARED) === known.slice(0, LEAST_SHARED)
  );
}

const PREFIXES = ['un', 'non', 'in', 'dis', 're', 'не', 'без'];
/** Letters that a word must share with the one it denies. */
const LEAST_SHARED = 3;

/** The words without ", not the names": what is not meant, said behind a break with small words and words for asking. */
export function withoutContrasts(terms: readonly Term[]): readonly Term[] {
  const at = terms.findIndex(
    ({ text }, place) =>
      CONTRASTING.has(text) &&
      // 市里的不是省里的: another place is denied without a pause as well.
      (terms[place - 1]?.kind === 'break' || (text === '不是' && terms[place + 1]?.kind === 'place')),
  );
  if (at < 0) return terms;
  const from = terms[at - 1]?.kind === 'break' ? at - 1 : at;
  const length = terms.slice(at + 1).findIndex(({ kind }) => kind === 'break');
  const end = length < 0 ? terms.length : at + 1 + length;
  const denied = terms.slice(at + 1, end);
  const isSmall = denied.every(({ kind }) => kind === 'filler' || kind === 'cue' || kind === 'place');
  const rest = [...terms.slice(0, from), ...withoutContrasts(terms.slice(end))];
  return isSmall && denied.length > 0 && rest.some(({ kind }) => kind === 'content') ? rest : terms;
}

const CONTRASTING = new Set(['not', 'не', '不是']);
