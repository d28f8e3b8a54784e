import { isPerShare } from '../../data/per-share.ts';
import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { datesItself, isHeld, isObservedAt } from '../catalogue/observing.ts';
import { ALWAYS, LATEST, type Scope, scopeOf } from '../catalogue/scope.ts';
import type { Dialogue } from '../conversation/dialogue.ts';
import type { Missing, Question } from '../question.ts';
import { askedScope } from './asked-scope.ts';
import type { KeywordMatcher } from './candidates.ts';
import { MOST_FIGURES } from './decision.ts';
import type { Examination } from './examine.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import type { Intent } from './labels.ts';
import { sigmoid } from './linear.ts';
import { computed } from './operands.ts';
import { severalIn } from './options.ts';
import { type Percept, QUESTION } from './perceive.ts';
import { asksDollars, asksOtherCurrency, figuresIn, questionOf } from './question-of.ts';
import { detailOf, refuse } from './refusal.ts';
import { intentOf } from './talk.ts';
import { type Ask, type Turn, turnOf } from './turn.ts';
import { asksJudgement, wishOf } from './wishes.ts';

/** A question that a conversation completed, and the figures that it took over from there. */
type FollowedUp = { question: Question; assumed: string[] };

/** In: a message and its conversation. Out: what it asks as a follow-up; undefined where it stands by itself. */
export type FollowUps = (
  percept: Percept,
  examination: Examination,
  dialogue: Dialogue,
  /** The message puts right what was read before: what is left of it is a part of the last question. */
  isCorrection?: boolean,
) => FollowedUp | undefined;

/** What a message means: a figure that it names or points at, or one beside the last one. */
type Meant = {
  named: Figure | undefined;
  isOwn: boolean;
  pointed: Figure | undefined;
  beside: Figure | undefined;
  /** It doubts a number. */
  isChecked: boolean;
};

/** A message with words of its own goes on from the last one from this probability on. */
const LEAST_ELLIPTIC = { usual: 0.5, hinted: 0.3 };
/** Words beside what can be asked of the last answer that such a message may have. */
const MOST_STRANGE = 2;
/** A message names a topic of its own from this probability on, or from the lower one with so much of its keyword. */
const OWN_TOPIC = { sure: 0.85, probability: 0.5, completeness: 0.6 };
/** A figure that belongs to the conversation is meant from this probability on, or from the lower one where its keywords hold all other words. */
const SIBLING = { related: 0.5, topic: 0.7, named: 0.08 };
/** The same of a message that puts the last one right. */
const CORRECTED = { related: 0.2, topic: 0.35, named: 0.05 };
/** Rather than the figure of the asked kind beside the last one a sibling is meant from this probability on. */
const SURE_SIBLING = 0.6;
/** A number is doubted from this probability on. */
const LEAST_CHECK = 0.6;
/** What asks only about what was told, whatever stands around it, and how many words may. */
const SELF_TELLING: readonly Ask[] = ['source', 'age', 'why-two', 'chart', 'all'];
const MOST_AROUND = 3;
/** What is not held decides from here on that a message with words of its own is none that goes on. */
const LEAST_UNHELD = 0.8;
/** From this probability on that something is not held it is not simply told. */
const DOUBTFUL = 0.5;
/** The score of a figure that is surely meant. */
const NAMED_SCORE = 10;
/** A topic alone, without a question, keeps the place and time spoken of where it has no more words. */
const MOST_ALONE = 4;
/** Intents of talk, which never go on from a figure. */
const TALK: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'help',
  'daily',
  'settings',
  'export',
  'report',
  'overview',
]);
const LEAST_TALK = 0.6;

