import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { isHeld } from '../catalogue/observing.ts';
import { ALWAYS, type Scope, scopeOf } from '../catalogue/scope.ts';
import type { Dialogue } from '../conversation/dialogue.ts';
import type { Question } from '../question.ts';
import { askedScope } from './asked-scope.ts';
import { derive, isQuantity, OPERATIONS, pair, relationWith } from './combine.ts';
import type { Examination } from './examine.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import type { Intent } from './labels.ts';
import { sigmoid } from './linear.ts';
import { type Percept, WHOLE } from './perceive.ts';
import { asksDollars, asksOtherCurrency, questionOf } from './question-of.ts';
import { detailOf, refuse } from './refusal.ts';
import { intentOf } from './talk.ts';
import { asksJudgement, wishOf } from './wishes.ts';

/** A question that a conversation completed, and the figures that it took over from there. */
type FollowedUp = { question: Question; assumed: string[] };

/** In: a message and its conversation. Out: what it asks as a follow-up; undefined where it stands by itself. */
export type FollowUps = (percept: Percept, examination: Examination, dialogue: Dialogue) => FollowedUp | undefined;

/** A message goes on from the last one from this probability on; a short one that names nothing of its own does so sooner. */
const LEAST_ELLIPTIC = { usual: 0.5, short: 0.08 };
const MOST_SHORT = 7;
/** A message names a topic of its own from this probability and this completeness of its keyword on. */
const OWN_TOPIC = { probability: 0.5, completeness: 0.6 };
/** What a figure's score gains when it belongs to what the conversation is about. */
const BONUS = { related: 2.5, topic: 1.5 };
/** A figure that belongs to the conversation must be named at least this well. */
const LEAST_SIBLING = 0;
/** What is not held decides from here on that a message is none that goes on. */
const LEAST_UNHELD = 0.8;
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
/** Intents that ask something about the very figure that was told. */
const SAME: ReadonlySet<Intent> = new Set([
  'source',
  'age',
  'chart',
  'trend',
  'check',
  'compare',
  'difference',
  'ratio',
  'share',
  'sum',
  'average',
  'rank',
]);
/** Words that stand for the place that was spoken of. */
const THERE = /\bthere\b|那里|那边|那儿|该区|这里|(?<!\p{L})там(?!\p{L})|(?<!\p{L})здесь(?!\p{L})/u;

