import { performance } from 'node:perf_hooks';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import type { MessageTurn, SeenMessage } from '../support/discord/turn.ts';
import type { Channel, Guild } from '../support/discord/world.ts';
import type { DeliveryOptions } from '../support/slack/delivery.ts';
import type { FakeSlack } from '../support/slack/fake-slack.ts';
import type { Turn } from '../support/slack/turn.ts';
import type { SlackChannel } from '../support/slack/workspace.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** People who ask without pause, each once, on both platforms and in every way. */
export type Asking = {
  readonly all: readonly Asked[];
  /** Those that the bot has taken and not answered. */
  beingAnswered(): Asked[];
  /** From now on Slack delivers everything again as soon as it is taken, with these marks. */
  repeatOnSlack(delivery: DeliveryOptions): void;
  /** Nobody asks any more. */
  stop(): void;
  close(): void;
};

/** A question that was put, and what has become of it so far. */
export type Asked = {
  readonly platform: 'slack' | 'discord';
  readonly way: Way;
  readonly question: Question;
  /** When it was put and first answered, on the scale of performance.now(). */
  readonly at: number;
  answeredAt: number | undefined;
  /** Whether the bot has it by the platform's count: acknowledged, or handed over where nothing is acknowledged. */
  isTaken(): boolean;
  /** Whether the platform may still hand it over. */
  mayStillCome(): boolean;
  /** What stands in the channel for it, once for each message. */
  shown(): string[];
};

type Way = 'command' | 'mention' | 'direct message';

/** Where people ask. */
export type Places = { slack: SlackChannel[]; guild: Guild; discord: Channel[] };

/** Eight questions a second. */
const EVERY_MS = 125;
const LOOK_EVERY_MS = 20;
/** After that both platforms show a command as failed. */
const ACKNOWLEDGED_WITHIN_MS = 3_500;

export function startAsking(slack: FakeSlack, discord: FakeDiscord, places: Places): Asking {
  const all: Asked[] = [];
  let count = 0;
  let repeated: DeliveryOptions | undefined;
  const ways: ((question: Question) => Asked)[] = [
    (question) => onSlack('command', question),
    (question) => onDiscord('command', question),
    (question) => onSlack('mention', question),
    (question) => onDiscord('mention', question),
    (question) => onSlack('direct message', question),
    (question) => onDiscord('direct message', question),
    (question) => onSlack('command', question),
    (question) => onDiscord('command', question),
  ];

  const onSlack = (way: Way, question: Question): Asked => {
    const user = slack.workspace.addUser();
    const channel = turnOf(places.slack, count);
    let turn: Turn | undefined;
    const put = {
      command: () => slack.slash('/harbin', question.text, { user, channel }),
      mention: () => slack.mention(channel, question.text, { user }),
      'direct message': () => slack.directMessage(user, question.text),
    }[way]();
    void put.then((begun) => {
      turn = begun;
      if (repeated) void begun.redeliver(repeated);
    });
    const retries = slack.timing.retryDelaysMs.length;
    return {
      platform: 'slack',
      way,
      question,
      at: performance.now(),
      answeredAt: undefined,
      isTaken: () => turn?.deliveries.some(({ ok }) => ok) ?? false,
      mayStillCome: () =>
        turn === undefined || (way !== 'command' && !turn.ack.ok && turn.deliveries.length <= retries),
      shown: () => textsOnSlack(turn, way),
    };
  };

  const onDiscord = (way: Way, question: Question): Asked => {
    const user = discord.user(`asker ${count}`);
    const channel = turnOf(places.discord, count);
    const at = performance.now();
    const asked = { platform: 'discord', way, question, at, answeredAt: undefined } as const;
    if (way === 'command') {
      const turn = discord.slash(user, channel, 'harbin ask', { question: question.text });
      return {
        ...asked,
        isTaken: () => turn.interaction.answer !== undefined,
        mayStillCome: () => performance.now() - at < ACKNOWLEDGED_WITHIN_MS,
        shown: () => turn.messages.map(({ text }) => text),
      };
    }
    const turn =
      way === 'mention' ? discord.mention(user, channel, question.text) : discord.directMessage(user, question.text);
    return {
      ...asked,
      isTaken: () => discord.wasTold(turn.message),
      mayStillCome: () => false,
      shown: () => textsOnDiscord(turn, question, discord.messagesIn(discord.world.directChannel(user))),
    };
  };

  const asker = setInterval(() => {
    const way = turnOf(ways, count);
    all.push(way(turnOf(QUESTIONS, Math.floor(count / ways.length) + count)));
    count += 1;
  }, EVERY_MS);
  const watcher = setInterval(() => {
    for (const asked of all) if (!asked.answeredAt && asked.shown().length > 0) asked.answeredAt = performance.now();
  }, LOOK_EVERY_MS);

  return {
    all,
    beingAnswered: () => all.filter((asked) => asked.isTaken() && asked.shown().length === 0),
    repeatOnSlack(delivery) {
      repeated = delivery;
    },
    stop: () => clearInterval(asker),
    close() {
      clearInterval(asker);
      clearInterval(watcher);
    },
  };
}

/** A command is answered to the asker alone; what everyone sees in the channel answers somebody else. */
function textsOnSlack(turn: Turn | undefined, way: Way): string[] {
  const own = (turn?.answers() ?? []).filter(
    ({ visibleTo, channel }) => way !== 'command' || visibleTo !== 'everyone' || channel.startsWith('D'),
  );
  return [...new Map(own.map(({ ts, text }) => [ts, text])).values()];
}

/** Answers to commands in the same channel answer somebody else; what cannot be said there is said in private. */
function textsOnDiscord(
  { messages, message }: MessageTurn,
  { number }: Question,
  direct: readonly SeenMessage[],
): string[] {
  const own = messages.filter(
    // What replies to nothing may answer anybody.
    ({ payload, text }) =>
      payload.interaction_metadata === undefined && (payload.message_reference !== undefined || text.includes(number)),
  );
  const aside = direct.filter(({ author }) => author !== message.author);
  return [...new Set([...own, ...aside])].map(({ text }) => text);
}

function turnOf<T>(all: readonly T[], count: number): T {
  return all[count % all.length] as T;
}
