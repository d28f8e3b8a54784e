import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { datesItself, observe } from '../catalogue/observing.ts';
import { type Scope, scopeOf } from '../catalogue/scope.ts';
import type { Missing, Question } from '../question.ts';
import { askedScope } from './asked-scope.ts';
import { asksForSeveral, isPlanned } from './asks.ts';
import { claimOf, isValueOf, LEAST_TELLING, numbersOf } from './claims.ts';
import { type FollowUps, lastTwo, sumBeside } from './follow-up.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import { asksMoney } from './hints.ts';
import type { Context, Interpretation } from './interpret.ts';
import { asksPartOf } from './part-of.ts';
import { MOST_CHOICES } from './refusing.ts';
import { cuesOf, type Term } from './terms.ts';

/** Reads a message that names nothing in the catalogue: a follow-up, a bare number, small talk, or a question about the bot. */
export function readTalk(
  terms: readonly Term[],
  before: Context,
  catalogue: Catalogue,
  followUps: FollowUps,
): Interpretation {
  const { figures: context } = before;
  const cues = cuesOf(terms);
  if (cues.has('order')) return { question: { kind: 'unknown', missing: { kind: 'nonsense' }, near: [] }, assumed: [] };
  const plain = (question: Question): Interpretation => ({ question, assumed: [] });
  const refuse = (missing: Missing): Interpretation => plain({ kind: 'unknown', missing, near: [...context] });
  const home = catalogue.places[0];
  const known = catalogue.figures.filter(({ id }) => context.includes(id));

  const numbers = numbersOf(terms);
  const number = numbers[0];
  const { main } = figureIndex(catalogue);
  const named = main.filter((figure) => numbers.some((one) => isValueOf(figure, one, 'mantissa')));
  // Figures of further sources are pointed at only by numbers that can hardly mean anything else.
  const isTelling = (figure: Figure) => numbers.some((one) => one.value >= LEAST_TELLING && isValueOf(figure, one));
  const pointed = named.length > 0 ? named : catalogue.figures.filter(isTelling);
  const asked = askedScope(terms, pointed.length > 0 ? pointed : known, home);
  const strayed =
    unheldPlace(asked, pointed, catalogue) ??
    (pointed.length > 0 ? unheldTime(terms, asked, pointed, catalogue) : undefined);
  // "Was it 1,180 in 2020?": of what was talked about, a number is claimed.
  const only = pointed.length === 1 && known.some(({ id }) => id === pointed[0]?.id) ? pointed[0] : undefined;
  const claim = only && claimOf(terms, only, main);
  const claimed = claim ? { claim } : {};
  if (pointed.length > 0 && cues.has('who'))
    return refuse({ kind: 'detail', detail: 'people', figures: pointed.map(({ id }) => id) });
  if (pointed.length > 0 && cues.has('so-far') && pointed.every(isPlanned))
    return refuse({ kind: 'detail', detail: 'progress', figures: pointed.map(({ id }) => id) });
  if (pointed.some((figure) => asksPartOf(terms, figure)))
    return refuse({ kind: 'detail', detail: 'part', figures: pointed.map(({ id }) => id) });
  if (pointed.length > 0)
    return strayed
      ? refuse(strayed)
      : plain({
          kind: 'figure',
          figures: pointed.map(({ id }) => id),
          ...claimed,
          ...scopeOfValue(pointed, numbers),
          ...asked,
        });

  if (cues.has('author')) return plain({ kind: 'about', what: 'bot', figures: [] });
  if (cues.has('help')) return plain({ kind: 'help' });
  const place = unheldPlace(asked, known, catalogue);
  if (place) return refuse(place);
  const isElsewhere = asked.places?.some((id) => id !== home?.id) ?? false;
  // What is told first of the main figures is of one date.
  const isOfMain = main.some(
    (figure) => !datesItself(figure) && observe(figure, asked).stated[0]?.observation === figure.observations[0],
  );
  const isOtherTime = asksForSeveral(cues) && asked.when !== undefined && !isOfMain;
  const ofScope = known.length === 0 && (isElsewhere || isOtherTime) ? figuresOfScope(asked, catalogue) : [];
  if (ofScope.length > 0) return plain({ kind: 'choice', figures: ofScope, ...asked });
  // "And Dalian?" keeps the year that was asked before, "and in 2020?" the place.
  const scope = scopeOf({ ...before.scope, ...asked });
  const time = unheldTime(terms, known.length > 0 ? scope : asked, known, catalogue);
  if (time) return refuse(time);
  if (known.length > 0 && (asked.places || asked.when))
    return {
      question: { kind: cues.has('chart') ? 'chart' : 'figure', figures: [...context], ...scope },
      assumed: [...context],
    };

  // "Which of the two is bigger?"
  const isOfTwo = numbers.every(({ value }) => value === 2) && lastTwo(before).length === 2;
  if (number && !isOfTwo) return refuse({ kind: 'number', value: number.value });

  const dated = eventsOn(terms, catalogue);
  if (dated.length > 0 && (cues.has('what') || cues.has('which') || cues.has('list')))
    return plain({ kind: 'figure', figures: dated });
  if (known.length > 0) {
    const sum = asksMoney(cues) ? sumBeside(known, catalogue) : undefined;
    if (sum && !cues.has('per'))
      return {
        question: { kind: 'figure', figures: [sum], ...(cues.has('dollars') ? { currency: 'USD' as const } : {}) },
        assumed: [...context],
      };
    const followUp = followUps(terms, known, before);
    if (followUp) return { question: followUp, assumed: takenOver(followUp, before) };
  }
  if (cues.has('source')) return plain({ kind: 'about', what: 'source', figures: [] });
  if (cues.has('age')) return plain({ kind: 'about', what: 'age', figures: [] });
  if (cues.has('overview')) return plain({ kind: 'overview' });
  if (cues.has('fact')) return plain({ kind: 'fact' });
  const sums = main.filter(({ kind }) => kind === 'money').map(({ id }) => id);
  if (cues.has('list') || cues.has('data') || cues.has('all-about'))
    return plain(cues.has('money') ? { kind: 'figure', figures: sums } : { kind: 'list', topics: [] });
  // "How much is a rouble?" asks for none of the sums.
  const currency = terms.find((term) => term.kind === 'cue' && term.cues.includes('other-currency'));
  if (currency) return refuse({ kind: 'words', words: [currency.text] });
  if (cues.has('how-much') || cues.has('money')) return plain({ kind: 'choice', figures: sums });
  for (const what of ['bye', 'thanks', 'hello'] as const) if (cues.has(what)) return plain({ kind: 'greeting', what });
  if (terms.some((term) => term.kind === 'place') && cues.size === 0) return plain({ kind: 'overview' });
  if (cues.has('what') && cues.has('everything')) return plain({ kind: 'list', topics: [] });
  const said = terms.some((term) => term.kind !== 'break');
  return refuse({ kind: said ? 'no-context' : 'nonsense' });
}