export function createFollowUps(catalogue: Catalogue, matcher: Pick<KeywordMatcher, 'isOf' | 'isOfGap'>): FollowUps {
  const figures = figureIndex(catalogue);
  const home = catalogue.places[0]?.id ?? '';

  return (percept, examination, dialogue, isCorrection = false) => {
    const last = figures.all(dialogue.figures);
    if (last.length === 0) return undefined;
    const found = goingOn(percept, examination, dialogue, last, isCorrection);
    // A word that several figures share asks for one of them, or for kin of the last: "how many enterprises?" behind universities.
    const isOther = percept.sharing.length > 1 && !percept.sharing.some((id) => dialogue.figures.includes(id));
    const told = found ? figures.all(figuresIn(found.question)) : [];
    return isOther && !told.every((figure) => !last.includes(figure) && kinOf(figure, last) === 'related')
      ? undefined
      : found;
  };

  function goingOn(
    percept: Percept,
    examination: Examination,
    dialogue: Dialogue,
    last: readonly Figure[],
    isCorrection: boolean,
  ): FollowedUp | undefined {
    const isMany = last.length > MOST_FIGURES;
    const turn = turnOf(percept);
    const intent = wishOf(percept.text) ?? intentOf(examination);
    const isChecked = turn.numbers > 0 && (turn.arithmetic === 'most' || examination.intents.check > LEAST_CHECK);
    const isBare = turn.rest.length === 0 && (turn.numbers === 0 || isChecked || turn.arithmetic !== undefined);
    if (!isBare && TALK.has(intent) && examination.intents[intent] > LEAST_TALK) return undefined;
    const own = isBare ? undefined : ownTopic(percept, examination, turn);
    if (asksJudgement(percept.text) && !own)
      return told(refuse({ kind: 'detail', detail: 'judgement', figures: last.map(({ id }) => id) }, last), last);
    const least =
      isCorrection || (turn.arithmetic && turn.rest.length <= MOST_STRANGE)
        ? LEAST_ELLIPTIC.hinted
        : LEAST_ELLIPTIC.usual;
    const goesOn = isBare || examination.elliptic >= least;
    const beside = besideOf(turn, last, examination);
    if (!own && !beside && (namesGap(percept, turn) || (turn.asks.has('amount') && percept.gaps.length > 0)))
      return undefined;
    // "How many of the 985?": a number that is neither doubted nor computed with names something.
    if (turn.numbers > 0 && !isChecked && !own && !turn.arithmetic && !turn.isUnit && turn.dates.length === 0)
      return undefined;
    const pointed = pointedAt(percept.text, turn, dialogue, goesOn);
    if (own && !last.includes(own) && !goesOn) {
      if (turn.where === 'there' || turn.shift === 'same' || isAlone(percept))
        return ofFigures(percept, examination, turn, dialogue, [own], [], isChecked);
      return undefined;
    }
    const isOwn = own !== undefined && !last.includes(own);
    const isElsewhere = turn.places.length + turn.dates.length > 0;
    const kin = isBare ? undefined : sibling(percept, examination, turn, last, isCorrection && !isElsewhere);
    const named =
      pointed ?? (isOwn ? own : beside && !(kin && kin.probability >= SURE_SIBLING) ? undefined : kin?.figure);
    const isTelling = SELF_TELLING.some((ask) => turn.asks.has(ask)) || (isChecked && !own);
    if (!named && !isBare && !(isTelling && turn.rest.length <= MOST_AROUND)) {
      const isHooked =
        turn.rest.length <= MOST_STRANGE &&
        (goesOn
          ? hasHook(turn) && (isScoped(turn) || examination.outcomes.unheld < DOUBTFUL)
          : turn.rest.length < 2 && isScoped(turn));
      if (!isHooked && !(own && goesOn)) return refusedOf(percept, examination, last);
      if (
        !own &&
        !beside &&
        examination.outcomes.unheld > LEAST_UNHELD &&
        turn.places.length + turn.dates.length === 0 &&
        !turn.isUnit
      )
        return refusedOf(percept, examination, last);
    }
    if (named && !isOwn && named !== pointed && !goesOn && turn.rest.length > MOST_STRANGE) return undefined;
    if (isBare && !named && !hasHook(turn) && !isRepeat(percept, examination)) return undefined;
    // Of a whole list only the source is asked.
    if (isMany && !named && !isTelling) return undefined;
    return followUp(percept, examination, turn, dialogue, last, { named, isOwn, pointed, beside, isChecked });
  }

  /** Whether words of its own name something that is known not to be held. */
  function namesGap({ gaps, words, numbers }: Percept, { rest }: Turn): boolean {
    return gaps.some(({ id }) =>
      words.some(({ text, from }) => rest.includes(text) && matcher.isOfGap(id, numbers[from] ?? -1)),
    );
  }

  /** A detail of what was told that no source tells, where that is what a message asks. */
  function refusedOf(percept: Percept, examination: Examination, last: readonly Figure[]): FollowedUp | undefined {
    if (percept.entities.length > 0 || examination.elliptic < LEAST_ELLIPTIC.usual) return undefined;
    const detail = detailOf({ ...examination, topics: last.map((figure) => ({ figure, score: NAMED_SCORE })) });
    return detail && told(refuse(detail, last), last);
  }

  function followUp(
    percept: Percept,
    examination: Examination,
    turn: Turn,
    dialogue: Dialogue,
    last: readonly Figure[],
    { named, isOwn, pointed, beside, isChecked }: Meant,
  ): FollowedUp {
    const ids = last.map(({ id }) => id);
    if (!named && turn.asks.has('why-two'))
      return told({ kind: 'about', what: 'source', figures: ids, ...dialogue.scope }, last);
    const of = named ? [named] : last;
    if (turn.asks.has('names') && !turn.asks.has('count') && (!named || examination.outcomes.unheld > DOUBTFUL))
      return told(refuse({ kind: 'detail', detail: 'names', figures: of.map(({ id }) => id) }, of), isOwn ? [] : of);
    if (!named && turn.asks.has('why'))
      return told(refuse({ kind: 'detail', detail: 'reason', figures: ids }, last), last);
    const arithmetic = isChecked ? undefined : (turn.arithmetic ?? modelled(examination, turn));
    if (arithmetic && !pointed && !turn.asks.has('chart')) {
      const second = named && isComputed(named, last) ? named : undefined;
      const found = computed(catalogue, arithmetic, turn, dialogue, second);
      if (found) return guarded(inDollars(found.question, percept.text), found.taken);
      if (!named && turn.asks.has('who'))
        return told(refuse({ kind: 'detail', detail: 'names', figures: ids }, last), last);
      if (!named && !isScoped(turn) && arithmetic !== 'sum' && !isKindOf(last[0], arithmetic))
        return told(refuse({ kind: 'no-context' }, last), last);
    }
    const asked = named ? [named] : beside ? [beside] : turn.isUnit ? moneyOf(last, dialogue) : last;
    return ofFigures(percept, examination, turn, dialogue, asked, isOwn ? [] : asked, isChecked, beside !== undefined);
  }

  /** The sums that a currency is asked for: of the last answer, else of the one before. */
  function moneyOf(last: readonly Figure[], { earlier = [] }: Dialogue): readonly Figure[] {
    const isMoney = ({ kind }: Figure) => kind === 'money';
    const sums = last.filter(isMoney);
    if (sums.length > 0) return sums;
    const before = figures.all(earlier).filter(isMoney);
    if (before.length > 0) return before;
    const [beside] = figures.all(last.flatMap(({ related }) => related)).filter(isMoney);
    return beside ? [beside] : last;
  }

  /** What is asked of figures whose places and times the conversation completes. */
  function ofFigures(
    percept: Percept,
    examination: Examination,
    turn: Turn,
    dialogue: Dialogue,
    asked: readonly Figure[],
    assumed: readonly Figure[],
    isChecked: boolean,
    isBeside = false,
  ): FollowedUp {
    const { text, entities } = percept;
    const ids = asked.map(({ id }) => id);
    const intent = isChecked ? 'check' : isBeside ? 'value' : intentIn(turn, examination, text);
    const scope = scopeIn(percept, examination, turn, dialogue, asked, intent, assumed.length > 0);
    const elsewhere = unheldPlace(scope, asked, catalogue);
    if (elsewhere) return elsewhereOf(elsewhere, scope, asked, assumed);
    const atOtherTime = unheldTime(entities, scope, asked, catalogue);
    if (atOtherTime && intent !== 'check') return told(refuse(atOtherTime, asked), assumed);
    if (asksOtherCurrency(text))
      return told(refuse({ kind: 'detail', detail: 'currency', figures: ids }, asked), assumed);
    if (intent === 'source' || intent === 'age')
      return told({ kind: 'about', what: intent, figures: ids, ...scope }, []);
    if ((intent === 'trend' || turn.asks.has('all')) && intent !== 'chart' && asked.length === 1 && !scope.when?.length)
      return told({ kind: 'figure', figures: ids, ...scope, when: [ALWAYS] }, assumed);
    if (intent === 'chart' && asked.length === 1 && !scope.when && hasCourse(asked, scope))
      return told({ kind: 'chart', figures: ids, ...scope, when: [ALWAYS] }, assumed);
    const question = questionOf({
      isSure: true,
      figures: asked,
      intent: intent === 'list' ? 'value' : intent,
      scope,
      percept,
      catalogue,
    });
    // What may not be held is shown as the nearest, said as such.
    const isDoubtful = turn.rest.length > 0 && examination.outcomes.unheld > DOUBTFUL;
    if (question.kind === 'figure' && isDoubtful && assumed.length > 0 && turn.places.length + turn.dates.length === 0)
      return told({ kind: 'nearest', figures: ids, words: [], ...scope }, assumed);
    return told(question, assumed);
  }

  /** What is not held for a place, with the figure of the same kind that is, where there is just one. */
  function elsewhereOf(
    missing: Missing,
    scope: Scope,
    asked: readonly Figure[],
    assumed: readonly Figure[],
  ): FollowedUp {
    const unitOf = (figure: Figure | undefined) => (figure && 'unit' in figure ? figure.unit : undefined);
    const alike = catalogue.figures.filter(
      (figure) => kinOf(figure, asked) === 'related' && unitOf(figure) === unitOf(asked[0]) && isHeld(figure, scope),
    );
    const [only, ...others] = alike;
    if (only && others.length === 0 && asked.length === 1)
      return told({ kind: 'nearest', figures: [only.id], words: [], ...scope }, [only]);
    return told(refuse(missing, asked), assumed);
  }

  /** Places and times: those that the message names, and those of the conversation that it leaves in force. */
  function scopeIn(
    percept: Percept,
    examination: Examination,
    turn: Turn,
    dialogue: Dialogue,
    asked: readonly Figure[],
    intent: Intent,
    isTaken: boolean,
  ): Scope {
    const before = dialogue.scope ?? {};
    const said = askedScope(catalogue, percept, examination, [], intent);
    const shown = (dialogue.shown ?? []).filter(({ figure }) => asked.some(({ id }) => id === figure));
    const here = shown.at(-1) ?? dialogue.shown?.at(-1);
    const places = placesIn(percept, examination, turn, asked, intent, isTaken);
    const when = said.when ?? shifted(turn, here, asked, places?.[0]);
    const named = scopeOf({ ...(places ? { places } : {}), ...(when ? { when } : {}) });
    const kept = scopeOf({ ...before, ...named });
    if (asked.every((figure) => isHeld(figure, kept))) return plain(kept);
    // What the message says itself, or points at, is never given up for something else.
    if (turn.where === 'there' || turn.shift === 'same' || (named.when && before.places)) return plain(kept);
    const placed = scopeOf({ ...(before.places ? { places: before.places } : {}), ...named });
    if (asked.every((figure) => isHeld(figure, placed))) return plain(placed);
    return plain(named);
  }

  /** The places that a message names. Beside words of its own one may be named in passing; without them it is asked about. */
  function placesIn(
    percept: Percept,
    examination: Examination,
    turn: Turn,
    asked: readonly Figure[],
    intent: Intent,
    isTaken: boolean,
  ): string[] | undefined {
    if (turn.where === 'home') return [home];
    if (turn.places.length === 0) {
      const around = catalogue.places.find(({ id }) => id === home)?.parent;
      return turn.where === 'province' && around ? [around] : undefined;
    }
    const whole = catalogue.places.find(({ id }) => id === home)?.parent;
    // A share says itself of which whole it is.
    const isShare = asked.every(({ kind }) => kind === 'percent') && turn.arithmetic === 'share';
    if (!isTaken && turn.rest.length > 0)
      return askedScope(catalogue, percept, examination, asked, intent).places ?? [home];
    return isShare ? turn.places.filter((id) => id !== whole) : [...turn.places];
  }

  /** The catalogue's own place is what is told anyhow. */
  function plain({ places, when }: Scope): Scope {
    const isHome = places?.length === 1 && places[0] === home;
    return scopeOf({ ...(places && !isHome ? { places } : {}), ...(when ? { when } : {}) });
  }

  /** A time that is told from the one that was shown. */
  function shifted(
    { shift }: Turn,
    here: { place: string; date: string } | undefined,
    asked: readonly Figure[],
    place: string | undefined,
  ): string[] | undefined {
    if (shift === undefined) return undefined;
    if (shift === 'newest') return [LATEST];
    if (!here) return undefined;
    const year = Number(here.date.slice(0, 4));
    if (shift === 'previous') return [String(year - 1)];
    if (shift === 'next') return [String(year + 1)];
    const held = asked.flatMap(({ observations }) =>
      observations.filter((one) => one.place === (place ?? here.place)).map(({ asOf }) => asOf.date as string),
    );
    if (shift === 'older')
      return held
        .filter((date) => date < here.date)
        .sort()
        .slice(-1);
    const isHeldThen = asked.some(({ observations }) => observations.some((one) => isObservedAt(one, here.date)));
    return [isHeldThen ? here.date : String(year)];
  }

  /** The figure that "the second" means: of several told together, of what was offered, or of the last two answers. */
  function pointedAt(text: string, { ordinal, rest }: Turn, dialogue: Dialogue, goesOn: boolean): Figure | undefined {
    if (ordinal === undefined || rest.length > (goesOn ? 1 : 0)) return undefined;
    const told = [...(dialogue.earlier ?? []).slice(-1), ...dialogue.figures];
    const several = severalIn(dialogue, text);
    const all = several.length > 0 ? several : told;
    const id = all.at(ordinal);
    return id === undefined ? undefined : figures.get(id);
  }

  /** The topic that a message names itself, whatever was spoken of before. */
  function ownTopic({ matches }: Percept, { topics }: Examination, { rest }: Turn): Figure | undefined {
    const [best] = topics;
    if (!best || rest.length === 0) return undefined;
    const probability = sigmoid(best.score);
    const match = matches.find(({ id }) => id === best.figure.id);
    const isNamed = probability >= OWN_TOPIC.probability && (match?.fit.completeness ?? 0) >= OWN_TOPIC.completeness;
    return isNamed || probability >= OWN_TOPIC.sure ? best.figure : undefined;
  }

  /** The figure beside those that were told which a message names, if only by a word: "at what price?" behind a listing. */
  function sibling(
    { words, numbers }: Percept,
    { topics }: Examination,
    { rest }: Turn,
    last: readonly Figure[],
    isCorrection: boolean,
  ): { figure: Figure; probability: number } | undefined {
    const telling = words.filter(({ text }) => rest.includes(text) && !QUESTION.test(text));
    const isNamedBy = (figure: Figure) =>
      telling.length > 0 && telling.every(({ from }) => matcher.isOf(figure.id, numbers[from] ?? -1));
    const least = isCorrection ? CORRECTED : SIBLING;
    const [best] = topics
      .filter(({ figure }) => !last.includes(figure))
      .map(({ figure, score }) => ({ figure, probability: sigmoid(score), kin: kinOf(figure, last) }))
      .filter(({ figure, probability, kin }) => {
        if (kin === undefined) return false;
        return probability >= least[kin] || (kin === 'related' && probability >= least.named && isNamedBy(figure));
      })
      .sort((a, b) => b.probability - a.probability);
    const same = Math.max(
      0,
      ...topics.filter(({ figure }) => last.includes(figure)).map(({ score }) => sigmoid(score)),
    );
    return best && best.probability > same ? best : undefined;
  }

  /** The figure beside the last one that is of the kind that a message asks for: the sum beside a count, the day of a package. */
  function besideOf(
    { asks, rest, arithmetic, isUnit }: Turn,
    last: readonly Figure[],
    { topics }: Examination,
  ): Figure | undefined {
    const [only, ...others] = last;
    if (!only || others.length > 0 || rest.length > 1 || (arithmetic && arithmetic !== 'sum') || isUnit)
      return undefined;
    const related = [
      ...figures.all(only.related),
      ...catalogue.figures.filter((one) => one.related.includes(only.id) && !only.related.includes(one.id)),
    ];
    if (asks.has('amount') && only.kind !== 'money')
      return related.find((one) => one.kind === 'money' && !isPerShare(one));
    if (asks.has('count') && only.kind === 'money') return related.find(({ kind }) => kind === 'count');
    if (asks.has('when') && !datesItself(only))
      return related.find((one) => datesItself(one) && one.topic === only.topic);
    if (asks.has('where'))
      return topics.find(
        ({ figure, score }) => related.includes(figure) && figure.kind === 'event' && sigmoid(score) > LEAST_WHERE,
      )?.figure;
    return undefined;
  }

  function kinOf(figure: Figure, last: readonly Figure[]): 'related' | 'topic' | undefined {
    if (last.some(({ id, related }) => related.includes(figure.id) || figure.related.includes(id))) return 'related';
    return last.some(({ topic }) => topic === figure.topic) ? 'topic' : undefined;
  }

  /** A topic and nothing else, not even a question. */
  function isAlone({ words, entities, text }: Percept): boolean {
    return (
      entities.length === 0 &&
      words.length <= MOST_ALONE &&
      !words.some(({ text: word }) => QUESTION.test(word)) &&
      !/\?$/.test(text)
    );
  }

  function guarded(question: Question, taken: readonly Figure[]): FollowedUp {
    const scope = 'places' in question || 'when' in question ? scopeOf(question) : {};
    const elsewhere = unheldPlace(scope, taken, catalogue);
    return told(elsewhere ? refuse(elsewhere, taken) : question, taken);
  }
}

