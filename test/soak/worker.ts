import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/adapters/storage/open-store.ts';
import { createDaily } from '../../src/core/daily/daily.ts';
import { plainText } from '../../src/core/messages/message.ts';
import type { DailyWriter, Found, Messenger, Sent } from '../../src/core/ports.ts';
import { FIGURES, type Job, TIMINGS } from './job.ts';

/** One copy of the bot: the real engine and the real store, until it is killed. */

const job = JSON.parse(process.argv[2] ?? '') as Job;

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
process.send?.('started');
// The run itself may be killed.
process.on('disconnect', () => process.exit());
