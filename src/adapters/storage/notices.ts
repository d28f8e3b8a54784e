import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Ended, Settlement } from '../../core/daily/ledger.ts';
import { type Channel, placeOf } from '../../core/daily/subscription.ts';
import { type ClaimedNews, isUneditable, type NewsLedger, type Remembered } from '../../core/news/news-ledger.ts';
import type { NewsPlan } from '../../core/news/plan.ts';
import type { Affected, News } from '../../core/news/readers.ts';
import type { NewsItem } from '../../core/news/value.ts';
import type { Database } from './database.ts';
import { channelOf, forgetShown, inChannel, languageOf, placeColumns, showingOf, watchOf } from './readers.ts';
import { again } from './settle.ts';
import type { NoticeRow, Tables } from './tables.ts';
import { take } from './take.ts';

/** How long it is kept that something was told: as long as it keeps a channel from a second note on one day, and a little more, in days. */
const DAYS_KEPT = 7;
const DAY_MS = 86_400_000;

/** What changed and who has to hear of it, in the database. */
export function storedNotices(database: Database): NewsLedger {
  const { db, now: present, forUpdate } = database;
  return {
    async remembered() {
      const values = await db.selectFrom('shown').select('value').distinct().where('value', '<>', '').execute();
      const watched = await db.selectFrom('watch').select(['figure', 'known']).distinct().execute();
      return {
        values: values.map(({ value }) => value),
        watched: watched.map(({ figure, known }) => ({ figure, known: JSON.parse(known) as string[] })),
      };
    },

    async affected(stale, day, most) {
      const channels = await channelsOf(db, stale, day, most);
      return Promise.all(channels.map((channel) => affectedIn(database, channel, stale, day)));
    },

    async prepare(stale, { now, day }, most, plan) {
      const channels = await channelsOf(db, stale, day, most);
      for (const channel of channels)
        await db.transaction().execute(async (transaction) => {
          const locked = { ...database, db: transaction };
          const affected = await affectedIn(locked, channel, stale, day, forUpdate);
          await writeDown(locked, channel, plan(affected), { now, day });
        });
      return channels.length;
    },

    async claim(wanted) {
      return (await take(database, 'notice', wanted)).map((row) => claimedOf(row, wanted.owner));
    },

    async settle(claimed, settlement) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('notice')
          .set(settlement.kind === 'again' ? again(settlement, present) : done(settlement))
          .where('id', '=', claimed.key)
          .where('owner', '=', claimed.owner)
          .where('attempts', '=', claimed.attempts)
          .where('state', '=', 'sending')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        if (isUneditable(settlement)) await leaveToNote(transaction, claimed);
        return true;
      });
    },

    async tidy(now, dueBefore) {
      return db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('notice')
          .set({ state: 'failed', try_at: null })
          .where('platform', 'in', ['slack', 'discord'])
          .where('try_at', '<=', present)
          .where('due_at', '<', dueBefore.getTime())
          .returning(['platform', 'workspace', 'channel'])
          .execute();
        await transaction
          .deleteFrom('notice')
          .where('due_at', '<', now.getTime() - DAYS_KEPT * DAY_MS)
          .where('try_at', 'is', null)
          .execute();
        await forgetShown(transaction, now);
        return ended.map((row): Ended => {
          const channel = channelOf(row);
          const outcome = { kind: 'failed', remedy: 'wait', code: 'no-answer' } as const;
          return { platform: channel.platform, subscription: placeOf(channel), outcome };
        });
      });
    },
  };
}

/** Channels with something that can be told now. */
async function channelsOf(
  db: Kysely<Tables>,
  { values, watched }: Remembered,
  day: string,
  most: number,
): Promise<Channel[]> {
  const place = ['platform', 'workspace', 'channel'] as const;
  const isStale = db.selectFrom('shown').select(place).where('value', 'in', anyOf(values));
  const isUnnoted = (table: 'shown' | 'watch') => sql<boolean>`not exists (
    select 1 from notice where notice.platform = ${sql.ref(`${table}.platform`)}
      and notice.workspace = ${sql.ref(`${table}.workspace`)} and notice.channel = ${sql.ref(`${table}.channel`)}
      and notice.day = ${day} and notice.message is null)`;
  const rows = await isStale
    .where('form', '<>', 'part')
    .union(isStale.where('form', '=', 'part').where(isUnnoted('shown')))
    .union(
      db
        .selectFrom('watch')
        .select(place)
        .where('known', 'in', anyOf(watched.map(({ known }) => JSON.stringify(known))))
        .where(isUnnoted('watch')),
    )
    .limit(most)
    .execute();
  return rows.map(channelOf);
}

