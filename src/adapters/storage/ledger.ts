import type { Ledger } from '../../core/daily/ledger.ts';
import { claim } from './claim.ts';
import type { Database } from './database.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';
import { tidy } from './tidy.ts';

export function storedLedger(database: Database): Ledger {
  return {
    prepare: (now, most, plan) => prepare(database, now, most, plan),
    claim: (wanted) => claim(database, wanted),
    settle: (claimed, settlement) => settle(database, claimed, settlement),
    tidy: (now, dueBefore) => tidy(database, now, dueBefore),
  };
}
