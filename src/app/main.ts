// src/app: the running bot: puts core, adapters and configuration together, and ends them in order.
// Imported by: cli/commands.

import { createPainter } from '../adapters/charts/painter.ts';
import { createHttpServer, type HttpServer, type Readiness } from '../adapters/health/server.ts';
import { createPinoLog } from '../adapters/logging/pino-log.ts';
import { createScrub } from '../adapters/logging/scrub.ts';
import { measuredBot } from '../adapters/metrics/measured-bot.ts';
import { createMetrics } from '../adapters/metrics/metrics.ts';
import { asError } from '../adapters/shared/as-error.ts';
import { pause } from '../adapters/shared/pause.ts';
import { type Log, type PostingAdapter, Refused } from '../adapters/shared/posting-adapter.ts';
import { warmUp } from '../adapters/shared/warm-up.ts';
import { openStore, type Store } from '../adapters/storage/open-store.ts';
import { createSeal } from '../adapters/storage/sealing.ts';
import { type Config, readConfig, secretsIn } from '../config/config.ts';
import { createBot } from '../core/bot.ts';
import type { Posting } from '../core/daily/posting.ts';
import type { Channel } from '../core/daily/subscription.ts';
import { countingMisses } from '../core/feedback/misses.ts';
import type { NewsDesk } from '../core/news/news.ts';
import { loadCatalogue } from '../data/load.ts';
import type { Catalogue } from '../data/schema.ts';
import { createChanges, rememberShown } from './changes.ts';
import { createDailyPosts } from './daily-posts.ts';
import { awaitEnding, onBugs } from './endings.ts';
import { numberReports } from './number-reports.ts';
import { platformsOf } from './platforms.ts';
import { reload } from './reload.ts';
import { takeDown } from './take-down.ts';

/** The composition root of a bot that serves platforms: builds everything, runs it until a signal, takes it down. */

/** Until a database that did not tell of other copies is asked again, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;
const DAY_MS = 86_400_000;

/** Runs until SIGTERM or SIGINT; throws FaultyConfiguration, FaultyCatalogue, FaultyStore or Refused where a person has to act. */
export async function runPlatforms(environment: NodeJS.ProcessEnv, version: string): Promise<void> {
  const config = readConfig(environment);
  let catalogue = await loadCatalogue(config.dataFolder);
  const log = createPinoLog({ level: config.logLevel, scrub: createScrub(secretsIn(environment)) });
  const store = await openStore(config.databaseUrl, (error) => log.warn('database trouble', { error }));
  const { absences, introductions, languages, members, memory, readers, subscriptions, seen } = store;
  const installations = store.installations(createSeal(config.encryptionKeys));
  const answering = createBot({
    catalogue,
    clock: () => new Date(),
    version,
    languages,
    memory,
    subscriptions,
    readers,
    timeZone: config.timeZone,
  });
  const bot = config.keepMisses
    ? countingMisses(answering, store.misses, (error) => log.warn('misses not counted', { error: asError(error) }))
    : answering;

  const painter = createPainter({ log });
  const adapters = new Map<Channel['platform'], PostingAdapter>();
  let daily: Posting | undefined;
  let changes: NewsDesk | undefined;
  const ending = new AbortController();
  const metrics = createMetrics({
    version,
    connections: () => [...adapters].map(([name, adapter]) => [name, adapter.health().connected] as const),
    census: store.census,
  });
  const http = createHttpServer({
    readiness: () => readinessOf(adapters, store, ending.signal),
    exposition: metrics,
  });
  const end = awaitEnding();
  onBugs(log, end.fail);
  const failed = new Set<string>();
  // The other platform goes on; with none left there is nothing to run for.
  const giveUp = (name: string, error: unknown) => {
    failed.add(name);
    log.error('platform given up', { platform: name, error: asError(error) });
    if (failed.size === adapters.size) end.fail(error);
  };

  try {
    for (const { name, create } of platformsOf(config)) {
      const onRefused = (error: Refused) => giveUp(name, error);
      const meter = metrics.meterOf(name);
      const reports = numberReports({ config, store, bot, adapters, log });
      const kept = {
        languages,
        remember: rememberShown(readers, log),
        watchedBy: readers.watchedBy,
        subscriptions,
        installations,
        members,
        absences,
        introductions,
        seen,
      };
      const own = { bot: measuredBot(bot, meter, log), meter, onRefused };
      adapters.set(name, await create({ ...kept, ...own, reports, painter, log, mount: http.mount }));
    }
    await listen(http, config, log);
    daily = createDailyPosts({ store, adapters, catalogue: () => catalogue, version, log, count: metrics.daily });
    daily.start();
    changes = createChanges({ store, adapters, catalogue: () => catalogue, version, log });
    changes.start();
    // Each on its own: one that cannot be reached holds up no other.
    for (const [name, adapter] of adapters)
      adapter.start().then(
        () => {
          if (!ending.signal.aborted) log.info('platform started', { platform: name });
        },
        // A token that is wrong from the start is a mistake to mend, not a state to run in.
        (error: unknown) => (error instanceof Refused ? end.fail(error) : giveUp(name, error)),
      );
    const learn = (other: Catalogue) => {
      catalogue = other;
      bot.learn(other);
      changes?.look();
    };
    // One after the other, so that what was read last stays.
    let reloaded = Promise.resolve();
    process.on('SIGHUP', () => {
      reloaded = reloaded.then(() => reload({ folder: config.dataFolder, present: () => catalogue, learn, log }));
    });
    void pruneMisses(store, log, ending.signal);
    void warnOfOthers(store, config, log, ending.signal);
    // While the platforms are on their way.
    void warmUp(bot);
    await end.reached;
  } finally {
    ending.abort();
    await takeDown(
      [
        // While the platforms still take posts.
        [async () => daily?.stop(), async () => changes?.stop()],
        [...adapters.values()].map((adapter) => () => adapter.stop()),
        [() => http.stop()],
        [() => painter.close()],
        [() => store.close()],
      ],
      log,
    );
  }
  log.info('stopped');
}

