// src/adapters/charts: charts as PNG pictures, drawn in a thread beside the bot.
// Imported by: app, cli.

import { LRUCache } from 'lru-cache';
import type { Chart } from '../../core/messages/chart.ts';
import type { Painter } from '../../core/ports.ts';
import type { Language } from '../../data/languages.ts';
import { unlessLate } from '../shared/pause.ts';
import type { Log } from '../shared/posting-adapter.ts';
import { createThread, type Thread } from './thread.ts';

/** How long a picture is waited for, how many may wait, and how much is remembered. All are choices of this bot. */
const DEFAULTS = {
  /** From the request to the picture, in milliseconds; the first one takes about a second on a busy machine. */
  waitMs: 10_000,
  /** How long one drawing may take, in milliseconds, before its thread counts as hung. */
  drawMs: 8_000,
  /** Pictures that wait for the thread; more get none. */
  mostWaiting: 40,
  /** Bytes of the pictures that are kept: some 300 of the usual size. */
  cacheBytes: 32 * 1024 * 1024,
};

export type PainterOptions = Partial<typeof DEFAULTS> & { log: Log; worker?: URL };

/** A painter with a thread of its own, which it starts for the first picture. `close` ends the thread. */
export type ThreadPainter = Painter & { close(): Promise<void> };

export function createPainter({ log, worker, ...given }: PainterOptions): ThreadPainter {
  const { waitMs, drawMs, mostWaiting, cacheBytes } = { ...DEFAULTS, ...given };
  const thread: Thread = createThread({ log, drawMs, ...(worker ? { worker } : {}) });
  const cache = new LRUCache<string, Uint8Array>({ maxSize: cacheBytes, sizeCalculation: (png) => png.byteLength });
  /** Requests for one picture share its drawing. */
  const underway = new Map<string, Promise<Uint8Array | undefined>>();

  const draw = async (key: string, chart: Chart, language: Language): Promise<Uint8Array | undefined> => {
    try {
      const png = await thread.draw({ chart, language });
      if (png) cache.set(key, png);
      return png;
    } finally {
      underway.delete(key);
    }
  };

  return {
    async paint(chart, language) {
      const key = JSON.stringify([language, chart]);
      const known = cache.get(key);
      if (known) return known;
      let drawing = underway.get(key);
      if (!drawing) {
        if (underway.size >= mostWaiting) {
          log.warn('chart not drawn: too many are waiting', { waiting: underway.size });
          return undefined;
        }
        drawing = draw(key, chart, language);
        underway.set(key, drawing);
      }
      // It is drawn to its end all the same, for the next who asks.
      return unlessLate(waitMs, drawing);
    },
    close: () => thread.close(),
  };
}
