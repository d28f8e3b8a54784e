import type { AddressInfo } from 'node:net';
import type { TestContext } from 'vitest';
import { createHttpServer } from '../../../src/adapters/health/server.ts';
import type { Absences, Installations, Members } from '../../../src/adapters/shared/installations.ts';
import { UNMETERED } from '../../../src/adapters/shared/meter.ts';
import type { Log, LogFields, PostingAdapter, Refused } from '../../../src/adapters/shared/posting-adapter.ts';
import { requestId } from '../../../src/adapters/shared/request.ts';
import { createSeen } from '../../../src/adapters/shared/seen.ts';
import { createSlackAdapter, type SlackConfig } from '../../../src/adapters/slack/adapter.ts';
import { type Bot, createBot } from '../../../src/core/bot.ts';
import { createLanguageSettings } from '../../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../../src/core/daily/memory-subscriptions.ts';
import type {
  Clock,
  Introductions,
  LanguageSettings,
  Painter,
  Readers,
  RememberShown,
  Subscriptions,
} from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { NO_PICTURES } from '../../support/charts/no-pictures.ts';
import { expectNobodyIn } from '../../support/nobody-in.ts';
import { type ReportDesk, reportDesk } from '../../support/reports.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { NO_ABSENCES, NO_INSTALLATIONS, NO_MEMBERS } from '../../support/slack/no-installations.ts';

/** The real bot on the real Bolt, talking to a fake Slack. */
export type RunningBot = {
  slack: FakeSlack;
  adapter: PostingAdapter;
  bot: Bot;
  /** Every log line above debug. */
  log: { level: keyof Log; event: string; fields: LogFields; request: string | undefined }[];
  refused: Refused[];
  /** Workspaces whose data was removed. */
  forgotten: string[];
  /** What became of reported numbers. */
  reports: ReportDesk;
  /** The address of the program's HTTP server. */
  url: string;
  /** Ends this process of the bot and begins another, with nothing in its memory. */
  restart(): Promise<void>;
};

type Options = {
  mode?: 'socket' | 'http';
  slack?: FakeSlack;
  /** Changes the bot before the adapter gets it, to inject its troubles. */
  wrap?: (bot: Bot) => Bot;
  config?: Partial<Extract<SlackConfig, { botToken: string }>>;
  /** Where workspaces install the app instead of one token. */
  installations?: Installations;
  /** Which workspaces belong to an organisation that did. */
  members?: Members;
  absences?: Absences;
  /** Where the bot has introduced itself; everywhere by default. */
  introductions?: Introductions;
  /** The store's, for what is kept of workspaces; by default nothing is. */
  subscriptions?: Subscriptions;
  /** Where what answers show is noted; nowhere by default. */
  remember?: RememberShown;
  /** What people watch; nothing by default. */
  watchedBy?: Readers['watchedBy'];
  clock?: Clock;
  start?: boolean;
  /** What draws charts; nothing by default, so that answers are text. */
  painter?: Painter;
  /** How often removing data fails before it succeeds. */
  failsToForget?: number;
  /** The channel that gets what people report. */
  reportTo?: (slack: FakeSlack) => string;
  /** Changes the workspace before the bot comes. */
  prepare?: (slack: FakeSlack) => void;
};

const PATIENCE_MS = 30_000;
const HURRY = { firstMs: 40, mostMs: 200 };
const catalogue = await loadCatalogue();

// Building a bot takes a while: all bots of a file share one, and each has places and conversations of its own.
const LANGUAGES = createLanguageSettings();
const SHARED = createBot({
  catalogue,
  clock: () => new Date(),
  version: '1.0.0',
  languages: LANGUAGES,
  memory: createMemory(() => new Date()),
  subscriptions: createMemorySubscriptions(),
  timeZone: 'Asia/Shanghai',
});
let scopes = 0;

function nextScope(): string {
  scopes += 1;
  return String(scopes);
}

function scoped(places: string, conversations: string): Bot {
  return {
    ...SHARED,
    reply: ({ conversation, place, person, ...query }) =>
      SHARED.reply({
        ...query,
        ...(conversation === undefined ? {} : { conversation: `${conversations} ${conversation}` }),
        ...(place === undefined ? {} : { place: `${places} ${place}` }),
        ...(person === undefined ? {} : { person: `${places} ${person}` }),
      }),
  };
}

