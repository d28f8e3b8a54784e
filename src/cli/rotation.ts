import { openStore } from '../adapters/storage/open-store.ts';
import { sealReport } from '../adapters/storage/seal-report.ts';
import { createSeal } from '../adapters/storage/sealing.ts';
import { readConfig } from '../config/config.ts';
import type { Outcome } from './outcome.ts';

/** Encrypts with the first key what older ones encrypted; `done` where none of the older ones is needed any more. */
export async function rotateKeys(environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const { databaseUrl, encryptionKeys: keys } = readConfig(environment);
  if (keys.length === 0)
    return {
      done: false,
      says: 'ENCRYPTION_KEY is not set. Only where many workspaces install the Slack app is something encrypted: see .env.example',
    };
  const store = await openStore(databaseUrl, () => {});
  try {
    const { anew, ...tally } = await store.reseal(createSeal(keys));
    const { grade, says } = sealReport(tally, keys);
    return { done: grade === 'ok', says: `${anew} encrypted anew; ${says}` };
  } finally {
    await store.close();
  }
}