/** Ready while people on every platform reach the bot, and the database answers. */
async function readinessOf(
  adapters: ReadonlyMap<string, PostingAdapter>,
  store: Store,
  ending: AbortSignal,
): Promise<Readiness> {
  const states = [...adapters].map(([name, adapter]) => [name, adapter.health()] as const);
  const answers = await store.answers();
  const areConnected = states.length > 0 && states.every(([, { connected }]) => connected);
  return {
    ready: !ending.aborted && answers && areConnected,
    details: {
      ...Object.fromEntries(states.map(([name, { detail }]) => [name, ending.aborted ? 'stopping' : detail])),
      store: answers ? 'answers' : 'does not answer',
    },
  };
}

/** Missed words are kept for 90 days, whether others come or not, and whether they are still counted. */
async function pruneMisses({ misses }: Store, log: Log, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await misses.prune().catch((error: unknown) => log.warn('misses not pruned', { error: asError(error) }));
    await pause(DAY_MS, ending);
  }
}

/** Slack hands each event to one process; Discord hands everything to all that are not told which shards are theirs. */
async function warnOfOthers(store: Store, { discord }: Config, log: Log, ending: AbortSignal): Promise<void> {
  if (!discord || discord.shards) return;
  let others = await othersOn(store);
  while (others === undefined && !ending.aborted) {
    await pause(LOOK_AGAIN_MS, ending);
    if (!ending.aborted) others = await othersOn(store);
  }
  if (others) log.warn('other copies run on this database: without SHARDS each answers on Discord', { others });
}

/** How many other copies work on the database; undefined where it does not tell now. */
function othersOn(store: Store): Promise<number | undefined> {
  return store.others().catch(() => undefined);
}

async function listen(http: HttpServer, { http: address, slack }: Config, log: Log): Promise<void> {
  try {
    const { address: host, port } = await http.start(address);
    log.info('listening', { host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    // By socket the bot works without it; Slack's HTTP requests would find nobody.
    if (slack?.receive.mode === 'http')
      throw new Error(`cannot listen on HOST ${address.host}, PORT ${address.port} (${code}): set another`, {
        cause: error,
      });
    log.warn('health is not served: set another HOST or PORT', { ...address, code });
  }
}
