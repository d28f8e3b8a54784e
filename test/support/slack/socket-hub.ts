import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { takeWebSockets } from '../loopback/web-sockets.ts';
import { asPart } from './blocks.ts';
import type { Ack, Deliver } from './delivery.ts';
import { MAX_SOCKETS } from './limits.ts';
import type { World } from './world.ts';

/** One Socket Mode connection of the bot. */
export type BotSocket = { readonly id: number; readonly openedAt: number };

/** The WebSocket side of Slack. */
export type SocketHub = {
  /** Sockets that are open now. */
  readonly open: BotSocket[];
  /** How many sockets there have ever been. */
  readonly everOpened: number;
  /** The address for one new socket. */
  issueTicket(): string;
  deliver: Deliver;
  sendFrame(content: string | Buffer): void;
  disconnect(reason: string): void;
  kill(): void;
  mutePongs(): void;
  freeze(): void;
  refuse(forMs: number): void;
  duplicate(times: number): void;
  close(): void;
};

type Line = BotSocket & { socket: WebSocket; tcp: Socket; isMuted: boolean; isFrozen: boolean };
type Waiting = { line: Line; settle: (ack: Ack) => void; start: number };

const PING_EVERY_MS = 5_000;

export function createSocketHub(server: Server, world: World): SocketHub {
  const tickets = new Set<string>();
  const waiting = new Map<string, Waiting>();
  let lines: Line[] = [];
  let serial = 0;
  let everOpened = 0;
  let turn = 0;
  let refuseUntil = 0;
  let copies = 0;

  const welcome = (socket: WebSocket, tcp: Socket) => {
    const line: Line = { id: ++everOpened, openedAt: performance.now(), socket, tcp, isMuted: false, isFrozen: false };
    socket.on('error', () => {});
    socket.on('ping', (data) => {
      if (!line.isMuted) socket.pong(data);
    });
    socket.on('message', (data) => takeAck(String(data)));
    const pings = setInterval(() => {
      if (!line.isFrozen) socket.ping();
    }, PING_EVERY_MS).unref();
    socket.on('close', () => {
      clearInterval(pings);
      lines = lines.filter((other) => other !== line);
      for (const [id, entry] of waiting) if (entry.line === line) give(id, 'connection_lost');
    });
    if (lines.length >= MAX_SOCKETS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      return;
    }
    lines.push(line);
    const connection = { num_connections: lines.length, connection_info: { app_id: world.workspace.appId } };
    socket.send(JSON.stringify({ type: 'hello', ...connection, debug_info: { host: 'fake' } }));
  };

  const webSockets = takeWebSockets(server, {
    // Pongs are sent by hand so that they can be muted.
    autoPong: false,
    admit({ url = '' }) {
      if (performance.now() < refuseUntil) return 'reset';
      const ticket = new URL(url, world.baseUrl).searchParams.get('ticket') ?? '';
      return tickets.delete(ticket) ? 'in' : '401 Unauthorized';
    },
    welcome,
  });

  const takeAck = (text: string) => {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
    const entry = waiting.get(id ?? '');
    if (!entry || id === undefined) return;
    waiting.delete(id);
    const isEmpty = Object.keys(asPart(payload) ?? {}).length === 0;
    entry.settle({ ok: true, ms: performance.now() - entry.start, body: isEmpty ? undefined : payload });
  };

  const give = (id: string, reason: string) => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.settle({ ok: false, ms: performance.now() - entry.start, reason });
  };

  const deliver: Deliver = (envelope, { retry }) => {
    const ready = lines.filter((line) => line.socket.readyState === line.socket.OPEN);
    const line = ready[turn++ % Math.max(ready.length, 1)];
    if (!line) return Promise.resolve({ ok: false, ms: 0, reason: 'no_connection' });
    const id = `envelope-${++serial}`;
    const frame = JSON.stringify({
      envelope_id: id,
      type: envelope.kind,
      payload: envelope.payload,
      accepts_response_payload: envelope.acceptsResponse,
      ...(envelope.kind === 'events_api' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
    });
    return new Promise<Ack>((resolve) => {
      const deadline = setTimeout(() => give(id, 'timeout'), world.timing.ackMs).unref();
      const settle = (ack: Ack) => {
        clearTimeout(deadline);
        resolve(ack);
      };
      waiting.set(id, { line, settle, start: performance.now() });
      for (let copy = 0; copy <= copies; copy += 1) line.socket.send(frame);
    });
  };

  return {
    get open() {
      return lines;
    },
    get everOpened() {
      return everOpened;
    },
    issueTicket() {
      const ticket = `ticket-${++serial}`;
      tickets.add(ticket);
      return `${world.baseUrl.replace('http', 'ws')}/link/?ticket=${ticket}`;
    },
    deliver,
    sendFrame(content) {
      for (const line of lines) line.socket.send(content);
    },
    disconnect(reason) {
      for (const line of lines) line.socket.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    kill() {
      for (const line of lines) line.tcp.resetAndDestroy();
    },
    mutePongs() {
      for (const line of lines) line.isMuted = true;
    },
    freeze() {
      for (const line of lines) {
        line.isFrozen = true;
        line.socket.pause();
      }
      // Nothing is handed to them any more, and nobody tells the bot.
      lines = [];
    },
    refuse(forMs) {
      refuseUntil = performance.now() + forMs;
    },
    duplicate(times) {
      copies = times;
    },
    close: webSockets.close,
  };
}
