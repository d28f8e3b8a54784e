import { createRequire } from 'node:module';
import { chineseNumeral } from './numbers.ts';

/** A piece of Chinese text: a known word, a numeral, or signs that no word explains. */
type HanPiece = { text: string; known: boolean; correctedFrom?: string };

/** Parts Chinese text into the words it was taught, the way with the least cost. */
export type Segmenter = {
  cut(text: string): HanPiece[];
  /** The word that a spelling in Latin letters sounds like: "gaoxin" is 高新. */
  fromPinyin(spelling: string): string | undefined;
};

/** What a piece of the path costs: few long words win over many short ones, and over signs left unexplained. */
const COST = { word: 1, sign: 1.01, numeral: 1.05, unknownSign: 2.2 };
const LONGEST_WORD = 12;
/** How far a misspelt word may reach beyond the signs that nothing explains. */
const TYPO_REACH = 5;

/** `telling`: the words that a misspelt one can be; signs that sound like small talk may be a word of their own. */
export function createSegmenter(words: Iterable<string>, telling: Iterable<string>): Segmenter {
  const known = new Set(words);
  const homophones = createHomophones(new Set(telling));
  return { cut: (text) => repair(merge(leastCost(text, known)), homophones), fromPinyin: homophones.fromPinyin };
}

/**
 * Parts long words into shorter known ones, so that 获奖企业 is also found by 获奖公司:
 * each word maps to its parts, or to itself where it has none. `others` are known too, but stay whole.
 */
export function decompose(words: ReadonlySet<string>, others: ReadonlySet<string>): Map<string, string[]> {
  const known = new Set([...words, ...others]);
  const parts = new Map<string, string[]>();
  const partsOf = (word: string): string[] => {
    if (others.has(word)) return [word];
    const found = parts.get(word);
    if (found) return found;
    const pieces = word.length < 4 ? undefined : splitOf(word, known);
    const whole = pieces?.flatMap((piece) => (known.has(piece) ? partsOf(piece) : [piece])) ?? [word];
    parts.set(word, whole);
    return whole;
  };
  for (const word of words) partsOf(word);
  return parts;
}

function splitOf(word: string, known: ReadonlySet<string>): string[] | undefined {
  type Way = { pieces: string[]; strange: number };
  const ways: (Way | undefined)[] = [{ pieces: [], strange: 0 }];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
      const before = ways[start];
      const piece = word.slice(start, end);
      if (!before || piece === word || piece.length < 2) continue;
      const way = {
        pieces: [...before.pieces, piece],
        strange: before.strange + (known.has(piece) ? 0 : piece.length),
      };
      const best = ways[end];
      if (
        !best ||
        way.strange < best.strange ||
        (way.strange === best.strange && way.pieces.length < best.pieces.length)
      )
        ways[end] = way;
    }
  }
  const best = ways[word.length];
  return best && best.strange < word.length ? best.pieces : undefined;
}

function leastCost(text: string, known: ReadonlySet<string>): HanPiece[] {
  type Step = { cost: number; from: number; known: boolean };
  const steps: Step[] = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= text.length; end++) {
    let best: Step = { cost: (steps[end - 1]?.cost ?? 0) + COST.unknownSign, from: end - 1, known: false };
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
      const piece = text.slice(from, end);
      const cost = known.has(piece) ? costOf(piece) : chineseNumeral(piece) === undefined ? undefined : COST.numeral;
      if (cost !== undefined && (steps[from]?.cost ?? 0) + cost < best.cost)
        best = { cost: (steps[from]?.cost ?? 0) + cost, from, known: true };
    }
    steps.push(best);
  }
  const pieces: HanPiece[] = [];
  for (let end = text.length; end > 0; ) {
    const { from, known } = steps[end] ?? { from: end - 1, known: false };
    pieces.unshift({ text: text.slice(from, end), known });
    end = from;
  }
  return pieces;
}

