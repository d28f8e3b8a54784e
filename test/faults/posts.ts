import { Temporal } from 'temporal-polyfill';
import type { Store } from '../../src/adapters/storage/open-store.ts';
import type { Channel, Outcome } from '../../src/core/daily/subscription.ts';
import { subscribed } from '../support/daily.ts';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import type { Guild } from '../support/discord/world.ts';
import type { FakeSlack } from '../support/slack/fake-slack.ts';

/** Channels of both platforms whose daily post falls due one after the other while the fault goes on. */
export type Posts = {
  /** Those whose time has come. */
  due(now: Date): DuePost[];
  /** What the bot has written down about one. */
  outcome(post: DuePost): Promise<Outcome | undefined>;
  /** How many may have got through and are being looked for. */
  doubtful(): Promise<number>;
};

export type DuePost = {
  channel: Channel;
  dueAt: Date;
  /** How many stand in the channel. */
  shown(): number;
};

/** A post for each second and a half of two minutes. */
const COUNT = 80;
const EVERY_MS = 1_500;

export type Room = { channel: Channel; shown: () => number };

/** Channels in which nobody but the bot speaks. */
export function openRooms(slack: FakeSlack, discord: FakeDiscord, guild: Guild): Room[] {
  return Array.from({ length: COUNT }, (_, index): Room => {
    const name = `daily-${index}`;
    if (index % 2 === 0) {
      const { id } = slack.workspace.addChannel({ name });
      const isHere = (message: { channel: string; change: string }) =>
        message.channel === id && message.change === 'posted';
      return {
        channel: { platform: 'slack', workspace: slack.workspace.teamId, id },
        shown: () => slack.messages.filter(isHere).length,
      };
    }
    const room = discord.channel(guild, name);
    return {
      channel: { platform: 'discord', workspace: guild.id, id: room.id },
      shown: () => discord.messagesIn(room).length,
    };
  });
}

/** Sets up a post in each, the first of which is due at once. */
export async function setUpPosts(store: Store, rooms: readonly Room[], first: Date, zone: string): Promise<Posts> {
  const posts = rooms.map((room, index): DuePost => ({ ...room, dueAt: new Date(first.getTime() + index * EVERY_MS) }));
  for (const { channel, dueAt } of posts) {
    const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(dueAt.getTime()).toZonedDateTimeISO(zone);
    const schedule = { minute: hour * 60 + minute, zone, days: 'all' } as const;
    await store.subscriptions.save(subscribed({ channel, schedule }), dueAt);
  }
  return {
    due: (now) => posts.filter(({ dueAt }) => dueAt <= now),
    doubtful: async () => (await store.census()).doubtful,
    outcome: async ({ channel }) => (await store.subscriptions.history(channel, 1))[0]?.outcome,
  };
}
