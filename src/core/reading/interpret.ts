import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { isHeld, observe } from '../catalogue/observing.ts';
import type { Scope } from '../catalogue/scope.ts';
import type { Missing, Question } from '../question.ts';
import { withoutAsides } from './asides.ts';
import { askedScope, asksCourse } from './asked-scope.ts';
import { asksForSeveral, asksQuantity, operationOf } from './asks.ts';
import { isAnd } from './atoms.ts';
import { readChatter } from './chatter.ts';
import { isValueOf, numbersOf } from './claims.ts';
import { createCombiner, isQuantity } from './combine.ts';
import { askedIn } from './counted.ts';
import { createFollowUps, sumBeside } from './follow-up.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import { asksMoney } from './hints.ts';
import type { Matcher } from './matcher.ts';
import { withoutContrasts } from './negation.ts';
import { MOST_CHOICES, missingOf, nearOf, refusal } from './refusing.ts';
import { distinct, LEVEL, offered, type Scene, sceneOf } from './scene.ts';
import { partSpans, sureTarget } from './spans.ts';
import { asksOfOther, isTangled, straySpan } from './strays.ts';
import { readTalk } from './talk.ts';
import { createTeller } from './telling.ts';
import { cuesOf, partedAt, type Term } from './terms.ts';
import { createUnsure } from './unsure.ts';

/** What was asked, and the figures that were taken over from the conversation to say so. */
export type Interpretation = { question: Question; assumed: string[] };

/** Decides what a looked-up question asks, given the figures that the conversation was last about. */
export type Interpreter = (terms: readonly Term[], context: Context) => Interpretation;

/** The figures that a conversation was last about, of which time and places, and those that it was about before. */
export type Context = { figures: readonly string[]; scope?: Scope; earlier?: readonly string[] };

/** Smaller numbers are values of too many things. */
const LEAST_VALUE = 1000;
/** A name of which less than this is held is not said. */
const LEAST_NAMED = 0.6;

