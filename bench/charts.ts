import { execFileSync } from 'node:child_process';
import { createPainter } from '../src/adapters/charts/painter.ts';
import type { Chart } from '../src/core/messages/chart.ts';
import { LANGUAGES } from '../src/data/languages.ts';
import { loadCatalogue } from '../src/data/load.ts';
import { botOf } from '../test/support/bot.ts';
import { median, p99 } from './statistics.ts';
import { milliseconds, table } from './table.ts';

/** Charts drawn by a warm thread, and how many are drawn while questions are answered. */
const WARM = 60;
const AT_ONCE = 20;
/** Between two questions, in milliseconds: people do not ask in one breath. */
const BETWEEN_MS = 5;
const QUESTION = 'how many key laboratories are there?';

const silent = () => {};
const LOG = { debug: silent, info: silent, warn: silent, error: silent };

/** What a picture costs, first and warm, and what it costs those who ask meanwhile. */
export async function charts(): Promise<string> {
  execFileSync(process.execPath, ['tools/fresh-build.mjs'], { stdio: 'inherit' });
  const bot = botOf(await loadCatalogue());
  const painter = createPainter({
    log: LOG,
    worker: new URL(`file://${process.cwd()}/dist/adapters/charts/worker.js`),
  });
  const memory = watchMemory();
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    if ((await work()) === undefined) throw new Error('a chart was not drawn');
    return performance.now() - begun;
  };

  const first = await time(() => painter.paint(chartOf(0), 'en'));
  const warm: number[] = [];
  for (let at = 1; at <= WARM; at++) {
    const language = LANGUAGES[at % LANGUAGES.length] ?? 'en';
    warm.push(await time(() => painter.paint(chartOf(at), language)));
  }
  const again = await time(() => painter.paint(chartOf(0), 'en'));

  const ask = () => time(() => bot.reply({ asked: QUESTION }));
  for (let at = 0; at < 200; at++) await ask();
  const quiet: number[] = [];
  for (let at = 0; at < 200; at++) quiet.push(await askedIn(ask));
  let drawing = true;
  const all = Promise.all(Array.from({ length: AT_ONCE }, (_, at) => painter.paint(chartOf(1000 + at), 'en'))).then(
    () => {
      drawing = false;
    },
  );
  const meanwhile: number[] = [];
  while (drawing) meanwhile.push(await askedIn(ask));
  await all;
  await painter.close();

  return [
    table(
      ['chart', 'median ms', 'p99 ms'],
      [
        ['the first, with its thread', milliseconds(first), '-'],
        [`the next ${WARM}`, milliseconds(median(warm)), milliseconds(p99(warm))],
        ['one that was drawn before', milliseconds(again), '-'],
      ],
    ),
    table(
      ['answering a question', 'asked', 'median ms', 'p99 ms'],
      [
        ['while nothing is drawn', String(quiet.length), milliseconds(median(quiet)), milliseconds(p99(quiet))],
        [
          `while ${AT_ONCE} charts are drawn`,
          String(meanwhile.length),
          milliseconds(median(meanwhile)),
          milliseconds(p99(meanwhile)),
        ],
      ],
    ),
    memory.report(),
  ].join('\n\n');
}

/** How late an answer is, the wait for the event loop included. */
async function askedIn(ask: () => Promise<number>): Promise<number> {
  const begun = performance.now();
  await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  const late = Math.max(0, performance.now() - begun - BETWEEN_MS);
  return late + (await ask());
}

/** Bars and lines in turn, no two alike. */
function chartOf(at: number): Chart {
  const values = [1751 + at, 818, 745, 250, 229, 48];
  const frame = {
    kind: 'chart',
    unit: 'Number',
    source: 'Source: a press release, 25 December 2023',
    summary: '',
  } as const;
  if (at % 2 === 0)
    return {
      ...frame,
      form: 'bars',
      title: 'Harbin: 高新技术企业 и лаборатории',
      series: [
        {
          name: '',
          points: values.map((value) => ({ label: `Companies of kind ${value}`, value, text: String(value) })),
        },
      ],
    };
  return {
    ...frame,
    form: 'line',
    title: 'High-tech companies in four cities',
    series: ['Harbin', 'Shenyang', 'Dalian', 'Changchun'].map((name, city) => ({
      name,
      points: [2019, 2020, 2021, 2022].map((year, step) => {
        const value = 3000 + at + 900 * city + 1100 * step;
        return { label: String(year), at: String(year), value, text: String(value) };
      }),
    })),
  };
}

/** The most memory that the process held, beside what it held before. */
function watchMemory() {
  const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
  const before = megabytes();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 10);
  return {
    report() {
      clearInterval(timer);
      return `Memory (RSS): ${before.toFixed(0)} MB with the bot alone, at most ${most.toFixed(0)} MB while it draws.`;
    },
  };
}
