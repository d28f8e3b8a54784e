import { App, type AuthorizeResult, ErrorCode, type Logger } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import { delayOf, type Pace } from '../../core/pace.ts';
import type { LanguageSettings, Painter, Subscriptions } from '../../core/ports.ts';
import type { Health, Log, PostingAdapter, Refused } from '../adapter.ts';
import { createAllowance } from '../allowance.ts';
import { nameOfError } from '../as-error.ts';
import type { Installation, Installations, Members } from '../installations.ts';
import type { Meter } from '../meter.ts';
import type { Mount } from '../mount.ts';
import { pause } from '../pause.ts';
import type { Seen } from '../seen.ts';
import { boltLogger } from './bolt-logger.ts';
import { apiAddress, type Clients, createClients } from './clients.ts';
import type { Office } from './context.ts';
import { createContexts } from './contexts.ts';
import { type Failure, failureCode, tokenRefusal } from './failure.ts';
import { createHttpLine } from './http-line.ts';
import { mountInstallPages, type OAuthConfig } from './install-pages.ts';
import { NotTaken } from './late-ack.ts';
import type { Line } from './line.ts';
import { type Authorised, listen } from './listeners.ts';
import { manyWorkspaces } from './many-workspaces.ts';
import { createMessenger } from './messenger.ts';
import { ownWorkspace } from './own-workspace.ts';
import { createSocketLine } from './socket-line.ts';
import { createTurns } from './turns.ts';
import type { Departures, Forget, Workspaces } from './workspaces.ts';

/** How Slack reaches the bot (by a socket that the bot opens, or by requests that Slack signs), and how the bot speaks: by one token, or by those of the workspaces that install the app. */
export type SlackConfig = {
  /** Another Web API than the real one. */
  apiUrl?: string;
  receive: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  /** Lets nobody but the admins and owners of the workspace change daily posts. */
  dailyAdminsOnly: boolean;
} & ({ botToken: string } | { oauth: OAuthConfig });

export type SlackOptions = {
  config: SlackConfig;
  bot: Bot;
  languages: LanguageSettings;
  subscriptions: Pick<Subscriptions, 'forget'>;
  /** Used where many workspaces install the app. */
  installations: Installations;
  members: Members;
  /** What was taken already, here or by another copy of the bot. */
  seen: Seen;
  painter: Painter;
  log: Log;
  meter: Meter;
  /** The program's HTTP server, for the mode that needs one, and for the pages that install the app. */
  mount: Mount;
  /** Slack takes a token back that it had accepted, and there is no other. */
  onRefused: (error: Refused) => void;
  /** How quickly it tries again; tests are in a hurry. */
  pace?: Pace;
};

/** How long running answers may take when the bot is stopped, in milliseconds. */
const FINISHING_MS = 10_000;
/** Between tries to connect. */
const RECONNECTING: Pace = { firstMs: 1_000, mostMs: 30_000 };

