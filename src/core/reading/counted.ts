import type { Language } from '../../data/languages.ts';
import type { Term } from './terms.ts';

/** A word that tells something. */
export type ContentTerm = Extract<Term, { kind: 'content' }>;

/** What is counted: the noun behind "how many". */
export function headOf(terms: readonly Term[]): ContentTerm | undefined {
  // Of "startup ecosystems" the last word is what is counted; Russian and Chinese say it first or part it otherwise.
  const run = runBehind(terms);
  return run.findLast(({ text }, at) => at === 0 || LATIN.test(text));
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
  const noun = run.findIndex(({ text }) => CYRILLIC.test(text) && !NO_NOUN.test(text));
  return run.slice(0, noun < 0 ? -1 : noun);
}

/** What is said of the things that are counted: сколько компаний обанкротилось, сколько лабораторий закрыто. */
export function predicatesIn(terms: readonly Term[]): readonly ContentTerm[] {
  const at = terms.findIndex(asksCount);
  if (at < 0) return [];
  const isBreak = ({ kind }: Term) => kind === 'break';
  const end = terms.findIndex((term, place) => place > at && isBreak(term));
  const clause = terms.slice(terms.slice(0, at).findLastIndex(isBreak) + 1, end < 0 ? terms.length : end);
  return clause.filter((term) => term.kind === 'content').filter(({ text }) => RUSSIAN_PREDICATE.test(text));
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
  return at < 0 ? [] : contentFrom(following).filter(({ text }) => !NO_NOUN.test(text));
}

/** Whether things are counted: сколько контрактов, but not сколько привлекла, which may be a sum. */
export function asksHowMany(terms: readonly Term[]): boolean {
  const cues = terms.flatMap((term) => (term.kind === 'cue' ? term.cues : []));
  if (!cues.includes('how-many')) return false;
  const [thing] = runBehind(terms);
  return !cues.includes('amount') || (thing !== undefined && !RUSSIAN_PAST.test(thing.text));
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
const CYRILLIC = /\p{Script=Cyrillic}/u;
const RUSSIAN_PAST = /\p{Script=Cyrillic}(?:ла|ло|ли|лась|лось|лись)$/u;
/** Endings of verbs and short participles that can have сколько with its noun as their subject: neuter or plural. */
const RUSSIAN_PREDICATE =
  /\p{Script=Cyrillic}{2}(?:(?:ло|ли)(?:сь)?|(?:[еи]т|[уюая]т)(?:ся)?|[аяеиыу](?:но|то)|[аяе]ны|[иыу]ты)$/u;
/** Endings of English and Russian verbs and of Russian adjectives. */
const NO_NOUN = new RegExp(
  `${RUSSIAN_PAST.source}|\\p{Script=Cyrillic}(?:ых|их|ые|ие|ой|ый|ая|ое|ано|ено|ито|аны|ены)$|[a-z]ed$`,
  'u',
);
