import type { Language } from '../../data/languages.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import type { DailyAsk, Until, Wish } from './ask.ts';
import type { DailyOutcome } from './outcome.ts';
import { dayBefore, localDay } from './schedule.ts';
import type { Permit } from './subscription.ts';
import { type Channel, type Delivery, placeOf, type Schedule, type State, type Subscription } from './subscription.ts';
import { firstDayOf } from './until.ts';

/** What asks to change something; whether the person may is asked for these alone. */
export type Change = Extract<DailyAsk, { kind: 'on' | 'off' | 'pause' | 'resume' }>;

export function isChange(ask: DailyAsk): ask is Change {
  return ask.kind === 'on' || ask.kind === 'off' || ask.kind === 'pause' || ask.kind === 'resume';
}

/** All that a change depends on. */
export type Situation = {
  now: Date;
  channel: Channel;
  user: string;
  language: Language;
  subscription: Subscription | undefined;
  /** The last delivery that is written down. */
  last: Delivery | undefined;
  permit: Permit;
  /** The time zone for a channel that has none yet. */
  zone: { name: string; from: 'person' | 'default' };
};

/** What comes of a change, and what is to be kept; without `save` everything stays as it was. */
export type Decision = { outcome: DailyOutcome; save?: { subscription: Subscription; nextDue: Date | undefined } };

/** When a daily post is due for a channel that said nothing: 9 o'clock. */
const USUAL_MINUTE = 9 * 60;

/** Decides about a change without doing anything. */
export function decide(ask: Change, situation: Situation): Decision {
  const { permit, subscription } = situation;
  // Whoever may not post any more can still be silenced.
  const isSilencing = ask.kind === 'off' || ask.kind === 'pause';
  if (permit.kind === 'denied' || (permit.kind !== 'granted' && !isSilencing))
    return { outcome: { kind: 'refused', permit, ask } };
  if (ask.kind === 'on') return turnOn(ask.wish, situation);
  if (!subscription) return { outcome: { kind: 'nothing' } };
  switch (ask.kind) {
    case 'off':
      return {
        outcome: { kind: 'off', wasOff: subscription.state.kind === 'off' },
        save: { subscription: { ...subscription, state: { kind: 'off' } }, nextDue: undefined },
      };
    case 'pause':
      return pause(ask.until, subscription, situation);
    case 'resume':
      return resume(subscription, situation);
  }
}

/** The state that counts now: a pause that has run out is none. */
export function stateAt(now: Date, { state, schedule }: Subscription): State {
  const isOver = state.kind === 'paused' && state.until !== undefined && state.until <= localDay(now, schedule.zone);
  return isOver ? { kind: 'on' } : state;
}

/** The next posts as things stand; none while somebody has to turn them on. */
export function agendaAt(now: Date, subscription: Subscription, last: Delivery | undefined): Agenda {
  const state = stateAt(now, subscription);
  if (state.kind !== 'on' && !(state.kind === 'paused' && state.until !== undefined)) return { next: [], free: [] };
  const paused = state.kind === 'paused' && state.until !== undefined ? [dayBefore(state.until)] : [];
  const after = [...paused, ...(last ? [last.day] : [])].sort().at(-1);
  return agendaOf(subscription.schedule, now, after);
}

function turnOn(wish: Wish, situation: Situation): Decision {
  const { now, channel, user, language, subscription: earlier, zone, last } = situation;
  const subscription: Subscription = {
    id: earlier?.id ?? placeOf(channel),
    channel,
    schedule: scheduleOf(wish, earlier?.schedule, zone.name),
    setBy: { user, at: now },
    language,
    state: { kind: 'on' },
  };
  const agenda = agendaAt(now, subscription, last);
  const named = wish.zone !== undefined || earlier !== undefined;
  return {
    outcome: { kind: 'on', subscription, agenda, isNew: !earlier, ...(named ? {} : { zoneFrom: zone.from }) },
    save: { subscription, nextDue: agenda.next[0]?.due },
  };
}

/** What is not wished stays as it was. */
function scheduleOf(wish: Wish, earlier: Schedule | undefined, zone: string): Schedule {
  const topic = wish.topic === undefined ? earlier?.topic : wish.topic;
  return {
    minute: wish.minute ?? earlier?.minute ?? USUAL_MINUTE,
    zone: wish.zone ?? earlier?.zone ?? zone,
    days: wish.days ?? earlier?.days ?? 'all',
    ...(topic ? { topic } : {}),
  };
}

function pause(until: Until | undefined, earlier: Subscription, { now, user, last }: Situation): Decision {
  if (earlier.state.kind === 'off') return { outcome: { kind: 'off', wasOff: true } };
  const today = localDay(now, earlier.schedule.zone);
  const day = until && firstDayOf(until, today);
  if (day !== undefined && day <= today)
    return {
      outcome: {
        kind: 'unclear',
        isOver: true,
        unclear: {
          part: 'date',
          said: day,
          instead: [1, 7].map((days) => ({ kind: 'pause', until: { kind: 'days', days } })),
        },
      },
    };
  const state: State = { kind: 'paused', by: user, ...(day === undefined ? {} : { until: day }) };
  const subscription = { ...earlier, state };
  const agenda = agendaAt(now, subscription, last);
  return { outcome: { kind: 'paused', subscription, agenda }, save: { subscription, nextDue: agenda.next[0]?.due } };
}

function resume(earlier: Subscription, { now, last }: Situation): Decision {
  const wasOn = stateAt(now, earlier).kind === 'on';
  const subscription: Subscription = { ...earlier, state: { kind: 'on' } };
  const agenda = agendaAt(now, subscription, last);
  const outcome: DailyOutcome = { kind: 'resumed', subscription, agenda, wasOn };
  return wasOn ? { outcome } : { outcome, save: { subscription, nextDue: agenda.next[0]?.due } };
}
