import { type Log, type PostingAdapter, Refused } from './adapters/adapter.ts';
import { asError } from './adapters/as-error.ts';
import { createPainter } from './adapters/charts/painter.ts';
import { createHttpServer, type HttpServer } from './adapters/health/server.ts';
import type { Installations, Members } from './adapters/installations.ts';
import { createPinoLog } from './adapters/logging/pino-log.ts';
import { createScrub } from './adapters/logging/scrub.ts';
import type { Meter } from './adapters/meter.ts';
import { measuredBot } from './adapters/metrics/measured-bot.ts';
import { createMetrics } from './adapters/metrics/metrics.ts';
import { pause } from './adapters/pace.ts';
import type { Seen } from './adapters/seen.ts';
import { openStore, type Store } from './adapters/storage/open-store.ts';
import { createSeal } from './adapters/storage/sealing.ts';
import { warmUp } from './adapters/warm-up.ts';
import { type Config, readConfig, secretsIn } from './config.ts';
import { type Bot, createBot } from './core/bot.ts';
import type { Daily } from './core/daily/daily.ts';
import type { Channel } from './core/daily/subscription.ts';
import { countingMisses } from './core/misses.ts';
import type { LanguageSettings, Painter, Subscriptions } from './core/ports.ts';
import { createDailyPosts } from './daily-posts.ts';
import { loadCatalogue } from './data/load.ts';
import type { Catalogue } from './data/schema.ts';
import { reload } from './reload.ts';

/** The composition root of a bot that serves platforms: builds everything, runs it until a signal, takes it down. */

/** What adapters are built from. */
type Parts = {
  config: Config;
  bot: Bot;
  languages: LanguageSettings;
  subscriptions: Subscriptions;
  installations: Installations;
  members: Members;
  seen: Seen;
  painter: Painter;
  log: Log;
  meter: Meter;
  http: HttpServer;
  onRefused: (error: Refused) => void;
};

type Platform = { name: Channel['platform']; create: (parts: Parts) => Promise<PostingAdapter> };

/** Each platform's library is heavy and imported only where its token is set. */
const PLATFORMS: readonly (Platform & { isConfigured: (config: Config) => boolean })[] = [
  {
    name: 'slack',
    isConfigured: ({ slack }) => slack !== undefined,
    async create({ config, http, ...parts }) {
      if (!config.slack) throw new Error('Slack is not configured');
      const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
      return createSlackAdapter({ ...parts, config: config.slack, mount: http.mount });
    },
  },
  {
    name: 'discord',
    isConfigured: ({ discord }) => discord !== undefined,
    async create({ config, http: _, installations: __, members: ___, seen: ____, ...parts }) {
      if (!config.discord) throw new Error('Discord is not configured');
      const { createDiscordAdapter } = await import('./adapters/discord/adapter.ts');
      return createDiscordAdapter({ ...parts, config: config.discord });
    },
  },
];

