import type { Language } from '../../data/languages.ts';
import { CYRILLIC } from '../language/scripts.ts';
import { RUSSIAN_PREDICATE } from './inflections.ts';
import type { Term } from './terms.ts';

/** A word that tells something. */
export type ContentTerm = Extract<Term, { kind: 'content' }>;

/** What is counted: the noun behind "how many". */
export function headOf(terms: readonly Term[]): ContentTerm | undefined {
  // Of "startup ecosystems" the last word is what is counted; Russian says it first, but for what describes it.
  const run = runBehind(terms);
  const isCounted = (term: ContentTerm) => isRussianNoun(term) && !RUSSIAN_RECEIVER.test(term.text);
  return run.findLast(({ text }) => LATIN.test(text)) ?? run.find(isCounted) ?? run[0];
}

/** The words that may be what is counted: English says it last, Russian first but for what describes it. */
export function countedIn(terms: readonly Term[]): readonly ContentTerm[] {
  const run = runBehind(terms).filter(({ text }) => !NO_NOUN.test(text));
  const [first, last] = [run[0], run.at(-1)];
  if (last && LATIN.test(last.text)) return [last];
  return first && CYRILLIC.test(first.text) ? [first] : run;
}

/** What describes the thing that is counted: "how many haunted labs", сколько плавучих лабораторий. */
export function describersIn(terms: readonly Term[]): readonly ContentTerm[] {
  const run = runBehind(terms);
  const noun = run.findIndex(isRussianNoun);
  return run.slice(0, noun < 0 ? -1 : noun);
}

/** What is said of the things that are counted: сколько компаний обанкротилось, сколько лабораторий закрыто, сколько компаний прибыльные. */
export function predicatesIn(terms: readonly Term[]): readonly ContentTerm[] {
  const at = terms.findIndex(asksCount);
  if (at < 0) return [];
  const isBreak = ({ kind }: Term) => kind === 'break';
  const end = terms.findIndex((term, place) => place > at && isBreak(term));
  const clause = terms.slice(terms.slice(0, at).findLastIndex(isBreak) + 1, end < 0 ? terms.length : end);
  // Of "поощрительные выплаты" the noun is what somebody got; an adjective alone says what the things are like.
  const isAlone = (at: number) => clause[at + 1]?.kind !== 'content';
  return clause.filter(
    (term, place): term is ContentTerm =>
      term.kind === 'content' &&
      (RUSSIAN_PREDICATE.test(term.text) || (RUSSIAN_ADJECTIVE.test(term.text) && isAlone(place))),
  );
}

function isRussianNoun({ text }: ContentTerm): boolean {
  return CYRILLIC.test(text) && !NO_NOUN.test(text);
}

function asksCount(term: Term): boolean {
  return term.kind === 'cue' && (term.cues.includes('how-many') || term.cues.includes('amount'));
}

/** The telling words right behind "how many"; where nothing stands behind it, the first ones: "students at the labs, how many". */
function runBehind(terms: readonly Term[]): ContentTerm[] {
  const at = terms.findIndex(asksCount);
  if (at < 0) return [];
  const behind = terms.findIndex(({ kind }, place) => place > at && kind === 'content');
  const from = behind < 0 ? terms.findIndex(({ kind, text }) => kind === 'content' && LATIN.test(text)) : behind;
  return from < 0 ? [] : contentFrom(terms.slice(from));
}

/** The telling words right behind "how many", with nothing else between them than "and" and 的: what is counted is among them. */
export function thingsIn(terms: readonly Term[], behind: readonly Term[] = []): ContentTerm[] {
  const at = terms.findIndex(asksCount);
  const isLink = (term: Term) =>
    term.text === '的' ||
    (term.kind === 'cue' && term.cues.some((cue) => cue === 'and' || cue === 'or' || cue === 'please'));
  const following = [...terms.slice(at + 1), ...behind].filter((term) => !isLink(term));
  const run = at < 0 ? [] : contentFrom(following);
  // Сколько прошло экспертизу: what a verb is done to is not what is counted.
  const isVerbFirst = RUSSIAN_PAST.test(run[0]?.text ?? '');
  return run.filter(({ text }) => !NO_NOUN.test(text) && !(isVerbFirst && RUSSIAN_OBJECT.test(text)));
}

