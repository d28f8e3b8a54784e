// src/core/training: how the weights of the reader are made from labelled messages.
// Imported by: cli.

import type { Catalogue } from '../../data/schema.ts';
import { normalise } from '../language/normalise.ts';
import { tokenise } from '../language/tokens.ts';
import { besideMeasures } from '../reading/beside.ts';
import { createExaminer, type Examination } from '../reading/examine.ts';
import { frameFeatures } from '../reading/frame.ts';
import { ANSWERABLE, DIALOGUE, INTENTS, OUTCOMES, type Outcome, REASONS } from '../reading/labels.ts';
import { type LinearModel, scoreLinear } from '../reading/linear.ts';
import { likelyOf } from '../reading/measures.ts';
import { type ReaderModel, vocabularyHash } from '../reading/model.ts';
import { candidateUnits, narrowingFeatures } from '../reading/narrowing.ts';
import type { Network } from '../reading/network.ts';
import { createPerceiver, type Perceiver, type Percept } from '../reading/perceive.ts';
import { classesOf, type Thesaurus } from '../reading/thesaurus.ts';
import { unitFeatures } from '../reading/unit-features.ts';
import { type ForestOptions, type Measured, trainForest } from './forest-trainer.ts';
import { type Case, type LinearOptions, type OutputGroup, type Target, trainLinear } from './linear-trainer.ts';
import { type NetworkOptions, trainNetwork } from './network-trainer.ts';
import type { TrainingRow } from './row.ts';

/** How each model is trained; set by hand from a few trials. */
const TOPICS: LinearOptions = { epochs: 5, rate: 0.3 };
const FRAME: LinearOptions = { epochs: 5, rate: 0.3 };
const NARROWING: LinearOptions = { epochs: 4, rate: 0.3 };
const NAMING: NetworkOptions = { buckets: 6144, width: 32, hidden: 32, epochs: 7, rate: 0.1, dropout: 0.15 };
const CONFIDENCE: ForestOptions = { trees: 350, depth: 5, rate: 0.05, fewest: 15, bins: 48, ridge: 2, share: 0.5 };
const DECISION: ForestOptions = { trees: 150, depth: 4, rate: 0.08, fewest: 15, bins: 32, ridge: 2, share: 0.5 };
/** A word is in general use when so many writers use it. */
const COMMON_WRITERS = 6;
/** Parts of the writers whose rows the first models do not see when they measure them for the decision. */
const FOLDS = 3;

/** A figure that fewer rows ask for is found by its keywords alone. */
const FEWEST_ROWS = 10;

/** What training tells as it goes on. */
export type Progress = (what: string) => void;

const EMPTY_LINEAR = (outputs: readonly string[]): LinearModel => ({
  outputs,
  keys: new Uint32Array(),
  starts: new Uint32Array(1),
  classes: new Uint8Array(),
  weights: new Int8Array(),
  steps: new Float32Array(outputs.length),
  bias: new Float32Array(outputs.length),
});
const NARROWING_OUTPUT = ['narrows'];
const NO_NETWORK: Network = {
  outputs: [],
  width: 1,
  embeddings: new Int8Array(1),
  steps: new Float32Array(1),
  hidden: new Float32Array(),
  output: new Float32Array(),
};
const NO_FOREST = {
  bias: 0,
  roots: new Uint16Array(),
  measures: new Int8Array(),
  thresholds: new Float32Array(),
  rights: new Uint16Array(),
};

/**
 * Trains the reader for a catalogue. In: its labelled rows. Out: the models; the same rows give the same bytes.
 * The decision learns from measures of models that never saw the row's writer, as it will meet them in use.
 */
