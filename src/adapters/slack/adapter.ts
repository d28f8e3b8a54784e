// src/adapters/slack: Slack. Below: transport (the way to Slack), render (what is shown), outbound (what is sent),
// installation (workspaces, rights, departures, doctor), inbound (what people do).
// Imported by: app, cli/doctor, config.

import { App, type AuthorizeResult, ErrorCode, type Logger, type Receiver } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import type { Pace } from '../../core/daily/pace.ts';
import type { TakeReport } from '../../core/feedback/number-reports.ts';
import type {
  Clock,
  Introductions,
  LanguageSettings,
  Painter,
  Readers,
  RememberShown,
  Subscriptions,
} from '../../core/ports.ts';
import { createAllowance } from '../shared/allowance.ts';
import type { Absences, Installation, Installations, Members } from '../shared/installations.ts';
import type { Meter } from '../shared/meter.ts';
import type { Health, Log, Mount, PostingAdapter, Refused } from '../shared/posting-adapter.ts';
import type { Seen } from '../shared/seen.ts';
import { listenToHomeTab } from './inbound/home-tab.ts';
import { createIntake, createTurns } from './inbound/intake.ts';
import { listenToInteractions } from './inbound/interactions.ts';
import { listenToMessages } from './inbound/messages.ts';
import { type Authorised, createSessions, type SessionBase, type Sessions } from './inbound/session.ts';
import { listenToInvitations } from './inbound/welcome.ts';
import { createSilentDepartures, listenToDepartures, withRetries } from './installation/departures.ts';
import { mountInstallPages, type OAuthConfig } from './installation/install-pages.ts';
import { manyWorkspaces } from './installation/many-workspaces.ts';
import { type Forget, ownWorkspace, type Workspaces } from './installation/workspaces.ts';
import { createMessenger } from './outbound/messenger.ts';
import { apiAddress, boltLogger, type Clients, createClients } from './transport/client.ts';
import { type Connection, NotTaken } from './transport/connection.ts';
import { type Failure, failureCode, tokenRefusal } from './transport/failure.ts';
import { createHttpConnection } from './transport/http-connection.ts';
import { createSocketConnection } from './transport/socket-connection.ts';

/** How Slack reaches the bot (by a socket that the bot opens, or by requests that Slack signs), and how the bot speaks: by one token, or by those of the workspaces that install the app. */
export type SlackConfig = {
  /** The address of the Web API; Slack's own by default. */
  apiUrl?: string;
  receive: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  /** Whether only admins and owners of the workspace may change daily posts. */
  dailyAdminsOnly: boolean;
} & ({ botToken: string } | { oauth: OAuthConfig });

export type SlackOptions = {
  config: SlackConfig;
  bot: Bot;
  languages: LanguageSettings;
  remember: RememberShown;
  watchedBy: Readers['watchedBy'];
  subscriptions: Pick<Subscriptions, 'forget' | 'kept' | 'setUpBy'>;
  /** Used where many workspaces install the app. */
  installations: Installations;
  members: Members;
  absences: Absences;
  introductions: Introductions;
  /** The events that this or another copy of the bot has taken already. */
  seen: Seen;
  painter: Painter;
  /** Takes reports of wrong numbers. */
  reports: TakeReport;
  log: Log;
  meter: Meter;
  /** The program's HTTP server, for the mode that needs one, and for the pages that install the app. */
  mount: Mount;
  /** Called when Slack revokes the only token while the bot runs. */
  onRefused: (error: Refused) => void;
  /** The delays between attempts to connect; tests use short ones. */
  pace?: Pace;
  clock?: Clock;
};

/** How long a stop waits for running answers, in milliseconds. */
const FINISHING_MS = 10_000;
/** The delays between attempts to connect. */
const RECONNECTING: Pace = { firstMs: 1_000, mostMs: 30_000 };

