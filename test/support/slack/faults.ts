import { createFaultPlan, type Repair } from '../loopback/fault-plan.ts';

/** One way in which a Web API method can go wrong. */
export type MethodFault =
  /** The call is accepted and never answered; healing does not answer the calls already hanging. */
  | { kind: 'hang' }
  /** The answer comes late. */
  | { kind: 'slow'; ms: number }
  /** The connection is reset before anything was done. */
  | { kind: 'reset' }
  /** An HTTP status without Slack's JSON, such as 500 or 503. */
  | { kind: 'status'; status: number }
  /** HTTP 429 with a Retry-After header. */
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  /** A proxy's HTML page with status 200. */
  | { kind: 'html' }
  /** Slack answers `ok: false` with this error, such as `internal_error`. */
  | { kind: 'error'; error: string }
  /** The call is carried out and recorded, then the connection is reset instead of answered. */
  | { kind: 'drop_answer' }
  /** The call is carried out at once, and answered late. */
  | { kind: 'late_answer'; ms: number }
  /** The call is carried out, and the connection reset in the middle of the answer. */
  | { kind: 'cut_answer' }
  /** The call is carried out, and half of the JSON is all that is answered. */
  | { kind: 'half_answer' };

/** Which calls a fault hits. */
type FaultScope = {
  /** How many calls, then it heals by itself; default: until healed. */
  times?: number;
  /** Only calls for this channel. */
  channel?: string;
};

/** Every fault of the fake, as switches; all are off at the start. */
export type Faults = {
  /** Makes one method fail; the names `response_url`, `upload` and `*` (everything) are taken too. */
  breakMethod(method: string, fault: MethodFault, scope?: FaultScope): void;
  /** Ends the faults of one method, or of all. */
  healMethods(method?: string): void;
  /**
   * Takes the API away: `refuse` closes the port, `reset` accepts connections and resets them.
   * Sockets that are open stay open; response_url and uploads go away with the API.
   */
  startOutage(kind: 'refuse' | 'reset'): Promise<void>;
  endOutage(): Promise<void>;
  /** Slack's own recycling: a `disconnect` frame with reason `refresh_requested` on every socket. */
  refreshSockets(): void;
  /** Slack's `disconnect` frame with another reason, such as `link_disabled`. */
  disconnectSockets(reason: string): void;
  /** The TCP connections of all sockets break without a close frame. */
  killSockets(): void;
  /** Pings of the bot are not answered on the sockets that are open now. */
  mutePongs(): void;
  /** The sockets that are open now stay open and say nothing any more: no ping, no pong, no goodbye, no events. */
  freezeSockets(): void;
  /** New sockets are reset at the handshake for this long. */
  refuseSockets(forMs: number): void;
  /** Sends an envelope without payload, which crashes socket-mode 3.1.0 with an unhandled TypeError. */
  sendPayloadlessFrame(): void;
  /** Sends any text or bytes as a frame. */
  sendFrame(content: string | Buffer): void;
  /** Every envelope is sent this many times more, with the same envelope id. */
  duplicateEnvelopes(times: number): void;
  /** Each delivery sets out up to so much later, by chance, so that later ones overtake it. */
  disorder(mostMs: number): void;
};

/** The method faults that are set now. */
export type MethodFaults = {
  set(method: string, fault: MethodFault, scope?: FaultScope): void;
  heal(method?: string): void;
  /** The fault that hits this call; counts the call when the fault is for a number of times. */
  take(method: string, channel: string | undefined): MethodFault | undefined;
};

export function createMethodFaults(): MethodFaults {
  const plan = createFaultPlan<MethodFault, { method: string; channel: string | undefined }>();
  const repairs: { method: string; repair: Repair }[] = [];
  return {
    set(method, fault, { channel, ...scope } = {}) {
      const repair = plan.add({
        ...scope,
        fault,
        hits: (call) =>
          (method === '*' || method === call.method) && (channel === undefined || channel === call.channel),
      });
      repairs.push({ method, repair });
    },
    heal(method) {
      for (const each of repairs) if (method === undefined || each.method === method) each.repair();
    },
    take: (method, channel) => plan.take({ method, channel }),
  };
}
