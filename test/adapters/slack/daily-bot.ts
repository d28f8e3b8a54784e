import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { pause as wait } from '../../../src/adapters/shared/pause.ts';
import { openStore, type Store } from '../../../src/adapters/storage/open-store.ts';
import { type Bot, createBot } from '../../../src/core/bot.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { createDaily } from '../../../src/core/daily/daily.ts';
import type { Posting, PostingEvent } from '../../../src/core/daily/posting.ts';
import { suggestZones } from '../../../src/core/daily/reading/zones.ts';
import { createDailyWriter } from '../../../src/core/daily/writer.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { Catalogue } from '../../../src/data/schema.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import type { SlackChannel, SlackUser } from '../../support/slack/workspace.ts';
import { until } from '../../support/until.ts';
import { type RunningBot, startBot } from './running-bot.ts';

/** The whole bot with its daily posts: real Bolt, a fake Slack, a SQLite file, and a day that the test decides. */
export type DailyBot = {
  running: RunningBot;
  slack: FakeSlack;
  store(): Store;
  /** Moves the bot's clock to a moment; from there it goes on. */
  at(time: string): void;
  /** What `/harbin daily …` answers. */
  daily(words: string, doing?: { channel?: SlackChannel; user?: SlackUser }): Promise<PostedMessage>;
  /** The daily posts in a channel now. */
  posts(channel?: SlackChannel): PostedMessage[];
  posted(count: number, channel?: SlackChannel): Promise<PostedMessage[]>;
  /** What the daily posts have reported. */
  events: PostingEvent[];
  /** Ends the process and begins another one on the same file. */
  restart(): Promise<void>;
};

type Options = { adminsOnly?: boolean; catalogue?: Catalogue; prepare?: (slack: FakeSlack) => void };

const SHIPPED = await loadCatalogue();
// As the program does while Slack is on its way: nobody has to pay for reading the names of all time zones.
suggestZones('Harbin', 'en', 1);
const HURRY = { pollMs: [20, 40], finishingMs: 2_000 } as const;

export async function startDailyBot(
  test: Pick<TestContext, 'onTestFinished'>,
  options: Options = {},
): Promise<DailyBot> {
  const { catalogue = SHIPPED } = options;
  const folder = mkdtempSync(join(tmpdir(), 'harbin-daily-'));
  test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, 'harbin.db')}`;
  let store = await openStore(url, () => {});
  const events: PostingEvent[] = [];
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);

  const botOnStore = (): Bot =>
    createBot({
      catalogue,
      clock,
      version: '1.0.0',
      languages: store.languages,
      memory: createMemory(clock),
      subscriptions: store.subscriptions,
      timeZone: 'Asia/Shanghai',
    });
  const running = await startBot(test, {
    wrap: botOnStore,
    get subscriptions() {
      return store.subscriptions;
    },
    config: { dailyAdminsOnly: options.adminsOnly ?? false },
    ...(options.prepare ? { prepare: options.prepare } : {}),
  });
  const { slack } = running;

  const engine = (): Posting =>
    createDaily({
      ledger: store.ledger,
      messengers: new Map([['slack', running.adapter.messenger]]),
      writer: createDailyWriter(catalogue, '1.0.0'),
      languages: store.languages,
      figuresOf: (topic) =>
        catalogue.figures.filter((figure) => topic === undefined || figure.topic === topic).map(({ id }) => id),
      clock,
      stopwatch: () => performance.now(),
      wait,
      report: (event) => void events.push(event),
      owner: `test ${Math.random()}`,
      timings: HURRY,
    });
  let daily = engine();
  daily.start();
  const end = async () => {
    await daily.stop();
    await store.close();
  };
  test.onTestFinished(end);

  const posts = (channel = slack.channel) =>
    slack.messages.filter(({ channel: where, sent }) => where === channel.id && sent.metadata !== undefined);
  return {
    running,
    slack,
    store: () => store,
    at(time) {
      ahead = Date.parse(time) - Date.now();
    },
    async daily(words, doing = {}) {
      return await (await slack.slash('/harbin', `daily ${words}`, doing)).answer();
    },
    posts,
    events,
    posted: (count, channel) =>
      until(() => posts(channel).length >= count && posts(channel), { what: `daily post ${count}` }),
    async restart() {
      await end();
      store = await openStore(url, () => {});
      await running.restart();
      daily = engine();
      daily.start();
    },
  };
}
