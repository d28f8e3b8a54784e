import type { SlackClock } from './clock.ts';
import { TRIGGER_LIVES_MS } from './limits.ts';

/** Trigger ids: each lets the bot open one modal for one person, for three seconds. */
export type Triggers = {
  issue(user: string): string;
  /** Uses a trigger up; the answer names the person, or the error Slack gives. */
  exchange(id: string): { user: string } | { error: string };
};

export function createTriggers(clock: SlackClock): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${issued.size + 1}.${clock.now()}.fake`;
      issued.set(id, { user, at: clock.now(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (clock.now() - trigger.at > TRIGGER_LIVES_MS) return { error: 'expired_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
