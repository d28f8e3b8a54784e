/** How long things take, in milliseconds. All are choices of this bot, but for those that name a limit of Discord's. */
export const TIMINGS = {
  /** After this Discord shows "thinking" until the answer is there. Discord gives up after 3,000. */
  deferAfterMs: 250,
  /** How long the first answer to an interaction is tried; Discord forgets the interaction after 3,000. */
  firstAnswerMs: 2700,
  /** How long an answer waits for its picture; without it, it goes out as text. */
  pictureMs: 6000,
  /** How long one try of a first answer waits for Discord. */
  callbackTryMs: 1000,
  /** How long an answer that replies to no interaction is tried; Discord knows its nonce for some minutes. */
  postMs: 90_000,
  /** How long after its first try a post is tried again without a look; Discord knows its nonce for "the past few minutes". */
  nonceMs: 120_000,
  /** The waits between tries, of an answer and of a login. */
  retry: { firstMs: 250, mostMs: 15_000 },
  loginRetry: { firstMs: 1000, mostMs: 60_000 },
  /** How long a login may take, and how much longer for each shard: Discord lets one of them in every five seconds. */
  loginMs: 300_000,
  loginOfShardMs: 6000,
  /** How long a login lasts at least, for each of its shards, so that no day takes more than half of the 1,000 that Discord allows. */
  leastLoginMs: 180_000,
  /** How long a start waits for servers that have an outage. */
  waitForGuildsMs: 1500,
  /** How often the connection is looked at, and how long it may be silent or lost before a new one is made. */
  watchEveryMs: 15_000,
  mostSilenceMs: 120_000,
  /** How long a stop waits for answers that are under way. */
  drainMs: 8000,
};

export type Timings = Readonly<typeof TIMINGS>;
