import { LRUCache } from 'lru-cache';

/** Says whether one more question may be asked, so that no person and no channel keeps the bot from all others. */
export type Allowance = {
  /** Counts a question of a person, and where everyone sees the answer, of a channel. */
  take(asked: { person: string; channel?: string }): Verdict;
};

/** `isFirst`: this refusal is the first since the last question that was granted, the one to say something about. */
type Verdict = { kind: 'granted' } | { kind: 'refused'; waitSeconds: number; isFirst: boolean };

const WINDOW_MS = 60_000;
/** Questions a minute: more than anybody can read the answers of. */
const MOST_OF_A_PERSON = 30;
/** Questions a minute that everyone in a channel sees; both platforms let a bot post about once a second there. */
const MOST_IN_A_CHANNEL = 120;
/** People and channels counted at once; the one not heard of for longest is forgotten first. */
const MOST_COUNTED = 20_000;

export function createAllowance(): Allowance {
  const asked = { person: counter(), channel: counter() };
  return {
    take({ person, channel }) {
      const verdicts = [asked.person(person, MOST_OF_A_PERSON)];
      if (channel !== undefined) verdicts.push(asked.channel(channel, MOST_IN_A_CHANNEL));
      return verdicts.find(({ kind }) => kind === 'refused') ?? { kind: 'granted' };
    },
  };
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
