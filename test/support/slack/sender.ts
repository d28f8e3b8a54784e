import { answerByUrl } from './answer-by-url.ts';
import { asPart } from './blocks.ts';
import type { Ack, Deliver, DeliveryOptions, Envelope } from './delivery.ts';
import type { ResponseTarget } from './response-urls.ts';
import { createTurn, type Turn, type TurnSubject } from './turn.ts';
import type { World } from './world.ts';

/** Hands things to the bot and follows what becomes of them. */
export type Sender = {
  /** Delivers once, repeats events that were not acked, and resolves when the first delivery was acked or given up. */
  send(envelope: Envelope, subject: TurnSubject, options?: DeliveryOptions): Promise<Turn>;
  /** Like send, for an event; nothing is delivered when the app has not subscribed to it. */
  sendEvent(subscription: string, event: object, subject: TurnSubject, options?: DeliveryOptions): Promise<Turn>;
  /** Like sendEvent, for what concerns the whole organisation and names no workspace. */
  sendOrganisationEvent(subscription: string, event: object, subject: TurnSubject): Promise<Turn>;
  close(): void;
};

export function createSender(world: World, deliver: () => Deliver): Sender {
  const { workspace, timing, installation, clock } = world;
  const timers = new Set<NodeJS.Timeout>();
  let events = 0;

  const send: Sender['send'] = async (envelope, subject, options = {}) => {
    const startedAt = performance.now();
    const deliveries: Ack[] = [];
    const attempt = async (each: DeliveryOptions) => {
      const ack = takeAnswer(await deliver()(envelope, each), envelope, subject, world);
      deliveries.push(ack);
      return ack;
    };
    const first = await attempt(options);
    if (envelope.kind === 'events_api' && !isForged(options)) repeat(first, attempt, 1);
    return createTurn(subject, world, deliveries, attempt, startedAt);
  };

  const repeat = (last: Ack, attempt: (options: DeliveryOptions) => Promise<Ack>, num: number): void => {
    const delay = timing.retryDelaysMs[num - 1];
    if (last.ok || delay === undefined) return;
    const reason = last.reason.startsWith('http_') ? 'http_error' : 'timeout';
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt({ retry: { num, reason } }).then((ack) => repeat(ack, attempt, num + 1));
    }, delay).unref();
    timers.add(timer);
  };

  const sendEvent = async (
    subscription: string,
    event: object,
    subject: TurnSubject,
    outer: object,
    options?: DeliveryOptions,
  ): Promise<Turn> => {
    if (!installation.events.has(subscription)) {
      return createTurn(subject, world, [], async () => NOT_SUBSCRIBED, performance.now());
    }
    const payload = {
      token: 'verification',
      team_id: workspace.teamId,
      api_app_id: workspace.appId,
      event: { event_ts: clock.nextTs(), ...event },
      type: 'event_callback',
      event_id: `Ev${++events}`,
      event_time: Math.floor(clock.now() / 1_000),
      is_ext_shared_channel: false,
      ...outer,
    };
    return await send({ kind: 'events_api', payload, acceptsResponse: false }, subject, options);
  };

  return {
    send,
    sendEvent: (subscription, event, subject, options) =>
      sendEvent(subscription, event, subject, authorisedBy(world), options),
    sendOrganisationEvent: (subscription, event, subject) =>
      sendEvent(subscription, event, subject, { team_id: null, enterprise_id: world.organisation?.id }),
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** By whose installation Slack tells of something; that of an organisation need not name a workspace. */
function authorisedBy({ workspace, organisation }: World): object {
  const bot = { user_id: workspace.bot.id, is_bot: true };
  return organisation
    ? {
        enterprise_id: organisation.id,
        authorizations: [{ enterprise_id: organisation.id, ...bot, is_enterprise_install: true }],
      }
    : {
        authorizations: [{ enterprise_id: null, team_id: workspace.teamId, ...bot, is_enterprise_install: false }],
      };
}

const NOT_SUBSCRIBED: Ack = { ok: false, ms: 0, reason: 'not_subscribed' };

/** Slack would not repeat what it never sent. */
function isForged(options: DeliveryOptions): boolean {
  return Boolean(options.badSignature || options.staleBySeconds || options.padToBytes);
}

/** Shows what came inside the ack: the answer to a command, or the next view of a modal. */
function takeAnswer(ack: Ack, envelope: Envelope, subject: TurnSubject, world: World): Ack {
  const body = ack.ok ? asPart(ack.body) : undefined;
  if (!body || !envelope.acceptsResponse) return ack;
  const { response_action: action, view } = body as { response_action?: unknown; view?: unknown };
  if (action === 'update') world.views.show({ user: subject.user, kind: 'modal', view: asPart(view) ?? {} });
  const { channel, user, responseUrl } = subject;
  if (envelope.kind !== 'slash_commands' || channel === undefined || responseUrl === undefined) return ack;
  const target: ResponseTarget = { user, channel, source: undefined };
  const fields = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const result = answerByUrl(target, Object.fromEntries(fields), { via: 'ack', responseUrl }, world);
  return result.ok ? ack : { ok: false, ms: ack.ms, reason: result.error };
}