export async function startBot(test: Pick<TestContext, 'onTestFinished'>, options: Options = {}): Promise<RunningBot> {
  const { mode = 'socket', wrap = (bot) => bot } = options;
  const slack = options.slack ?? (await startFakeSlack());
  // Slack waits for three seconds, which a busy machine may need by itself.
  slack.timing.ackMs = PATIENCE_MS;
  options.prepare?.(slack);
  const log: RunningBot['log'] = [];
  /** Every line, those for debugging included. */
  const told: unknown[] = [];
  const refused: Refused[] = [];
  const forgotten: string[] = [];
  let failures = options.failsToForget ?? 0;
  const line =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}) => {
      told.push([event, fields]);
      if (level !== 'debug') log.push({ level, event, fields, request: requestId() });
    };
  const { botToken, appToken, signingSecret, clientId, clientSecret } = slack.installation;
  // Settings outlive the process, as they do in a store; the memory of conversations does not.
  const scope = nextScope();
  const languages: LanguageSettings = {
    of: (place) => LANGUAGES.of(`${scope} ${place}`),
    set: (place, language) => LANGUAGES.set(`${scope} ${place}`, language),
  };
  const createBotOf = () => wrap(scoped(scope, nextScope()));
  const bot = createBotOf();
  let adapter: PostingAdapter | undefined;
  const reportChannel = options.reportTo?.(slack);
  const reports = reportDesk(
    bot,
    reportChannel === undefined
      ? undefined
      : async (message) => (await adapter?.messenger.say(reportChannel, message)) ?? false,
  );
  let http: ReturnType<typeof createHttpServer> | undefined;

  const begin = async (): Promise<string> => {
    http = createHttpServer({
      readiness: () => ({ ready: adapter?.health().connected === true, details: {} }),
      exposition: { contentType: 'text/plain', text: async () => '' },
    });
    adapter = createSlackAdapter({
      config: {
        ...(options.installations
          ? { oauth: { clientId, clientSecret, stateSecret: 'a secret of many letters' } }
          : { botToken }),
        apiUrl: slack.apiUrl,
        dailyAdminsOnly: false,
        receive: mode === 'socket' ? { mode, appToken } : { mode, signingSecret },
        ...options.config,
      },
      bot: createBotOf(),
      languages,
      remember: options.remember ?? (async () => {}),
      watchedBy: options.watchedBy ?? (async () => []),
      reports: reports.take,
      installations: options.installations ?? NO_INSTALLATIONS,
      members: options.members ?? NO_MEMBERS,
      absences: options.absences ?? NO_ABSENCES,
      introductions: options.introductions ?? { first: async () => false },
      subscriptions: {
        async forget(where) {
          if (failures-- > 0) throw new Error('the database is away');
          await options.subscriptions?.forget(where);
          forgotten.push(where.workspace);
        },
        setUpBy: async (workspace, user) => (await options.subscriptions?.setUpBy(workspace, user)) ?? [],
        kept: async (platform) => (await options.subscriptions?.kept(platform)) ?? [],
      },
      log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
      seen: createSeen(),
      meter: UNMETERED,
      painter: options.painter ?? NO_PICTURES,
      mount: http.mount,
      onRefused: (error) => void refused.push(error),
      pace: HURRY,
      ...(options.clock ? { clock: options.clock } : {}),
    });
    const { port } = (await http.start({ host: '127.0.0.1', port: 0 })) as AddressInfo;
    if (mode === 'http') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    if (options.start !== false) await adapter.start();
    return `http://127.0.0.1:${port}`;
  };
  const end = async () => {
    await adapter?.stop();
    await http?.stop();
  };

  const running: RunningBot = {
    slack,
    bot,
    log,
    refused,
    forgotten,
    reports,
    url: await begin(),
    get adapter() {
      if (!adapter) throw new Error('The bot has not begun');
      return adapter;
    },
    async restart() {
      await end();
      running.url = await begin();
    },
  };
  test.onTestFinished(async () => {
    slack.faults.healMethods();
    await end();
    await slack.close();
    expectNobodyIn(
      told,
      [...slack.workspace.users.keys()].filter((id) => id !== slack.workspace.bot.id),
    );
  });
  return running;
}
