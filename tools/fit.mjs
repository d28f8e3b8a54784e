// Fits the confidence model of src/core/matching/confidence.ts on labelled questions and prints the best weights.
//   npm run build && node tools/fit.mjs [rounds] [file.jsonl ...]
// A random search from the present weights: the model is small, and what counts is a whole answer, not a single score.
import { readFileSync } from 'node:fs';
import { createBot } from '../dist/core/bot.js';
import { createMemorySubscriptions } from '../dist/core/daily/memory-subscriptions.js';
import { createLanguageSettings } from '../dist/core/language-settings.js';
import { MODEL } from '../dist/core/matching/confidence.js';
import { reportOf } from '../dist/core/report.js';
import { loadCatalogue } from '../dist/data/load.js';

/** How many right answers one wrong number is worth: users forgive "I don't know", not a wrong number. */
const COST_OF_WRONG = 6;
const STEP = {
  bias: 1,
  coverage: 1,
  completeness: 0.8,
  likeness: 0.8,
  margin: 0.8,
  answerFrom: 0.06,
  offerFrom: 0.05,
  leastCompleteness: 0.06,
  leastMargin: 0.02,
};

const [rounds = '120', ...given] = process.argv.slice(2);
const files = given.length > 0 ? given : ['test/questions/known.jsonl'];
const rows = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
const catalogue = await loadCatalogue();

async function rate() {
  const bot = createBot({
    catalogue,
    clock: () => new Date(0),
    version: '0',
    languages: createLanguageSettings(),
    subscriptions: createMemorySubscriptions(),
    timeZone: 'Asia/Shanghai',
  });
  let right = 0;
  let wrong = 0;
  for (const row of rows) {
    if (row.prev) await bot.reply({ asked: row.prev, conversation: row.id });
    const report = reportOf(await bot.reply({ asked: row.q, conversation: row.id }));
    const outcome = outcomeOf(row, report);
    if (outcome === 'right') right++;
    if (outcome === 'wrong') wrong++;
  }
  return { right, wrong, score: right - COST_OF_WRONG * wrong };
}

/** Neither right nor wrong is an answer that shows no number: a refusal or an offer too many. */
function outcomeOf({ expect, also = [], refuse, kind }, report) {
  const asserts = report.figures.length > 0;
  const isOutside = report.figures.some((id) => !expect.includes(id) && !also.includes(id));
  const unasked = asserts ? 'wrong' : 'neither';
  if (refuse) return report.kind === 'unknown' ? 'right' : unasked;
  if (isOutside) return 'wrong';
  if (kind === 'ambiguous') return asserts || report.kind === 'choice' ? 'right' : 'neither';
  if (expect.length === 0) return report.kind === 'unknown' || report.kind === 'choice' ? 'neither' : 'right';
  if (expect.every((id) => report.figures.includes(id))) return 'right';
  return expect.some((id) => report.figures.includes(id)) ? 'neither' : unasked;
}

// The same numbers on every run, so that a fit can be repeated.
let seed = 42;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
let best = { ...MODEL };
let reached = await rate();
console.log('start', reached, best);
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, step] of Object.entries(STEP))
    MODEL[name] = random() < 0.5 ? best[name] : best[name] + (random() - 0.5) * 2 * step;
  const now = await rate();
  if (now.score > reached.score || (now.score === reached.score && now.right > reached.right)) {
    reached = now;
    best = { ...MODEL };
    console.log(round, reached, JSON.stringify(best));
  }
}
console.log(`of ${rows.length} questions`, reached, best);
