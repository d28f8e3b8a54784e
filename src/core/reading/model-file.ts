import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { readModel } from '../../data/model.ts';
import type { Catalogue } from '../../data/schema.ts';
import type { Forest } from './forest.ts';
import type { LinearModel } from './linear.ts';
import type { ReaderModel } from './model.ts';
import type { Network } from './network.ts';

/** A trained model as one file: a line of JSON that lists its arrays, then the arrays themselves, each at a place divisible by 8. */
type Header = {
  version: number;
  /** A hash of the labelled messages and the catalogue's figures that it was trained with. */
  trainedOn: string;
  outputs: Record<LinearName | 'naming', readonly string[]>;
  /** Dimensions of an embedding of the network. */
  width: number;
  bias: Record<ForestName, number>;
  arrays: { name: string; type: keyof typeof TYPES; length: number }[];
};

type LinearName = 'topics' | 'frame' | 'narrowing';
const LINEAR: readonly LinearName[] = ['topics', 'frame', 'narrowing'];
const NETWORK_ARRAYS = ['embeddings', 'steps', 'hidden', 'output'] as const;
type ForestName = 'confidence' | 'relevance' | 'beside';
const FORESTS: readonly ForestName[] = ['confidence', 'relevance', 'beside'];
const TYPES = { Uint32Array, Uint16Array, Uint8Array, Int8Array, Float32Array } as const;
type AnyArray = Uint32Array | Uint16Array | Uint8Array | Int8Array | Float32Array;

const VERSION = 3;
const ALIGNMENT = 8;

const decoded = new WeakMap<Uint8Array, ReaderModel>();

/** The model of a catalogue: its own, or the shipped one. */
export function modelOf(catalogue: Catalogue): ReaderModel {
  const bytes = readModel(catalogue);
  const known = decoded.get(bytes);
  if (known) return known;
  const { model } = decodeModel(bytes);
  decoded.set(bytes, model);
  return model;
}

/** In: a model and what it was trained on. Out: the bytes of its file, compressed: many weights are small and alike. */
export function encodeModel(model: ReaderModel, trainedOn: string): Uint8Array {
  const arrays: [string, AnyArray][] = [
    ...LINEAR.flatMap((name): [string, AnyArray][] => {
      const { keys, starts, classes, weights, steps, bias } = model[name];
      // A feature has few weights, so that their number fits into a byte where their places would need four.
      const counts = Uint8Array.from(keys, (_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0));
      // Gaps between the classes of a feature are small and alike, and so are the weights of one class.
      const sorted = new Int8Array(weights.length);
      placesByClass(classes).forEach((place, at) => {
        sorted[place] = weights[at] ?? 0;
      });
      const classGaps = classGapsOf(classes, starts);
      return Object.entries({ gaps: gapsOf(keys), counts, classGaps, weights: sorted, steps, bias }).map(
        ([part, array]): [string, AnyArray] => [`${name}.${part}`, array],
      );
    }),
    ...NETWORK_ARRAYS.map((part): [string, AnyArray] => [`naming.${part}`, model.naming[part]]),
    ...FORESTS.flatMap((name) =>
      (['roots', 'measures', 'thresholds', 'rights'] as const).map((part): [string, AnyArray] => [
        `${name}.${part}`,
        model[name][part],
      ]),
    ),
    ['vocabulary', model.vocabulary] as [string, AnyArray],
    ['thesaurus.gaps', gapsOf(model.thesaurus.keys)] as [string, AnyArray],
    ['thesaurus.classes', model.thesaurus.classes] as [string, AnyArray],
  ];
  const header: Header = {
    version: VERSION,
    trainedOn,
    outputs: {
      topics: model.topics.outputs,
      frame: model.frame.outputs,
      narrowing: model.narrowing.outputs,
      naming: model.naming.outputs,
    },
    width: model.naming.width,
    bias: { confidence: model.confidence.bias, relevance: model.relevance.bias, beside: model.beside.bias },
    arrays: arrays.map(([name, array]) => ({
      name,
      type: array.constructor.name as keyof typeof TYPES,
      length: array.length,
    })),
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  let size = aligned(line.length);
  for (const [, array] of arrays) size = aligned(size + array.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(line);
  let at = aligned(line.length);
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength), at);
    at = aligned(at + array.byteLength);
  }
  return brotliCompressSync(bytes);
}

