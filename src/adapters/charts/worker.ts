import { parentPort } from 'node:worker_threads';
import type { Chart } from '../../core/messages/chart.ts';
import type { Language } from '../../data/languages.ts';
import { drawPng } from './draw.ts';

/** What the drawing thread is asked, and what it answers: one picture at a time. */
export type Order = { chart: Chart; language: Language };
export type Outcome = { png: Uint8Array } | { error: string };

parentPort?.on('message', (order: Order) => void answer(order));

async function answer({ chart, language }: Order): Promise<void> {
  parentPort?.postMessage(
    await drawPng(chart, language).then(
      (png): Outcome => ({ png }),
      (error: unknown): Outcome => ({ error: error instanceof Error ? error.message : String(error) }),
    ),
  );
}
