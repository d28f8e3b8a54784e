import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import type { LanguageSettings, Painter, Subscriptions } from '../../core/ports.ts';
import { type Health, type Log, type PostingAdapter, Refused } from '../adapter.ts';
import { createAllowance } from '../allowance.ts';
import type { Meter } from '../meter.ts';
import { delayOf, type Pace, pause } from '../pace.ts';
import { boltLogger } from './bolt-logger.ts';
import { apiAddress, createClients } from './clients.ts';
import type { Context } from './context.ts';
import { createSeen } from './dedupe.ts';
import { createDeliver } from './deliver.ts';
import { type Failure, failureCode, tokenRefusal } from './failure.ts';
import { createHttpLine } from './http-line.ts';
import { type Identity, identify } from './identity.ts';
import { createKeeperOf } from './keeper.ts';
import { listen } from './listeners.ts';
import { createMembership } from './membership.ts';
import { createMessenger } from './messenger.ts';
import { createPeople } from './people.ts';
import { createSendPicture } from './picture.ts';
import { createPost } from './post.ts';
import type { Line } from './receiver.ts';
import { createRespond } from './respond.ts';
import { createSocketLine } from './socket-line.ts';
import { createTurns } from './turns.ts';

/** How the workspace is reached: by a socket that the bot opens, or by requests that Slack signs. */
export type SlackConfig = {
  botToken: string;
  /** Another Web API than the real one. */
  apiUrl?: string;
  receive: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  /** Lets nobody but the admins and owners of the workspace change daily posts. */
  dailyAdminsOnly: boolean;
};

export type SlackOptions = {
  config: SlackConfig;
  bot: Bot;
  languages: LanguageSettings;
  subscriptions: Pick<Subscriptions, 'forget'>;
  painter: Painter;
  log: Log;
  meter: Meter;
  /** The program's HTTP server, for the mode that needs one. */
  mount: (path: string, listener: RequestListener) => void;
  /** Slack takes a token back that it had accepted. */
  onRefused: (error: Refused) => void;
  /** How quickly it tries again; tests are in a hurry. */
  pace?: Pace;
};

/** How long running answers may take when the bot is stopped, in milliseconds. */
const FINISHING_MS = 10_000;
/** Between tries to connect. */
const RECONNECTING: Pace = { firstMs: 1_000, mostMs: 30_000 };

export function createSlackAdapter(options: SlackOptions): PostingAdapter {
  const { config, log, meter, pace = RECONNECTING } = options;
  const logger = boltLogger(log);
  const clients = createClients(config.botToken, config.apiUrl, logger, meter);
  const stopping = new AbortController();
  const abandoned = new AbortController();
  const turns = createTurns();
  const allowance = createAllowance();
  const line = createLine(options, pace, logger);
  let identity: Identity | undefined;
  let stage: 'new' | 'starting' | 'running' | 'refused' | 'stopped' = 'new';

  const refuse = (error: Refused) => {
    if (stage !== 'running') return;
    stage = 'refused';
    void line.close();
    options.onRefused(error);
  };
  const onFailure = (failure: Failure, what: string) => {
    const code = failureCode(failure);
    log.warn('slack message not sent', { what, kind: failure.kind, code });
    const refusal = tokenRefusal(failure);
    if (refusal) refuse(new Refused(`SLACK_BOT_TOKEN was refused: ${refusal}`));
  };
  /** What is kept about a workspace goes with the app, also when the database needs a few tries. */
  const onUninstalled = async (workspace: string): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      try {
        await options.subscriptions.forget({ platform: 'slack', workspace });
        break;
      } catch (error) {
        log.error('slack workspace not forgotten yet', { error: error instanceof Error ? error.name : 'unknown' });
        await pause(delayOf(pace, failures), stopping.signal);
      }
    }
    refuse(new Refused('SLACK_BOT_TOKEN was refused: the app was uninstalled from its workspace'));
  };
  const build = ({ team, botId, botUserId, name, scopes }: Identity) => {
    const deliver = createDeliver(abandoned.signal);
    const people = createPeople({ reads: clients.reads, workspace: team, scopes, log });
    const context: Context = {
      bot: options.bot,
      languages: options.languages,
      people,
      keeperOf: createKeeperOf({
        people,
        membership: createMembership(clients.posts, botUserId, scopes),
        workspace: team,
        botName: name,
        adminsOnly: config.dailyAdminsOnly,
      }),
      post: createPost(clients.posts, deliver),
      respond: createRespond(deliver, meter),
      sendPicture: createSendPicture({
        posts: clients.posts,
        painter: options.painter,
        scopes,
        log,
        stopping: stopping.signal,
      }),
      reads: clients.reads,
      seen: createSeen(),
      allowance,
      turns,
      botUserId,
      log,
      meter,
      onFailure,
      onUninstalled,
    };
    const app = new App({
      token: config.botToken,
      // Known already: Bolt would ask once more, and never again after a failure.
      botId,
      botUserId,
      receiver: line.receiver,
      clientOptions: apiAddress(config.apiUrl),
      convoStore: false,
      logger,
    });
    app.error(async (error) => log.error('slack listener failed', { error: error.name, code: error.code }));
    listen(app, context);
  };

  return {
    messenger: createMessenger({
      client: clients.daily,
      identity: () => (stage === 'running' ? identity : undefined),
      onFailure,
    }),
    async start() {
      stage = 'starting';
      // The client without retries of its own: this loop is the retry.
      identity = await identify(clients.posts, { log, pace, signal: stopping.signal });
      if (!identity) return;
      build(identity);
      await line.open();
      if (!stopping.signal.aborted) stage = 'running';
    },
    async stop() {
      stage = 'stopped';
      stopping.abort();
      await line.close();
      const left = await turns.drain(FINISHING_MS);
      if (left > 0) log.warn('slack answers given up at shutdown', { left });
      abandoned.abort();
    },
    health(): Health {
      if (stage === 'running') return line.health();
      return { connected: false, detail: stage === 'refused' ? 'token refused' : stage };
    },
  };
}

function createLine(
  { config, log, meter, mount, onRefused }: SlackOptions,
  pace: Pace,
  logger: ReturnType<typeof boltLogger>,
): Line {
  if (config.receive.mode === 'http')
    return createHttpLine({ signingSecret: config.receive.signingSecret, mount, logger });
  const { appToken } = config.receive;
  return createSocketLine({ appToken, apiUrl: config.apiUrl, logger, log, meter, pace, onRefused });
}
