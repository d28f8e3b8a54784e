import { reportOf } from '../src/core/messages/report.ts';
import { createReader } from '../src/core/reading/read.ts';
import { loadCatalogue } from '../src/data/load.ts';
import type { Catalogue, Language } from '../src/data/schema.ts';
import { judge } from '../test/questions/judge.ts';
import { LAST, type Row, readRows } from '../test/questions/rows.ts';
import { botOf } from '../test/support/bot.ts';
import { bestOutcome, carefulOutcome, type Outcome, outcomeAt, type Try } from './cutoff.ts';
import type { Document, Engine } from './engines/engine.ts';
import { PEERS } from './engines/peers.ts';
import { median, p99 } from './statistics.ts';
import { milliseconds, percent, table } from './table.ts';

const SINGLE_FIGURE_KINDS = new Set(['value', 'amount', 'when', 'who', 'where', 'definition', 'check']);
/** Questions asked before the clock counts, so that the code is warm. */
const WARM_UP = 20;

/** The project's own questions, put to this engine and to search libraries. */
export async function matching(): Promise<string> {
  const catalogue = await loadCatalogue();
  const parts: string[] = [];
  for (const path of [LAST]) {
    const rows = readRows(path).filter(isFair);
    const held = rows.filter(({ refuse }) => !refuse).length;
    const ours = await measureOurs(rows, catalogue);
    const results = [
      ...ours,
      ...PEERS.map((peer) => measurePeer(peer, rows, catalogue, ours[0]?.outcome.wrongShown ?? 0)),
    ];
    parts.push(
      `${path}: ${held} questions for one figure, ${rows.length - held} to be refused`,
      table(
        ['engine', 'right', 'refused', 'wrong shown', 'right if as careful', 'median ms', 'p99 ms'],
        results.map(({ name, outcome, careful, times }) => [
          name,
          percent(outcome.right, held),
          percent(outcome.refused, rows.length - held),
          percent(outcome.wrongShown, rows.length),
          percent(careful.right, held),
          milliseconds(median(times)),
          milliseconds(p99(times)),
        ]),
      ),
    );
  }
  parts.push(
    [
      'Only questions that a search library could answer: for one figure, or to be refused, and no follow-ups.',
      'Each library finds one document per figure with its keywords in three languages; the cutoff below which it refuses has',
      'the best mean of right and refused on these very questions, which flatters it. "right if as careful" is at the cutoff',
      'where it shows no more wrong figures than this engine, again chosen on these questions; FlexSearch tells no scores, so it',
      'cannot refuse. This engine has fixed cutoffs, and "right" asks more of it: the whole written answer with value and language.',
    ].join('\n'),
  );
  return parts.join('\n\n');
}

type Result = { name: string; outcome: Outcome; careful: Outcome; times: number[] };

function isFair({ kind, refuse, prev, expect }: Row): boolean {
  if (prev !== undefined) return false;
  return refuse === true || (SINGLE_FIGURE_KINDS.has(kind) && expect.length === 1);
}

/** Once as the whole bot answers, from the text to the message, and once as the reader alone reads. */
async function measureOurs(rows: readonly Row[], catalogue: Catalogue): Promise<Result[]> {
  const bot = botOf(catalogue);
  const reader = createReader(catalogue);
  for (let round = 0; round < 2; round++) {
    for (const { q } of rows.slice(0, WARM_UP)) {
      await bot.reply({ asked: q });
      reader.read(q);
    }
  }
  const outcome: Outcome = { right: 0, refused: 0, wrongShown: 0 };
  const whole: number[] = [];
  const reading: number[] = [];
  for (const row of rows) {
    const begun = performance.now();
    const reply = await bot.reply({ asked: row.q });
    whole.push(performance.now() - begun);
    const readFrom = performance.now();
    reader.read(row.q);
    reading.push(performance.now() - readFrom);
    const { right, wrongShown } = judge(row, reportOf(reply), catalogue);
    if (right) outcome[row.refuse ? 'refused' : 'right'] += 1;
    if (wrongShown) outcome.wrongShown += 1;
  }
  return [
    { name: 'this engine, whole bot', outcome, careful: outcome, times: whole },
    { name: 'this engine, reader alone', outcome, careful: outcome, times: reading },
  ];
}

function measurePeer(
  { name, build, tellsScores }: Engine,
  rows: readonly Row[],
  catalogue: Catalogue,
  mostWrong: number,
): Result {
  const search = build(catalogue.figures.map(documentOf));
  for (const { q } of rows.slice(0, WARM_UP)) search(q);
  const times: number[] = [];
  const tries = rows.map((row): Try => {
    const begun = performance.now();
    const [best] = search(row.q);
    times.push(performance.now() - begun);
    const right = best !== undefined && row.expect.includes(best.id);
    const wrong =
      best !== undefined && (row.refuse === true || ![...row.expect, ...(row.also ?? [])].includes(best.id));
    return { score: best?.score ?? Number.NEGATIVE_INFINITY, held: !row.refuse, right, wrong };
  });
  return {
    name,
    outcome: tellsScores ? bestOutcome(tries) : outcomeAt(tries, 0),
    careful: carefulOutcome(tries, mostWrong),
    times,
  };
}

function documentOf({ id, keywords, shared }: Catalogue['figures'][number]): Document {
  const of = (language: Language) => [...keywords[language], ...(shared?.[language] ?? [])];
  // Spaces in Chinese keywords only tell this engine where words may be parted.
  const chinese = of('zh').map((keyword) => keyword.replaceAll(' ', ''));
  return { id, keywords: [...of('en'), ...chinese, ...of('ru')] };
}
