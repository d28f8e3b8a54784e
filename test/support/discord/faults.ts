import type { Repair } from '../loopback/fault-plan.ts';
import type { GatewayServer } from './gateway-server.ts';
import { channelPayload, guildPayload } from './guild-payload.ts';
import type { RestServer } from './rest-server.ts';
import type { Channel, Guild, World } from './world.ts';

/** How a single request goes wrong. */
export type RestFault =
  /** No answer ever, until the client gives up. */
  | 'hang'
  /** The connection is reset before anything is done. */
  | 'reset'
  /** A gateway error page before anything is done. */
  | '500'
  | '502'
  | '503'
  /** Everything is done, but the answer is a 502. */
  | 'done-but-502'
  /** Everything is done, then the connection is reset (RST: ECONNRESET). */
  | 'done-but-reset'
  /** Everything is done, then the connection is closed (FIN: "other side closed"). */
  | 'done-but-closed'
  /** The body is refused, although it is right: Discord has tightened a rule. */
  | '400'
  /** The token is refused, although it is right. */
  | '401'
  /** Too many requests: of this bot here, of all bots here, of this bot everywhere, or said by Cloudflare in HTML. */
  | '429-user'
  | '429-shared'
  | '429-global'
  | '429-cloudflare';

/** Which requests a fault hits, and for how long; without `times` and `ms` it is the next one. */
export type RestFaultPlan = {
  fault: RestFault;
  /** The route as the fake names it, `POST /channels/:channel/messages`; all routes if missing. */
  route?: string;
  /** Only requests whose path holds this, such as the id of a channel. */
  path?: string;
  times?: number;
  ms?: number;
  /** What a 429 says about waiting; Discord rounds the header up to whole seconds. */
  retryAfterMs?: number;
};

/** Everything that can be made to go wrong on the way between the bot and Discord. */
export type Faults = {
  /** Lets the next requests (or those of a while) go wrong in one way. */
  rest(plan: RestFaultPlan): Repair;
  /** Nobody listens at the REST address until the end of the work: connection refused. */
  restAwayWhile<T>(work: () => Promise<T>): Promise<T>;
  /** Op 7: asks the bot to reconnect and resume. */
  askToReconnect(): void;
  /** Op 9: the session is invalid; a resumable one may be resumed on the same connection. */
  invalidateSession(resumable: boolean): void;
  /** Sends an operation that is no event, known or not. */
  sendOperation(op: number, d: unknown): void;
  /** Closes the gateway connections with a code; those that end a session end it. */
  closeGateway(code: number): void;
  /** Forgets every session, so that the next RESUME is answered with op 9. */
  forgetSessions(): void;
  /** Cuts the gateway connections (of one shard, if it is named) without a closing handshake. */
  dropGateway(shard?: number): void;
  /** Leaves the connections open but answers nothing on them, heartbeats neither; events wait for the replay. */
  zombify(shard?: number): void;
  /** Like a zombie, but the closing handshake is not answered either: the library waits 30 s for it. */
  blackHole(shard?: number): void;
  /** Refuses new gateway connections with an HTTP 503 for so long. */
  refuseGateway(ms: number): Repair;
  /** Every event comes so many times more, each under a number of its own. */
  repeatEvents(times: number): void;
  /** So many of the day's logins are used up. */
  spendLogins(count: number): void;
  /** The server has an outage: to the bot it is gone, and unavailable. */
  startOutage(guild: Guild): void;
  endOutage(guild: Guild): void;
  /** The bot is removed from the server. */
  removeBot(guild: Guild): void;
  /** The channel goes, and its threads with it. */
  deleteChannel(channel: Channel): void;
  /** Nobody but moderators can write in the thread any more. */
  lockThread(thread: Channel): void;
};

const OP_RECONNECT = 7;
const OP_INVALID_SESSION = 9;

/** Puts the switches in front of the servers that go wrong; `tellGuilds` tells the bot what became of a server. */
export function createFaults(
  world: World,
  rest: RestServer,
  gateway: GatewayServer,
  tellGuilds: (name: string, guild: Guild, payload: object) => void,
): Faults {
  const connectionsOf = (shard: number | undefined) =>
    [...gateway.connections].filter(({ session }) => shard === undefined || session?.shard === shard);
  const gone = ({ id }: Guild, unavailable?: true) => ({ id, ...(unavailable && { unavailable }) });
  return {
    rest: rest.faults.plan,
    restAwayWhile: rest.awayWhile,
    askToReconnect: () => gateway.sendToAll(OP_RECONNECT, null),
    invalidateSession(resumable) {
      if (!resumable) gateway.forgetSessions();
      gateway.sendToAll(OP_INVALID_SESSION, resumable);
    },
    sendOperation: gateway.sendToAll,
    closeGateway: gateway.closeAll,
    forgetSessions: gateway.forgetSessions,
    dropGateway(shard) {
      for (const { socket } of connectionsOf(shard)) socket.terminate();
    },
    zombify(shard) {
      for (const connection of connectionsOf(shard)) connection.isDead = true;
    },
    blackHole(shard) {
      for (const connection of connectionsOf(shard)) {
        connection.isDead = true;
        connection.socket.pause();
      }
    },
    refuseGateway(ms) {
      gateway.refuseUntil(Date.now() + ms);
      return () => gateway.refuseUntil(0);
    },
    repeatEvents: gateway.repeat,
    spendLogins(count) {
      gateway.counts.identifies += count;
    },
    startOutage(guild) {
      guild.available = false;
      tellGuilds('GUILD_DELETE', guild, gone(guild, true));
    },
    endOutage(guild) {
      guild.available = true;
      tellGuilds('GUILD_CREATE', guild, guildPayload(guild, world.bot));
    },
    removeBot(guild) {
      tellGuilds('GUILD_DELETE', guild, gone(guild));
      guild.members.delete(world.bot.id);
    },
    deleteChannel(channel) {
      const { guild } = channel;
      for (const one of [channel, ...[...world.channels.values()].filter(({ parent }) => parent === channel)]) {
        world.channels.delete(one.id);
        guild?.channels.delete(one.id);
      }
      // Of the threads that go with their channel Discord does not speak.
      if (guild) tellGuilds(channel.parent ? 'THREAD_DELETE' : 'CHANNEL_DELETE', guild, channelPayload(channel));
    },
    lockThread(thread) {
      thread.isLocked = true;
    },
  };
}
