import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../figure-index.ts';
import { datesItself, observe } from '../observing.ts';
import type { Missing, Question } from '../question.ts';
import type { Scope } from '../scope.ts';
import { askedScope, asksCourse } from './asked-scope.ts';
import { asksQuantity, asksSum, asksWhatTheyDo, detailAsked, operationOf } from './asks.ts';
import { readChatter } from './chatter.ts';
import { claimOf, isValueOf, numbersOf } from './claims.ts';
import { createCombiner, isQuantity } from './combine.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import { askedIn, asksMoney } from './hints.ts';
import type { Matcher } from './matcher.ts';
import { asksForOthers } from './negation.ts';
import { distinct, offered, type Scene, sceneOf } from './scene.ts';
import { partSpans, type Span, sureTarget } from './spans.ts';
import { isLeftOut, isTangled, straySpan } from './strays.ts';
import { readTalk, sumBeside } from './talk.ts';
import type { Term } from './terms.ts';

/** What was asked, and the figures that were taken over from the conversation to say so. */
export type Interpretation = { question: Question; assumed: string[] };

/** Decides what a looked-up question asks, given the figures that the conversation was last about. */
export type Interpreter = (terms: readonly Term[], context: Context) => Interpretation;

/** The figures that a conversation was last about, and of which time and places. */
export type Context = { figures: readonly string[]; scope?: Scope };

/** Choices offered at once: more would not be read on a phone. */
const MOST_CHOICES = 3;
/** Candidates no further apart than this fit alike. */
const LEVEL = 0.1;
/** Words that ask for several figures at once. */
const LIST_CUES = ['data', 'all-about', 'list', 'overview'] as const;
/** Smaller numbers point at no figure. */
const LEAST_POINTER = 10;
/** The smallest number that can be a sum of money here, in yuan. */
const LEAST_SUM = 10_000;
/** Smaller numbers are values of too many things. */
const LEAST_VALUE = 1000;
/** A name of which less than this is held is not said. */
const LEAST_NAMED = 0.6;
/** A name of which this share is held may be meant. */
const NEARLY_WHOLE = 0.8;

