/** What Slack hands to the bot: an event, a slash command, or a click, shortcut or modal. */
type EnvelopeKind = 'events_api' | 'slash_commands' | 'interactive';

export type Envelope = {
  kind: EnvelopeKind;
  payload: object;
  /** Whether the ack may carry an answer. */
  acceptsResponse: boolean;
};

/** Peculiarities of one delivery; the signing ones are for HTTP alone. */
export type DeliveryOptions = {
  /** Marks the delivery as a repeated one, by header or by retry_attempt. */
  retry?: { num: number; reason: string };
  /** Signs with a wrong secret. */
  badSignature?: boolean;
  /** Signs with a time that lies so many seconds in the past. */
  staleBySeconds?: number;
  /** Blows the body up to at least this many bytes. */
  padToBytes?: number;
};

/** How the bot took a delivery. */
export type Ack =
  | { ok: true; ms: number; body: unknown }
  /** `timeout`, `no_connection`, `connection_lost` or `http_404` and so on. */
  | { ok: false; ms: number; reason: string };

/** A way from Slack to the bot. */
export type Deliver = (envelope: Envelope, options: DeliveryOptions) => Promise<Ack>;