export function createFollowUps(catalogue: Catalogue): FollowUps {
  const figures = figureIndex(catalogue);

  return (percept, examination, dialogue) => {
    const last = figures.all(dialogue.figures);
    const wish = wishOf(percept.text);
    const intent = wish ?? intentOf(examination);
    if (last.length === 0 || (TALK.has(intent) && wish === undefined && examination.intents[intent] > LEAST_TALK))
      return undefined;
    const isUnit = asksDollars(percept.text) || asksOtherCurrency(percept.text);
    const isShortOrUnit = percept.units.filter(({ kind }) => kind !== 'mark').length <= MOST_SHORT;
    const own =
      isShortOrUnit &&
      ((isUnit && last.some(({ kind }) => kind === 'money')) || (wish !== undefined && !namesMore(percept, last)))
        ? undefined
        : ownTopic(percept, examination);
    if (asksJudgement(percept.text) && !own)
      return told(refuse({ kind: 'detail', detail: 'judgement', figures: last.map(({ id }) => id) }, last), last);
    const isShort = percept.units.filter(({ kind }) => kind !== 'mark').length <= MOST_SHORT && !own;
    if (
      examination.elliptic < (isShort ? LEAST_ELLIPTIC.short : LEAST_ELLIPTIC.usual) &&
      !(own && THERE.test(percept.text)) &&
      !(isShort && (isUnit || wish !== undefined))
    )
      return undefined;
    if (!own && examination.outcomes.unheld > LEAST_UNHELD && percept.entities.length === 0) {
      const detail = detailOf({ ...examination, topics: last.map((figure) => ({ figure, score: NAMED_SCORE })) });
      return detail && told(refuse(detail, last), last);
    }
    return followUp(percept, examination, dialogue, last, intent, own);
  };

  /** Whether a message names a figure in full that is not among those that were told. */
  function namesMore({ matches }: Percept, last: readonly Figure[]): boolean {
    return matches.some(
      ({ id, fit }) => fit.completeness >= WHOLE && fit.coverage >= HALF && !last.some((figure) => figure.id === id),
    );
  }

  /** The topic that a message names itself, whatever was spoken of before. */
  function ownTopic({ matches }: Percept, { topics }: Examination): Figure | undefined {
    const [best] = topics;
    if (!best) return undefined;
    const probability = sigmoid(best.score);
    const match = matches.find(({ id }) => id === best.figure.id);
    const isNamed = probability >= OWN_TOPIC.probability && (match?.fit.completeness ?? 0) >= OWN_TOPIC.completeness;
    return isNamed ? best.figure : undefined;
  }

  function followUp(
    percept: Percept,
    examination: Examination,
    dialogue: Dialogue,
    last: readonly Figure[],
    intent: Intent,
    own: Figure | undefined,
  ): FollowedUp {
    const isUnit = asksDollars(percept.text) || asksOtherCurrency(percept.text);
    const sibling =
      own || isUnit || SAME.has(intent) || percept.entities.some(({ kind }) => kind !== 'number')
        ? undefined
        : siblingOf(examination, last);
    const named = own && !last.includes(own) && !(isUnit && last.some(({ kind }) => kind === 'money')) ? own : sibling;
    const earlier = figures.all(dialogue.earlier ?? []);
    const operation = OPERATIONS[intent];
    const isWide = percept.entities.some(({ kind }) => kind === 'place' || kind === 'date');
    if (operation && !isWide) {
      const [left, right] = named ? [last.at(-1), named] : last.length > 1 ? last : [earlier.at(-1), last.at(-1)];
      const single = last.length === 1 && !named ? last[0] : undefined;
      const relation =
        single && operation !== 'compare'
          ? relationWith(
              catalogue,
              operation,
              single.id,
              earlier.map(({ id }) => id),
            )
          : undefined;
      const isScoped = (dialogue.scope?.places?.length ?? 0) > 1 || (dialogue.scope?.when?.length ?? 0) > 1;
      if (relation && !isScoped) return told(derive(catalogue, relation), last);
      if (left && right && left !== right && !isScoped && [left, right].every(isQuantity))
        return told(
          { ...pair(catalogue, operation, left.id, right.id), ...scopeOf(dialogue.scope ?? {}) } as Question,
          named ? [left] : [left, right],
        );
    }
    const asked = named ? [named] : last;
    const assumed = named && named === own ? [] : asked;
    const said = askedScope(catalogue, percept, examination, asked, intent);
    const scope = named === own && named && !THERE.test(percept.text) ? said : continued(said, dialogue, asked);
    const elsewhere = unheldPlace(scope, asked, catalogue);
    if (elsewhere) return told(refuse(elsewhere, asked), assumed);
    const atOtherTime = unheldTime(percept.entities, scope, asked, catalogue);
    if (atOtherTime && intent !== 'check') return told(refuse(atOtherTime, asked), assumed);
    const ids = asked.map(({ id }) => id);
    if (asksOtherCurrency(percept.text))
      return told(refuse({ kind: 'detail', detail: 'currency', figures: ids }, asked), assumed);
    if (intent === 'source' || intent === 'age')
      return told({ kind: 'about', what: intent, figures: ids, ...scope }, []);
    if (intent === 'trend' && asked.length === 1)
      return told({ kind: 'figure', figures: ids, ...scope, when: scope.when ?? [ALWAYS] }, assumed);
    const question = questionOf({
      isSure: true,
      figures: asked,
      intent: intent === 'list' ? 'value' : intent,
      scope,
      percept,
      catalogue,
    });
    // What may not be held is shown as the nearest, said as such.
    if (
      question.kind === 'figure' &&
      examination.outcomes.unheld > DOUBTFUL &&
      !own &&
      sibling === undefined &&
      percept.entities.length === 0
    )
      return told({ kind: 'nearest', figures: ids, words: [], ...scope }, assumed);
    return told(question, assumed);
  }

  /** The figure beside those that were told which a message asks for: "where?" behind the listing means the exchange. */
  function siblingOf({ topics }: Examination, last: readonly Figure[]): Figure | undefined {
    const [best] = topics
      .filter(({ figure }) => !last.includes(figure))
      .map(({ figure, score }) => ({ figure, score: score + bonusOf(figure, last), bonus: bonusOf(figure, last) }))
      .filter(({ bonus }) => bonus > 0)
      .sort((a, b) => b.score - a.score);
    const same = Math.max(...topics.filter(({ figure }) => last.includes(figure)).map(({ score }) => score));
    return best && best.score > LEAST_SIBLING && best.score - best.bonus > same ? best.figure : undefined;
  }

  /** Places and times that the message does not name stay those of the conversation, where something is held for them. */
  function continued(asked: Scope, { scope = {} }: Dialogue, told: readonly Figure[]): Scope {
    const whole = scopeOf({ ...scope, ...asked });
    if (told.every((figure) => isHeld(figure, whole))) return whole;
    const place = scopeOf({ ...(scope.places ? { places: scope.places } : {}), ...asked });
    return told.every((figure) => isHeld(figure, place)) ? place : asked;
  }

  function bonusOf(figure: Figure, last: readonly Figure[]): number {
    if (last.some(({ id, related }) => related.includes(figure.id) || figure.related.includes(id)))
      return BONUS.related;
    return last.some(({ topic }) => topic === figure.topic) ? BONUS.topic : 0;
  }
}

/** From this probability on that something is not held it is not simply told. */
const DOUBTFUL = 0.5;
/** Half of a message's words. */
const HALF = 0.5;
/** The score of a figure that is surely meant. */
const NAMED_SCORE = 10;

function told(question: Question, assumed: readonly Figure[]): FollowedUp {
  return { question, assumed: assumed.map(({ id }) => id) };
}