export function createInterpreter(catalogue: Catalogue, matcher: Matcher): Interpreter {
  const { combine, derive, pointedAt } = createCombiner(catalogue);
  const figures = figureIndex(catalogue);
  const home = catalogue.places[0];
  const figuresOf = figures.all;

  return (terms, context) => {
    const spans = partSpans(terms, matcher);
    if (spans.length === 0) return readTalk(terms, context, catalogue);
    const scene = sceneOf(terms, spans, matcher);
    const remembered = figuresOf(context.figures);
    const plain = (question: Question): Interpretation => ({ question, assumed: [] });
    const refuse = (missing: Missing, near: readonly string[] = []): Interpretation =>
      plain({ kind: 'unknown', missing, near: distinct([...near, ...scene.figures]).slice(0, MOST_CHOICES) });

    if (scene.figures.length === 0 && scene.relation === undefined) {
      const talk = readChatter(scene);
      if (talk) return plain(talk);
    }

    const valued = namedByValues(terms, scene.figures);
    if (valued) return plain(valued);

    const strayed = straySpan(scene, matcher);
    if (strayed) return refuse(missingOf(strayed), nearOf(strayed));

    if (scene.cues.has('order')) return plain({ kind: 'unknown', missing: { kind: 'nonsense' }, near: [] });
    const wantsList = LIST_CUES.some((cue) => scene.cues.has(cue));
    const topics = wantsList ? topicsOf(terms, matcher) : [];
    const asked = figuresOf(scene.figures);
    const related = scene.relation === undefined ? asked : figuresOf(sidesOf(scene.relation));
    const scope = askedScope(terms, related, home);
    const place = unheldPlace(scope, related, catalogue);
    if (place) return refuse(place);
    // A number of another time may be what somebody claims; the answer tells that.
    const time =
      asked.length === 1 && numbersOf(terms).length > 0 ? undefined : unheldTime(terms, scope, related, catalogue);
    const grown = time && scene.cues.has('course') ? grownFigure(asked, scope) : undefined;
    if (grown) return plain({ kind: 'figure', figures: [grown.id], ...scope });
    const other = time && heldThen(scene, asked);
    if (other) return plain(aboutFigures({ ...scene, figures: [other.id] }, [other]));
    if (time) return refuse(time, context.figures);

    if (scene.relation) return plain({ ...derive(scene.relation), ...scope });
    if (scene.cues.has('chart') && asked.length > 0)
      return plain({ kind: 'chart', figures: asked.map(({ id }) => id), ...scope });
    if (asked.length === 1 && asked.every(isQuantity) && (asksCourse(scope) || (scope.places?.length ?? 0) > 1))
      return plain({ kind: 'figure', figures: asked.map(({ id }) => id), ...scope });
    const wantsAll = scene.cues.has('all-about') || scene.cues.has('overview') || scene.cues.has('everything');
    if (topics.length > 0 && !asksQuantity(scene.cues) && (wantsAll || asked.length === 0))
      return plain({ kind: 'list', topics });
    if (
      scene.cues.has('overview') &&
      asked.length === 0 &&
      !scene.spans.some((span) => !span.introduces && sureTarget(span.match)?.kind === 'gap')
    )
      return plain({ kind: 'overview' });

    if (isTangled(scene) && asked.some(isQuantity)) {
      const sums = asked.filter(({ kind }) => kind === 'money');
      const [sum] = sums;
      if (sum && sums.length === 1 && asksMoney(scene.cues))
        return plain(aboutFigures({ ...scene, figures: [sum.id] }, [sum]));
      const [best, next] = matcher
        .match(terms, scene.cues)
        .candidates.filter(({ target }) => scene.figures.includes(target.id));
      if (best && best.score - (next?.score ?? 0) > LEVEL)
        return plain(aboutFigures({ ...scene, figures: [best.target.id] }, figuresOf([best.target.id])));
      return plain({ kind: 'choice', figures: scene.figures.slice(0, MOST_CHOICES) });
    }
    const member = memberAsked(scene);
    if (member) return refuse({ kind: 'detail', detail: 'names', figures: [member] });
    const combined = combine(scene, remembered);
    if (combined) return { ...combined, question: scoped(combined.question, scope) };
    if (asked.length > 0) return plain(aboutFigures(scene, asked));
    return notSure(scene, remembered);
  };

  /** One or several figures, what is asked of them, and what else of the sentence was not understood. */
  function aboutFigures(scene: Scene, found: readonly Figure[]): Question {
    const { cues } = scene;
    // "How many billions for the 37 projects?": the sum that belongs to the count is asked for.
    const sum = asksSum(cues) ? sumBeside(found, catalogue) : undefined;
    const count = sum ? undefined : countClaimed(scene, found);
    const asked = sum ? figuresOf([sum]) : count ? [count] : found;
    const ids = asked.map(({ id }) => id);
    // A sum of a count, and a count of a sum: "how many contracts" is no turnover.
    const asksSumOfCount = asksSum(cues) && !sum && found.every(({ kind }) => kind === 'count');
    const asksCountOfSum = cues.has('how-many') && !asksMoney(cues) && asked.every(({ kind }) => kind === 'money');
    if (asksSumOfCount || asksCountOfSum)
      return {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'amount', figures: ids },
        near: ids.slice(0, MOST_CHOICES),
      };
    const quantity = asksQuantity(cues);
    const isDated = askedScope(scene.terms, asked, home).when !== undefined;
    if (cues.has('source') && !quantity && !isDated) return { kind: 'about', what: 'source', figures: ids };
    // "When were the policies published?" asks for that day, not for the age of its source.
    const isDay = cues.has('when') && asked.every(datesItself);
    if (cues.has('age') && !quantity && !isDay && !isDated && !cues.has('nature'))
      return { kind: 'about', what: 'age', figures: ids };
    const detail = asksWhatTheyDo(scene.terms) && asked.every(isQuantity) ? 'nature' : detailAsked(cues, asked);
    if (detail)
      return { kind: 'unknown', missing: { kind: 'detail', detail, figures: ids }, near: ids.slice(0, MOST_CHOICES) };
    const only = asked.length === 1 ? asked[0] : undefined;
    // "Below provincial level", "not key": the figure is narrowed to what is not held.
    const isBelow = cues.has('under') && asked.some(isQuantity) && numbersOf(scene.terms).length === 0;
    const isApart =
      cues.has('apart') &&
      only !== undefined &&
      (askedScope(scene.terms, asked, home).places ?? []).length < 2 &&
      (askedScope(scene.terms, asked, home).when ?? []).length < 2;
    const isOther = asksForOthers(scene.terms, (word) => ids.some((id) => matcher.isNamedBy(id, [word])));
    if (isBelow || isOther || isApart)
      return {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'part', figures: ids },
        near: ids.slice(0, MOST_CHOICES),
      };
    const claim = only && claimOf(scene.terms, only, catalogue.figures);
    const scope = askedScope(scene.terms, asked, home);
    const missing = scene.spans.filter((span) => isLeftOut(span, ids)).map(missingOf);
    return {
      kind: 'figure',
      figures: ids,
      ...(cues.has('dollars') ? { currency: 'USD' as const } : {}),
      ...(claim ? { claim } : {}),
      ...(missing.length > 0 ? { missing } : {}),
      ...scope,
    };
  }

  /** "1,751 or 2,832, which is right?": numbers that are values of one figure ask for these values. */
  function namedByValues(terms: readonly Term[], named: readonly string[]): Question | undefined {
    const numbers = numbersOf(terms).filter(({ value }) => value >= LEAST_VALUE);
    if (numbers.length < 2 || named.length > 1) return undefined;
    const candidates = named.length > 0 ? figuresOf(named) : catalogue.figures;
    const [only, ...others] = candidates.filter((figure) => numbers.every((number) => isValueOf(figure, number)));
    return only && others.length === 0 ? { kind: 'figure', figures: [only.id] } : undefined;
  }

  /** The figures that a derived number is made of. */
  function sidesOf(relation: string): string[] {
    return catalogue.relations.filter(({ id }) => id === relation).flatMap(({ left, right }) => [left, right]);
  }

  /** "Incubators set up in 2020": of several figures that the words fit, the one that is held for that time. */
  function heldThen({ terms, spans }: Scene, asked: readonly Figure[]): Figure | undefined {
    const [only, ...more] = asked;
    if (!only || more.length > 0) return undefined;
    const span = spans.find(({ match }) => sureTarget(match)?.id === only.id);
    const named = (span?.match.candidates ?? []).filter(({ fit }) => fit.completeness > LEAST_NAMED);
    const fitting = figuresOf(offered(span).filter((id) => named.some(({ target }) => target.id === id)));
    const [held, ...others] = fitting.filter(
      (figure) => figure.id !== only.id && isQuantity(figure) && isHeldIn(figure, askedScope(terms, [figure], home)),
    );
    return others.length === 0 ? held : undefined;
  }

  /** "By how much did they grow in 2023?": the growth is held as a number of its own, where the counts are not. */
  function grownFigure(asked: readonly Figure[], scope: Scope): Figure | undefined {
    return catalogue.figures.find(
      (figure) =>
        figure.kind === 'percent' &&
        asked.some(({ id }) => id === figure.growthOf) &&
        observe(figure, scope).stated.length > 0,
    );
  }

  /** "Was it 754 companies that got the award funding?": a small bare number is no sum, so the count beside it is meant. */
  function countClaimed(scene: Scene, asked: readonly Figure[]): Figure | undefined {
    const [sum] = asked;
    if (asked.length !== 1 || sum?.kind !== 'money' || scene.cues.has('yuan') || scene.cues.has('dollars'))
      return undefined;
    const numbers = numbersOf(scene.terms);
    const pointsElsewhere = pointedAt(scene.terms).length > 0;
    if (numbers.length === 0 || pointsElsewhere || numbers.some(({ value }) => value >= LEAST_SUM)) return undefined;
    const candidates = scene.spans
      .flatMap(({ match }) => match.candidates)
      .filter(({ target, fit }) => target.kind === 'figure' && fit.completeness > NEARLY_WHOLE);
    return figuresOf(candidates.map(({ target }) => target.id)).find(
      (figure) => figure.kind === 'count' && sum.related.includes(figure.id),
    );
  }

  function notSure(scene: Scene, remembered: readonly Figure[]): Interpretation {
    const span = scene.spans.reduce((a, b) => (b.match.confidence > a.match.confidence ? b : a));
    const scope = (ids: readonly string[]) => askedScope(scene.terms, figuresOf(ids), home);
    const all = offered(span);
    const ids = all.filter((id) => figuresOf([id]).some((figure) => isHeldIn(figure, scope([id]))));
    const gap = scene.spans.find((one) => !one.introduces && sureTarget(one.match)?.kind === 'gap');
    if (gap) return { question: { kind: 'unknown', missing: missingOf(gap), near: nearOf(gap) }, assumed: [] };
    const isUnheld = span.match.candidates[0]?.target.kind === 'gap';
    if (isUnheld && span.match.candidates[0]?.fit.completeness === 1)
      return { question: { kind: 'unknown', missing: missingOf(span), near: nearOf(span) }, assumed: [] };
    const numbered = pointedAt(scene.terms);
    const sum = asksMoney(scene.cues) ? sumBeside(figuresOf(numbered), catalogue) : undefined;
    if (sum && span.match.unknown.length === 0) return { question: { kind: 'figure', figures: [sum] }, assumed: [] };
    // "How many firms shared the 134 million?" does not ask for the sum it points at.
    // "When were the 30 measures made public?" asks for the day of an event, not for the count that it points at.
    const best = figures.get(span.match.candidates[0]?.target.id ?? '');
    const isOtherDay = (id: string) => scene.cues.has('when') && best?.kind === 'event' && best.id !== id;
    const isAsked = (id: string) =>
      !isOtherDay(id) &&
      matcher.counts({ kind: 'figure', id }, askedIn(scene.terms)) &&
      !(scene.cues.has('how-many') && figures.get(id)?.kind === 'money');
    const pointed = numbered.filter(
      (id) => isAsked(id) && (ids.includes(id) || (numbered.length === 1 && isPointer(scene))),
    );
    if (pointed.length === 1 && span.match.verdict === 'choice')
      return { question: aboutFigures(scene, figuresOf(pointed)), assumed: [] };
    if (span.match.verdict === 'choice' && ids.length > 0 && !isUnheld) {
      const detail =
        scene.cues.has('owner') || scene.cues.has('nature') ? detailAsked(scene.cues, figuresOf(ids)) : undefined;
      if (detail)
        return {
          question: {
            kind: 'unknown',
            missing: { kind: 'detail', detail, figures: ids.slice(0, MOST_CHOICES) },
            near: ids.slice(0, MOST_CHOICES),
          },
          assumed: [],
        };
      // Facts do not rival each other as numbers do: both are told.
      const facts = figuresOf(ids.filter((id) => isLevel(span, id)));
      if (facts.length === 2 && facts.every(({ kind }) => kind === 'event' || kind === 'aim'))
        return { question: aboutFigures(scene, facts), assumed: [] };
      const level = figuresOf(ids.filter((id) => isLevel(span, id)));
      if (scene.cues.has('which') && level.every(({ kind }) => kind === 'count' || kind === 'money'))
        return {
          question: {
            kind: 'unknown',
            missing: { kind: 'detail', detail: 'names', figures: level.map(({ id }) => id) },
            near: ids.slice(0, MOST_CHOICES),
          },
          assumed: [],
        };
      if (LIST_CUES.some((cue) => scene.cues.has(cue)) && level.length > 1)
        return { question: { kind: 'figure', figures: level.map(({ id }) => id) }, assumed: [] };
      const related = ids.filter((id) => remembered.some((figure) => figure.related.includes(id) || figure.id === id));
      if (related.length === 1 && isWhole(span))
        return { question: { kind: 'figure', figures: related }, assumed: remembered.map(({ id }) => id) };
      // Of several meanings only one is held for the time and place asked.
      if (ids.length === 1 && all.length > 1 && isWhole(span))
        return { question: aboutFigures(scene, figuresOf(ids)), assumed: [] };
      if (areTwins(level) && isWhole(span) && operationOf(scene.cues) === undefined)
        return { question: aboutFigures(scene, level), assumed: [] };
      const choices = ids.slice(0, MOST_CHOICES);
      return { question: { kind: 'choice', figures: choices, ...scope(choices) }, assumed: [] };
    }
    return { question: { kind: 'unknown', missing: missingOf(span), near: nearOf(span) }, assumed: [] };
  }

  function missingOf(span: Span): Missing {
    const best = span.match.candidates[0];
    if (best?.target.kind === 'gap' && best.fit.completeness > 0.9) return { kind: 'gap', gap: best.target.id };
    const unknown =
      span.match.unknown.length > 0
        ? span.match.unknown
        : span.terms.filter(({ kind }) => kind === 'content').map(({ text }) => text);
    return { kind: 'words', words: distinct(unknown).slice(0, MOST_CHOICES) };
  }

  function nearOf(span: Span): string[] {
    const best = span.match.candidates[0];
    const gap = best?.target.kind === 'gap' ? catalogue.gaps.find(({ id }) => id === best.target.id) : undefined;
    return distinct([...(gap?.near ?? []), ...offered(span)]).slice(0, MOST_CHOICES);
  }
}

