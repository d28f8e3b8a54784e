import { Worker } from 'node:worker_threads';
import type { Log } from '../shared/posting-adapter.ts';
import type { Order, Outcome } from './worker.ts';

/** A thread that draws one picture after the other; undefined for one that failed. */
export type Thread = {
  draw(order: Order): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

/** The memory of the thread's own objects, in megabytes: beyond it the thread ends, and the bot goes on. */
const MOST_MEMORY_MB = 384;

type Job = { order: Order; done(png: Uint8Array | undefined): void };

/** Started for the first order; one that dies or hangs costs the picture that it was drawing, and the next gets another. */
export function createThread({
  log,
  drawMs,
  worker: file = new URL('./worker.js', import.meta.url),
}: {
  log: Log;
  drawMs: number;
  worker?: URL;
}): Thread {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let overdue: NodeJS.Timeout | undefined;
  let isClosed = false;

  const finish = (png: Uint8Array | undefined) => {
    clearTimeout(overdue);
    const job = current;
    current = undefined;
    job?.done(png);
    next();
  };

  /** The thread is of no use any more: it is ended, and what it still says is not heard. */
  const giveUp = (broken: Worker | undefined, reason: string) => {
    if (!broken || broken !== worker) return;
    worker = undefined;
    void broken.terminate();
    log.warn('chart thread ended', { reason });
    if (current) finish(undefined);
  };

  const start = (): Worker => {
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    // An idle thread keeps no program alive.
    started.unref();
    started.on('message', (outcome: Outcome) => {
      if (started !== worker) return;
      if ('error' in outcome) log.warn('chart not drawn', { error: outcome.error });
      finish('png' in outcome ? outcome.png : undefined);
    });
    started.on('error', (error) => giveUp(started, error.message));
    started.on('exit', (code) => giveUp(started, `exit ${code}`));
    return started;
  };

  const next = () => {
    if (current) return;
    current = waiting.shift();
    if (!current) return;
    worker ??= start();
    overdue = setTimeout(giveUp, drawMs, worker, `a picture took more than ${drawMs} ms`).unref();
    worker.postMessage(current.order);
  };

  return {
    draw: (order) =>
      new Promise((done) => {
        if (isClosed) return done(undefined);
        waiting.push({ order, done });
        next();
      }),
    async close() {
      isClosed = true;
      clearTimeout(overdue);
      const ending = worker?.terminate();
      worker = undefined;
      for (const job of [current, ...waiting.splice(0)]) job?.done(undefined);
      current = undefined;
      await ending;
    },
  };
}
