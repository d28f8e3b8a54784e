import type { Channel, Schedule, State, Subscription } from '../../src/core/daily/subscription.ts';

/** Subscriptions as tests need them. */

export const SHANGHAI_AT_NINE: Schedule = { minute: 9 * 60, zone: 'Asia/Shanghai', days: 'all' };

export function channel(id = 'C1', workspace = 'T1', platform: Channel['platform'] = 'slack'): Channel {
  return { platform, workspace, id };
}

export function subscribed(changes: Partial<Subscription> = {}): Subscription {
  const to = changes.channel ?? channel();
  const on: State = { kind: 'on' };
  return {
    id: `sub-${to.platform}-${to.workspace}-${to.id}`,
    channel: to,
    schedule: SHANGHAI_AT_NINE,
    setBy: { user: 'U1', at: new Date('2026-11-01T08:00:00Z') },
    language: 'en',
    state: on,
    ...changes,
  };
}