export function createSlackAdapter(options: SlackOptions): PostingAdapter {
  const {
    config,
    bot,
    languages,
    remember,
    watchedBy,
    subscriptions,
    absences,
    introductions,
    seen,
    reports,
    log,
    meter,
    pace = RECONNECTING,
  } = options;
  const { clock = () => new Date() } = options;
  const logger = boltLogger(log);
  const clients = createClients(config.apiUrl, logger, meter);
  const stopping = new AbortController();
  const abandoned = new AbortController();
  const turns = createTurns();
  const base: SessionBase = {
    bot,
    languages,
    remember,
    watchedBy,
    setUpBy: subscriptions.setUpBy,
    introductions,
    seen,
    reports,
    allowance: createAllowance(),
    log,
    meter,
  };
  const connection = createConnection(options, pace, logger);
  let stage: 'new' | 'starting' | 'running' | 'refused' | 'stopped' = 'new';

  const refuse = (error: Refused) => {
    if (stage !== 'running') return;
    stage = 'refused';
    void connection.close();
    options.onRefused(error);
  };
  const forget = async (workspace: string) => {
    await subscriptions.forget({ platform: 'slack', workspace });
    await absences.end(workspace);
  };
  const workspaces = createWorkspaces(
    { ...options, pace, clock, forget, stopping: stopping.signal },
    clients,
    logger,
    refuse,
  );
  const silent = createSilentDepartures({ workspaces, subscriptions, absences, clock, log });
  const onFailure = (failure: Failure, what: string, me: Installation) => {
    const code = failureCode(failure);
    log.warn('slack message not sent', { what, kind: failure.kind, code });
    const refusal = tokenRefusal(failure);
    if (refusal) workspaces.lost(me, refusal);
  };
  const departures = withRetries(workspaces.departures, { log, pace, stopping: stopping.signal });
  const sessions = createSessions({
    base,
    workspaces,
    clients,
    painter: options.painter,
    adminsOnly: config.dailyAdminsOnly,
    stopping: stopping.signal,
    abandoned: abandoned.signal,
    onFailure,
  });
  return {
    messenger: createMessenger({
      client: clients.daily,
      whoIn: (team) => workspaces.of({ team }),
      isRunning: () => stage === 'running',
      onFailure,
    }),
    async start() {
      stage = 'starting';
      try {
        if (!(await workspaces.open(stopping.signal))) return;
      } catch (error) {
        await silent.look();
        throw error;
      }
      // Bolt takes events from here on, so this comes after the workspaces are known.
      const app = createBoltApp({ sessions, receiver: connection.receiver, apiUrl: config.apiUrl, logger, log });
      const take = createIntake(base, turns);
      listenToInteractions(app, take);
      listenToMessages(app, take);
      listenToHomeTab(app, take);
      listenToInvitations(app, take);
      listenToDepartures(app, take, departures);
      await connection.open();
      if (stopping.signal.aborted) return;
      stage = 'running';
      void silent.watch(stopping.signal);
    },
    async stop() {
      stage = 'stopped';
      stopping.abort();
      const begun = performance.now();
      await connection.close();
      const left = await turns.drain(FINISHING_MS - (performance.now() - begun));
      if (left > 0) log.warn('slack answers given up at shutdown', { left });
      abandoned.abort();
    },
    health(): Health {
      if (stage === 'running') return connection.health();
      return { connected: false, detail: stage === 'refused' ? 'token refused' : stage };
    },
  };
}

function createWorkspaces(
  options: SlackOptions & Required<Pick<SlackOptions, 'pace' | 'clock'>> & { forget: Forget; stopping: AbortSignal },
  // This client does not retry by itself, because its callers do.
  { posts: client }: Clients,
  logger: Logger,
  refuse: (error: Refused) => void,
): Workspaces {
  const { config, mount, log, pace, forget } = options;
  if ('botToken' in config) return ownWorkspace({ token: config.botToken, client, log, pace, refuse, forget });
  const { oauth, apiUrl } = config;
  const workspaces = manyWorkspaces({ ...options, client });
  mountInstallPages({ oauth, apiUrl, client, mount, logger, log, onInstalled: workspaces.installed });
  return workspaces;
}

function createConnection(
  { config, log, meter, mount, onRefused }: SlackOptions,
  pace: Pace,
  logger: Logger,
): Connection {
  if (config.receive.mode === 'http')
    return createHttpConnection({ signingSecret: config.receive.signingSecret, mount, logger });
  const { appToken } = config.receive;
  return createSocketConnection({ appToken, apiUrl: config.apiUrl, logger, log, meter, pace, onRefused });
}

type BoltAppOptions = {
  sessions: Sessions;
  receiver: Receiver;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
};

/** Creates Bolt's application, which finds the workspace of each event. */
function createBoltApp({ sessions, receiver, apiUrl, logger, log }: BoltAppOptions): App {
  const app = new App({
    // Bolt gets no token: it would create clients that nothing uses.
    async authorize({ teamId, enterpriseId, isEnterpriseInstall: isOrganisations }, body) {
      const organisation = enterpriseId ?? undefined;
      // By way of an organisation Slack may name the workspace beside the authorisation alone, or none at all.
      const { team_id: beside } = (body ?? {}) as { team_id?: string | null };
      const team = teamId ?? beside ?? organisation ?? '';
      const session = await sessions({ team, organisation, isOrganisations }).catch(() => {
        throw new NotTaken('the installation cannot be read now');
      });
      if (!session) {
        log.warn('slack workspace unknown', { workspace: team });
        // A command is answered in its acknowledgement, which needs no token.
        if ('command' in (body ?? {})) return {};
        throw new Error('the app is not installed there');
      }
      const { botId, botUserId } = session.me;
      return { botId, botUserId, session } satisfies AuthorizeResult & Authorised;
    },
    receiver,
    clientOptions: apiAddress(apiUrl),
    convoStore: false,
    logger,
  });
  app.error(async (error) => {
    // The connection leaves the event unacknowledged. Bolt wraps errors that authorize throws.
    if (error instanceof NotTaken || ('original' in error && error.original instanceof NotTaken)) throw error;
    // An authorisation error was logged in authorize.
    if (error.code !== ErrorCode.AuthorizationError)
      log.error('slack listener failed', { error: error.name, code: error.code });
  });
  return app;
}
