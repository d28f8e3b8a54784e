// src/adapters/storage: the database, SQLite or PostgreSQL: one file for each thing that is kept.
// Imported by: app, cli, config.

import { createMemory } from '../../core/conversation/memory.ts';
import type { Census } from '../../core/daily/census.ts';
import type { Ledger } from '../../core/daily/ledger.ts';
import type { NewsLedger } from '../../core/news/news-ledger.ts';
import type { Introductions, LanguageSettings, Memory, Readers, Subscriptions } from '../../core/ports.ts';
import type { Absences, Installations, Members } from '../shared/installations.ts';
import { createSeen, type Seen } from '../shared/seen.ts';
import { storedAbsences } from './absences.ts';
import { takeCensus } from './census.ts';
import { storedInstallations } from './installations.ts';
import { storedIntroductions } from './introductions.ts';
import { storedLanguages } from './language-settings.ts';
import { storedLedger } from './ledger.ts';
import { storedMembers } from './members.ts';
import { storedMemory } from './memory.ts';
import { migrate } from './migrate.ts';
import { storedMisses } from './misses.ts';
import { storedNotices } from './notices.ts';
import { openDatabase } from './open-database.ts';
import { storedReaders } from './readers.ts';
import { type Resealed, reseal } from './reseal.ts';
import type { Seal } from './sealing.ts';
import { storedSeen } from './seen.ts';
import { storedSubscriptions } from './subscriptions.ts';
import { within } from './within.ts';

/** Everything the bot remembers. */
export type Store = {
  languages: LanguageSettings;
  /** What conversations were about, with whichever process on this database. */
  memory: Memory;
  subscriptions: Subscriptions;
  ledger: Ledger;
  readers: Readers;
  news: NewsLedger;
  introductions: Introductions;
  misses: ReturnType<typeof storedMisses>;
  /** Where several workspaces installed the app; their tokens are sealed. */
  installations(seal: Seal): Installations;
  /** Which workspaces belong to an organisation that installed the app. */
  members: Members;
  /** Which Slack workspaces the bot was seen not to be in any more. */
  absences: Absences;
  /** What was taken of a platform, by whichever process on this database. */
  seen: Seen;
  /** Puts what older keys sealed under the present one. */
  reseal(seal: Seal): Promise<Resealed>;
  /** How many other processes work on the database just now, as far as it is one for several. */
  others(): Promise<number>;
  /** Whether the database answers within a moment. */
  answers(): Promise<boolean>;
  /** How daily posts stand; fails where the database does not answer within a moment. */
  census(): Promise<Census>;
  close(): Promise<void>;
};

/** How long an answer may take, in milliseconds, before whoever asks for the bot's health hears that there is none. */
const ANSWER_MS = 2_000;

/**
 * Opens `file:…` or `postgres://…` and brings its tables up to date. Throws FaultyStore where a person has to act,
 * and UnreachableStore where waiting may help. `onTrouble` hears of connections that break later.
 */
export async function openStore(url: string, onTrouble: (error: Error) => void): Promise<Store> {
  const database = await openDatabase(url, onTrouble);
  const { db, presence } = database;
  try {
    await migrate(database);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    languages: storedLanguages(database, onTrouble),
    memory: presence ? storedMemory(database, onTrouble) : createMemory(() => new Date()),
    subscriptions: storedSubscriptions(database, onTrouble),
    ledger: storedLedger(database, onTrouble),
    readers: storedReaders(database),
    news: storedNotices(database),
    introductions: storedIntroductions(database, () => new Date()),
    misses: storedMisses(database, () => new Date()),
    installations: (seal) => storedInstallations(database, seal, () => new Date()),
    members: storedMembers(database, () => new Date()),
    absences: storedAbsences(database),
    seen: presence ? storedSeen(database, presence, onTrouble) : createSeen(),
    reseal: (seal) => reseal(database, seal),
    others: async () => (presence ? presence.others() : 0),
    async answers() {
      try {
        await within(ANSWER_MS, db.selectFrom('subscription').select('id').limit(1).execute());
        return true;
      } catch {
        return false;
      }
    },
    census: () => within(ANSWER_MS, takeCensus(database)),
    async close() {
      await presence?.close();
      await db.destroy();
    },
  };
}
