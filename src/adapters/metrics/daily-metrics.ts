import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Census } from '../../core/daily/census.ts';
import type { PostingEvent } from '../../core/daily/posting.ts';

/** Upper bounds in seconds: a post is due on the minute, says that it is late after ten, and goes out no more after six hours. */
const LATENESS = [1, 2, 5, 10, 30, 60, 300, 600, 3_600, 21_600];

export type DailyMetrics = {
  /** Shows what a platform has none of yet as 0, so that the first one is seen as a rise. */
  expect(platform: string): void;
  hear(event: PostingEvent): void;
  /** Asks how daily posts stand now; before each collection, since all of these series come from one look. */
  look(): Promise<void>;
};

/** The ends of a daily post. */
export const OUTCOMES = ['sent', 'skipped', 'failed', 'uncertain'] as const;

const STEPS = ['prepare', 'claim', 'settle', 'tidy', 'plan', 'post', 'tell'] as const satisfies Step[];
type Step = Extract<PostingEvent, { kind: 'trouble' }>['what'];

/** Counts what happens to daily posts, and at each collection asks how they stand. */
export function createDailyMetrics(registry: Registry, census: () => Promise<Census>): DailyMetrics {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'harbin_deliveries_total',
    help: 'Daily posts that are done with, by what came of them: sent, skipped, failed or uncertain.',
    labelNames: ['platform', 'outcome'] as const,
    registers,
  });
  const lateness = new Histogram({
    name: 'harbin_delivery_lateness_seconds',
    help: 'How long after its time a daily post went out.',
    labelNames: ['platform'] as const,
    buckets: LATENESS,
    registers,
  });
  const retries = new Counter({
    name: 'harbin_delivery_retries_total',
    help: 'Tries of daily posts after which another one follows.',
    labelNames: ['platform'] as const,
    registers,
  });
  const troubles = new Counter({
    name: 'harbin_daily_troubles_total',
    help: 'Steps of the daily posts that failed, most often because the database did not answer.',
    labelNames: ['step'] as const,
    registers,
  });
  for (const step of STEPS) troubles.inc({ step }, 0);
  const subscriptions = new Gauge({
    name: 'harbin_subscriptions',
    help: 'Channels with a daily post, by its state: on, off, paused or broken.',
    labelNames: ['platform', 'state'] as const,
    registers,
  });
  const doubtful = new Gauge({
    name: 'harbin_doubtful_posts',
    help: 'Daily posts that may have got through and are being looked for.',
    registers,
  });
  const age = new Gauge({
    name: 'harbin_due_post_age_seconds',
    help: 'How long the oldest daily post that is due has been waiting; 0 where none is.',
    registers,
  });

  const look = async (): Promise<void> => {
    try {
      const now = await census();
      subscriptions.reset();
      for (const { platform, state, count } of now.subscriptions) subscriptions.set({ platform, state }, count);
      doubtful.set(now.doubtful);
      age.set(Math.max(0, (Date.now() - (now.oldestDue?.getTime() ?? Date.now())) / 1_000));
    } catch {
      // Without the database nobody knows; what was true a while ago would hide that.
      subscriptions.reset();
      doubtful.set(Number.NaN);
      age.set(Number.NaN);
    }
  };

  const hear = (event: PostingEvent): void => {
    switch (event.kind) {
      case 'settled': {
        const { platform, outcome } = event;
        deliveries.inc({ platform, outcome: outcome.kind });
        if (outcome.kind === 'sent') lateness.observe({ platform }, outcome.lateMs / 1_000);
        return;
      }
      case 'retried':
      case 'overtaken':
        retries.inc({ platform: event.platform });
        return;
      case 'trouble':
        troubles.inc({ step: event.what });
        return;
      case 'broken':
        return;
    }
  };
  return {
    hear,
    look,
    expect(platform) {
      for (const outcome of OUTCOMES) deliveries.inc({ platform, outcome }, 0);
      retries.inc({ platform }, 0);
    },
  };
}
