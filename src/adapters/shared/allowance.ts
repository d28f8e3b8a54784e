import { LRUCache } from 'lru-cache';
import type { Bot, Query } from '../../core/bot.ts';
import { createProcessorTime, type ProcessorTime } from './processor-time.ts';

/** Says whether one more question may be asked, so that no person and no channel keeps the bot from all others. */
export type Allowance = {
  /** Counts a question of a person, and where everyone sees the answer, of a channel. */
  take(asked: { person: string; channel?: string }): Verdict;
  /** The bot as it works for one person: it thinks when it is their turn, and at the cost of their processor time. */
  botFor(person: string, bot: Bot): Bot;
};

/** `isFirst`: this refusal is the first since the last question that was granted, the one to say something about. */
type Verdict = { kind: 'granted' } | { kind: 'refused'; waitSeconds: number; isFirst: boolean };

const WINDOW_MS = 60_000;
/** Questions a minute: more than anybody can read the answers of. */
const MOST_OF_A_PERSON = 30;
/** Questions a minute that everyone in a channel sees; both platforms let a bot post about once a second there. */
const MOST_IN_A_CHANNEL = 120;
/** Milliseconds that a question may wait for its asker's processor time; who has used up more is told to wait. */
const MOST_WAIT_MS = 30_000;
/** People and channels counted at once; the one not heard of for longest is forgotten first. */
const MOST_COUNTED = 20_000;

export function createAllowance(time: ProcessorTime = createProcessorTime()): Allowance {
  const asked = { person: counter(), channel: counter() };
  const toldToWait = new LRUCache<string, true>({ max: MOST_COUNTED, ttl: WINDOW_MS });
  const verdictOnTime = (person: string): Verdict => {
    const waitMs = time.waitMs(person);
    if (waitMs <= MOST_WAIT_MS) return { kind: 'granted' };
    const isFirst = !toldToWait.has(person);
    if (isFirst) toldToWait.set(person, true);
    return { kind: 'refused', waitSeconds: Math.ceil(waitMs / 1_000), isFirst };
  };
  return {
    take({ person, channel }) {
      const verdicts = [asked.person(person, MOST_OF_A_PERSON)];
      if (channel !== undefined) verdicts.push(asked.channel(channel, MOST_IN_A_CHANNEL));
      return verdicts.find(({ kind }) => kind === 'refused') ?? verdictOnTime(person);
    },
    botFor(person, bot) {
      return {
        ...bot,
        reply: (query) => bot.reply({ ...query, think: onceInTurn(person) }),
        suggest(typed, ...rest) {
          // Nobody waits for a suggestion: the next key asks for others. What stands there before any key costs nothing.
          if (typed !== '' && time.waitMs(person) > 0) return [];
          return time.charged(person, () => bot.suggest(typed, ...rest));
        },
      };
    },
  };

  /** A question waits for its turn once, and goes on to its end. */
  function onceInTurn(person: string): NonNullable<Query['think']> {
    let hasTurn = false;
    return async (work) => {
      if (hasTurn) return time.charged(person, work);
      hasTurn = true;
      return time.inTurn(person, work);
    };
  }
}

function counter(): (key: string, most: number) => Verdict {
  const counts = new LRUCache<string, number>({ max: MOST_COUNTED, ttl: WINDOW_MS });
  return (key, most) => {
    const count = (counts.get(key) ?? 0) + 1;
    // The minute runs from its first question, however many follow.
    counts.set(key, count, { noUpdateTTL: true });
    if (count <= most) return { kind: 'granted' };
    const waitSeconds = Math.max(1, Math.ceil(counts.getRemainingTTL(key) / 1_000));
    return { kind: 'refused', waitSeconds, isFirst: count === most + 1 };
  };
}
