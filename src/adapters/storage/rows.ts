import type { Channel, Delivery, Outcome, State, Subscription } from '../../core/daily/subscription.ts';
import type { Language } from '../../data/schema.ts';
import type { DeliveryRow, SubscriptionRow } from './tables.ts';

/** Between the rows of the database and what the core knows. */

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: { platform: row.platform as Channel['platform'], workspace: row.workspace, id: row.channel },
    schedule: {
      minute: row.minute,
      zone: row.zone,
      days: JSON.parse(row.days),
      ...(row.topic === null ? {} : { topic: row.topic }),
    },
    setBy: { user: row.set_by, at: new Date(row.set_at) },
    language: row.language as Language,
    state: JSON.parse(row.state) as State,
  };
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

function outcomeOf(json: string): Outcome {
  const outcome = JSON.parse(json);
  return outcome.kind === 'sent' ? { ...outcome, at: new Date(outcome.at) } : outcome;
}

export function millis(date: Date | undefined): number | null {
  return date?.getTime() ?? null;
}