/** How long a stop may take in all, in milliseconds: containers and systemd are set to wait 20 seconds. */
const MOST_STOPPING_MS = 14_000;
/** Until a database that did not tell of other copies is asked again, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** Runs until SIGTERM or SIGINT; throws FaultyConfiguration, FaultyCatalogue, FaultyStore or Refused where a person has to act. */
export async function runPlatforms(environment: NodeJS.ProcessEnv, version: string): Promise<void> {
  const config = readConfig(environment);
  let catalogue = await loadCatalogue(config.dataFolder);
  const log = createPinoLog({ level: config.logLevel, scrub: createScrub(secretsIn(environment)) });
  const store = await openStore(config.databaseUrl, (error) => log.warn('database trouble', { error }));
  const { languages, members, memory, subscriptions, seen } = store;
  const installations = store.installations(createSeal(config.encryptionKeys));
  const answering = createBot({
    catalogue,
    clock: () => new Date(),
    version,
    languages,
    memory,
    subscriptions,
    timeZone: config.timeZone,
  });
  const bot = config.keepMisses
    ? countingMisses(answering, store.misses, (error) => log.warn('misses not counted', { error: asError(error) }))
    : answering;

  const painter = createPainter({ log });
  const adapters = new Map<Channel['platform'], PostingAdapter>();
  let daily: Daily | undefined;
  let isStopping = false;
  const ending = new AbortController();
  const states = () => [...adapters].map(([name, adapter]) => [name, adapter.health()] as const);
  const metrics = createMetrics({
    version,
    connections: () => states().map(([name, { connected }]) => [name, connected] as const),
    census: store.census,
  });
  const readiness = async () => {
    const now = states();
    const answers = await store.answers();
    return {
      ready: !isStopping && answers && now.length > 0 && now.every(([, { connected }]) => connected),
      details: {
        ...Object.fromEntries(now.map(([name, { detail }]) => [name, isStopping ? 'stopping' : detail])),
        store: answers ? 'answers' : 'does not answer',
      },
    };
  };
  const http = createHttpServer({ readiness, exposition: metrics });
  const end = endings();
  onBugs(log, end.fail);
  const failed = new Set<string>();
  // The other platform goes on; with none left there is nothing to run for.
  const giveUp = (name: string, error: unknown) => {
    failed.add(name);
    log.error('platform given up', { platform: name, error: asError(error) });
    if (failed.size === adapters.size) end.fail(error);
  };

  try {
    for (const { name, create } of PLATFORMS.filter(({ isConfigured }) => isConfigured(config))) {
      const onRefused = (error: Refused) => giveUp(name, error);
      const meter = metrics.meterOf(name);
      const parts = {
        config,
        languages,
        subscriptions,
        installations,
        members,
        seen,
        painter,
        log,
        meter,
        http,
        onRefused,
      };
      adapters.set(name, await create({ ...parts, bot: measuredBot(bot, meter, log) }));
    }
    await listen(http, config, log);
    daily = createDailyPosts({ store, adapters, catalogue: () => catalogue, version, log, count: metrics.daily });
    daily.start();
    // Each on its own: one that cannot be reached holds up no other.
    for (const [name, adapter] of adapters)
      adapter.start().then(
        () => log.info('platform started', { platform: name }),
        // A token that is wrong from the start is a mistake to mend, not a state to run in.
        (error: unknown) => (error instanceof Refused ? end.fail(error) : giveUp(name, error)),
      );
    const learn = (other: Catalogue) => {
      catalogue = other;
      bot.learn(other);
    };
    process.on('SIGHUP', () => void reload({ folder: config.dataFolder, present: () => catalogue, learn, log }));
    void warnOfOthers(store, config, log, ending.signal);
    // While the platforms are on their way.
    void warmUp(bot);
    await end.reached;
  } finally {
    isStopping = true;
    ending.abort();
    const stopping = async () => {
      // While the platforms still take posts.
      await daily?.stop();
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await http.stop();
      await painter.close();
      await store.close();
      return true;
    };
    const over = new AbortController();
    // What hangs is left to the next start: nothing is lost by it, and a supervisor waits no longer.
    const isDone = await Promise.race([stopping(), pause(MOST_STOPPING_MS, over.signal).then(() => false)]);
    over.abort();
    if (!isDone) log.warn('stopped before everything was done');
  }
  log.info('stopped');
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

/** What ends the program: a signal, or something only a person can mend. A second signal does not wait any more. */
function endings() {
  let resolve: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const reached = new Promise<void>((onReached, onFailed) => {
    resolve = onReached;
    fail = onFailed;
  });
  let signals = 0;
  const onSignal = () => {
    signals += 1;
    if (signals > 1) process.exit(1);
    resolve();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { reached, fail };
}

/** A forgotten rejection is a bug in one answer, and must not take everyone else's with it; after an uncaught error nothing is certain. */
function onBugs(log: Log, fail: (error: unknown) => void): void {
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', { error: asError(reason) }));
  process.on('uncaughtException', (error) => {
    log.error('uncaught error, stopping', { error: asError(error) });
    fail(error);
  });
}
