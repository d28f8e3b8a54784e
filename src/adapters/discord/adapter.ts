// src/adapters/discord: Discord. Below: transport (the way to Discord), render (what is shown), outbound (what is sent),
// installation (commands, rights, departures, doctor), inbound (what people do).
// Imported by: app, config.

import { setMaxListeners } from 'node:events';
import { type Client, Events, GatewayDispatchEvents, type GatewayMessageCreateDispatchData } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../core/bot.ts';
import type { TakeReport } from '../../core/feedback/number-reports.ts';
import type { Clock, Introductions, Painter, RememberShown, Subscriptions } from '../../core/ports.ts';
import type { Language } from '../../data/schema.ts';
import { createAllowance } from '../shared/allowance.ts';
import { createDoor, createInFlight } from '../shared/in-flight.ts';
import type { Meter } from '../shared/meter.ts';
import type { Log, PostingAdapter, Refused } from '../shared/posting-adapter.ts';
import { createFloodGate, kindOfInteraction, take } from './inbound/intake.ts';
import { onInteraction } from './inbound/interactions.ts';
import { onMessage } from './inbound/messages.ts';
import type { Session } from './inbound/session.ts';
import { welcome } from './inbound/welcome.ts';
import { createDepartures } from './installation/departures.ts';
import { inviteLink } from './installation/permissions.ts';
import { commandMention, createCommandIds } from './installation/registration.ts';
import { createMessenger } from './outbound/messenger.ts';
import { createThroughput } from './outbound/throughput.ts';
import { createPostingClient, type Shards, shareOf } from './transport/client.ts';
import { createConnection } from './transport/connection.ts';
import { described } from './transport/failure.ts';
import { TIMINGS, type Timings } from './transport/timings.ts';
import { onEachInteraction } from './transport/workarounds.ts';

/** The token, the address of the API, and the shards of this process. */
export type DiscordConfig = {
  token: string;
  /** Where Discord's REST API is; Discord itself by default. */
  apiUrl?: string | undefined;
  /** The shards of this process; as many as Discord recommends, and all of them here, by default. */
  shards?: Shards | undefined;
};

export type DiscordOptions = {
  bot: Bot;
  config: DiscordConfig;
  subscriptions: Pick<Subscriptions, 'forget' | 'kept'>;
  remember: RememberShown;
  introductions: Introductions;
  painter: Painter;
  /** Takes reports of wrong numbers. */
  reports: TakeReport;
  log: Log;
  meter: Meter;
  /** Called when Discord refuses the running bot: its token was reset, or it may no longer connect. */
  onRefused(refusal: Refused): void;
  clock?: Clock;
  timings?: Partial<Timings>;
};

/** Mentions in one channel that may wait for their answer; further ones get none. */
const MOST_WAITING = 20;
/** Users whose language is remembered; the one not seen for longest is forgotten first. */
const MOST_USERS_REMEMBERED = 10_000;
/** Clicks on Share that are remembered, so that a second click posts nothing again. */
const MOST_SHARES_REMEMBERED = 10_000;

export function createDiscordAdapter(options: DiscordOptions): PostingAdapter {
  const {
    bot,
    config,
    subscriptions,
    remember,
    introductions,
    painter,
    reports,
    log,
    meter,
    onRefused,
    timings: given,
    clock = () => new Date(),
  } = options;
  const { token, apiUrl, shards } = config;
  const timings = { ...TIMINGS, ...given };
  const inFlight = createInFlight();
  const floodGate = createFloodGate(MOST_WAITING);
  const allowance = createAllowance();
  const languages = new LRUCache<string, Language>({ max: MOST_USERS_REMEMBERED });
  const shared = new LRUCache<string, true>({ max: MOST_SHARES_REMEMBERED });
  const stopping = new AbortController();
  const ended = new AbortController();
  // Each running answer adds a listener.
  setMaxListeners(0, ended.signal);
  const throughput = createThroughput(meter, shareOf(shards));
  const commandIds = createCommandIds({ shards, log, retry: timings.loginRetry });
  const departures = createDepartures({ subscriptions, log, retry: timings.loginRetry, ended: ended.signal });
  let lastClient: Client<true> | undefined;
  let hasStarted = false;

  const sessionOf = (client: Client<true>): Session => ({
    bot,
    log,
    meter,
    timings,
    floodGate,
    painter,
    remember,
    introductions,
    reports,
    allowance,
    rest: client.rest,
    applicationId: client.application.id,
    get commandIds() {
      return commandIds.known();
    },
    languages,
    sharedBefore(button) {
      const isKnown = shared.has(button);
      shared.set(button, true);
      return isKnown;
    },
    isStopping: () => stopping.signal.aborted,
    ended: ended.signal,
  });

  // What it turns away stays unanswered: Discord then says that the bot did not respond.
  const door = createDoor(inFlight, () => log.warn('discord questions turned away, too many are under way'));

  const follow = (work: Promise<void>): void => {
    inFlight.track(work);
    work.catch((error: unknown) => log.error('discord event failed', described(error)));
  };

  /** Messages are taken as they come: read by the library's cache, those of unknown threads would be lost. */
  const prepare = (client: Client): void => {
    let session: Session | undefined;
    const whenKnown = (): Session | undefined => {
      session ??= client.user && client.application ? sessionOf(client as Client<true>) : undefined;
      return session;
    };
    onEachInteraction(client, (interaction) => {
      const known = whenKnown();
      if (!known || door.isShut()) return;
      const event = { id: interaction.id, what: kindOfInteraction(interaction) };
      follow(take(known, event, () => onInteraction(known, interaction)));
    });
    departures.watch(client, follow);
    client.on(Events.GuildCreate, (guild) => {
      const known = whenKnown();
      if (known) follow(welcome(known, guild, clock()));
    });
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      const known = whenKnown();
      if (known && !door.isShut()) follow(onMessage(known, client, message));
    });
  };

  const connection = createConnection({
    token,
    apiUrl,
    shards,
    log,
    meter,
    timings,
    makeRequest: throughput.makeRequest,
    prepare,
    async onReady(client, signal) {
      lastClient = client;
      log.info('discord connected', { servers: client.guilds.cache.size, invite: inviteLink(client.application.id) });
      follow(departures.catchUp(client));
      // Mentions are answered meanwhile. The start waits for one attempt to register the commands.
      await commandIds.learn(client, signal);
      // Servers that the bot was added to while it did not run.
      for (const guild of client.guilds.cache.values()) follow(welcome(sessionOf(client), guild, clock()));
    },
    onRefused(refusal) {
      ended.abort();
      // Before the first connection, start() rejects with it.
      if (hasStarted) onRefused(refusal);
    },
  });

  return {
    messenger: createMessenger({
      rest: createPostingClient(apiUrl, throughput.makeRequestInTurn),
      token,
      throughput,
      clock,
      log,
      timings,
      client: () => lastClient,
      commandMention: (name) => commandMention({ commandIds: commandIds.known() }, name),
      ended: ended.signal,
    }),
    async start() {
      await connection.open();
      hasStarted = true;
    },
    async stop() {
      stopping.abort();
      const left = await inFlight.drain(timings.drainMs);
      ended.abort();
      if (left > 0) log.warn('discord answers given up at shutdown', { answers: left });
      await connection.close();
    },
    health: () => connection.health(),
  };
}
