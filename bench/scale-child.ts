import { loadCatalogue } from '../src/data/load.ts';
import { bestOutcome, type Outcome, outcomeAt, type Try } from './cutoff.ts';
import type { Search } from './engines/engine.ts';
import { buildMatcher, buildReader } from './engines/ours.ts';
import { PEERS } from './engines/peers.ts';
import { median, p99 } from './statistics.ts';
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
/** A slow engine is asked no longer than this, but at least once. */
const MOST_MILLISECONDS = 1500;

const [engine = '', size = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(engine, Number(size))));

async function measure(name: string, figures: number): Promise<Scaled> {
  const shipped = await loadCatalogue();
  const random = createRandom(figures);
  const vocabulary = createVocabulary(figures, shipped, random);
  const keywords = createKeywords(figures, vocabulary.used, random);
  const warmUp = heldQuestions(QUESTIONS.warmUp, keywords, vocabulary, random);
  const held = heldQuestions(QUESTIONS.held, keywords, vocabulary, random);
  const strange = strangeQuestions(QUESTIONS.strange, vocabulary, random);
  const builder = builderOf(name, createCatalogue(keywords, shipped));

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

function builderOf(
  name: string,
  catalogue: ReturnType<typeof createCatalogue>,
): { build: () => Search; needsCutoff: boolean } {
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
    if (performance.now() > until) break;
  }
  return { times, tries };
}

/** Index arrays lie outside V8's own heap, and count as well. */
function usedMb(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