/**
 * Whether things are counted: сколько контрактов, but not сколько привлекла or сколько компания привлекла, which may be
 * a sum, and not сколько продукции, which is no number of things.
 */
export function asksHowMany(terms: readonly Term[]): boolean {
  const cues = terms.flatMap((term) => (term.kind === 'cue' ? term.cues : []));
  if (!cues.includes('how-many')) return false;
  if (!cues.includes('amount')) return true;
  const [thing, next] = runBehind(terms);
  if (thing === undefined || RUSSIAN_PAST.test(thing.text) || RUSSIAN_MASS.test(thing.text)) return false;
  return !(RUSSIAN_SUBJECT.test(thing.text) && RUSSIAN_PAST.test(next?.text ?? ''));
}

function contentFrom(terms: readonly Term[]): ContentTerm[] {
  const end = terms.findIndex(({ kind }) => kind !== 'content');
  return terms.slice(0, end < 0 ? terms.length : end).filter((term) => term.kind === 'content');
}

/** "Interns of high-tech companies": what something else is said to have. */
export function ownedIn(terms: readonly Term[]): readonly ContentTerm[] {
  const owned = terms.find(({ kind }, at) => kind === 'content' && terms[at + 1]?.text === 'of');
  return owned?.kind === 'content' ? [owned] : [];
}

/** "What sectors are they in?", 属于哪些行业: the telling words right behind the word that asks for them. */
export function askedIn(terms: readonly Term[]): readonly ContentTerm[] {
  const at = terms.findIndex(({ text }) => ASKING.has(text));
  return at < 0 ? [] : contentFrom(terms.slice(at + 1)).filter(({ text }) => !NO_NOUN.test(text));
}

/** What a name is a name of: enterprises of "enterprises that got awards" and of 获奖 企业; some names hold no noun. */
export function nounIn(name: string, language: Language): string | undefined {
  const words = name.toLowerCase().split(/[\s,]+/);
  if (language === 'ru') return words.find((word) => !NO_NOUN.test(word));
  const end = words.findIndex((word) => BEHIND_NOUN.has(word));
  return words.slice(0, end < 0 ? words.length : end).findLast((word) => !NO_NOUN.test(word));
}

/** What follows these in English only describes the noun. */
const BEHIND_NOUN = new Set('of to that which who whose where for in on at by with from'.split(' '));
const ASKING = new Set(
  'what which какой какая какое какие каким каких какую каком какому какими 什么 哪些 哪个 哪种'.split(' '),
);
const LATIN = /^[a-z]+$/;
const RUSSIAN_PAST = /\p{Script=Cyrillic}(?:ла|ло|ли|лась|лось|лись)$/u;
/** The accusative of what something is done to; the genitive plural of what is counted never ends so. */
const RUSSIAN_OBJECT = /\p{Script=Cyrillic}[ую]$/u;
/** Whom something is given, behind сколько: "сколько выплатили компаниям" asks for a sum. */
export const RUSSIAN_RECEIVER = /\p{Script=Cyrillic}{2}[ая]ми?$/u;
/** What has no number: the genitive singular of stuff and of what describes it. */
const RUSSIAN_MASS = /\p{Script=Cyrillic}(?:[оеы]й|[ое]го|ции)$/u;
/** Who does something, in Latin letters too: Fuerjia, компания. */
const RUSSIAN_SUBJECT = /^[a-z]+$|\p{Script=Cyrillic}[аяо]$/u;
/** An adjective in the plural. */
const RUSSIAN_ADJECTIVE = /\p{Script=Cyrillic}{2}[ыи][ех]$/u;
/** Endings of English and Russian verbs and of Russian adjectives. */
const NO_NOUN = new RegExp(
  `${RUSSIAN_PAST.source}|\\p{Script=Cyrillic}(?:ых|их|ые|ие|ой|ый|ая|ое|ано|ено|ито|аны|ены)$|[a-z]ed$`,
  'u',
);
