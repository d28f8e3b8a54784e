import type { WebSocket } from 'ws';
import { startLoopback } from '../loopback/server.ts';
import { takeWebSockets } from '../loopback/web-sockets.ts';
import { guildPayload } from './guild-payload.ts';
import { LIMITS } from './limits.ts';
import { shardOf } from './snowflake.ts';
import { type Guild, type Happening, userPayload, type World } from './world.ts';

/** How the gateway treats its clients. */
export type GatewayOptions = {
  token: string;
  host: string;
  heartbeatMs: number;
  /** The privileged intents that the portal grants; a session that asks for another is refused. */
  privilegedIntents: number;
  /** With more servers than this a shard is refused. */
  guildsPerShard: number;
  /** So many shards may identify at once: of those whose numbers leave the same rest by it, one in each interval. */
  maxConcurrency: number;
  /** How long that interval is, in ms; 0 does not hold the bot to it. */
  identifyEveryMs: number;
  /** How many events are kept for a replay. */
  replayed: number;
  /** Whether it is remembered which messages and interactions the bot was told of. */
  logs: boolean;
};

/** What a session is and was told. */
type Session = {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  connection: Connection | undefined;
  sequence: number;
  kept: { s: number; json: string; id: string | undefined }[];
};

type Connection = { socket: WebSocket; session: Session | undefined; isDead: boolean; sent: number[] };

/** How often the bot identified, resumed, beat and was refused, and how many connections it has now. */
export type GatewayCounts = {
  identifies: number;
  resumes: number;
  heartbeats: number;
  refusals: number;
  readonly connections: number;
};

