import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import type { PostingEvent } from '../../../src/core/daily/posting.ts';
import { plainText } from '../../../src/core/messages/message.ts';
import { createNews, type NewsDesk } from '../../../src/core/news/news.ts';
import { fingerprintsOf } from '../../../src/core/news/value.ts';
import { createNewsWriter } from '../../../src/core/news/writer.ts';
import { type Messenger, type Post, type Sent, UNEDITABLE } from '../../../src/core/ports.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import type { Catalogue, Figure } from '../../../src/data/schema.ts';
import { channel } from '../../support/daily.ts';
import { corrected } from '../../support/news.ts';

const catalogue = await loadCatalogue();
const labs = catalogue.figures.find(({ id }) => id === 'key-laboratories') as Figure;
const LABS = fingerprintsOf(labs)[0] ?? '';
const KNOWN = corrected();

/** Channels and a platform whose answers the test decides. */
async function world() {
  const folder = mkdtempSync(join(tmpdir(), 'harbin-news-'));
  const store = await openStore(`file:${join(folder, 'news.db')}`, () => {});
  const desks: NewsDesk[] = [];
  const sent: { channel: string; text: string; edits?: string; under?: string; key: string }[] = [];
  const events: PostingEvent[] = [];
  const far = {
    answer: (_: Post): Sent | Promise<Sent> => ({ kind: 'sent', id: '1' }),
    /** Whether a post is there, for those in doubt. */
    holds: (post: Post) => sent.some(({ key }) => key === post.key),
  };
  const messenger: Messenger = {
    async send(post) {
      const answer = await far.answer(post);
      const { edits, under, key } = post;
      if (answer.kind === 'sent' || answer.kind === 'uncertain')
        sent.push({
          channel: post.channel.id,
          text: plainText(post.message),
          key,
          ...(edits ? { edits } : {}),
          ...(under ? { under } : {}),
        });
      return answer;
    },
    find: async (post) => (far.holds(post) ? { kind: 'there', id: '1' } : { kind: 'absent' }),
    tell: async () => true,
  };
  let known: Catalogue = catalogue;
  let now = new Date('2026-11-30T09:00:00Z');
  const start = (owner = 'test') => {
    const desk = createNews({
      ledger: store.news,
      catalogue: () => known,
      write: (...news) => createNewsWriter(known, '1.0.0')(...news),
      languages: store.languages,
      messengers: new Map([['slack', messenger]]),
      clock: () => now,
      stopwatch: Date.now,
      wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
      report: (event) => void events.push(event),
      owner,
      timings: {
        pollMs: [1, 3],
        leaseMs: 4_000,
        lookingMs: 400,
        sendingMs: 800,
        retrying: { firstMs: 4, mostMs: 20 },
        finishingMs: 1_000,
      },
    });
    desk.start();
    desks.push(desk);
    return desk;
  };
  onTestFinished(async () => {
    for (const desk of desks) await desk.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    store,
    sent,
    events,
    far,
    start,
    learn(other: Catalogue, at = '2026-11-30T09:00:00Z') {
      known = other;
      now = new Date(at);
      for (const desk of desks) desk.look();
    },
    async show(id: string, form: 'fact' | 'part' | 'post', message = '1.1') {
      await store.readers.remember(channel(id), message, { values: [LABS], form, language: 'en' });
    },
    async watch(id: string, figure = labs) {
      const setBy = { user: 'U1', at: new Date('2026-11-01T00:00:00Z') };
      const known = fingerprintsOf(figure);
      await store.readers.watch({ channel: channel(id), figure: figure.id, known, setBy, language: 'en' });
    },
    /** Waits until all that is to be told is told. */
    async settled(count: number) {
      await expect.poll(() => sent.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
      await expect.poll(() => events.filter(({ kind }) => kind === 'settled').length, { timeout: 20_000 }).toBe(count);
    },
  };
}

describe('A corrected value', () => {
  it('is put right in each message that shows it, and told to whoever watches it, once each', async () => {
    const { show, watch, start, learn, settled, sent } = await world();
    await show('C1', 'fact');
    await show('C2', 'post');
    await watch('C3');
    start();
    start('another');
    learn(KNOWN);
    await settled(3);
    learn(KNOWN);
    await sleep(50);
    expect(sent.map(({ channel: id, edits }) => [id, edits]).sort()).toEqual([
      ['C1', '1.1'],
      ['C2', '1.1'],
      ['C3', undefined],
    ]);
    const [note] = sent.filter(({ channel: id }) => id === 'C3');
    expect(note?.text).toMatch(/^Corrected on 29 November 2026 · Key laboratories: 231 instead of 229 /);
    expect(note?.text).toContain('Watched here: Key laboratories. Stop with /harbin watch off.');
  });

  it('is told once to a channel that watches it and was shown it in messages that cannot be drawn again', async () => {
    const { show, watch, start, learn, settled, sent } = await world();
    await show('C1', 'part', '1.1');
    await show('C1', 'part', '1.2');
    await watch('C1');
    start();
    learn(KNOWN);
    await settled(1);
    expect(sent).toHaveLength(1);
  });

  it('is told in the thread of a message that cannot be changed any more', async () => {
    const { show, start, learn, sent, far } = await world();
    await show('C1', 'fact');
    far.answer = ({ edits }) =>
      edits ? { kind: 'refused', remedy: 'permission', code: UNEDITABLE } : { kind: 'sent', id: '2' };
    start();
    learn(KNOWN);
    await expect.poll(() => sent.map(({ under }) => under), { timeout: 20_000 }).toEqual(['1.1']);
  });

  it('reaches everybody once although answers are lost, calls limited and a process is killed', async () => {
    const { show, watch, start, learn, store, sent, far } = await world();
    for (const id of ['C1', 'C2', 'C3']) await show(id, 'part');
    for (const id of ['C4', 'C5']) await watch(id);
    const tries = new Map<string, number>();
    far.answer = ({ key }) => {
      const count = (tries.get(key) ?? 0) + 1;
      tries.set(key, count);
      if (count === 1) return { kind: 'limited', waitMs: 5 };
      return count === 2 ? { kind: 'uncertain', code: 'no-answer' } : { kind: 'sent', id: '1' };
    };
    // Killed after it had taken what there is to tell: the lease ends, and nobody knows what became of it.
    learn(KNOWN);
    const doomed = start('doomed');
    await expect.poll(() => sent.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await doomed.stop();
    start('next');
    await expect.poll(async () => (await store.news.remembered()).values.length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => new Set(sent.map(({ channel: id }) => id)).size, { timeout: 20_000 }).toBe(5);
    await sleep(100);
    expect(sent.map(({ channel: id }) => id).sort()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
  });

  it('that is corrected again on one day is told the next day, from what was told first', async () => {
    const { show, start, learn, settled, sent } = await world();
    await show('C1', 'part');
    start();
    learn(KNOWN);
    await settled(1);
    learn(corrected('key-laboratories', 235));
    await sleep(50);
    expect(sent).toHaveLength(1);
    learn(corrected('key-laboratories', 235), '2026-12-01T09:00:00Z');
    await settled(2);
    expect(sent[1]?.text).toMatch(/235 instead of 231/);
  });
});

describe('A newer value', () => {
  it('is told to whoever watches the figure, and changes no message', async () => {
    const { show, watch, start, learn, settled, sent } = await world();
    const newer = structuredClone(catalogue);
    const observations = newer.figures.find(({ id }) => id === labs.id)?.observations as object[];
    const source = 'city-site-2024-08';
    observations.push({ ...observations[0], value: 240, source, asOf: { date: '2024-08-26', basis: 'stated' } });
    await show('C1', 'fact');
    await watch('C2');
    start();
    learn(newer);
    await settled(1);
    expect(sent).toEqual([
      expect.objectContaining({
        channel: 'C2',
        text: expect.stringMatching(/^New · Key laboratories: 240 .*26 August 2024\)\. Before: 229 \(/),
      }),
    ]);
  });
});
