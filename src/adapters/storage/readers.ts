import type { Kysely, RawBuilder } from 'kysely';
import type { Channel } from '../../core/daily/subscription.ts';
import {
  DAYS_REMEMBERED,
  type Form,
  MOST_VALUES,
  type Showing,
  type Shown,
  type Watch,
} from '../../core/news/readers.ts';
import type { Readers } from '../../core/ports.ts';
import { LANGUAGES, type Language } from '../../data/languages.ts';
import type { Database } from './database.ts';
import type { InChannel, Tables } from './tables.ts';

const DAY_MS = 86_400_000;

/** Who was shown and who watches what, in the database; nobody's words are in it. */
export function storedReaders({ db, now }: Database): Readers {
  return {
    remember: (channel, message, shown) =>
      db.transaction().execute((transaction) => remember(transaction, channel, message, shown, now)),
    async shownIn(channel) {
      const rows = await inChannel(db.selectFrom('shown').selectAll(), channel)
        .orderBy('at')
        .orderBy('value')
        .execute();
      return rows.map(showingOf);
    },
    async watchedIn(channel) {
      const rows = await inChannel(db.selectFrom('watch').selectAll(), channel)
        .orderBy('set_at')
        .orderBy('figure')
        .execute();
      return rows.map(watchOf);
    },
    async watchedBy({ platform, workspace }, user) {
      const rows = await db
        .selectFrom('watch')
        .select('figure')
        .distinct()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('set_by', '=', user)
        .orderBy('figure')
        .execute();
      return rows.map(({ figure }) => figure);
    },
    async watch({ channel, figure, known, setBy, language }) {
      await db
        .insertInto('watch')
        .values({
          ...placeColumns(channel),
          figure,
          known: JSON.stringify(known),
          set_by: setBy.user,
          set_at: setBy.at.getTime(),
          language,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async unwatch(channel, figure) {
      const found = inChannel(db.deleteFrom('watch'), channel);
      await (figure === undefined ? found : found.where('figure', '=', figure)).execute();
    },
  };
}

/** Notes what a message shows, within a transaction, and lets go of what was shown too long ago. */
export async function remember(
  db: Kysely<Tables>,
  channel: Channel,
  message: string,
  { values, form, language }: Shown,
  now: RawBuilder<number>,
): Promise<void> {
  await inChannel(db.deleteFrom('shown'), channel).where('message', '=', message).execute();
  const rows = values.slice(0, MOST_VALUES).map((value) => ({
    ...placeColumns(channel),
    message,
    value,
    form,
    language,
    at: now,
  }));
  if (rows.length > 0) await db.insertInto('shown').values(rows).execute();
}

/** Removes what was shown longer ago than it is remembered. */
export async function forgetShown(db: Kysely<Tables>, now: Date): Promise<void> {
  await db
    .deleteFrom('shown')
    .where('at', '<', now.getTime() - DAYS_REMEMBERED * DAY_MS)
    .execute();
}

export function placeColumns({ platform, workspace, id }: Channel) {
  return { platform, workspace, channel: id };
}

/** The rows of one channel. */
export function inChannel<Query extends { where(column: never, operator: '=', value: never): Query }>(
  query: Query,
  channel: Channel,
): Query {
  return Object.entries(placeColumns(channel)).reduce(
    (found, [column, value]) => found.where(column as never, '=', value as never),
    query,
  );
}

export function showingOf(row: Tables['shown']): Showing {
  const { message, value, form, language } = row;
  return { channel: channelOf(row), message, value, form: form as Form, language: languageOf(language) };
}

export function watchOf(row: Tables['watch']): Watch {
  return {
    channel: channelOf(row),
    figure: row.figure,
    known: JSON.parse(row.known),
    setBy: { user: row.set_by, at: new Date(row.set_at) },
    language: languageOf(row.language),
  };
}

export function channelOf({ platform, workspace, channel }: InChannel): Channel {
  return { platform: platform as Channel['platform'], workspace, id: channel };
}

export function languageOf(tag: string): Language {
  return LANGUAGES.find((one) => one === tag) ?? 'en';
}
