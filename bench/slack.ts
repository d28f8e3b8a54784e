import { App, LogLevel } from '@slack/bolt';
import { UNMETERED } from '../src/adapters/shared/meter.ts';
import { createSeen } from '../src/adapters/shared/seen.ts';
import { createSlackAdapter } from '../src/adapters/slack/adapter.ts';
import { createLanguageSettings } from '../src/core/conversation/language-settings.ts';
import { loadCatalogue } from '../src/data/load.ts';
import { botOf } from '../test/support/bot.ts';
import { type FakeSlack, startFakeSlack } from '../test/support/slack/fake-slack.ts';
import { NO_ABSENCES, NO_INSTALLATIONS, NO_MEMBERS } from '../test/support/slack/no-installations.ts';
import type { SlackUser } from '../test/support/slack/workspace.ts';
import { COMMANDS } from './commands.ts';
import { median, quantile } from './statistics.ts';

/** From a slash command to its answer: this bot and a bare Bolt app that answers a constant, in turn on one fake Slack. */

type Row = { what: string; value: string; target?: string };

/** Turns that each of the two gets, so that whatever else the machine does hits both alike. */
const TURNS = 4;
const COMMANDS_A_TURN = 100;
/** Who ask in turn, so that nobody meets the limit of a person. */
const ASKERS = 10;
/** Commands at the beginning of a turn that do not count. */
const WARM_UP = 30;
/** The least that a network adds to an answer, for the time that people feel; Slack's own is longer. */
const NETWORK_MS = 10;
const MOST_RATIO = 1.2;

/** Rows for a table: times on the bare loopback, where all that counts is work, and their ratio there and over a network. */
export async function benchSlack(): Promise<Row[]> {
  const slack = await startFakeSlack();
  const askers = Array.from({ length: ASKERS }, () => slack.workspace.addUser());
  const loopback = await compare(slack, askers);
  slack.faults.breakMethod('response_url', { kind: 'slow', ms: NETWORK_MS });
  const network = await compare(slack, askers);
  await slack.close();

  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const target = `at most ${MOST_RATIO}`;
  return [
    { what: 'Slack: command to answer, median', value: ms(median(loopback.ours)) },
    { what: 'Slack: command to answer, p95', value: ms(quantile(loopback.ours, 0.95)) },
    { what: 'Slack: bare Bolt app, median', value: ms(median(loopback.bare)) },
    { what: 'Slack: bare Bolt app, p95', value: ms(quantile(loopback.bare, 0.95)) },
    { what: 'Slack: added to the median', value: ms(median(loopback.ours) - median(loopback.bare)) },
    {
      what: 'Slack: ratio, no network at all',
      value: (median(loopback.ours) / median(loopback.bare)).toFixed(2),
      target,
    },
    {
      what: `Slack: ratio, ${NETWORK_MS} ms of network`,
      value: (median(network.ours) / median(network.bare)).toFixed(2),
      target,
    },
  ];
}

async function compare(slack: FakeSlack, askers: readonly SlackUser[]): Promise<Record<'ours' | 'bare', number[]>> {
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, start] of [
      ['ours', startOurs],
      ['bare', startBare],
    ] as const) {
      const app = await start(slack);
      for (let command = 0; command < COMMANDS_A_TURN; command += 1) {
        const question = COMMANDS[command % COMMANDS.length] ?? '';
        const time = await timeOf(slack, askers[command % ASKERS], question);
        if (command >= WARM_UP) times[name].push(time);
      }
      await app.stop();
      while (slack.sockets.length > 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return times;
}

async function timeOf(slack: FakeSlack, user: SlackUser | undefined, question: string): Promise<number> {
  const turn = await slack.slash('/harbin', question, user ? { user } : {});
  return (await turn.answer()).at - turn.startedAt;
}

async function startOurs(slack: FakeSlack) {
  const catalogue = await loadCatalogue();
  const languages = createLanguageSettings();
  const silent = () => {};
  const adapter = createSlackAdapter({
    config: {
      botToken: slack.installation.botToken,
      dailyAdminsOnly: false,
      apiUrl: slack.apiUrl,
      receive: { mode: 'socket', appToken: slack.installation.appToken },
    },
    bot: botOf(catalogue),
    languages,
    introductions: { first: async () => false },
    remember: async () => {},
    watchedBy: async () => [],
    installations: NO_INSTALLATIONS,
    members: NO_MEMBERS,
    absences: NO_ABSENCES,
    subscriptions: { forget: async () => {}, setUpBy: async () => [], kept: async () => [] },
    painter: { paint: async () => undefined },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    seen: createSeen(),
    meter: UNMETERED,
    mount: silent,
    reports: async () => {},
    onRefused: silent,
  });
  await adapter.start();
  return adapter;
}

async function startBare(slack: FakeSlack) {
  const { botToken: token, appToken } = slack.installation;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({ token, appToken, socketMode: true, clientOptions, logLevel: LogLevel.ERROR });
  app.command('/harbin', async ({ ack, respond }) => {
    await ack();
    await respond('229 key laboratories at or above the provincial level in Harbin.');
  });
  await app.start();
  await slack.connected();
  return app;
}