/** "What is 1,180?": a value that is not the one told first is told with its own place and time. */
function scopeOfValue([figure, ...others]: readonly Figure[], numbers: readonly { value: number }[]): Scope {
  const [number, ...further] = numbers;
  if (!figure || others.length > 0 || !number || further.length > 0 || !('unit' in figure)) return {};
  const [first, ...later] = figure.observations;
  const found = later.find(({ value }) => value === number.value);
  if (first?.value === number.value || !found) return {};
  return { places: [found.place], when: [found.asOf.date] };
}

/** What a follow-up has from the conversation. */
function takenOver(question: Question, { figures, earlier = [] }: Context): string[] {
  if (question.kind !== 'compare' && question.kind !== 'derive') return [...figures];
  return [question.left, question.right].filter((id) => figures.includes(id) || earlier.includes(id));
}

/** "Harbin or Shenyang?", "what about Dalian?", "all numbers for 2022": the figures that are held for all of it. */
function figuresOfScope(scope: Scope, catalogue: Catalogue): string[] {
  const isOfAll = (figure: Figure) => {
    const { stated, missing } = observe(figure, scope);
    return stated.length > 0 && missing.length === 0 && !datesItself(figure);
  };
  const fitting = catalogue.figures.filter(isOfAll);
  return fitting.slice(0, MOST_CHOICES).map(({ id }) => id);
}

/** The events of a date: "what happened on 1 August?". */
function eventsOn(terms: readonly Term[], catalogue: Catalogue): string[] {
  const part = (kind: 'year' | 'month' | 'day') => terms.find((term) => term.kind === kind);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  if (!year && !month) return [];
  const wanted = [
    year?.kind === 'year' ? year.year : undefined,
    month?.kind === 'month' ? month.month : undefined,
    day?.kind === 'day' ? day.day : undefined,
  ];
  return catalogue.figures.flatMap((figure) => {
    if (figure.kind !== 'event') return [];
    const happened = figure.observations.flatMap((observation) =>
      observation.happened ? [observation.happened.split('-').map(Number)] : [],
    );
    return happened.some((date) => wanted.every((value, at) => value === undefined || value === date[at]))
      ? [figure.id]
      : [];
  });
}
