import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { readModel } from '../../data/model.ts';
import type { Catalogue } from '../../data/schema.ts';
import type { Forest } from './forest.ts';
import type { LinearModel } from './linear.ts';
import type { ReaderModel } from './model.ts';

/** A trained model as one file: a line of JSON that lists its arrays, then the arrays themselves, each at a place divisible by 8. */
type Header = {
  version: number;
  /** A hash of the labelled messages and the catalogue's figures that it was trained with. */
  trainedOn: string;
  outputs: Record<LinearName, readonly string[]>;
  bias: number;
  arrays: { name: string; type: keyof typeof TYPES; length: number }[];
};

type LinearName = 'topics' | 'frame' | 'narrowing';
const LINEAR: readonly LinearName[] = ['topics', 'frame', 'narrowing'];
const TYPES = { Uint32Array, Uint16Array, Uint8Array, Int8Array, Float32Array } as const;
type AnyArray = Uint32Array | Uint16Array | Uint8Array | Int8Array | Float32Array;

const VERSION = 1;
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
      return Object.entries({ keys, counts, classes, weights, steps, bias }).map(
        ([part, array]): [string, AnyArray] => [`${name}.${part}`, array],
      );
    }),
    ...(['roots', 'measures', 'thresholds', 'rights'] as const).map((part): [string, AnyArray] => [
      `decision.${part}`,
      model.decision[part],
    ]),
    ['vocabulary', model.vocabulary] as [string, AnyArray],
  ];
  const header: Header = {
    version: VERSION,
    trainedOn,
    outputs: { topics: model.topics.outputs, frame: model.frame.outputs, narrowing: model.narrowing.outputs },
    bias: model.decision.bias,
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
    return {
      outputs: header.outputs[name],
      keys: part('keys'),
      starts,
      classes: part('classes'),
      weights: part('weights'),
      steps: part('steps'),
      bias: part('bias'),
    };
  };
  const decision: Forest = {
    bias: header.bias,
    roots: arrays.get('decision.roots') as Uint16Array,
    measures: arrays.get('decision.measures') as Int8Array,
    thresholds: arrays.get('decision.thresholds') as Float32Array,
    rights: arrays.get('decision.rights') as Uint16Array,
  };
  const model = {
    topics: linear('topics'),
    frame: linear('frame'),
    narrowing: linear('narrowing'),
    decision,
    vocabulary: arrays.get('vocabulary') as Uint32Array,
  };
  return { model, trainedOn: header.trainedOn };
}

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
