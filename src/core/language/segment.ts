import { createRequire } from 'node:module';

/** A piece of Chinese text: a known word, or signs that no word explains; `meant` is the word that it sounds like. */
type HanPiece = { text: string; known: boolean; meant?: string };

/** Cuts Chinese text into known words by dynamic programming: the way with the least cost. */
export type Segmenter = { cut(text: string): HanPiece[] };

/** What a piece costs: few long words win over many short ones, and over signs that nothing explains. */
const COST = { word: 1, sign: 1.01, unknownSign: 2.2 };
const LONGEST_WORD = 12;
/** Signs of an unexplained piece that are compared by sound; longer pieces are other text. */
const LONGEST_SLIP = 8;

/** In: the known words. A piece that sounds like one of them, and shares a sign with it, is read as that word. */
export function createSegmenter(words: Iterable<string>): Segmenter {
  const known = new Set(words);
  let sounds: Map<string, string[]> | undefined;
  const alike = (text: string): string | undefined => {
    if (text.length < 2 || text.length > LONGEST_SLIP) return undefined;
    sounds ??= filedBySound(known);
    return sounds.get(soundOf(text))?.find((word) => word !== text && [...word].some((sign, at) => sign === text[at]));
  };
  return { cut: (text) => repaired(leastCost(text, known), alike) };
}

/** Each word that is made of shorter known ones, by its parts, which are made of no others; all others by themselves. */
export function partsOf(words: ReadonlySet<string>): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    const pieces = word.length < 4 ? [] : leastCost(word, words, word);
    const isWhole = pieces.length > 1 && pieces.every(({ known, text }) => known && text.length > 1);
    parts.set(word, isWhole ? pieces.flatMap(({ text }) => parts.get(text) ?? [text]) : [word]);
  }
  return parts;
}

function leastCost(text: string, known: ReadonlySet<string>, except?: string): HanPiece[] {
  const signs = [...text];
  const steps: { cost: number; from: number; known: boolean }[] = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= signs.length; end++) {
    let best = { cost: (steps[end - 1]?.cost ?? 0) + COST.unknownSign, from: end - 1, known: false };
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from++) {
      const piece = signs.slice(from, end).join('');
      if (!known.has(piece) || piece === except) continue;
      const cost = (steps[from]?.cost ?? 0) + (end - from > 1 ? COST.word : COST.sign);
      if (cost < best.cost) best = { cost, from, known: true };
    }
    steps.push(best);
  }
  const pieces: HanPiece[] = [];
  for (let end = signs.length; end > 0; ) {
    const { from, known: isKnown } = steps[end] ?? { from: end - 1, known: false };
    const last = pieces[0];
    const piece = signs.slice(from, end).join('');
    // Unexplained neighbours belong together.
    if (last && !last.known && !isKnown) last.text = piece + last.text;
    else pieces.unshift({ text: piece, known: isKnown });
    end = from;
  }
  return pieces;
}

/** An unexplained piece, alone or with one known neighbour, that sounds like a known word, is that word. */
function repaired(pieces: HanPiece[], alike: (text: string) => string | undefined): HanPiece[] {
  const done: HanPiece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    if (piece.known) {
      done.push(piece);
      continue;
    }
    const before = done.at(-1);
    const next = pieces[at + 1];
    const own = alike(piece.text);
    const withBefore = own || !before ? undefined : alike(before.text + piece.text);
    const withNext = own || withBefore || !next ? undefined : alike(piece.text + next.text);
    if (withBefore && before) {
      done.pop();
      done.push({ text: before.text + piece.text, known: true, meant: withBefore });
    } else if (withNext && next) {
      done.push({ text: piece.text + next.text, known: true, meant: withNext });
      at++;
    } else done.push(own ? { ...piece, known: true, meant: own } : piece);
  }
  return done;
}

const require = createRequire(import.meta.url);
let pinyin: typeof import('pinyin-pro').pinyin | undefined;

/** Syllables without tones; the library is loaded with the first piece that nothing explains. */
function soundOf(text: string): string {
  pinyin ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin;
  return pinyin(text, { toneType: 'none', type: 'array' }).join(' ');
}

function filedBySound(words: ReadonlySet<string>): Map<string, string[]> {
  const filed = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 2) continue;
    const sound = soundOf(word);
    filed.set(sound, [...(filed.get(sound) ?? []), word]);
  }
  return filed;
}
