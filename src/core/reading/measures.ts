import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { isMoneyAt, isPercentAt, isValueOf } from './claims.ts';
import type { Match, Matcher } from './matcher.ts';
import { distinct } from './scene.ts';
import { sureTarget } from './spans.ts';
import { cuesOf, type Term } from './terms.ts';

type NumberTerm = Extract<Term, { kind: 'number' }>;

/** What a number in a sentence counts. `words` are those that were looked at; `ignored` those among them that are unknown. */
export type Measured =
  | { kind: 'figure'; figure: string; words: string[]; ignored: string[] }
  | { kind: 'choice'; figures: string[] }
  | { kind: 'gap'; gap: string }
  | { kind: 'nothing'; words: string[] };

/** Finds what a number counts; `regions` are the words on either side that can belong to it. */
export type Measures = {
  (number: NumberTerm, terms: readonly Term[]): Measured;
  regions(number: NumberTerm, terms: readonly Term[]): { left: Term[]; right: Term[] };
  /** Whether a number can be a value of a figure at all. */
  canCount(figure: string, number: NumberTerm, terms: readonly Term[]): boolean;
};

/** Words of a name on one side of a number; longer ones are cut, since trying all takes too long. */
const MOST_WORDS = 7;
/** Meanings no further behind the best than this may be meant. */
const RIVAL_RANGE = 0.3;
const MOST_CHOICES = 3;

export function createMeasures(catalogue: Catalogue, matcher: Matcher): Measures {
  const figures = figureIndex(catalogue);

  const find = (number: NumberTerm, terms: readonly Term[]): Measured => {
    const { left, right } = regions(number, terms);
    const after = telling(right, matcher);
    const before = telling(left, matcher);
    const counts = (id: string) => canCount(figures.get(id), number, terms);
    const wide = telling(regions(number, terms, 'wide').right, matcher);
    // What follows a number is what it counts; what stands before it is so only where nothing follows: "universities: 48".
    const tries: (() => Found | undefined)[] = [
      () => bestOf(prefixes(after.known), matcher, counts),
      () => bestOf(suffixes(before.known), matcher, counts),
      () =>
        bestOf(
          suffixes(before.known).flatMap((one) => prefixes(after.known).map((other) => [...one, ...other])),
          matcher,
          counts,
        ),
      () => bestOf(prefixes(wide.known), matcher, counts),
    ];
    let open: Found | undefined;
    for (const [order, attempt] of tries.entries()) {
      const found = attempt();
      if (found?.kind === 'figure') {
        const owner = order === 0 ? ownerOf(left, matcher) : [];
        return subjectOf(left, matcher) ?? figureFrom(found, [...owner, ...after.terms]);
      }
      if (found?.kind === 'gap') return found;
      open ??= found;
    }
    if (open?.kind === 'choice') {
      const told = open.figures.filter((id) => {
        const figure = figures.get(id);
        return figure !== undefined && isValueOf(figure, number);
      });
      const [only] = open.figures.length === 1 ? open.figures : told.length === 1 ? told : [];
      if (only !== undefined) return figureFrom({ figure: only, terms: open.terms }, []);
      return { kind: 'choice', figures: open.figures };
    }
    const words = [...before.terms.slice(-2), ...after.terms.slice(0, 3)].map(({ text }) => text);
    return { kind: 'nothing', words: distinct(words).slice(0, MOST_CHOICES) };
  };
  return Object.assign(find, {
    regions,
    canCount: (figure: string, number: NumberTerm, terms: readonly Term[]) =>
      canCount(figures.get(figure), number, terms),
  });
}

/** "Harbin Institute of Technology has 229 …": known words right behind a place name a part of it. */
function ownerOf(left: readonly Term[], matcher: Matcher): Term[] {
  const place = left.findLastIndex(({ kind }) => kind === 'place');
  const next = left[place + 1];
  if (place < 0 || next?.kind !== 'content') return [];
  return telling(left.slice(place + 1), matcher).known.filter(({ kind }) => kind === 'content');
}

/** "The students of 48 universities": something that is not held, named as the owner of what is counted. */
function subjectOf(left: readonly Term[], matcher: Matcher): (Found & { kind: 'gap' }) | undefined {
  // Behind a place the sentence is about that place, whatever stands before it: "the mayor says that Harbin has".
  const own = left.slice(left.findLastIndex(({ kind }) => kind === 'place') + 1);
  const found = bestOf(suffixes(telling(own, matcher).known), matcher, () => true);
  return found?.kind === 'gap' ? found : undefined;
}

type Found =
  | { kind: 'figure'; figure: string; terms: readonly Term[] }
  | { kind: 'choice'; figures: string[]; terms: readonly Term[] }
  | { kind: 'gap'; gap: string };

/** The words left and right of a number up to the next number, clause or turn of the sentence. */
function regions(number: NumberTerm, terms: readonly Term[], width?: 'wide'): { left: Term[]; right: Term[] } {
  const at = terms.indexOf(number);
  const ends = (term: Term) => term.kind === 'number' || term.kind === 'break' || TURNS.has(term.text);
  const parts = (term: Term) => ends(term) || (width === undefined && isAnd(term));
  const end = terms.findIndex((term, place) => place > at && parts(term));
  const start = terms.slice(0, at).findLastIndex(parts);
  return { left: terms.slice(start + 1, at), right: terms.slice(at + 1, end < 0 ? terms.length : end) };
}