/** In: the bytes of a model file. Out: the model and what it was trained on. Throws where the file is not one of this version. */
export function decodeModel(file: Uint8Array): { model: ReaderModel; trainedOn: string } {
  const plain = unpacked(file);
  // Arrays of several bytes must begin at a place that their size divides.
  const bytes =
    plain.byteOffset % ALIGNMENT === 0
      ? new Uint8Array(plain.buffer, plain.byteOffset, plain.length)
      : Uint8Array.from(plain);
  const end = bytes.indexOf('\n'.charCodeAt(0));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Header;
  if (header.version !== VERSION)
    throw new Error(`the reader's model has version ${header.version}, not ${VERSION}: run "npm run train"`);
  const arrays = new Map<string, AnyArray>();
  let at = aligned(end + 1);
  for (const { name, type, length } of header.arrays) {
    const array = new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length);
    arrays.set(name, array);
    at = aligned(at + array.byteLength);
  }
  const linear = (name: LinearName): LinearModel => {
    const part = <T extends AnyArray>(key: string) => arrays.get(`${name}.${key}`) as T;
    const counts = part<Uint8Array>('counts');
    const starts = new Uint32Array(counts.length + 1);
    for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
    const classes = classesIn(part('classGaps'), starts);
    const sorted = part<Int8Array>('weights');
    return {
      outputs: header.outputs[name],
      keys: keysOf(part('gaps'), counts.length),
      starts,
      classes,
      weights: Int8Array.from(placesByClass(classes), (place) => sorted[place] ?? 0),
      steps: part('steps'),
      bias: part('bias'),
    };
  };
  const forest = (name: ForestName): Forest => ({
    bias: header.bias[name],
    roots: arrays.get(`${name}.roots`) as Uint16Array,
    measures: arrays.get(`${name}.measures`) as Int8Array,
    thresholds: arrays.get(`${name}.thresholds`) as Float32Array,
    rights: arrays.get(`${name}.rights`) as Uint16Array,
  });
  const part = <T extends AnyArray>(key: (typeof NETWORK_ARRAYS)[number]) => arrays.get(`naming.${key}`) as T;
  const naming: Network = {
    outputs: header.outputs.naming,
    width: header.width,
    embeddings: part('embeddings'),
    steps: part('steps'),
    hidden: part('hidden'),
    output: part('output'),
  };
  const classes = arrays.get('thesaurus.classes') as Uint32Array;
  const model = {
    topics: linear('topics'),
    frame: linear('frame'),
    narrowing: linear('narrowing'),
    naming,
    confidence: forest('confidence'),
    relevance: forest('relevance'),
    beside: forest('beside'),
    vocabulary: arrays.get('vocabulary') as Uint32Array,
    thesaurus: { keys: keysOf(arrays.get('thesaurus.gaps') as Uint8Array, classes.length), classes },
  };
  return { model, trainedOn: header.trainedOn };
}

/** Ascending keys as the gaps between them, seven bits a byte, the lowest first. */
function gapsOf(keys: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const key of keys) {
    let gap = key - before;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap);
    before = key;
  }
  return Uint8Array.from(bytes);
}

function keysOf(gaps: Uint8Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let [at, key] = [0, 0];
  for (let i = 0; i < count; i++) {
    let byte = gaps[at++] ?? 0;
    let [gap, shift] = [byte & 127, 7];
    for (; byte > 127; shift += 7) {
      byte = gaps[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    key += gap;
    keys[i] = key;
  }
  return keys;
}

/** The classes of each feature, which ascend, as the gaps between them. */
function classGapsOf(classes: Uint8Array, starts: Uint32Array): Uint8Array {
  const gaps = Uint8Array.from(classes);
  for (let feature = 0; feature < starts.length - 1; feature++)
    for (let i = (starts[feature] ?? 0) + 1; i < (starts[feature + 1] ?? 0); i++)
      gaps[i] = (classes[i] ?? 0) - (classes[i - 1] ?? 0);
  return gaps;
}

function classesIn(gaps: Uint8Array, starts: Uint32Array): Uint8Array {
  const classes = Uint8Array.from(gaps);
  for (let feature = 0; feature < starts.length - 1; feature++)
    for (let i = (starts[feature] ?? 0) + 1; i < (starts[feature + 1] ?? 0); i++)
      classes[i] = (classes[i - 1] ?? 0) + (gaps[i] ?? 0);
  return classes;
}

/** Of each weight its place where those of one class stand together. */
function placesByClass(classes: Uint8Array): Uint32Array {
  const next = new Uint32Array(MOST_CLASSES + 1);
  for (const one of classes) next[one + 1] = (next[one + 1] ?? 0) + 1;
  for (let one = 1; one < next.length; one++) next[one] = (next[one] ?? 0) + (next[one - 1] ?? 0);
  return Uint32Array.from(classes, (one) => {
    const place = next[one] ?? 0;
    next[one] = place + 1;
    return place;
  });
}
const MOST_CLASSES = 256;

function unpacked(file: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(file);
  } catch (error) {
    throw new Error('the file of the reader’s model is damaged or of another version: run "npm run train"', {
      cause: error,
    });
  }
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}
