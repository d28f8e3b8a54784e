import type { BlockRules } from './check-blocks.ts';
import { createClock, type SlackClock } from './clock.ts';
import { createFileShelf, type FileShelf } from './file-shelf.ts';
import { createMessageBoard, type MessageBoard } from './message-board.ts';
import { createRateCounter, type RateCounter } from './rate-limits.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViewShelf, type ViewShelf } from './view-shelf.ts';
import { createWorkspace, FIRST, type Workspace } from './workspace.ts';

/** What the admin of the workspace has decided about the app. */
export type Installation = {
  readonly botToken: string;
  /** What the app is to Slack when a workspace installs it. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Codes that the redirect of an installation brings; each is good for one exchange. */
  readonly codes: Set<string>;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Granted to the bot token; deleting one makes its methods answer missing_scope. */
  readonly scopes: Set<string>;
  /** Whether answers name the scopes in a header; a proxy may drop it. */
  tellsScopes: boolean;
  /** The events Slack sends: `app_mention`, `app_home_opened`, `message.im`, `message.channels` and so on. */
  readonly events: Set<string>;
  /** The error every call with the bot token gets, such as `account_inactive` or `token_revoked`. */
  botTokenError: string | undefined;
  appTokenError: string | undefined;
  /** Block types this workspace does not have yet. */
  readonly unsupportedBlocks: Set<string>;
  /**
   * How a response_url refuses a bad message: with status 200 and `ok: false`, or with this status.
   * Both have been seen, so that a bot has to cope with either.
   */
  responseUrlRefusalStatus: number;
};

/** A company whose workspaces belong together, and that may install an app for all of them. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  /** One for the whole organisation. */
  readonly installation: Installation;
  /** The workspaces that the app was given to, by their ids; the token reaches no other. */
  readonly given: Set<string>;
};

/** How long Slack waits for things. */
export type Timing = {
  /** How long an ack may take. */
  ackMs: number;
  /** After which pauses an event without ack is sent again. */
  retryDelaysMs: number[];
  /** How long an upload is being processed before a block may show it. */
  fileProcessingMs: number;
};

/** All state of the fake that its methods and its people share. */
export type World = {
  readonly baseUrl: string;
  readonly clock: SlackClock;
  readonly workspace: Workspace;
  /** What the workspace belongs to, if it belongs to one. */
  readonly organisation: Organisation | undefined;
  readonly installation: Installation;
  readonly timing: Timing;
  readonly board: MessageBoard;
  readonly views: ViewShelf;
  readonly files: FileShelf;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly blockRules: BlockRules;
  readonly rates: RateCounter;
};

export function createWorld(baseUrl: string, name = FIRST, organisation?: Organisation): World {
  const clock = createClock();
  const workspace = createWorkspace(name, organisation?.name);
  const timing: Timing = { ackMs: 3_000, retryDelaysMs: [100, 60_000, 300_000], fileProcessingMs: 0 };
  const files = createFileShelf(baseUrl, clock, timing);
  const installation = organisation?.installation ?? createInstallation(name);
  return {
    baseUrl,
    clock,
    workspace,
    organisation,
    installation,
    timing,
    files,
    board: createMessageBoard(clock),
    views: createViewShelf(workspace.teamId),
    responseUrls: createResponseUrls(baseUrl, clock),
    triggers: createTriggers(clock),
    rates: createRateCounter(clock),
    blockRules: { isKnownFile: files.isReady, unsupported: installation.unsupportedBlocks },
  };
}

export function createInstallation(name: string): Installation {
  return {
    botToken: name === FIRST ? 'xoxb-fake-bot' : `xoxb-fake-${name.toLowerCase()}`,
    clientId: '1234.5678',
    clientSecret: 'fake-client-secret',
    codes: new Set(),
    appToken: 'xapp-fake-app',
    signingSecret: 'fake-signing-secret',
    scopes: new Set(['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read', 'files:write']),
    tellsScopes: true,
    events: new Set(['app_home_opened', 'app_mention', 'message.im', 'member_joined_channel', 'app_uninstalled']),
    botTokenError: undefined,
    appTokenError: undefined,
    unsupportedBlocks: new Set(),
    responseUrlRefusalStatus: 200,
  };
}