/** A place beside a listing is meant from this probability on. */
const LEAST_WHERE = 0.05;

/** Whether a figure has values of several times at a place. */
function hasCourse([figure]: readonly Figure[], { places }: Scope): boolean {
  if (!figure) return false;
  const place = places?.[0] ?? figure.observations[0]?.place;
  return new Set(figure.observations.filter((one) => one.place === place).map(({ asOf }) => asOf.date)).size > 1;
}

/** Whether a message has something that can be asked of what was told. */
function hasHook({ arithmetic, shift, where, asks, ordinal, places, dates, isUnit, numbers }: Turn): boolean {
  return (
    places.length + dates.length + asks.size > 0 ||
    arithmetic !== undefined ||
    shift !== undefined ||
    where !== undefined ||
    ordinal !== undefined ||
    isUnit ||
    numbers > 0
  );
}

/** Whether a message names a place, a time or a unit, or tells one from what was spoken of. */
function isScoped({ shift, where, places, dates, isUnit }: Turn): boolean {
  return places.length + dates.length > 0 || shift !== undefined || where !== undefined || isUnit;
}

/** A message of nothing but words of questions, which asks for the same again. */
function isRepeat({ text }: Percept, { intents, elliptic, outcomes }: Examination): boolean {
  if (asksDollars(text) || asksOtherCurrency(text)) return true;
  const intent = INTENTS_OF_SAME.find((one) => intents[one] >= LEAST_INTENT);
  return (
    intent !== undefined ||
    (elliptic >= LEAST_ELLIPTIC.usual && outcomes.talk < LEAST_ELLIPTIC.usual && AGAIN.test(text))
  );
}
const LEAST_INTENT = 0.5;
const INTENTS_OF_SAME: readonly Intent[] = [
  'source',
  'age',
  'chart',
  'trend',
  'definition',
  'compare',
  'difference',
  'ratio',
  'share',
  'sum',
  'average',
  'rank',
];
const AGAIN = /\bagain\b|\bhow m(?:any|uch)\b|多少|几|再|сколько|еще раз|снова/;

