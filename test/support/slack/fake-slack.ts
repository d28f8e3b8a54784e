import { type Patience, pause, until } from '../until.ts';
import { type ApiCall, startApiServer } from './api-server.ts';
import type { Deliver } from './delivery.ts';
import { createMethodFaults, type Faults } from './faults.ts';
import type { FileShelf } from './file-shelf.ts';
import { createHttpDelivery } from './http-delivery.ts';
import type { PostedMessage } from './message-board.ts';
import { allow } from './oauth-methods.ts';
import { type AddWorkspace, createOrganisation, type FakeOrganisation } from './organisation.ts';
import { createPeople, type People } from './people.ts';
import type { RateLimits } from './rate-limits.ts';
import { createSender } from './sender.ts';
import { type BotSocket, createSocketHub } from './socket-hub.ts';
import type { ViewShelf } from './view-shelf.ts';
import { createWebApi } from './web-api.ts';
import type { SlackChannel, SlackUser, Workspace } from './workspace.ts';
import { createWorld, type Installation, type Timing } from './world.ts';

/** A Slack on loopback: an unmodified Bolt app talks to it, and the test acts as its people and its troubles. */
export type FakeSlack = People & {
  /** For clientOptions.slackApiUrl; ends with `/api/`. */
  readonly apiUrl: string;
  readonly installation: Installation;
  readonly timing: Timing;
  readonly workspace: Workspace;
  /** The person who acts when a test names nobody. */
  readonly user: SlackUser;
  /** The channel where things happen when a test names none; the bot is a member. */
  readonly channel: SlackChannel;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  /** Every request of the bot. */
  readonly calls: ApiCall[];
  callsOf(method: string): ApiCall[];
  /** Every message and what happened to it, people's own included. */
  readonly messages: PostedMessage[];
  readonly views: ViewShelf;
  readonly files: FileShelf;
  /** Sockets that are open now. */
  readonly sockets: BotSocket[];
  readonly socketsEverOpened: number;
  /** Waits until a socket is open that was not there before, when `after` is given. */
  connected(options?: Patience & { after?: number }): Promise<BotSocket>;
  /** From now on delivers by signed HTTP to the bot's URL instead of by socket. */
  deliverTo(url: string): void;
  /** Moves the fake's clock forward, so that response_urls and triggers expire. */
  passTime(ms: number): void;
  /** The admin of the workspace allows the app on the page that it leads to; tells where that leads back. */
  allow(authorizeUrl: string, redirectUrl: string): string;
  /** Another workspace that may install the same app. */
  addWorkspace(name: string): OtherWorkspace;
  /** A company of several workspaces that may install it for all of them. */
  addOrganisation(name: string): FakeOrganisation;
  close(): Promise<void>;
};

/** A workspace beside the first one; the app's tokens and secrets but the bot token are the same. */
export type OtherWorkspace = People &
  Pick<FakeSlack, 'installation' | 'workspace' | 'user' | 'channel' | 'messages' | 'allow'>;

/** `host` is what the bot calls it, where that is not its address. */
export async function startFakeSlack({ host = '127.0.0.1' } = {}): Promise<FakeSlack> {
  const methodFaults = createMethodFaults();
  const api = await startApiServer(methodFaults, host);
  const world = createWorld(api.baseUrl);
  const hub = createSocketHub(api.server, world);
  api.serve(world, createWebApi(world, hub.issueTicket));
  const { workspace } = world;
  const user = workspace.addUser({ name: 'mei' });
  const channel = workspace.addChannel({ name: 'harbin' });
  let deliver: Deliver = hub.deliver;
  let disorderMs = 0;
  const onItsWay: Deliver = (...delivery) =>
    disorderMs > 0 ? pause(Math.random() * disorderMs).then(() => deliver(...delivery)) : deliver(...delivery);
  const sender = createSender(world, () => onItsWay);
  const senders = [sender];

  const faults: Faults = {
    breakMethod: methodFaults.set,
    healMethods: methodFaults.heal,
    startOutage: api.startOutage,
    endOutage: api.endOutage,
    refreshSockets: () => hub.disconnect('refresh_requested'),
    disconnectSockets: hub.disconnect,
    killSockets: hub.kill,
    mutePongs: hub.mutePongs,
    freezeSockets: hub.freeze,
    refuseSockets: hub.refuse,
    sendPayloadlessFrame: () => hub.sendFrame('{"type":"events_api","envelope_id":"x"}'),
    sendFrame: hub.sendFrame,
    duplicateEnvelopes: hub.duplicate,
    disorder(mostMs) {
      disorderMs = mostMs;
    },
  };

  const addWorkspace: AddWorkspace = (name, organisation) => {
    const other = createWorld(`${api.baseUrl}/${name}`, name, organisation);
    api.serve(other, createWebApi(other, hub.issueTicket));
    const home = {
      user: other.workspace.addUser({ name: 'lin' }),
      channel: other.workspace.addChannel({ name: 'figures' }),
    };
    const messenger = createSender(other, () => onItsWay);
    senders.push(messenger);
    const place: OtherWorkspace = {
      ...createPeople(other, messenger, home),
      ...home,
      installation: other.installation,
      workspace: other.workspace,
      messages: other.board.history,
      allow: (authorizeUrl, redirectUrl) => allow(other, authorizeUrl, redirectUrl),
    };
    return { world: other, sender: messenger, place };
  };

  return {
    ...createPeople(world, sender, { user, channel }),
    apiUrl: `${api.baseUrl}/api/`,
    installation: world.installation,
    timing: world.timing,
    workspace,
    user,
    channel,
    faults,
    rateLimits: world.rates.limits,
    calls: api.calls,
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    messages: world.board.history,
    views: world.views,
    files: world.files,
    get sockets() {
      return hub.open;
    },
    get socketsEverOpened() {
      return hub.everOpened;
    },
    connected({ after = 0, ...options } = {}) {
      return until(() => hub.open.find((socket) => socket.id > after), { what: 'a socket', ...options });
    },
    deliverTo(url) {
      deliver = createHttpDelivery(url, world);
    },
    passTime: world.clock.passTime,
    allow: (authorizeUrl, redirectUrl) => allow(world, authorizeUrl, redirectUrl),
    addWorkspace: (name) => addWorkspace(name).place,
    addOrganisation: (name) => createOrganisation(name, addWorkspace),
    async close() {
      for (const each of senders) each.close();
      hub.close();
      await api.close();
    },
  };
}