export function createSlackAdapter(options: SlackOptions): PostingAdapter {
  const { config, bot, languages, seen, log, meter, pace = RECONNECTING } = options;
  const logger = boltLogger(log);
  const clients = createClients(config.apiUrl, logger, meter);
  const stopping = new AbortController();
  const abandoned = new AbortController();
  const turns = createTurns();
  const office: Office = { bot, languages, seen, allowance: createAllowance(), turns, log, meter };
  const line = createLine(options, pace, logger);
  let stage: 'new' | 'starting' | 'running' | 'refused' | 'stopped' = 'new';

  const refuse = (error: Refused) => {
    if (stage !== 'running') return;
    stage = 'refused';
    void line.close();
    options.onRefused(error);
  };
  const forget = (workspace: string) => options.subscriptions.forget({ platform: 'slack', workspace });
  const workspaces = createWorkspaces({ ...options, pace, forget }, clients, logger, refuse);
  const onFailure = (failure: Failure, what: string, me: Installation) => {
    const code = failureCode(failure);
    log.warn('slack message not sent', { what, kind: failure.kind, code });
    const refusal = tokenRefusal(failure);
    if (refusal) workspaces.lost(me, refusal);
  };
  /** What is kept about a workspace goes with the app, also when the database needs a few tries. */
  const persistently =
    <Told extends unknown[]>(removal: (...told: Told) => Promise<void>) =>
    async (...told: Told): Promise<void> => {
      for (let failures = 0; !stopping.signal.aborted; failures += 1) {
        try {
          return await removal(...told);
        } catch (error) {
          log.error('slack workspace not forgotten yet', { error: nameOfError(error) });
          await pause(delayOf(pace, failures), stopping.signal);
        }
      }
    };
  const { removed, revoked, granted, withdrawn } = workspaces.departures;
  const departures: Departures = {
    removed: persistently(removed),
    revoked: persistently(revoked),
    granted: persistently(granted),
    withdrawn: persistently(withdrawn),
  };
  const contexts = createContexts({
    office,
    workspaces,
    clients,
    painter: options.painter,
    adminsOnly: config.dailyAdminsOnly,
    stopping: stopping.signal,
    abandoned: abandoned.signal,
    onFailure,
  });
  const build = () => {
    const app = new App({
      // Bolt is given no token: it would make clients of its own with it, which nothing uses.
      async authorize({ teamId, enterpriseId, isEnterpriseInstall: isOrganisations }, body) {
        const organisation = enterpriseId ?? undefined;
        // By way of an organisation Slack may name the workspace beside the authorisation alone, or none at all.
        const { team_id: beside } = (body ?? {}) as { team_id?: string | null };
        const team = teamId ?? beside ?? organisation ?? '';
        const desk = await contexts({ team, organisation, isOrganisations }).catch(() => {
          throw new NotTaken('the installation cannot be read now');
        });
        if (!desk) {
          log.warn('slack workspace unknown', { workspace: team });
          throw new Error('the app is not installed there');
        }
        const { botId, botUserId } = desk.me;
        return { botId, botUserId, desk } satisfies AuthorizeResult & Authorised;
      },
      receiver: line.receiver,
      clientOptions: apiAddress(config.apiUrl),
      convoStore: false,
      logger,
    });
    app.error(async (error) => {
      // For the line, which leaves it unacknowledged. Bolt puts what authorising throws into an error of its own.
      if (error instanceof NotTaken || ('original' in error && error.original instanceof NotTaken)) throw error;
      // Said already, with the workspace.
      if (error.code !== ErrorCode.AuthorizationError)
        log.error('slack listener failed', { error: error.name, code: error.code });
    });
    listen(app, office, departures);
  };

  return {
    messenger: createMessenger({
      client: clients.daily,
      whoIn: (team) => workspaces.of({ team }),
      isRunning: () => stage === 'running',
      onFailure,
    }),
    async start() {
      stage = 'starting';
      if (!(await workspaces.open(stopping.signal))) return;
      build();
      await line.open();
      if (!stopping.signal.aborted) stage = 'running';
    },
    async stop() {
      stage = 'stopped';
      stopping.abort();
      const begun = performance.now();
      await line.close();
      const left = await turns.drain(FINISHING_MS - (performance.now() - begun));
      if (left > 0) log.warn('slack answers given up at shutdown', { left });
      abandoned.abort();
    },
    health(): Health {
      if (stage === 'running') return line.health();
      return { connected: false, detail: stage === 'refused' ? 'token refused' : stage };
    },
  };
}

function createWorkspaces(
  { config, installations, members, mount, log, pace, forget }: SlackOptions & { pace: Pace; forget: Forget },
  // The client without retries of its own, where whoever asks tries again.
  { posts: client }: Clients,
  logger: Logger,
  refuse: (error: Refused) => void,
): Workspaces {
  if ('botToken' in config) return ownWorkspace({ token: config.botToken, client, log, pace, refuse, forget });
  const { oauth, apiUrl } = config;
  const workspaces = manyWorkspaces({ installations, members, log, forget });
  mountInstallPages({ oauth, apiUrl, client, mount, logger, log, onInstalled: workspaces.installed });
  return workspaces;
}

function createLine({ config, log, meter, mount, onRefused }: SlackOptions, pace: Pace, logger: Logger): Line {
  if (config.receive.mode === 'http')
    return createHttpLine({ signingSecret: config.receive.signingSecret, mount, logger });
  const { appToken } = config.receive;
  return createSocketLine({ appToken, apiUrl: config.apiUrl, logger, log, meter, pace, onRefused });
}
