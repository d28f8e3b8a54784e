import { normalise } from '../../src/core/language/normalise.ts';
import { tokenise } from '../../src/core/language/tokens.ts';
import type { Topic } from '../../src/core/reading/analysis.ts';
import { createExaminer, type Examination } from '../../src/core/reading/examine.ts';
import { INTENTS, type Intent, OUTCOMES, REASONS } from '../../src/core/reading/labels.ts';
import { sigmoid } from '../../src/core/reading/linear.ts';
import { vocabularyHash } from '../../src/core/reading/model.ts';
import { modelOf } from '../../src/core/reading/model-file.ts';
import { createPerceiver, type Percept } from '../../src/core/reading/perceive.ts';
import { unitsOf } from '../../src/core/reading/units.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Figure } from '../../src/data/schema.ts';

/** The stages of the reader over the shipped catalogue and the shipped model, each by itself. */
export const catalogue = await loadCatalogue();
export const model = modelOf(catalogue);

const common = new Set(model.vocabulary);
export const isCommon = (key: string) => common.has(vocabularyHash(key));
export const perceiver = createPerceiver(catalogue, isCommon);
export const { perceive } = perceiver;
const examiner = createExaminer(catalogue, model, perceiver);

export function examine(message: string): Examination {
  return examiner(perceive(message));
}

/** A figure of the shipped catalogue; a test that names another one is wrong. */
export function figure(id: string): Figure {
  const found = catalogue.figures.find((one) => one.id === id);
  if (!found) throw new Error(`no figure "${id}"`);
  return found;
}

function tokensOf(message: string) {
  return tokenise(normalise(message).text);
}

/** Units of a message in which no entity was looked for. */
export function plainUnits(message: string) {
  return unitsOf(tokensOf(message), [], undefined, new Map());
}

/** What an entity stands on, as it is written in the normalised message. */
export function writtenIn({ text, tokens }: Percept, { from, to }: { from: number; to: number }): string {
  return text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
}

type Shares<T extends string> = Partial<Record<T, number>>;

/** An examination as somebody makes it up: nothing is seen but what is given. */
export function examinationOf(given: {
  topics?: readonly (readonly [figure: string, score: number, beside?: number])[];
  confidence?: number;
  /** Left out, as likely as the score of the first topic says. */
  relevance?: number;
  intents?: Shares<Intent>;
  outcomes?: Shares<(typeof OUTCOMES)[number]>;
  reasons?: Shares<(typeof REASONS)[number]>;
  elliptic?: number;
  gaps?: Examination['gaps'];
  /** Of a message whose words narrow: how likely each unit does. */
  message?: string;
  narrowings?: Examination['narrowings'];
}): Examination {
  const units = given.message === undefined ? [] : perceive(given.message).units;
  const none = units.map(() => false);
  return {
    topics: (given.topics ?? []).map(
      ([id, score, beside]): Topic => ({ figure: figure(id), score, ...(beside === undefined ? {} : { beside }) }),
    ),
    context: {
      units,
      head: { isHead: none, strength: units.map(() => 0), at: -1 },
      signs: units.map(({ key }) => key),
      isRare: none,
      isKeyword: none,
      isGap: none,
      topic: given.topics?.[0]?.[0] ?? '',
      classes: units.map(() => 0),
    },
    gaps: given.gaps ?? [],
    outcomes: sharesOf(OUTCOMES, given.outcomes ?? { held: 1 }),
    intents: sharesOf(INTENTS, given.intents ?? { value: 1 }),
    reasons: sharesOf(REASONS, given.reasons ?? {}),
    elliptic: given.elliptic ?? 0,
    narrowings: given.narrowings ?? [],
    isExplained: false,
    measures: [],
    confidence: given.confidence ?? 0,
    relevance: given.relevance ?? sigmoid(given.topics?.[0]?.[1] ?? -9),
  };
}

function sharesOf<T extends string>(names: readonly T[], given: Shares<T>): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, given[name] ?? 0])) as Record<T, number>;
}
