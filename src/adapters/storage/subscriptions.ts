import { sql } from 'kysely';
import { type Channel, channelIn, placeOf, type State } from '../../core/daily/subscription.ts';
import type { Subscriptions } from '../../core/ports.ts';
import type { Database } from './database.ts';
import { columnsOf, deliveryOf, millis, subscriptionOf, unreadable } from './rows.ts';

/** `onTrouble` hears of rows that cannot be read; such a channel counts as having none, and can set one up anew. */
export function storedSubscriptions({ db }: Database, onTrouble: (error: Error) => void): Subscriptions {
  const ofChannel = ({ platform, workspace, id }: Channel) =>
    db
      .selectFrom('subscription')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', id);

  return {
    async of(channel) {
      const row = await ofChannel(channel).selectAll().executeTakeFirst();
      const subscription = row && subscriptionOf(row);
      if (row && !subscription) onTrouble(unreadable(row));
      return subscription;
    },

    async save(subscription, nextDue) {
      const columns = { ...columnsOf(subscription), next_due_at: millis(nextDue), failed_days: 0 };
      const { id: _, ...changed } = columns;
      const away = awayIn(subscription.state);
      await db.transaction().execute(async (transaction) => {
        // The id stays, and with it what was posted: turned on again, the channel repeats nothing.
        const { id } = await transaction
          .insertInto('subscription')
          .values({ ...columns, last_day: null, last_figure: null, away, cycle: 0 })
          .onConflict((conflict) =>
            conflict
              .columns(['platform', 'workspace', 'channel'])
              .doUpdateSet({ ...changed, ...(away === null ? {} : { away }) }),
          )
          .returning('id')
          .executeTakeFirstOrThrow();
        if (away === null) return;
        // What has not been tried yet is not sent any more.
        await transaction
          .updateTable('delivery')
          .set({ state: 'skipped', outcome: JSON.stringify({ kind: 'skipped', why: away }), try_at: null, cycle: null })
          .where('subscription', '=', id)
          .where('state', '=', 'waiting')
          .where('doubtful', '=', 0)
          .execute();
      });
    },

    async history(channel, most) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('subscription', 'in', ofChannel(channel).select('id'))
        .orderBy('day', 'desc')
        .limit(most)
        .execute();
      return rows.map(deliveryOf);
    },

    async setUpBy({ platform, workspace }, user) {
      const rows = await db
        .selectFrom('subscription')
        .select('channel')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('set_by', '=', user)
        .orderBy('channel')
        .execute();
      return rows.map(({ channel: id }) => ({ platform, workspace, id }));
    },

    async kept(platform) {
      const posts = await db
        .selectFrom('subscription')
        .select(['workspace', 'channel'])
        .where('platform', '=', platform)
        .union(db.selectFrom('shown').select(['workspace', 'channel']).where('platform', '=', platform))
        .union(db.selectFrom('watch').select(['workspace', 'channel']).where('platform', '=', platform))
        .union(db.selectFrom('introduction').select(['workspace', 'channel']).where('platform', '=', platform))
        .execute();
      const begin = `${platform}:`;
      const settings = await db
        .selectFrom('setting')
        .select('place')
        .where(sql`substr(place, 1, ${begin.length})`, '=', begin)
        .execute();
      const places = new Set([
        ...posts.map(({ workspace, channel }) => placeOf({ platform, workspace, id: channel })),
        ...settings.map(({ place }) => place),
      ]);
      return [...places].map(channelIn).filter((channel) => channel !== undefined);
    },

    async forget({ platform, workspace, channel }) {
      await db.transaction().execute(async (transaction) => {
        for (const table of ['subscription', 'shown', 'watch', 'notice', 'introduction'] as const) {
          const found = transaction
            .deleteFrom(table)
            .where('platform', '=', platform)
            .where('workspace', '=', workspace);
          await (channel === undefined ? found : found.where('channel', '=', channel)).execute();
        }
        const place = placeOf({ platform, workspace, id: channel ?? '' });
        const settings = transaction.deleteFrom('setting');
        await (channel === undefined
          ? settings.where(sql`substr(place, 1, ${place.length})`, '=', place)
          : settings.where('place', '=', place)
        ).execute();
      });
    },
  };
}

/** Why no posts come while a subscription is in a state; null where they do, or where the bot itself has stopped. */
function awayIn(state: State): 'off' | 'paused' | null {
  return state.kind === 'off' || state.kind === 'paused' ? state.kind : null;
}
