import { delayOf, type Pace } from '../../../core/pace.ts';
import { pause } from '../../shared/pause.ts';
import type { Drawn } from '../render/render.ts';
import { type Failure, failureOf } from '../transport/failure.ts';

/** What became of a message; `charts` says whether Slack drew one, `failed` whether it might be there after all. */
export type Outcome = { kind: 'sent'; charts: boolean } | { kind: 'failed'; failure: Failure };

/** Sends a message by one route, which throws when it fails; without blocks it is the plain text. */
type Route = (body: { text: string; blocks?: Drawn['blocks'] }) => Promise<void>;

/** How long an answer may be late, in milliseconds: after that nobody waits for it any more. */
const PATIENCE_MS = 60_000;
const RESENDING: Pace = { firstMs: 500, mostMs: 8_000 };

/** Charts refused one after the other that show a workspace without charts, and how long it is sent none then. */
const CHART_REFUSALS = 2;
const CHARTS_AGAIN_MS = 3_600_000;

/** Refusals of the blocks alone, after which the plain text is sent instead. */
export const BLOCK_REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);

/** Delivers messages; a place that Slack limits waits by itself and holds up no other. */
export type Deliver = (place: string, message: Drawn, route: Route) => Promise<Outcome>;

export function createDeliver(signal: AbortSignal): Deliver {
  /** Slack brings its charts to one workspace after the other. One refusal may be of that chart alone; after more of them in a row it is asked again later. */
  let refusals = 0;
  let chartsAgainAt = 0;
  const knowsCharts = () => refusals < CHART_REFUSALS || performance.now() >= chartsAgainAt;
  const limitedUntil = new Map<string, number>();
  const waitForTurn = async (place: string) => {
    const until = limitedUntil.get(place);
    if (until === undefined) return;
    if (until > performance.now()) await pause(until - performance.now(), signal);
    // Many places are response_urls, which are never used again. Somebody else may have been told to wait longer.
    if (limitedUntil.get(place) === until) limitedUntil.delete(place);
  };

  return async (place, message, route) => {
    const deadline = performance.now() + PATIENCE_MS;
    const { text, blocks, withoutCharts } = message;
    let asksForCharts = withoutCharts !== undefined && knowsCharts();
    let body: Parameters<Route>[0] = { text, blocks: asksForCharts ? blocks : (withoutCharts ?? blocks) };
    let refusedCharts = false;
    for (let failures = 0; ; failures += 1) {
      await waitForTurn(place);
      try {
        await route(body);
        if (refusedCharts && body.blocks) {
          refusals += 1;
          chartsAgainAt = performance.now() + CHARTS_AGAIN_MS;
        } else if (asksForCharts) refusals = 0;
        return { kind: 'sent', charts: asksForCharts };
      } catch (error) {
        const failure = failureOf(error);
        const failed: Outcome = { kind: 'failed', failure };
        if (signal.aborted) return failed;
        if (failure.kind === 'limited') {
          const until = performance.now() + failure.waitMs;
          if (until > deadline) return failed;
          limitedUntil.set(place, until);
        } else if (failure.kind === 'refused' && BLOCK_REFUSALS.has(failure.code) && body.blocks !== undefined) {
          refusedCharts ||= asksForCharts;
          body = asksForCharts && withoutCharts ? { text, blocks: withoutCharts } : { text };
          asksForCharts = false;
        } else if (failure.kind === 'unsent' && performance.now() < deadline) {
          await pause(delayOf(RESENDING, failures), signal);
        } else {
          // Refused for good, or perhaps carried out: one missing answer is better than two.
          return failed;
        }
      }
    }
  };
}
