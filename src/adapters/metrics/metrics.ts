// src/adapters/metrics: counters and histograms for Prometheus.
// Imported by: app.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Census } from '../../core/daily/census.ts';
import type { PostingEvent } from '../../core/daily/posting.ts';
import type { Meter } from '../shared/meter.ts';
import { createDailyMetrics } from './daily-metrics.ts';

/** The numbers that Prometheus collects. */
export type Metrics = {
  /** What one platform counts with. */
  meterOf(platform: string): Meter;
  /** Hears what happens to daily posts. */
  daily: (event: PostingEvent) => void;
  /** All of them now, in Prometheus' text format. */
  text(): Promise<string>;
  contentType: string;
};

export type MetricsOptions = {
  version: string;
  /** Whether each platform that is configured is connected. */
  connections: () => Iterable<readonly [platform: string, connected: boolean]>;
  /** How daily posts stand; may fail. */
  census: () => Promise<Census>;
};

/** Upper bounds in seconds: reading a question takes a millisecond, a platform gives up after three seconds, a client after ten. */
const SECONDS = {
  question: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
  event: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  call: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
};

export function createMetrics({ version, connections, census }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  new Gauge({
    name: 'harbin_info',
    help: 'Always 1; its labels tell the version of the bot.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  new Gauge({
    name: 'harbin_platform_connected',
    help: 'Whether people on the platform can reach the bot now: 1 or 0.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, connected] of connections()) this.set({ platform }, connected ? 1 : 0);
    },
  });
  const questions = new Counter({
    name: 'harbin_questions_total',
    help: 'Questions answered, refusals included, by the kind of the answer.',
    labelNames: ['platform', 'kind', 'language'] as const,
    registers,
  });
  const refusals = new Counter({
    name: 'harbin_refusals_total',
    help: 'Questions refused, by what was missing.',
    labelNames: ['platform', 'reason'] as const,
    registers,
  });
  const questionSeconds = new Histogram({
    name: 'harbin_question_seconds',
    help: 'Time to read a question, find its answer and word it, without the platform.',
    labelNames: ['platform'] as const,
    buckets: SECONDS.question,
    registers,
  });
  const eventSeconds = new Histogram({
    name: 'harbin_event_seconds',
    help: 'Time from the arrival of an event to the end of its answer, the platform included.',
    labelNames: ['platform', 'event'] as const,
    buckets: SECONDS.event,
    registers,
  });
  const eventAge = new Histogram({
    name: 'harbin_event_age_seconds',
    help: 'Age of an event at its arrival, by the clock of the platform.',
    labelNames: ['platform', 'event'] as const,
    buckets: SECONDS.event,
    registers,
  });
  const calls = new Histogram({
    name: 'harbin_platform_call_seconds',
    help: "Time of the calls of a platform's API, by the family of the method and what came of it.",
    labelNames: ['platform', 'family', 'result'] as const,
    buckets: SECONDS.call,
    registers,
  });
  const reconnects = new Counter({
    name: 'harbin_reconnects_total',
    help: 'Connections to a platform that were lost and made anew.',
    labelNames: ['platform'] as const,
    registers,
  });

  const daily = createDailyMetrics(registry, census);

  return {
    contentType: registry.contentType,
    daily: daily.hear,
    async text() {
      await daily.look();
      return registry.metrics();
    },
    meterOf(platform) {
      // From the beginning on, so that the first one is seen as a rise.
      reconnects.inc({ platform }, 0);
      daily.expect(platform);
      return {
        handled({ what: event, ageSeconds, seconds }) {
          eventSeconds.observe({ platform, event }, seconds);
          // A clock behind the platform's would make it negative.
          if (ageSeconds !== undefined) eventAge.observe({ platform, event }, Math.max(0, ageSeconds));
        },
        answered({ kind, language, refusal, seconds }) {
          questions.inc({ platform, kind, language });
          questionSeconds.observe({ platform }, seconds);
          if (refusal !== undefined) refusals.inc({ platform, reason: refusal });
        },
        called: ({ family, result, seconds }) => calls.observe({ platform, family, result }, seconds),
        reconnected: () => reconnects.inc({ platform }),
      };
    },
  };
}