export function trainReader(
  catalogue: Catalogue,
  all: readonly TrainingRow[],
  thesaurus: Thesaurus,
  progress: Progress = () => {},
): ReaderModel {
  const rows = all
    .filter(({ ambiguous }) => !ambiguous)
    .sort((a, b) => (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : 0));
  const vocabulary = vocabularyOf(rows);
  const common = new Set(vocabulary);
  const perceiver = createPerceiver(catalogue, (key) => common.has(vocabularyHash(key)));
  const percepts = rows.map(({ q }) => perceiver.perceive(q));
  progress(`${rows.length} messages by ${new Set(rows.map(({ writer }) => writer)).size} writers`);
  const folds = rows.map(({ writer }) => foldOf(writer));
  const figures = catalogue.figures
    .map(({ id }) => id)
    .filter((id) => rows.filter(({ expect }) => expect.includes(id)).length >= FEWEST_ROWS);

  const topicCases = rows.map(
    (row, at): Case => ({
      hashes: distinct(percepts[at]?.features.hashes ?? []),
      writer: row.writer,
      targets: [topicTarget(row, figures)],
    }),
  );
  const topicGroups: OutputGroup[] = [{ kind: 'any', outputs: figures, leastWeight: 0.8, fewestWriters: 4 }];
  const isOther = (fold: number) => (_: unknown, at: number) => folds[at] !== fold;
  const base = {
    frame: EMPTY_LINEAR([...ANSWERABLE, ...OUTCOMES, ...INTENTS, ...REASONS, ...DIALOGUE]),
    narrowing: EMPTY_LINEAR(NARROWING_OUTPUT),
    naming: NO_NETWORK,
    confidence: NO_FOREST,
    relevance: NO_FOREST,
    beside: NO_FOREST,
    vocabulary,
    thesaurus,
  };

  // First the topics, then what depends on where their words stand, each by models that did not see the writer.
  const topicModels = folding((fold) => trainLinear(topicCases.filter(isOther(fold)), topicGroups, TOPICS));
  // What the words together add, to scores of models that did not see the writer.
  const namingCases = rows.map((row, at) => {
    const percept = percepts[at] as Percept;
    return {
      units: unitFeatures(percept, classesOf(percept.units, thesaurus)),
      targets: topicTarget(row, figures),
      base: Array.from(scoreLinear(topicModels[folds[at] ?? 0] as LinearModel, topicCases[at]?.hashes ?? [])),
    };
  });
  const trainNaming = (cases: typeof namingCases) =>
    trainNetwork(
      cases.flatMap(({ targets, ...one }) => (targets ? [{ ...one, targets }] : [])),
      figures,
      NAMING,
    );
  const namingNetworks = folding((fold) => trainNaming(namingCases.filter(isOther(fold))));
  progress('topics');
  const seen = examinedBy(
    perceiver,
    percepts,
    folds,
    topicModels.map((topics, fold) => ({ ...base, topics, naming: namingNetworks[fold] as Network })),
    catalogue,
  );
  const frameCases = rows.map((row, at) => frameCase(row, percepts[at] as Percept, seen[at] as Examination));
  const narrowingCases = rows.map((row, at) => narrowingCasesOf(row, percepts[at] as Percept, seen[at] as Examination));
  const trainFrame = (cases: readonly Case[]) => trainLinear(cases, FRAME_GROUPS, FRAME);
  const trainNarrowing = (cases: readonly (readonly Case[])[]) =>
    trainLinear(cases.flat(), NARROWING_GROUPS, NARROWING);
  const models = folding((fold) => ({
    ...base,
    topics: topicModels[fold] as LinearModel,
    naming: namingNetworks[fold] as Network,
    frame: trainFrame(frameCases.filter(isOther(fold))),
    narrowing: trainNarrowing(narrowingCases.filter(isOther(fold))),
  }));
  progress('frame and narrowing words');
  const measured = examinedBy(perceiver, percepts, folds, models, catalogue);
  const forestOf = (
    judge: (row: TrainingRow, topic: string | undefined) => boolean | undefined,
    options: ForestOptions,
  ) =>
    trainForest(
      rows.flatMap((row, at) => {
        const { measures = [], topics = [] } = measured[at] ?? {};
        const isRight = row.prev === undefined ? judge(row, topics[0]?.figure.id) : undefined;
        return isRight === undefined ? [] : [{ values: measures, isRight }];
      }),
      options,
    );
  const [confidence, relevance] = [forestOf(isHeldAs, CONFIDENCE), forestOf(isAbout, DECISION)];
  const beside = trainForest(
    rows.flatMap((row, at) => besideCases(row, percepts[at] as Percept, measured[at] as Examination)),
    DECISION,
  );
  progress('decision');
  return {
    topics: trainLinear(topicCases, topicGroups, TOPICS),
    frame: trainFrame(frameCases),
    narrowing: trainNarrowing(narrowingCases),
    naming: trainNaming(namingCases),
    confidence,
    relevance,
    beside,
    vocabulary,
    thesaurus,
  };
}

