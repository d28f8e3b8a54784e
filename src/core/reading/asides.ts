import { asksSomething } from './asks.ts';
import type { Matcher } from './matcher.ts';
import type { Term } from './terms.ts';

/**
 * The words of a question without what is said beside it: who asks ("as an investor, …"), what for ("for my chart"),
 * who said so ("my neighbour claims …"), that it is urgent (", essay due in 20 min"), and doubt (", or is it just talk").
 */
export function withoutAsides(terms: readonly Term[], matcher: Matcher): readonly Term[] {
  const said = terms.map((_, at) => asideAt(terms, at, matcher));
  let end = 0;
  const rest = terms.filter((_, at) => {
    end = Math.max(end, said[at] ?? 0);
    return at >= end;
  });
  return rest.length < terms.length && rest.some(({ kind }) => kind === 'content') ? rest : terms;
}

/** Where the aside ends that begins at a term; undefined where none begins. */
function asideAt(terms: readonly Term[], at: number, matcher: Matcher): number | undefined {
  const begins = at === 0 || terms[at - 1]?.kind === 'break';
  const asides = begins
    ? [roleEnd, hearsayEnd, hurryEnd, needEnd, purposeEnd, doubtEnd, eraEnd]
    : [purposeEnd, doubtEnd];
  for (const endOf of asides) {
    const end = endOf(terms, at);
    if (end === undefined || end <= at) continue;
    const tells = terms.slice(at, end).some((_, behind) => isOfFigures(terms, at + behind, matcher));
    if (!tells) return end;
  }
  return undefined;
}

/** Whether a word is part of what names a figure, or a number is no stretch of time. */
function isOfFigures(terms: readonly Term[], at: number, matcher: Matcher): boolean {
  const term = terms[at];
  if (term?.kind === 'number') return !TIMES.has(terms[at + 1]?.text ?? '');
  return term?.kind === 'content' && term.word !== undefined && matcher.isOfFigures(term.word);
}

/** "As an investor I …", "as a student of economics, …", "not a finance person, …". */
function roleEnd(terms: readonly Term[], at: number): number | undefined {
  if (terms[at]?.text === 'not' && ARTICLES.has(terms[at + 1]?.text ?? '')) {
    const end = clauseEnd(terms, at);
    return end < terms.length && !terms.slice(at, end).some(asks) ? end + 1 : undefined;
  }
  if (terms[at]?.text !== 'as' || !ARTICLES.has(terms[at + 1]?.text ?? '')) return undefined;
  const end = terms.findIndex((term, place) => place > at && (term.kind === 'break' || term.kind === 'cue'));
  const last = terms[end];
  if (last?.kind === 'break') return end + 1;
  return last?.kind === 'cue' && last.cues.some((cue) => cue === 'me' || cue === 'wish') ? end : undefined;
}

/** "The mayor claimed …", "my supervisor wants …": somebody who is no subject here, and a word of saying or wanting. */
function hearsayEnd(terms: readonly Term[], at: number): number | undefined {
  if (!OWNERS.has(terms[at]?.text ?? '')) return undefined;
  const length = terms.slice(at + 1, at + 2 + LONGEST_NAME).findIndex(({ text }) => SAYING.has(text));
  if (length < 1) return undefined;
  const verb = at + 1 + length;
  const isName = terms.slice(at + 1, verb).every(({ kind }) => kind === 'content' || kind === 'filler');
  const saysSomething = terms.slice(verb + 1, clauseEnd(terms, verb)).some(({ kind }) => kind !== 'filler');
  return isName && saysSomething ? verb + 1 : undefined;
}

/** ", essay due in 20 min", ", deadline tonight". */
function hurryEnd(terms: readonly Term[], at: number): number | undefined {
  const end = clauseEnd(terms, at);
  const clause = terms.slice(at, end);
  return clause.some(({ text }) => HURRY.has(text)) && !clause.some(asks) ? end : undefined;
}

/** ", need it for a comparison table". */
function needEnd(terms: readonly Term[], at: number): number | undefined {
  const end = clauseEnd(terms, at);
  const clause = terms.slice(at, end);
  const goal = clause.findIndex(({ text }) => text === 'for' || text === 'for my' || text === 'for our');
  const before = clause.slice(0, goal);
  const isNeed = before.some(({ text }) => NEEDING.has(text)) && before.some(isPointing);
  return isNeed && before.every(({ kind }) => kind === 'filler' || kind === 'cue') && !clause.some(asks)
    ? end
    : undefined;
}

/** "For my growth chart", "for our slides". */
function purposeEnd(terms: readonly Term[], at: number): number | undefined {
  const text = terms[at]?.text;
  if (text !== 'for my' && text !== 'for our') return undefined;
  const end = terms.findIndex((term, place) => place > at && (term.kind === 'break' || asks(term)));
  return end < 0 ? terms.length : end;
}

/** "… or is it just words?", "… or not?". */
function doubtEnd(terms: readonly Term[], at: number): number | undefined {
  const [or, ...behind] = terms.slice(at, clauseEnd(terms, at)).map(({ text }) => text);
  if (or !== 'or') return undefined;
  const isDoubt =
    behind.length > 0 &&
    (behind.every((text) => DOUBTING.has(text)) ||
      /^(is|are|was|were) (it|that|this|they|these|those) (just|only|merely|all|really)\b/.test(behind.join(' ')));
  return isDoubt ? at + 1 + behind.length : undefined;
}

/** "In 2007, before the crisis": what else was then. */
function eraEnd(terms: readonly Term[], at: number): number | undefined {
  return terms[at - 2]?.kind === 'year' && ERAS.has(terms[at]?.text ?? '') ? clauseEnd(terms, at) : undefined;
}

function clauseEnd(terms: readonly Term[], at: number): number {
  const end = terms.findIndex(({ kind }, place) => place >= at && kind === 'break');
  return end < 0 ? terms.length : end;
}

function asks(term: Term): boolean {
  return term.kind === 'cue' && asksSomething(new Set(term.cues));
}

function isPointing(term: Term): boolean {
  return term.kind === 'cue' && term.cues.includes('it');
}

const ARTICLES = new Set(['a', 'an', 'your', 'someone', 'somebody']);
const OWNERS = new Set(['the', 'my', 'our', 'a', 'an', 'some', 'his', 'her', 'their', 'one']);
/** Words of the name of who says something: "my old geography teacher". */
const LONGEST_NAME = 3;
const SAYING = new Set(
  `says said say claims claimed claiming tells told reports reported writes wrote swears swore insists insisted reckons
  thinks thought believes states stated mentions mentioned argues wants wanted needs asks asked`.split(/\s+/),
);
const TIMES = new Set('min mins minutes hour hours hr hrs h days weeks am pm'.split(' '));
const ERAS = new Set('before after during despite amid'.split(' '));
const HURRY = new Set('due deadline hurry rush rushed asap urgent urgently'.split(' '));
const NEEDING = new Set('need needs needed want wanted asking use using its is'.split(' '));
const DOUBTING = new Set('not no what so something whatever nah'.split(' '));
