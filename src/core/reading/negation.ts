import type { Matcher } from './matcher.ts';
import type { Term } from './terms.ts';

/**
 * Whether a question is after those that a figure leaves out: "how many firms got no award", "labs that are not key",
 * не прошли экспертизу. `isNamed` tells the words of the figure's names.
 */
export function asksForOthers(terms: readonly Term[], isNamed: (word: number) => boolean): boolean {
  return terms.some((term, at) => {
    if (!NEGATIONS.has(term.text) && !(CONTRACTED.test(term.text) && followsWords(terms, at))) return false;
    const next = terms.slice(at + 1).find(({ kind, text }) => kind !== 'filler' || !LINKS.has(text));
    // "Not the listed ones": some of them, whatever tells them apart.
    if (next?.kind === 'content' && terms[terms.indexOf(next) + 1]?.text === 'ones') return true;
    return next?.kind === 'content' && next.word !== undefined && isNamed(next.word);
  });
}

const NEGATIONS = new Set(
  'not no non never neither without except excluding не ни без кроме нет 不 不是 未 没 没有 非 除了 除去 除开'.split(
    ' ',
  ),
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

/**
 * The words without what is not meant: ", not the names", "not whole Harbin", ", not the employees". What is denied may
 * be small words and places, or behind a break a thing that names nothing held: "labs, not key ones" keeps its denial.
 */
export function withoutContrasts(terms: readonly Term[], matcher: Matcher): readonly Term[] {
  const at = terms.findIndex(({ text }, place) => CONTRASTING.has(text) && isContrast(terms, place));
  if (at < 0) return terms;
  const isApart = terms[at - 1]?.kind === 'break';
  const length = terms.slice(at + 1).findIndex(({ kind }) => kind === 'break');
  const end = length < 0 ? terms.length : at + 1 + length;
  const denied = terms.slice(at + 1, end);
  const rest = [...terms.slice(0, isApart ? at - 1 : at), ...withoutContrasts(terms.slice(end), matcher)];
  const isSmall = denied.every(({ kind }) => kind === 'filler' || kind === 'cue' || kind === 'place');
  const isDropped = isSmall || (isApart && isOtherThing(denied, rest, matcher));
  return isDropped && denied.length > 0 && rest.some(({ kind }) => kind === 'content') ? rest : terms;
}

/** Behind a pause, "not whole Harbin", 市里的不是省里的: a place is denied without a pause as well. */
function isContrast(terms: readonly Term[], at: number): boolean {
  const next = terms[at + 1];
  const isPlace = terms[at]?.text === '不是' && next?.kind === 'place';
  return terms[at - 1]?.kind === 'break' || isPlace || OF_ALL.has(next?.text ?? '');
}

/** ", not the students", ", not just the capital": a thing by its noun, which is no part of what the rest is about. */
function isOtherThing(denied: readonly Term[], rest: readonly Term[], matcher: Matcher): boolean {
  const noun = denied.at(-1);
  if (NARROWING.has(denied[0]?.text ?? '')) return false;
  const isNoun = noun?.kind === 'content' && (PLURAL.test(noun.text) || denied.some(({ text }) => text === 'the'));
  const words = denied.flatMap((term) => (term.kind === 'content' ? (term.word ?? []) : []));
  const means = matcher.match(denied, new Set());
  const isHeld = means.verdict === 'answer' && means.candidates[0]?.target.kind !== 'gap';
  const about = matcher.match(rest, new Set()).candidates[0]?.target.id;
  return isNoun && !isHeld && !words.some((word) => about !== undefined && matcher.isNamedBy(about, [word]));
}

const CONTRASTING = new Set(['not', 'не', '不是']);
/** "Not counting start-ups" leaves them out of the number. */
const NARROWING = new Set(['counting', 'including', 'considering', 'those', 'yet']);
const OF_ALL = new Set(['whole', 'all', 'just', 'only']);
const PLURAL = /^[a-z]{2,}s$/;