/** The arithmetic that the models see, where the words alone name none. */
function modelled({ intents }: Examination, { rest, places, dates, asks, shift }: Turn): Turn['arithmetic'] {
  if (rest.length > 1 || places.length + dates.length + asks.size > 0 || shift !== undefined) return undefined;
  return (
    (['sum', 'difference', 'ratio', 'share', 'average'] as const).find((one) => intents[one] > SURE_ARITHMETIC) ??
    (intents.compare > SURE_ARITHMETIC ? 'most' : undefined)
  );
}
const SURE_ARITHMETIC = 0.6;

/** What is asked of the figures, by words that name it or else by the models. */
function intentIn(turn: Turn, examination: Examination, text: string): Intent {
  const { asks, rest } = turn;
  const named = (
    [
      ['chart', 'chart'],
      ['definition', 'definition'],
      ['source', 'source'],
      ['age', 'age'],
    ] as [Ask, Intent][]
  ).find(([ask]) => asks.has(ask));
  const wish = named?.[1] ?? wishOf(text);
  if (wish && !PAIRED.has(wish)) return wish;
  const intent = intentOf(examination);
  if (PAIRED.has(intent)) return 'value';
  // "A year earlier?" asks for the value of that year.
  if (isScoped(turn) && examination.intents[intent] < SURE_INTENT) return 'value';
  return rest.length > 0 || examination.intents[intent] >= LEAST_INTENT ? intent : 'value';
}
const SURE_INTENT = 0.9;
/** Intents that need two values: where there are not two, the one is told. */
const PAIRED: ReadonlySet<Intent> = new Set(['compare', 'difference', 'ratio', 'share', 'sum', 'average', 'rank']);

/** Whether a figure that a message names stands beside the last one in arithmetic, rather than being what is asked. */
function isComputed(named: Figure, last: readonly Figure[]): boolean {
  return !last.includes(named) && named.kind !== 'percent' && named.kind !== 'event';
}

/** A growth or a share is asked for by what it is. */
function isKindOf(figure: Figure | undefined, arithmetic: Turn['arithmetic']): boolean {
  return figure?.kind === 'percent' && (arithmetic === 'share' || arithmetic === 'growth');
}

function told(question: Question, assumed: readonly Figure[]): FollowedUp {
  return { question, assumed: assumed.map(({ id }) => id) };
}

function inDollars(question: Question, text: string): Question {
  return question.kind === 'derive' && question.operation === 'ratio' && asksDollars(text)
    ? { ...question, currency: 'USD' }
    : question;
}