/** Words at which a sentence turns to something else. */
const TURNS = new Set(
  (
    'while whereas than compared against up down say says said told tells announced reported claimed claims that ' +
    '比 较 同比 增长 而 表示 称 说 指出 介绍 获悉 ' +
    'тогда чем против сказал сказала сообщил сообщила заявил заявила рассказал рассказала что'
  ).split(' '),
);

/** Words that say how a number came about and not what it counts. */
const CHANGES = new Set(
  (
    'spent grew grow grown rose risen increased increase fell dropped jumped climbed reached reach total totalled totaled ' +
    '增至 增加 增加到 达 达到 上升 выросло выросла вырос увеличилось увеличился достигло достигла достиг составит составила составило'
  ).split(' '),
);

function isAnd(term: Term): boolean {
  return term.kind === 'cue' && term.cues.includes('and');
}

/** The words that tell what is counted, and those among them that the catalogue knows. */
function telling(region: readonly Term[], matcher: Matcher): { terms: Term[]; known: Term[] } {
  const terms = region.filter(({ kind, text }) => kind === 'content' && !CHANGES.has(text));
  const { unknown } = matcher.match(terms, new Set());
  return {
    terms,
    known: region.filter(
      (term) => (terms.includes(term) && !unknown.includes(term.text)) || term.kind === 'place' || term.kind === 'cue',
    ),
  };
}

function prefixes(terms: readonly Term[]): Term[][] {
  return ends(terms).map((end) => terms.slice(0, end + 1));
}

function suffixes(terms: readonly Term[]): Term[][] {
  const back = [...terms].reverse();
  return ends(back).map((end) => back.slice(0, end + 1).reverse());
}

/** The places of the first content words of a row. */
function ends(terms: readonly Term[]): number[] {
  return terms.flatMap(({ kind }, at) => (kind === 'content' ? [at] : [])).slice(0, MOST_WORDS);
}

/** The stretch that explains most of its words for sure; without one, what may be meant. */
function bestOf(
  stretches: readonly (readonly Term[])[],
  matcher: Matcher,
  counts: (id: string) => boolean,
): Found | undefined {
  let best: { explained: number; found: Found } | undefined;
  let open: Found | undefined;
  for (const terms of stretches) {
    const match = matcher.match(terms, cuesOf(terms));
    const found = meant(match, terms, counts);
    if (found?.kind === 'choice') open = found;
    else if (found && (best === undefined || match.explained > best.explained))
      best = { explained: match.explained, found };
  }
  return best?.found ?? open;
}

function meant(match: Match, terms: readonly Term[], counts: (id: string) => boolean): Found | undefined {
  const target = sureTarget(match);
  if (target?.kind === 'gap') return { kind: 'gap', gap: target.id };
  if (target?.kind === 'figure' && counts(target.id)) return { kind: 'figure', figure: target.id, terms };
  if (match.verdict === 'refusal') return undefined;
  const best = match.candidates[0]?.score ?? 0;
  const figures = match.candidates
    .filter((one) => one.target.kind === 'figure' && counts(one.target.id) && best - one.score < RIVAL_RANGE)
    .map((one) => one.target.id);
  return figures.length > 0 ? { kind: 'choice', figures: figures.slice(0, MOST_CHOICES), terms } : undefined;
}

/** Whether a number can be a value of a figure at all: no sum of money counts firms, and no count is a percentage. */
function canCount(figure: Figure | undefined, number: NumberTerm, terms: readonly Term[]): boolean {
  if (figure === undefined || !('unit' in figure)) return false;
  if (isPercentAt(number, terms)) return figure.unit === 'percent';
  if (figure.unit === 'yuan per share' || isPerShare(number, terms))
    return figure.unit === 'yuan per share' && isPerShare(number, terms);
  if (isMoneyAt(number, terms)) return figure.kind === 'money';
  return figure.kind === 'count' || (figure.kind === 'money' && number.value >= LEAST_BARE_SUM);
}

/** Whether a number is a price: "55.68 yuan a share". */
function isPerShare(number: NumberTerm, terms: readonly Term[]): boolean {
  const at = terms.indexOf(number);
  return terms.slice(Math.max(0, at - 2), at + 5).some(({ text }) => SHARE.test(text));
}

const SHARE = /^(shares?|a share|per share|每股|股|акци[яию]|за акцию)$/u;

/** A smaller number without a currency is no sum of money. */
const LEAST_BARE_SUM = 100_000;

function figureFrom(found: { figure: string; terms: readonly Term[] }, after: readonly Term[]): Measured {
  const last = after.findLastIndex((term) => found.terms.includes(term));
  const ignored = after.slice(0, Math.max(last, 0)).filter((term) => !found.terms.includes(term));
  return {
    kind: 'figure',
    figure: found.figure,
    words: found.terms.map(({ text }) => text),
    ignored: ignored.map(({ text }) => text),
  };
}
