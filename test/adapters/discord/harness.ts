import type { TestContext } from 'vitest';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/adapter.ts';
import type { Shards } from '../../../src/adapters/discord/transport/client.ts';
import { TIMINGS, type Timings } from '../../../src/adapters/discord/transport/timings.ts';
import { UNMETERED } from '../../../src/adapters/shared/meter.ts';
import type { Log, PostingAdapter, Refused } from '../../../src/adapters/shared/posting-adapter.ts';
import { requestId } from '../../../src/adapters/shared/request.ts';
import { warmUp } from '../../../src/adapters/shared/warm-up.ts';
import { type Bot, createBot } from '../../../src/core/bot.ts';
import { createLanguageSettings } from '../../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../../src/core/daily/memory-subscriptions.ts';
import type { Clock, Painter } from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { NO_PICTURES } from '../../support/charts/no-pictures.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from '../../support/discord/fake-discord.ts';
import { expectNobodyIn } from '../../support/nobody-in.ts';
import { type ReportDesk, reportDesk } from '../../support/reports.ts';

export const CALLBACK = 'POST /interactions/:interaction/:token/callback';
export const POST = 'POST /channels/:channel/messages';
export const COMMANDS = 'PUT /applications/:application/commands';

/** One line of the bot's log. */
type LogLine = { level: keyof Log; event: string; fields: Record<string, unknown>; request: string | undefined };

/** A running bot on a Discord of its own. */
export type Stage = {
  discord: FakeDiscord;
  adapter: PostingAdapter;
  bot: Bot;
  log: LogLine[];
  logged(event: string): LogLine[];
  refusals: Refused[];
  /** What became of reported numbers. */
  reports: ReportDesk;
};

export type StageOptions = FakeDiscordOptions & {
  prepare?(discord: FakeDiscord): void;
  timings?: Partial<Timings>;
  /** The adapter's time, where it is not ours. */
  clock?: Clock;
  /** What forgets servers and channels that are gone; nothing is kept by default. */
  subscriptions?: DiscordOptions['subscriptions'];
  /** Where what answers show is noted; nowhere by default. */
  remember?: DiscordOptions['remember'];
  /** Where the bot has introduced itself; everywhere by default. */
  introductions?: DiscordOptions['introductions'];
  /** What draws charts; nothing by default, so that answers are text. */
  painter?: Painter;
  /** A bot that differs from the real one. */
  change?(bot: Bot): Bot;
  /** The channel that gets what people report. */
  reportTo?(discord: FakeDiscord): string;
  botToken?: string;
  /** The shards of the bot, where it is not the whole of it. */
  runs?: Shards;
  /** Leaves it to the test to start the adapter. */
  waits?: boolean;
};

/** Waits that would only slow a test down are short, and time that a busy machine may need is long. */
const SUITED: Partial<Timings> = {
  firstAnswerMs: 100_000,
  callbackTryMs: 20_000,
  loginRetry: { ...TIMINGS.loginRetry, firstMs: 50 },
  retry: { ...TIMINGS.retry, firstMs: 30 },
};

/** Discord's three seconds are less than a busy machine may need; how quick the bot is, is measured, not tested. */
const PATIENT = { firstAnswerMs: 110_000, tokenMs: 900_000 };

/** Starts a Discord and the bot in it; both end with the test. */
export async function stage(
  context: Pick<TestContext, 'onTestFinished'>,
  {
    prepare,
    timings,
    clock,
    subscriptions,
    remember,
    introductions,
    painter,
    change = (bot) => bot,
    reportTo,
    botToken,
    runs,
    waits,
    ...options
  }: StageOptions = {},
): Promise<Stage> {
  const discord = await startFakeDiscord({ deadlines: PATIENT, ...options });
  prepare?.(discord);
  const bot = change(await realBot());
  const made = adapterFor(discord, bot, {
    timings,
    clock,
    subscriptions,
    remember,
    introductions,
    painter,
    reportTo,
    token: botToken,
    runs,
  });
  context.onTestFinished(async () => {
    await made.adapter.stop();
    await discord.close();
    expectNobodyIn(
      made.log,
      [...discord.world.users.keys()].filter((id) => id !== discord.bot.id),
    );
  });
  if (!waits) await made.adapter.start();
  return { discord, bot, ...made };
}

/** Another bot for the same Discord, as after a restart. */
export function adapterFor(
  discord: FakeDiscord,
  bot: Bot,
  {
    timings,
    clock,
    subscriptions = { forget: async () => {}, kept: async () => [] },
    remember = async () => {},
    introductions = { first: async () => false },
    painter = NO_PICTURES,
    reportTo,
    token,
    runs,
  }: {
    timings?: Partial<Timings> | undefined;
    clock?: Clock | undefined;
    subscriptions?: DiscordOptions['subscriptions'] | undefined;
    remember?: DiscordOptions['remember'] | undefined;
    introductions?: DiscordOptions['introductions'] | undefined;
    painter?: Painter | undefined;
    reportTo?: StageOptions['reportTo'] | undefined;
    token?: string | undefined;
    runs?: Shards | undefined;
  } = {},
): Pick<Stage, 'adapter' | 'log' | 'logged' | 'refusals' | 'reports'> {
  const log: LogLine[] = [];
  const refusals: Refused[] = [];
  const reportChannel = reportTo?.(discord);
  const reports = reportDesk(
    bot,
    reportChannel === undefined ? undefined : (message) => adapter.messenger.say(reportChannel, message),
  );
  const adapter: PostingAdapter = createDiscordAdapter({
    bot,
    config: { token: token ?? discord.token, apiUrl: discord.apiUrl, shards: runs },
    subscriptions,
    remember,
    introductions,
    painter,
    reports: reports.take,
    log: logInto(log),
    meter: UNMETERED,
    onRefused: (refusal) => refusals.push(refusal),
    timings: { ...SUITED, ...timings },
    ...(clock ? { clock } : {}),
  });
  return { adapter, log, refusals, reports, logged: (event) => log.filter((line) => line.event.includes(event)) };
}

/**
 * The bot with all its figures, as it runs everywhere. Making one takes a quarter of a second, so the tests of a file
 * share one, and each has its own conversations and settings in it.
 */
export async function realBot(): Promise<Bot> {
  shared ??= loadCatalogue().then(async (catalogue) => {
    const bot = createBot({
      catalogue,
      clock: () => new Date(),
      version: '0.0.0',
      languages: createLanguageSettings(),
      memory: createMemory(() => new Date()),
      subscriptions: createMemorySubscriptions(),
      timeZone: 'Asia/Shanghai',
    });
    // As the program does while Discord is on its way.
    await warmUp(bot);
    return bot;
  });
  const bot = await shared;
  const own = `${count++} `;
  return {
    ...bot,
    reply: ({ conversation, place, ...query }) =>
      bot.reply({
        ...query,
        ...(conversation === undefined ? {} : { conversation: own + conversation }),
        ...(place === undefined ? {} : { place: own + place }),
      }),
  };
}

let shared: Promise<Bot> | undefined;
let count = 0;

/** A server with a channel and somebody in it. */
export function people(discord: FakeDiscord) {
  const guild = discord.guild('Harbin', { locale: 'en-US' });
  return { guild, channel: discord.channel(guild, 'general'), mei: discord.user('Mei') };
}

function logInto(lines: LogLine[]): Log {
  const at =
    (level: LogLine['level']) =>
    (event: string, fields: Record<string, unknown> = {}) => {
      lines.push({ level, event, fields, request: requestId() });
    };
  // Details are for whoever looks for one question.
  return { debug() {}, info: at('info'), warn: at('warn'), error: at('error') };
}
