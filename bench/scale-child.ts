import { loadCatalogue } from '../src/data/load.ts';
import type { Catalogue } from '../src/data/schema.ts';
import { bestOutcome, type Outcome, outcomeAt, type Try } from './cutoff.ts';
import type { Search } from './engines/engine.ts';
import { buildMatcher, buildReader } from './engines/ours.ts';
import { PEERS } from './engines/peers.ts';
import { LEAST_ASKED, median, p99 } from './statistics.ts';
import { createCatalogue, createKeywords } from './synthetic/catalogue.ts';
import { heldQuestions, type SyntheticQuestion, strangeQuestions } from './synthetic/questions.ts';
import { createRandom } from './synthetic/random.ts';
import { createVocabulary } from './synthetic/vocabulary.ts';

/** What one engine did with one synthetic catalogue; measured in a process of its own, so that its heap is its own. */
export type Scaled = {
  buildMs: number;
  heapMb: number;
  medianMs: number;
  p99Ms: number;
  asked: { held: number; strange: number };
  outcome: Outcome;
};

const QUESTIONS = { held: 200, strange: 100, warmUp: 40 };
/** A slow engine is asked no longer than this, but at least once; one that is not too slow, often enough to tell rates. */
const MOST_MILLISECONDS = 1500;
const TOO_SLOW_MILLISECONDS = 200;

const [engine = '', size = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(engine, Number(size))));

async function measure(name: string, figures: number): Promise<Scaled> {
  const { catalogue, warmUp, held, strange } = prepare(figures, await loadCatalogue());
  const builder = builderOf(name, catalogue);

  const before = usedMb();
  const begun = performance.now();
  const search = builder.build();
  const buildMs = performance.now() - begun;
  const heapMb = usedMb() - before;

  ask(search, warmUp, MOST_MILLISECONDS / 4);
  const inScope = ask(search, held, MOST_MILLISECONDS);
  const outOfScope = ask(search, strange, MOST_MILLISECONDS / 2);
  const tries = [...inScope.tries, ...outOfScope.tries];
  return {
    buildMs,
    heapMb,
    medianMs: median(inScope.times),
    p99Ms: p99(inScope.times),
    asked: { held: inScope.tries.length, strange: outOfScope.tries.length },
    outcome: builder.needsCutoff ? bestOutcome(tries) : outcomeAt(tries, 0),
  };
}

/** Everything that is needed only to ask is gone before memory is measured. */
function prepare(figures: number, shipped: Catalogue) {
  const random = createRandom(figures);
  const vocabulary = createVocabulary(figures, shipped, random);
  const keywords = createKeywords(figures, vocabulary.used, random);
  const questions = heldQuestions(QUESTIONS.warmUp + QUESTIONS.held, keywords, vocabulary, random);
  return {
    catalogue: createCatalogue(keywords, shipped),
    warmUp: questions.slice(0, QUESTIONS.warmUp),
    held: questions.slice(QUESTIONS.warmUp),
    strange: strangeQuestions(QUESTIONS.strange, vocabulary, random),
  };
}

function builderOf(name: string, catalogue: Catalogue): { build: () => Search; needsCutoff: boolean } {
  if (name === 'reader') return { build: () => buildReader(catalogue), needsCutoff: false };
  if (name === 'matcher') return { build: () => buildMatcher(catalogue), needsCutoff: false };
  const peer = PEERS.find((one) => one.name === name);
  if (!peer) throw new Error(`there is no engine "${name}"`);
  const documents = catalogue.figures.map(({ id, keywords }) => ({ id, keywords: keywords.en }));
  return { build: () => peer.build(documents), needsCutoff: peer.tellsScores };
}

function ask(search: Search, questions: readonly SyntheticQuestion[], most: number) {
  const times: number[] = [];
  const tries: Try[] = [];
  const until = performance.now() + most;
  for (const { text, answers } of questions) {
    const begun = performance.now();
    const hits = search(text);
    times.push(performance.now() - begun);
    const right = hits.some(({ id }) => answers.has(id));
    tries.push({
      score: hits[0]?.score ?? Number.NEGATIVE_INFINITY,
      held: answers.size > 0,
      right,
      wrong: hits.length > 0 && !right,
    });
    const tellsRates = tries.length >= LEAST_ASKED || median(times) > TOO_SLOW_MILLISECONDS;
    if (performance.now() > until && tellsRates) break;
  }
  return { times, tries };
}

/** Index arrays lie outside V8's own heap, and count as well. */
function usedMb(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