/** PostgreSQL takes no empty list; nothing that is remembered reads so. */
function anyOf(list: readonly string[]): string[] {
  return ['nothing', ...list];
}

async function affectedIn(
  { db }: Pick<Database, 'db'>,
  channel: Channel,
  { values, watched }: Remembered,
  day: string,
  lock: Database['forUpdate'] = sql``,
): Promise<Affected> {
  const notes = inChannel(db.selectFrom('notice').select('id'), channel)
    .where('day', '=', day)
    .where('message', 'is', null);
  const isNoted = (await notes.limit(1).executeTakeFirst()) !== undefined;
  const shown = await inChannel(db.selectFrom('shown').selectAll(), channel)
    .where('value', 'in', anyOf(values))
    .orderBy('at')
    .orderBy('message')
    .modifyEnd(lock)
    .execute();
  const known = anyOf(watched.map((one) => JSON.stringify(one.known)));
  const watches = await inChannel(db.selectFrom('watch').selectAll(), channel)
    .where('known', 'in', known)
    .orderBy('set_at')
    .modifyEnd(lock)
    .execute();
  return {
    channel,
    showings: shown.filter(({ form }) => !isNoted || form !== 'part').map(showingOf),
    watches: isNoted ? [] : watches.map(watchOf),
  };
}

async function writeDown(
  { db, now: present }: Database,
  channel: Channel,
  { edits, note }: NewsPlan,
  { now, day }: { now: Date; day: string },
): Promise<void> {
  const add = (news: News, language: string, id: string) =>
    db
      .insertInto('notice')
      .values({
        id,
        ...placeColumns(channel),
        day,
        message: news.kind === 'edit' ? news.message : null,
        language,
        news: JSON.stringify(news),
        due_at: now.getTime(),
        state: 'waiting',
        try_at: present,
        attempts: 0,
        looks: 0,
        doubtful: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
  const know = (showing: Affected['showings'][number], value: string) =>
    inChannel(db.updateTable('shown').set({ value }), channel)
      .where('message', '=', showing.message)
      .where('value', '=', showing.value)
      .execute();

  for (const { news, showing, value } of edits) {
    // What was to be put right before and was not yet, is put right by this.
    const earlier = await inChannel(db.deleteFrom('notice'), channel)
      .where('message', '=', news.message)
      .where('state', '=', 'waiting')
      .returning('news')
      .executeTakeFirst();
    const [item] = news.items;
    const was = earlier ? (JSON.parse(earlier.news) as { items: NewsItem[] }).items[0]?.was : undefined;
    await add(
      { ...news, items: [{ ...item, was: was ?? item.was }] },
      showing.language,
      `${placeOf(channel)}.${randomUUID()}`,
    );
    await know(showing, value);
  }
  if (!note) return;
  // One a channel and day, whatever other processes do.
  if (!(await add(note.news, note.language, `${placeOf(channel)}.${day}`))) return;
  for (const { showing, value } of note.shown) await know(showing, value);
  for (const { watch, known } of note.watched)
    await inChannel(db.updateTable('watch').set({ known: JSON.stringify(known) }), channel)
      .where('figure', '=', watch.figure)
      .execute();
}

function claimedOf(row: NoticeRow, owner: string): ClaimedNews {
  const channel = channelOf(row);
  return {
    key: row.id,
    subscription: {
      id: placeOf(channel),
      channel,
      // Nobody in particular has asked for it.
      setBy: { user: '', at: new Date(row.due_at) },
      state: { kind: 'on' },
    },
    news: JSON.parse(row.news) as News,
    language: languageOf(row.language),
    day: row.day,
    dueAt: new Date(row.due_at),
    owner,
    attempts: row.attempts,
    looks: row.looks,
    isDoubtful: row.doubtful === 1,
    firstTriedAt: new Date(row.first_tried_at ?? row.due_at),
    failedDays: 0,
    code: row.code ?? undefined,
  };
}

function done({ outcome }: Extract<Settlement, { kind: 'done' }>) {
  return { state: outcome.kind, outcome: JSON.stringify(outcome), try_at: null };
}

/** A message that cannot be put right shows what it showed, and is spoken of in the channel's next note. */
async function leaveToNote(db: Kysely<Tables>, { subscription, news }: ClaimedNews): Promise<void> {
  if (news.kind !== 'edit') return;
  const [{ was }] = news.items;
  await inChannel(db.updateTable('shown').set({ value: was, form: 'part' }), subscription.channel)
    .where('message', '=', news.message)
    .execute();
}
