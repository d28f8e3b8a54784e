import { z } from 'zod';
import {
  type Channel,
  type Delivery,
  type Outcome,
  REMEDIES,
  type State,
  type Subscription,
} from '../../core/daily/subscription.ts';
import { isTimeZone } from '../../core/daily/time-zone.ts';
import { LANGUAGES } from '../../data/languages.ts';
import type { DeliveryRow, SubscriptionRow } from './tables.ts';

/** Between the rows of the database and what the core knows. */

/** Undefined where the row is none that this program writes: a hand in the database, or another version of the program. */
export function subscriptionOf(row: SubscriptionRow): Subscription | undefined {
  const read = ROW.safeParse(row);
  if (!read.success) return undefined;
  const { minute, zone, days, language, set_at } = read.data;
  return {
    id: row.id,
    channel: { platform: row.platform as Channel['platform'], workspace: row.workspace, id: row.channel },
    schedule: { minute, zone, days, ...(row.topic === null ? {} : { topic: row.topic }) },
    setBy: { user: row.set_by, at: new Date(set_at) },
    language,
    state: JSON.parse(row.state) as State,
  };
}

/** For the log, without anything that stands in the row. */
export function unreadable(row: SubscriptionRow): Error {
  return new Error(
    `the daily post ${row.id} cannot be read from the table subscription: set it up anew in its channel`,
  );
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

/** What is to be what it says, since posts are planned and worded by it. */
const ROW = z.object({
  minute: z
    .int()
    .min(0)
    .max(24 * 60 - 1),
  zone: z.string().refine(isZone),
  days: json.pipe(z.union([z.enum(['all', 'weekdays', 'workdays']), z.array(z.int().min(1).max(7))])),
  language: z.enum(LANGUAGES),
  set_at: z.coerce.number(),
  state: json.pipe(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['on', 'off']) }),
      z.object({ kind: z.literal('paused'), by: z.string(), until: z.iso.date().optional() }),
      z.object({ kind: z.literal('broken'), remedy: z.enum(REMEDIES), code: z.string() }),
    ]),
  ),
});

const zones = new Map<string, boolean>();

/** Remembered, since it takes longer than all the rest. */
function isZone(zone: string): boolean {
  const known = zones.get(zone) ?? isTimeZone(zone);
  zones.set(zone, known);
  return known;
}

export function columnsOf({ id, channel, schedule, setBy, language, state }: Subscription) {
  return {
    id,
    platform: channel.platform,
    workspace: channel.workspace,
    channel: channel.id,
    minute: schedule.minute,
    zone: schedule.zone,
    days: JSON.stringify(schedule.days),
    topic: schedule.topic ?? null,
    set_by: setBy.user,
    set_at: setBy.at.getTime(),
    language,
    state: JSON.stringify(state),
  };
}

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    key: row.id,
    day: row.day,
    dueAt: new Date(row.due_at),
    ...(row.figure === null ? {} : { figure: row.figure }),
    outcome: row.outcome === null ? { kind: 'waiting' } : outcomeOf(row.outcome),
  };
}

function outcomeOf(text: string): Outcome {
  const { data: outcome } = OUTCOME.safeParse(text);
  if (!outcome) return { kind: 'uncertain', code: 'unreadable' };
  return (outcome.kind === 'sent' ? { ...outcome, at: new Date(outcome.at) } : outcome) as Outcome;
}

const OUTCOME = json.pipe(
  z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('sent'), at: z.number(), lateMs: z.number() }),
    z.looseObject({ kind: z.enum(['skipped', 'failed', 'uncertain']) }),
  ]),
);

export function millis(date: Date | undefined): number | null {
  return date?.getTime() ?? null;
}
