import { absentFile } from '../adapters/storage/absent-file.ts';
import { openStore } from '../adapters/storage/open-store.ts';
import { readConfig } from '../config/config.ts';
import { placeOf } from '../core/daily/subscription.ts';
import { momentOf, planOf, staleIn } from '../core/news/news.ts';
import { type NewsItem, valueIn } from '../core/news/value.ts';
import { loadCatalogue } from '../data/load.ts';
import { nameInLog } from './daily-log.ts';

/** More channels are not looked at: whoever reads the lines has seen enough. */
const MOST_CHANNELS = 10_000;

/** Tells in lines which messages the bot would put right and which notes it would send if it started now; sends and writes none of it. */
export async function plannedNews(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const { databaseUrl, dataFolder } = readConfig(environment);
  if (absentFile(databaseUrl)) return [];
  const catalogue = await loadCatalogue(dataFolder);
  const store = await openStore(databaseUrl, () => {});
  try {
    const stale = staleIn(await store.news.remembered(), catalogue);
    const { day } = momentOf(new Date());
    const affected = await store.news.affected(stale, day, MOST_CHANNELS);
    return affected.flatMap((one) => {
      const channel = nameInLog(placeOf(one.channel));
      const { edits, note } = planOf(catalogue)(one);
      return [
        ...edits.map(({ news }) => `edit ${channel} message ${news.message}: ${described(news.items[0])}`),
        ...(note?.news.items ?? []).map((item) => `note ${channel}: ${described(item)}`),
      ];
    });
  } finally {
    await store.close();
  }
}

function described(item: NewsItem): string {
  const { figure } = valueIn(item.was) ?? { figure: '' };
  return `${figure} ${item.kind}, ${saidIn(item.was)}${item.kind === 'withdrawn' ? '' : ` -> ${saidIn(item.now)}`}`;
}

function saidIn(fingerprint: string): string {
  const observation = valueIn(fingerprint)?.observation;
  if (!observation) return '';
  const said = 'value' in observation ? observation.value : 'happened' in observation ? observation.happened : '';
  return `${said} (${observation.place}, ${observation.asOf.date})`;
}
