import type { RestFault } from '../support/discord/faults.ts';
import { pause, until } from '../support/until.ts';
import type { Cost, Fault } from './fault.ts';
import { givenUp } from './slack.ts';
import type { Stage } from './stage.ts';

/** What goes wrong on Discord's side. */

/** What Discord cannot hand over it shows as failed, or it shows the bot away. */
const GAP: Cost = { notTaken: true };
const NAMES = {
  500: '500',
  502: '502',
  503: '503',
  reset: 'a reset',
  hang: 'nothing',
  'done-but-502': '502',
  'done-but-reset': 'with a reset',
  'done-but-closed': 'by closing the connection',
} as const;
const CALLBACK = 'POST /interactions/:interaction/:token/callback';
const POST = 'POST /channels/:channel/messages';

export const DISCORD: Record<string, Fault> = {
  'discord-reconnect': {
    name: 'Discord asks to reconnect (op 7)',
    bot: 'resumes; Discord replays the events of the gap',
    async happen({ discord }) {
      discord.faults.askToReconnect();
    },
    cost: GAP,
  },
  'discord-invalid-resumable': {
    name: 'the Discord session is invalid but resumable (op 9, true)',
    bot: 'the same',
    async happen({ discord }) {
      discord.faults.invalidateSession(true);
    },
    cost: GAP,
  },
  'discord-invalid': {
    name: 'the Discord session is invalid (op 9, false)',
    bot: 'logs in again',
    async happen({ discord }) {
      discord.faults.invalidateSession(false);
    },
    cost: GAP,
  },
  'discord-closed': closing(
    [4000, 4001, 4002, 4003, 4005, 4008],
    'resumes, or logs in again where the session is over',
  ),
  'discord-session-over': closing([4007, 4009], 'logs in again'),
  ...Object.fromEntries([4004, 4013, 4014].map((code) => [`discord-${code}`, refusing(code)])),
  'discord-cut': {
    name: 'the connection to Discord breaks',
    bot: 'resumes; Discord replays the events of the gap',
    async happen({ discord }) {
      discord.faults.dropGateway();
    },
    cost: GAP,
  },
  'discord-forgotten': {
    name: 'the connection breaks, and Discord has forgotten the session',
    bot: 'logs in again',
    async happen({ discord }) {
      discord.faults.forgetSessions();
      discord.faults.dropGateway();
    },
    cost: GAP,
  },
  'discord-zombie': {
    name: 'Discord acknowledges no heartbeats (one every 3 s here)',
    bot: 'reconnects after two, and resumes',
    world: { heartbeatMs: 3_000 },
    async happen({ discord }) {
      discord.faults.zombify();
    },
    cost: GAP,
  },
  'discord-black-hole': {
    name: 'the same, and Discord does not even say goodbye',
    bot: 'the same, after the library has waited for the goodbye',
    world: { heartbeatMs: 3_000 },
    async happen({ discord }) {
      discord.faults.blackHole();
    },
    cost: GAP,
  },
  'discord-gateway-refused': {
    name: 'the connection breaks, and the gateway refuses new ones with 503 for 10 s',
    bot: 'tries until it is back',
    async happen({ discord }) {
      discord.faults.refuseGateway(10_000);
      discord.faults.dropGateway();
      await pause(10_000);
    },
    cost: GAP,
  },
  'discord-outage': {
    name: 'the server has an outage for 6 s',
    bot: 'keeps all that it knows about it',
    async happen({ discord, guild }) {
      discord.faults.startOutage(guild);
      await pause(6_000);
      discord.faults.endOutage(guild);
    },
    cost: GAP,
  },
  'discord-duplicates': {
    name: 'Discord sends every event three times for 6 s',
    bot: 'answers once',
    async happen({ discord }) {
      discord.faults.repeatEvents(2);
      await pause(6_000);
      discord.faults.repeatEvents(0);
    },
  },
  ...Object.fromEntries(
    (['429-user', '429-shared', '429-global', '429-cloudflare'] as const).map((fault) => [
      `discord-${fault}`,
      {
        name: `Discord answers everything with 429 for 6 s (${fault.slice(4)}), Retry-After 2 s`,
        bot: 'waits as long as Discord wants; commands until their 3 s are over',
        happen: (stage: Stage) => failing(stage, fault),
        cost: GAP,
      },
    ]),
  ),
  ...Object.fromEntries(
    (['500', '502', '503', 'reset', 'hang'] as const).map((fault) => [
      `discord-${fault}`,
      {
        name: `Discord answers everything for 6 s with ${NAMES[fault]}`,
        bot: 'tries messages again under the same nonce, commands until their 3 s are over',
        happen: (stage: Stage) => failing(stage, fault),
        cost: GAP,
      },
    ]),
  ),
  ...Object.fromEntries(
    (['done-but-502', 'done-but-reset', 'done-but-closed'] as const).map((fault) => [
      `discord-${fault}`,
      {
        name: `Discord carries everything out for 6 s and answers ${NAMES[fault]}`,
        bot: 'tries again under the same nonce, and takes "already acknowledged" (40060) for done',
        happen: (stage: Stage) => failing(stage, fault),
      },
    ]),
  ),
  'discord-late': {
    name: 'callbacks of commands hang for 5 s (10062)',
    bot: 'gives them up after 3 s, as Discord does; messages are answered',
    async happen({ discord }) {
      discord.faults.rest({ fault: 'hang', route: CALLBACK, ms: 5_000 });
      await pause(5_000);
    },
    cost: GAP,
  },
  'discord-400': {
    name: 'Discord refuses embeds for 6 s (50035)',
    bot: 'sends text alone',
    async happen({ discord }) {
      for (let times = 0; times < 3; times += 1) {
        discord.faults.rest({ fault: '400', route: POST, times: 2 });
        await pause(2_000);
      }
    },
    cost: { postsRefused: true },
  },
  'discord-401': {
    name: 'Discord refuses the token once (401)',
    bot: 'asks whether the token is valid, and goes on',
    async happen({ discord }) {
      discord.faults.rest({ fault: '401', route: POST });
      await pause(2_000);
    },
  },
  'discord-token-reset': {
    name: 'the token is reset, and a new one set',
    bot: 'gives Discord up and goes on with Slack; serves Discord again once it is started with a valid token',
    async happen(stage) {
      const repair = stage.discord.faults.rest({ fault: '401', ms: 600_000 });
      await givenUp(stage);
      await stage.startAnew(repair);
    },
    cost: { beingAnswered: true, notTaken: true },
  },
  'discord-refused': {
    name: 'nobody listens at the address of the REST API for 8 s',
    bot: 'sends messages as soon as it can, commands until their 3 s are over',
    async happen({ discord }) {
      await discord.faults.restAwayWhile(() => pause(8_000));
    },
    cost: GAP,
  },
  'discord-away-at-start': {
    name: 'Discord answers 503 when the bot starts, for 8 s',
    bot: 'serves Slack meanwhile, and Discord as soon as it can',
    async happen({ discord, startAnew }) {
      await startAnew(() => void discord.faults.rest({ fault: '503', ms: 8_000 }));
      await pause(8_000);
    },
    cost: GAP,
  },
  'discord-50001': {
    name: 'the bot may not see a channel in which people ask, for 6 s (50001)',
    bot: 'answers commands there',
    async happen({
      discord,
      places: {
        discord: [channel],
      },
    }) {
      if (!channel) return;
      discord.deny(channel, ['ViewChannel']);
      await pause(6_000);
      discord.allow(channel);
    },
    cost: GAP,
  },
  'discord-50013': {
    name: 'the bot may not write in a channel in which people ask, for 6 s (50013)',
    bot: 'tells people who mention it what is missing, in private',
    async happen({
      discord,
      places: {
        discord: [channel],
      },
    }) {
      if (!channel) return;
      discord.deny(channel, ['SendMessages']);
      await pause(6_000);
      discord.allow(channel);
    },
  },
  'discord-channel-deleted': {
    name: 'a channel in which people asked is deleted (10003)',
    bot: 'goes on elsewhere',
    async happen({ discord, guild, places }) {
      const channel = discord.channel(guild, 'doomed');
      places.discord.push(channel);
      await pause(3_000);
      places.discord.pop();
      await pause(1_000);
      discord.faults.deleteChannel(channel);
    },
  },
  'discord-thread-locked': {
    name: 'a thread in which people ask is locked (160005)',
    bot: 'answers commands there',
    async happen({ discord, places }) {
      const [channel] = places.discord;
      if (!channel) return;
      const thread = discord.thread(channel, 'talk');
      places.discord.push(thread);
      await pause(3_000);
      discord.faults.lockThread(thread);
      await pause(4_000);
      places.discord.pop();
    },
  },
};

function closing(codes: readonly number[], does: string): Fault {
  return {
    name: `Discord closes the gateway, in turn with ${codes.join(', ')}`,
    bot: does,
    async happen({ discord }) {
      for (const code of codes) {
        discord.faults.closeGateway(code);
        await until(() => discord.gateway.connections > 0, { within: 30_000, what: `a connection after ${code}` });
        await pause(500);
      }
    },
    cost: GAP,
  };
}

function refusing(code: number): Fault {
  return {
    name: `Discord closes the gateway for good with ${code}`,
    bot: 'gives Discord up with the reason and goes on with Slack; serves it again once somebody has mended that and started it',
    async happen(stage) {
      stage.discord.faults.closeGateway(code);
      await givenUp(stage);
      await stage.startAnew();
    },
    cost: { beingAnswered: true, notTaken: true },
  };
}

async function failing({ discord }: Stage, fault: RestFault): Promise<void> {
  discord.faults.rest({ fault, ms: 6_000, retryAfterMs: 2_000 });
  await pause(6_000);
}