export type GatewayServer = {
  url: string;
  readonly connections: ReadonlySet<Connection>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly counts: GatewayCounts;
  tell(happening: Happening): void;
  /** Sends an operation that is no event to every connection. */
  sendToAll(op: number, d: unknown): void;
  closeAll(code: number): void;
  /** Whether this message or interaction was written to a connection, at once or in a replay. */
  wasTold(id: string): boolean;
  /** From now on every event comes so many times more. */
  repeat(times: number): void;
  forgetSessions(): void;
  /** Refuses upgrades with a 503 until this time (`Date.now()`). */
  refuseUntil(time: number): void;
  close(): Promise<void>;
};

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;
const GUILDS_INTENT = 1 << 0;
const CONTENT_INTENT = 1 << 15;
const PRIVILEGED = (1 << 1) | (1 << 8) | CONTENT_INTENT;
const ALL_INTENTS = (1 << 26) - 1;
/** Codes after which there is nothing to resume. */
const SESSION_ENDING = new Set([1000, 1001, 4003, 4004, 4005, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** Serves Discord's gateway on loopback: sessions with heartbeats, intents, shards and a replay of what was missed. */
export async function startGatewayServer(world: World, options: GatewayOptions): Promise<GatewayServer> {
  const connections = new Set<Connection>();
  const sessions = new Map<string, Session>();
  const counts: GatewayCounts = {
    identifies: 0,
    resumes: 0,
    heartbeats: 0,
    refusals: 0,
    get connections() {
      return connections.size;
    },
  };
  const identifiedAt = new Map<number, number>();
  const told = new Set<string>();
  let refusedUntil = 0;
  let copies = 0;

  const loopback = await startLoopback(async (_, response) => void response.writeHead(404).end());
  const webSockets = takeWebSockets(loopback.server, {
    admit() {
      if (Date.now() >= refusedUntil) return 'in';
      counts.refusals += 1;
      return '503 Service Unavailable';
    },
    welcome: (socket, _, { url = '/' }) => accept(socket, new URL(url, 'ws://fake')),
  });
  const url = `ws://${options.host}:${loopback.port}`;

  function accept(socket: WebSocket, address: URL): void {
    const connection: Connection = { socket, session: undefined, isDead: false, sent: [] };
    connections.add(connection);
    socket.on('close', (code) => {
      connections.delete(connection);
      const { session } = connection;
      if (session?.connection !== connection) return;
      session.connection = undefined;
      if (SESSION_ENDING.has(code)) sessions.delete(session.id);
    });
    socket.on('message', (data) => {
      if (connection.isDead) return;
      const reason = receive(connection, String(data));
      if (reason) socket.close(...reason);
    });
    if (address.searchParams.get('v') !== '10' || address.searchParams.get('encoding') !== 'json') {
      socket.close(4012, 'Invalid API version');
      return;
    }
    send(connection, OP.hello, { heartbeat_interval: options.heartbeatMs, _trace: [] });
  }

  function receive(connection: Connection, text: string): CloseReason | undefined {
    const now = Date.now();
    connection.sent = [...connection.sent.filter((time) => now - time < 60_000), now];
    if (connection.sent.length > LIMITS.gatewaySendsPerMinute) return [4008, 'Rate limited'];
    const message = parse(text);
    if (!message) return [4002, 'Decode error'];
    const { op, d } = message;
    if (op === OP.identify) return identify(connection, d as Identify);
    if (op === OP.resume) return resume(connection, d as Resume);
    if (op === OP.heartbeat) {
      beat(connection, d);
      return undefined;
    }
    if (!connection.session) return [4003, 'Not authenticated'];
    const isKnown = op === OP.presence || op === OP.voice || op === OP.members;
    return isKnown ? undefined : [4001, 'Unknown opcode'];
  }

  function beat(connection: Connection, d: unknown): void {
    counts.heartbeats += 1;
    const { session } = connection;
    if (session && typeof d === 'number') session.kept = session.kept.filter(({ s }) => s > d);
    send(connection, OP.ack, null);
  }

  function identify(
    connection: Connection,
    { token, intents, shard: [shard, shards] = [0, 1] }: Identify,
  ): CloseReason | undefined {
    if (connection.session) return [4005, 'Already authenticated'];
    counts.identifies += 1;
    // Discord resets the token of a bot that identifies too often.
    if (token !== options.token || counts.identifies > LIMITS.identifiesPerDay) return [4004, 'Authentication failed'];
    if (!Number.isInteger(shard) || !Number.isInteger(shards) || shard < 0 || shard >= shards)
      return [4010, 'Invalid shard'];
    if (!Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) return [4013, 'Invalid intent(s)'];
    if (intents & PRIVILEGED & ~options.privilegedIntents) return [4014, 'Disallowed intent(s)'];
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.bot.id) && shardOf(guild.id, shards) === shard,
    );
    if (guilds.length > options.guildsPerShard) return [4011, 'Sharding required'];
    const key = shard % options.maxConcurrency;
    if (Date.now() - (identifiedAt.get(key) ?? 0) < options.identifyEveryMs) {
      send(connection, OP.invalidSession, false);
      return undefined;
    }
    identifiedAt.set(key, Date.now());

    const session: Session = { id: world.newId(), shard, shards, intents, connection, sequence: 0, kept: [] };
    sessions.set(session.id, session);
    connection.session = session;
    dispatch(session, 'READY', {
      v: 10,
      user: userPayload(world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url,
      shard: [shard, shards],
      application: { id: world.applicationId, flags: 0 },
    });
    if (intents & GUILDS_INTENT) {
      for (const guild of guilds) {
        if (guild.available) dispatch(session, 'GUILD_CREATE', guildPayload(guild, world.bot));
      }
    }
    return undefined;
  }

  function resume(connection: Connection, { token, session_id, seq }: Resume): CloseReason | undefined {
    if (token !== options.token) return [4004, 'Authentication failed'];
    counts.resumes += 1;
    const session = sessions.get(session_id);
    const oldest = session?.kept[0]?.s ?? (session?.sequence ?? 0) + 1;
    if (!session || seq > session.sequence || seq < oldest - 1) {
      send(connection, OP.invalidSession, false);
      return undefined;
    }
    if (session.connection && session.connection !== connection) session.connection.socket.terminate();
    session.connection = connection;
    connection.session = session;
    for (const { s, json, id } of session.kept) if (s > seq) write(connection, json, id);
    dispatch(session, 'RESUMED', { _trace: [] });
    return undefined;
  }

  function dispatch(session: Session, t: string, d: object): void {
    session.sequence += 1;
    const json = JSON.stringify({ op: OP.dispatch, t, s: session.sequence, d });
    const id = 'id' in d && typeof d.id === 'string' ? d.id : undefined;
    session.kept.push({ s: session.sequence, json, id });
    if (session.kept.length > options.replayed) session.kept.shift();
    const { connection } = session;
    if (connection && !connection.isDead && connection.socket.readyState === connection.socket.OPEN)
      write(connection, json, id);
  }

  function write({ socket }: Connection, json: string, id: string | undefined): void {
    socket.send(json);
    if (options.logs && id !== undefined) told.add(id);
  }

  return {
    url,
    connections,
    sessions,
    counts,
    tell({ name, guild, intents, payload, withoutContent }) {
      for (const session of sessions.values()) {
        if (intents !== undefined && (session.intents & intents) === 0) continue;
        if (session.shard !== shardFor(guild, session.shards)) continue;
        for (let copy = 0; copy <= copies; copy++)
          dispatch(session, name, session.intents & CONTENT_INTENT ? payload : (withoutContent ?? payload));
      }
    },
    sendToAll(op, d) {
      for (const connection of connections) send(connection, op, d);
    },
    closeAll(code) {
      for (const { socket, session } of connections) {
        if (session && SESSION_ENDING.has(code)) sessions.delete(session.id);
        socket.close(code);
      }
    },
    wasTold: (id) => told.has(id),
    repeat(times) {
      copies = times;
    },
    forgetSessions: () => sessions.clear(),
    refuseUntil(time) {
      refusedUntil = time;
    },
    async close() {
      webSockets.close();
      await loopback.close();
    },
  };
}

/** The code and the words with which a connection is closed. */
type CloseReason = [code: number, reason: string];

type Identify = { token: string; intents: number; shard?: [number, number] };
type Resume = { token: string; session_id: string; seq: number };

function send(connection: Connection, op: number, d: unknown): void {
  if (connection.isDead) return;
  connection.socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

/** Direct messages and what has no server go to the first shard. */
function shardFor(guild: Guild | undefined, shards: number): number {
  return guild ? shardOf(guild.id, shards) : 0;
}

function parse(text: string): { op: number; d: unknown } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