const FRAME_GROUPS: readonly OutputGroup[] = [
  { kind: 'any', outputs: ANSWERABLE, leastWeight: 0.55, fewestWriters: 2 },
  { kind: 'one', outputs: OUTCOMES, leastWeight: 0.45, fewestWriters: 5 },
  { kind: 'one', outputs: INTENTS, leastWeight: 0.65, fewestWriters: 8 },
  { kind: 'one', outputs: REASONS, leastWeight: 1.25, fewestWriters: 8 },
  { kind: 'one', outputs: DIALOGUE, leastWeight: 0.6, fewestWriters: 8 },
];
const NARROWING_GROUPS: readonly OutputGroup[] = [
  { kind: 'any', outputs: NARROWING_OUTPUT, leastWeight: 0.58, fewestWriters: 4 },
];

function folding<T>(make: (fold: number) => T): T[] {
  return Array.from({ length: FOLDS }, (_, fold) => make(fold));
}

/** Every message as the models of its fold see it. */
function examinedBy(
  perceiver: Perceiver,
  percepts: readonly Percept[],
  folds: readonly number[],
  models: readonly ReaderModel[],
  catalogue: Catalogue,
): Examination[] {
  const examiners = models.map((model) => createExaminer(catalogue, model, perceiver));
  return percepts.map((percept, at) => {
    const examine = examiners[folds[at] ?? 0];
    if (!examine) throw new Error('a row without a fold');
    return examine(percept);
  });
}

function outcomeOf({ refuse, expect }: TrainingRow): Outcome {
  return refuse ? 'unheld' : expect.length > 0 ? 'held' : 'talk';
}

/** Whether a figure, as it is held, is what a row asks for. */
function isHeldAs({ refuse, expect }: TrainingRow, figure: string | undefined): boolean {
  return !refuse && figure !== undefined && expect.includes(figure);
}

/** Whether a row is about a figure, held or not; unknown of a refused one that nobody labelled with its topic. */
function isAbout({ refuse, expect, topic }: TrainingRow, figure: string | undefined): boolean | undefined {
  if (refuse && topic === undefined) return undefined;
  return figure !== undefined && (expect.includes(figure) || topic === figure);
}

/** Each topic that may be asked for beside the best one of a row, where the best one is asked for. */
function besideCases(row: TrainingRow, percept: Percept, { topics, intents }: Examination): Measured[] {
  const [best, ...others] = topics;
  if (!best || row.prev !== undefined || row.refuse || !row.expect.includes(best.figure.id)) return [];
  return others.flatMap((other) =>
    other.beside === undefined || row.also?.includes(other.figure.id)
      ? []
      : [
          {
            values: besideMeasures(percept, best, other, intents, likelyOf(topics)),
            isRight: row.expect.includes(other.figure.id),
          },
        ],
  );
}

