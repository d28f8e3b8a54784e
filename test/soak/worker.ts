import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/adapters/storage/open-store.ts';
import { createDaily } from '../../src/core/daily/daily.ts';
import { plainText } from '../../src/core/messages/message.ts';
import { createNews } from '../../src/core/news/news.ts';
import type { DailyWriter, Found, Messenger, Sent } from '../../src/core/ports.ts';
import { correctedOn, FIGURES, type Job, newsText, TIMINGS } from './job.ts';

/** One copy of the bot: the real engine and the real store, until it is killed. */

const job = JSON.parse(process.argv[2] ?? '') as Job;

/** Between two looks whether the catalogue was corrected. */
const LOOK_EVERY_MS = 40;

/** Simulated time, the same for all, as the run writes it. */
let last = new Date(0);
const clock = () => {
  const written = Number(readFileSync(job.clock, 'utf8'));
  if (written > 0) last = new Date(written);
  return last;
};

const writer: DailyWriter = {
  post: ({ figure, language }) => ({
    language,
    audience: 'everyone',
    parts: [{ kind: 'text', inlines: [figure] }],
    buttons: [],
  }),
  broken: ({ language }) => ({ language, audience: 'asker', parts: [], buttons: [] }),
};

const messenger: Messenger = {
  async send({ key, channel, message }, signal): Promise<Sent> {
    try {
      const body = JSON.stringify({ key, channel: channel.id, figure: plainText(message) });
      const response = await fetch(`${job.farSide}/post`, { method: 'POST', body, signal });
      const { id, waitMs } = (await response.json()) as { id: number; waitMs: number };
      if (response.status === 429) return { kind: 'limited', waitMs };
      return response.ok ? { kind: 'sent', id: String(id) } : { kind: 'unsent', code: String(response.status) };
    } catch {
      return { kind: 'uncertain', code: 'no-answer' };
    }
  },
  async find({ key }, signal): Promise<Found> {
    try {
      const response = await fetch(`${job.farSide}/find?key=${encodeURIComponent(key)}`, { signal });
      const { id } = (await response.json()) as { id?: number };
      return id === undefined ? { kind: 'absent' } : { kind: 'there', id: String(id) };
    } catch {
      return { kind: 'unknown', code: 'no-answer' };
    }
  },
  tell: async () => true,
};

const store = await openStore(job.database, () => {});
const daily = createDaily({
  ledger: store.ledger,
  messengers: new Map([['discord', messenger]]),
  writer,
  languages: store.languages,
  figuresOf: () => FIGURES,
  clock,
  stopwatch: Date.now,
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
  report(event) {
    if (event.kind === 'trouble') process.stderr.write(`${event.what}: ${event.error}\n`);
  },
  owner: String(process.pid),
  timings: TIMINGS,
});
daily.start();

/** The catalogue is corrected each simulated day. */
let day = '';
const present = () => correctedOn(clock());
const news = createNews({
  ledger: store.news,
  catalogue: present,
  write: ({ items }, { language }) => ({
    language,
    audience: 'everyone',
    parts: [{ kind: 'text', inlines: [newsText(items)] }],
    buttons: [],
  }),
  languages: store.languages,
  messengers: new Map([['discord', messenger]]),
  clock,
  stopwatch: Date.now,
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
  report(event) {
    if (event.kind === 'trouble') process.stderr.write(`news ${event.what}: ${event.error}\n`);
  },
  owner: `news ${process.pid}`,
  timings: TIMINGS,
});
news.start();
setInterval(() => {
  const today = clock().toISOString().slice(0, 10);
  if (today !== day) news.look();
  day = today;
}, LOOK_EVERY_MS);
process.send?.('started');
// The run itself may be killed.
process.on('disconnect', () => process.exit());