/** 全国高企 has two words of two signs rather than one of a single sign. */
function costOf(word: string): number {
  return word.length > 1 ? COST.word : COST.sign;
}

/** Unexplained neighbours belong together. */
function merge(pieces: readonly HanPiece[]): HanPiece[] {
  const merged: HanPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && !last.known && !piece.known) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}

/** Replaces each unexplained run, with as much around it as fits, by the known word that sounds alike or lacks one sign. */
function repair(pieces: HanPiece[], homophones: Homophones): HanPiece[] {
  const text = pieces.map((piece) => piece.text).join('');
  let start = 0;
  for (const [at, piece] of pieces.entries()) {
    const end = start + piece.text.length;
    const found = piece.known ? undefined : homophones.find(text, start, end);
    if (found) {
      const from = boundary(pieces, found.from);
      const to = boundary(pieces, found.to);
      // A window that cuts a known word in two would leave half of it behind.
      if (from !== undefined && to !== undefined && from <= at && to > at) {
        const whole = { text: found.word, known: true, correctedFrom: text.slice(found.from, found.to) };
        return [...pieces.slice(0, from), whole, ...repair(pieces.slice(to), homophones)];
      }
    }
    start = end;
  }
  return pieces;
}

/** The index of the piece that begins at a position; splits only between pieces or inside unexplained runs are offered. */
function boundary(pieces: HanPiece[], position: number): number | undefined {
  let start = 0;
  for (const [at, piece] of pieces.entries()) {
    if (start === position) return at;
    const end = start + piece.text.length;
    if (position < end) {
      if (piece.known && piece.text.length > 1) return undefined;
      pieces.splice(
        at,
        1,
        { ...piece, text: piece.text.slice(0, position - start) },
        { ...piece, text: piece.text.slice(position - start) },
      );
      return at + 1;
    }
    start = end;
  }
  return start === position ? pieces.length : undefined;
}

type Found = { word: string; from: number; to: number };
type Homophones = {
  find(text: string, from: number, to: number): Found | undefined;
  fromPinyin(spelling: string): string | undefined;
};

/** Two or more syllables of pinyin and nothing else; the library is not loaded for other spellings. */
const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u|v)){2,8}$/;

const require = createRequire(import.meta.url);

/** Words by their sound without tones; the pronunciation library is loaded with the first unexplained sign. */
function createHomophones(known: ReadonlySet<string>): Homophones {
  let bySound: Map<string, string[]> | undefined;
  let pinyin: ((text: string, options: { toneType: 'none'; type: 'array' }) => string[]) | undefined;
  const sound = (text: string) => {
    pinyin ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin;
    return pinyin(text, { toneType: 'none', type: 'array' });
  };
  const filed = () => {
    if (bySound) return bySound;
    bySound = new Map();
    for (const word of known) {
      if (word.length < 2 || !/^\p{Script=Han}+$/u.test(word)) continue;
      const key = sound(word).join(' ');
      bySound.set(key, [...(bySound.get(key) ?? []), word]);
    }
    return bySound;
  };
  return {
    fromPinyin(spelling) {
      if (!PINYIN.test(spelling)) return undefined;
      for (const [key, words] of filed()) if (key.replaceAll(' ', '') === spelling) return words[0];
      return undefined;
    },
    find(text, from, to) {
      const sounds = sound(text);
      const widest = Math.min(text.length, to + TYPO_REACH);
      for (let length = Math.min(LONGEST_WORD, widest); length >= 2; length--) {
        for (let start = Math.max(0, from - TYPO_REACH); start + length <= widest; start++) {
          const end = start + length;
          if (end <= from || start >= to) continue;
          const window = text.slice(start, end);
          const alike = filed().get(sounds.slice(start, end).join(' '));
          // One sign in common keeps chance homophones out.
          const word = alike?.find(
            (candidate) => candidate !== window && [...candidate].some((sign, i) => sign === window[i]),
          );
          if (word) return { word, from: start, to: end };
        }
      }
      return undefined;
    },
  };
}