function topicTarget(
  { prev, expect, also = [], refuse, topic }: TrainingRow,
  figures: readonly string[],
): (0 | 1 | undefined)[] | undefined {
  if (prev !== undefined || (refuse && topic === undefined)) return undefined;
  return figures.map((id) => (expect.includes(id) || topic === id ? 1 : also.includes(id) ? undefined : 0));
}

/** A message behind another is elliptic when what it asks for is not named in it. */
function dialogueTarget({ prev, expect, refuse }: TrainingRow, matches: Percept['matches']): Target {
  if (prev === undefined) return 0;
  if (refuse || expect.length === 0) return undefined;
  const isNamed = expect.every((id) => matches.some((match) => match.id === id && match.fit.completeness > NAMED));
  return isNamed ? undefined : 1;
}
const NAMED = 0.9;

function frameCase(row: TrainingRow, { features, matches }: Percept, { context, gaps }: Examination): Case {
  const outcome = outcomeOf(row);
  return {
    hashes: distinct([
      ...features.hashes,
      ...frameFeatures(
        context,
        gaps.map(({ id }) => id),
      ),
    ]),
    writer: row.writer,
    targets: [
      row.prev === undefined && outcome !== 'talk' ? [outcome === 'held' ? 1 : 0] : undefined,
      row.prev === undefined ? OUTCOMES.indexOf(outcome) : undefined,
      row.intent === undefined ? undefined : INTENTS.indexOf(row.intent),
      row.reason === undefined ? undefined : REASONS.indexOf(row.reason),
      dialogueTarget(row, matches),
    ],
  };
}

/** The units of a message as cases; none of a refused message whose narrowing words nobody named. */
function narrowingCasesOf(row: TrainingRow, { units }: Percept, { context }: Examination): Case[] {
  if (row.prev !== undefined) return [];
  const narrowing = new Set(
    (row.narrow ?? []).flatMap((words) =>
      placesOf(
        words,
        units.map(({ text }) => text),
      ),
    ),
  );
  // What is refused for its place or time is narrowed by those that are not held, also where nobody wrote their words down.
  if (row.reason === 'place')
    for (const [at, sign] of context.signs.entries()) if (sign === '@unheld') narrowing.add(at);
  if (row.reason === 'time')
    for (const [at, sign] of context.signs.entries()) if (sign === '#unheld' || sign === '#relative') narrowing.add(at);
  if (row.refuse && narrowing.size === 0) return [];
  return candidateUnits(context).map((at) => ({
    hashes: distinct(narrowingFeatures(context, at)),
    writer: row.writer,
    targets: [[narrowing.has(at) ? 1 : 0]],
  }));
}

/** The units that some words are, where they stand for the first time. */
function placesOf(words: string, texts: readonly string[]): number[] {
  const wanted = tokenise(normalise(words).text).map(({ text }) => text);
  for (let at = 0; at + wanted.length <= texts.length; at++) {
    // An entity stands for all of its kind, so its own words are not compared.
    const fits = wanted.every((text, i) => texts[at + i] === text || /^[@#]/.test(texts[at + i] ?? ''));
    if (fits && wanted.length > 0) return wanted.map((_, i) => at + i);
  }
  return [];
}

/** Hashes of the words that several writers use, ascending. */
function vocabularyOf(rows: readonly TrainingRow[]): Uint32Array {
  const writers = new Map<string, Set<string>>();
  for (const { q, writer } of rows)
    for (const { kind, key } of tokenise(normalise(q).text))
      if (kind === 'word') {
        const known = writers.get(key);
        if (known) known.add(writer);
        else writers.set(key, new Set([writer]));
      }
  const common = [...writers].flatMap(([key, known]) => (known.size >= COMMON_WRITERS ? [vocabularyHash(key)] : []));
  return Uint32Array.from(distinct(common)).sort();
}

/** The same writer is always in the same fold. */
function foldOf(writer: string): number {
  return vocabularyHash(writer) % FOLDS;
}

function distinct(hashes: readonly number[]): number[] {
  return [...new Set(hashes)];
}