export function createInterpreter(catalogue: Catalogue, matcher: Matcher): Interpreter {
  const combiner = createCombiner(catalogue);
  const { combine, derive, pointedAt } = combiner;
  const followUps = createFollowUps(catalogue, combiner);
  const tell = createTeller(catalogue, matcher, pointedAt);
  const notSure = createUnsure(catalogue, matcher, tell, pointedAt);
  const figuresOf = figureIndex(catalogue).all;
  const home = catalogue.places[0];

  return (said, context) => {
    const terms = withoutAsides(withoutContrasts(said, matcher), matcher);
    const spans = partSpans(terms, matcher);
    if (spans.length === 0) return readTalk(terms, context, catalogue, followUps);
    const scene = withPointedSum(sceneOf(terms, spans, matcher));
    const remembered = figuresOf(context.figures);
    const plain = (question: Question): Interpretation => ({ question, assumed: [] });
    const refuse = (missing: Missing, near: readonly string[] = []): Interpretation =>
      plain(refusal(missing, [...near, ...scene.figures]));

    if (scene.figures.length === 0 && scene.relation === undefined) {
      const talk = readChatter(scene);
      if (talk) return plain(talk);
    }

    const valued = namedByValues(terms, scene.figures);
    if (valued) return plain(valued);

    const strayed = straySpan(scene, matcher);
    if (strayed) return refuse(missingOf(strayed), nearOf(strayed, catalogue));

    const across = matcher.namedAcross(spans);
    if (across !== undefined && asksQuantity(scene.cues)) return refuse({ kind: 'gap', gap: across });

    if (scene.cues.has('order')) return plain({ kind: 'unknown', missing: { kind: 'nonsense' }, near: [] });
    const wantsList = asksForSeveral(scene.cues);
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
    if (other) return plain(tell({ ...scene, figures: [other.id] }, [other]));
    if (time) return refuse(time, context.figures);

    // 没过审的都有谁: those that a difference counts have no names either.
    if (scene.relation && (scene.cues.has('who') || scene.cues.has('which')) && !asksQuantity(scene.cues))
      if (catalogue.relations.some(({ id, operation }) => id === scene.relation && operation === 'difference'))
        return refuse({ kind: 'detail', detail: 'names', figures: sidesOf(scene.relation) });
    if (scene.relation) return plain({ ...derive(scene.relation), ...scope });
    if (scene.cues.has('chart') && asked.length > 0)
      return plain({ kind: 'chart', figures: asked.map(({ id }) => id), ...scope });
    if (asked.length === 1 && asked.every(isQuantity) && (asksCourse(scope) || (scope.places?.length ?? 0) > 1))
      return plain({ kind: 'figure', figures: asked.map(({ id }) => id), ...scope });
    const wantsAll = scene.cues.has('all-about') || scene.cues.has('overview') || scene.cues.has('everything');
    // "I saw a figure of 745 awarded firms" claims one figure, and wants no list of them.
    const claims = numbersOf(terms).length > 0;
    if (topics.length > 0 && !asksQuantity(scene.cues) && !claims && (wantsAll || asked.length === 0))
      return plain({ kind: 'list', topics });
    if (
      scene.cues.has('overview') &&
      asked.length === 0 &&
      !scene.spans.some((span) => !span.introduces && sureTarget(span.match)?.kind === 'gap')
    )
      return plain({ kind: 'overview' });

    const untangled = untangle(scene, asked);
    if (untangled) return plain(untangled);
    const member = memberAsked(scene);
    if (member) return refuse({ kind: 'detail', detail: 'names', figures: [member] });
    if (scene.cues.has('nature') && asked.length > 0) return plain(tell(scene, asked));
    const whole = wholeAround(scene, asked, scope);
    if (whole) return plain(whole);
    const combined = combine(scene, remembered);
    if (combined?.question.kind === 'figure') {
      // A share that is held is one of a whole, and that may be another one than is asked.
      const held = figuresOf(combined.question.figures);
      const elsewhere = unheldPlace(askedScope(terms, held, home), held, catalogue);
      if (elsewhere) return refuse(elsewhere);
    }
    if (combined) return { ...combined, question: scoped(combined.question, scope) };
    if (asked.length > 0) return plain(tell(scene, asked));
    return notSure(scene, remembered);
  };

  /** "Firms nominated for the certificate", "patents filed by universities": what is meant of two figures that describe one thing. */
  function untangle(scene: Scene, asked: readonly Figure[]): Question | undefined {
    const ofOther = operationOf(scene.cues) === undefined && asked.length > 1 && asksOfOther(scene);
    if (!(ofOther || isTangled(scene)) || !asked.some(isQuantity)) return undefined;
    const whose = ownerAsked(scene, asked);
    if (whose) return refusal({ kind: 'detail', detail: 'part', figures: [whose] }, [...scene.figures]);
    const sums = asked.filter(({ kind }) => kind === 'money');
    const [sum] = sums;
    const isOfAll = asked.every((figure) => figure === sum || sum?.related.includes(figure.id));
    if (sum && sums.length === 1 && asksMoney(scene.cues) && isOfAll)
      return tell({ ...scene, figures: [sum.id] }, [sum]);
    // "Money set aside for the talent policies" is theirs, whatever else money is set aside for.
    const counts = asked.filter(({ kind }) => kind === 'count');
    const own = sum && asksMoney(scene.cues) ? sumBeside(counts, catalogue) : undefined;
    if (own) return tell({ ...scene, figures: [own] }, figuresOf([own]));
    const [best, next] = matcher
      .match(scene.terms, scene.cues)
      .candidates.filter(({ target }) => scene.figures.includes(target.id));
    if (!ofOther && best && best.score - (next?.score ?? 0) > LEVEL)
      return tell({ ...scene, figures: [best.target.id] }, figuresOf([best.target.id]));
    return { kind: 'choice', figures: scene.figures.slice(0, MOST_CHOICES) };
  }

  /** "… and how much was set aside for them?": the sum of what was named before, whatever sum the words fit as well. */
  function withPointedSum(scene: Scene): Scene {
    const figures: string[] = [];
    for (const { terms, match } of scene.spans) {
      const target = sureTarget(match);
      if (target?.kind !== 'figure') continue;
      const cues = cuesOf(terms);
      const sum = cues.has('it') && asksMoney(cues) ? sumBeside(figuresOf(figures), catalogue) : undefined;
      figures.push(sum ?? target.id);
    }
    return { ...scene, figures: distinct(figures) };
  }

  /** "1,751 or 2,832, which is right?": numbers that are values of one figure ask for these values. */
  function namedByValues(terms: readonly Term[], named: readonly string[]): Question | undefined {
    const numbers = numbersOf(terms).filter(({ value }) => value >= LEAST_VALUE);
    if (numbers.length < 2 || named.length > 1) return undefined;
    const candidates = named.length > 0 ? figuresOf(named) : catalogue.figures;
    const [only, ...others] = candidates.filter((figure) => numbers.every((number) => isValueOf(figure, number)));
    return only && others.length === 0 ? { kind: 'figure', figures: [only.id] } : undefined;
  }

  /** 2020年哈尔滨的高企占全省多大比例: both numbers of one day are held, and their share can be told. */
  function wholeAround(
    { terms, cues }: Scene,
    [only, ...others]: readonly Figure[],
    scope: Scope,
  ): Question | undefined {
    const { when = [] } = scope;
    if (!home || !only || others.length > 0 || !isQuantity(only) || operationOf(cues) !== 'share' || when.length !== 1)
      return undefined;
    const places = distinct([home.id, ...terms.flatMap((term) => (term.kind === 'place' ? [term.place.id] : []))]);
    const { stated } = observe(only, { when, places });
    return places.length === 2 && stated.length === 2
      ? { kind: 'figure', figures: [only.id], places, when }
      : undefined;
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
      (figure) =>
        figure.id !== only.id &&
        (isQuantity(figure) || figure.kind === 'percent') &&
        isHeld(figure, askedScope(terms, [figure], home)),
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
}

/** "Patents filed by universities", "money raised by the companies": the second says whose, which narrows the first. */
function ownerAsked({ spans }: Scene, [first, second]: readonly Figure[]): string | undefined {
  if (!first || second?.kind !== 'count' || first.related.includes(second.id)) return undefined;
  const isOther = first.kind === 'money' || (first.kind === 'count' && first.unit !== second.unit);
  return isOther && spans.some(({ terms }) => terms[0]?.text === 'by') ? first.id : undefined;
}

/** The same question of some time and places, where it can be asked so. */
function scoped(question: Question, scope: Scope): Question {
  return question.kind === 'compare' || question.kind === 'derive' ? { ...question, ...scope } : question;
}

/** Topics named one beside the other: "research and education". */
function topicsOf(terms: readonly Term[], matcher: Matcher): string[] {
  const parts = partedAt(terms, isAnd);
  return distinct(parts.flatMap((part) => matcher.topic(part) ?? []));
}

/** "Which university holds the most patents?" asks for one of those that are only held as a number, and compares no two figures. */
function memberAsked({ terms, cues, figures }: Scene): string | undefined {
  const [first, second] = figures;
  const compares = cues.has('or') || cues.has('compare') || cues.has('difference');
  return second !== undefined && cues.has('more') && !compares && askedIn(terms).length > 0 ? first : undefined;
}