/** The same question of some time and places, where it can be asked so. */
function scoped(question: Question, scope: Scope): Question {
  return question.kind === 'compare' || question.kind === 'derive' ? { ...question, ...scope } : question;
}

/** Topics named one beside the other: "research and education". */
function topicsOf(terms: readonly Term[], matcher: Matcher): string[] {
  const parts: Term[][] = [[]];
  for (const term of terms) {
    if (term.kind === 'cue' && term.cues.includes('and')) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return distinct(parts.flatMap((part) => matcher.topic(part) ?? []));
}

/** "Which university holds the most patents?" asks for one of those that are only held as a number, and compares no two figures. */
function memberAsked({ terms, cues, figures }: Scene): string | undefined {
  const [first, second] = figures;
  const compares = cues.has('or') || cues.has('compare') || cues.has('difference');
  return second !== undefined && cues.has('more') && !compares && askedIn(terms).length > 0 ? first : undefined;
}

/** Small numbers and half-understood sentences point at nothing: "open for 3 days". */
function isPointer({ terms, spans }: Scene): boolean {
  return (
    numbersOf(terms).some(({ value }) => value >= LEAST_POINTER) &&
    spans.every(({ match }) => match.unknown.length === 0)
  );
}

/** Whether the best candidate is named in full. */
function isWhole(span: Span): boolean {
  return (span.match.candidates[0]?.fit.completeness ?? 0) > 0.99;
}

/** Two figures that count one thing by its kinds, patents by two: both are told, each by its name. */
function areTwins(figures: readonly Figure[]): boolean {
  const [one, other, ...others] = figures;
  if (!one || !other || others.length > 0 || one.kind !== 'count' || other.kind !== 'count') return false;
  return one.unit === other.unit && one.related.includes(other.id) && other.related.includes(one.id);
}

/** Whether anything of a figure is held in a scope. */
function isHeldIn(figure: Figure, scope: Scope): boolean {
  return observe(figure, scope).stated.length > 0;
}

/** Whether a candidate fits as well as the best one. */
function isLevel(span: Span, id: string): boolean {
  const [best] = span.match.candidates;
  const candidate = span.match.candidates.find(({ target }) => target.id === id);
  return best !== undefined && candidate !== undefined && best.score - candidate.score < LEVEL;
}
