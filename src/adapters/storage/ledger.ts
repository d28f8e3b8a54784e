import type { Ledger } from '../../core/daily/ledger.ts';
import { claim } from './claim.ts';
import type { Database } from './database.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';
import { tidy } from './tidy.ts';

/** `onTrouble` hears of rows that cannot be read. */
export function storedLedger(database: Database, onTrouble: (error: Error) => void): Ledger {
  return {
    prepare: (now, most, plan) => prepare(database, onTrouble, now, most, plan),
    claim: (wanted) => claim(database, onTrouble, wanted),
    settle: (claimed, settlement) => settle(database, claimed, settlement),
    tidy: (now, dueBefore) => tidy(database, now, dueBefore),
  };
}
