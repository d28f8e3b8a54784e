import type { Catalogue, Words } from '../../data/schema.ts';
import { fold } from '../language/normalise.ts';
import { createSegmenter, partsOf, type Segmenter } from '../language/segment.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import { type Corrector, createCorrector } from '../matching/correct.ts';
import { createVocabulary, type Vocabulary } from '../matching/vocabulary.ts';

/** A word of a text, looked up: its number where the catalogue knows it, and the tokens that it is made of. */
export type Word = {
  text: string;
  number: number | undefined;
  from: number;
  to: number;
  /** The known word that Chinese signs sound like. */
  meant?: string;
};

/** Every word of a catalogue's keywords. */
export type Lexicon = {
  vocabulary: Vocabulary;
  /** The words of a message. In: its tokens. Out: its words in order, Chinese signs joined to words; marks are left out. */
  wordsOf(tokens: readonly Token[]): Word[];
  /** The words of a keyword by number. */
  phrase(keyword: string): number[];
  /** Repairs slips towards words of the catalogue. */
  corrector(): Corrector;
  segmenter: Segmenter;
};

export function createLexicon(catalogue: Catalogue): Lexicon {
  const vocabulary = createVocabulary();
  const named = [...catalogue.figures, ...catalogue.topics, ...catalogue.relations, ...catalogue.gaps];
  const chinese = named
    .flatMap(({ keywords }) => keywords.zh)
    .concat(catalogue.figures.flatMap(({ shared }) => shared?.zh ?? []));
  const parts = partsOf(new Set(chinese.flatMap((text) => text.match(HAN_RUNS) ?? [])));
  const segmenter = createSegmenter([...parts.values()].flat());

  const textsOf = (text: string): string[] => {
    const tokens = tokenise(fold(text));
    return runsOf(tokens).flatMap((run) =>
      run[0]?.kind === 'han' ? hanWords(run.map((token) => token.text).join('')) : run.map((token) => token.key),
    );
  };
  const hanWords = (run: string) => parts.get(run) ?? segmenter.cut(run).map(({ text }) => text);
  const learn = (text: string): number[] => textsOf(text).map((key) => vocabulary.add(key, key));

  const figureTexts = catalogue.figures.flatMap(({ keywords, shared }) => [
    ...all(keywords),
    ...(shared ? all(shared) : []),
  ]);
  for (const text of figureTexts) learn(text);
  const ofFigures = vocabulary.size();
  for (const { keywords } of [...catalogue.topics, ...catalogue.relations, ...catalogue.gaps])
    for (const text of all(keywords)) learn(text);

  let corrector: Corrector | undefined;
  return {
    vocabulary,
    segmenter,
    phrase: (keyword) => textsOf(keyword).flatMap((key) => vocabulary.find(key) ?? []),
    wordsOf(tokens) {
      return runsOf(tokens).flatMap((run): Word[] => {
        const [first] = run;
        if (first?.kind !== 'han')
          return run.map((token) => ({
            text: token.text,
            number: vocabulary.find(token.key),
            from: tokens.indexOf(token),
            to: tokens.indexOf(token) + 1,
          }));
        let at = tokens.indexOf(first);
        return segmenter.cut(run.map(({ text }) => text).join('')).map(({ text, meant }) => {
          const from = at;
          at += [...text].length;
          return {
            text,
            number: vocabulary.find(meant ?? text),
            from,
            to: at,
            ...(meant === undefined ? {} : { meant }),
          };
        });
      });
    },
    corrector() {
      if (corrector) return corrector;
      corrector = createCorrector();
      const spellings = new Set(figureTexts.flatMap((text) => fold(text).match(WORDS) ?? []));
      for (const spelling of spellings) {
        const word = vocabulary.find(tokenise(spelling)[0]?.key ?? '');
        if (word !== undefined && word < ofFigures) corrector.learn(spelling, word);
      }
      return corrector;
    },
  };
}

/** Neighbouring Chinese signs together, and all other tokens each alone; marks are left out. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    if (token.kind === 'mark') continue;
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && token.kind === 'han' && before?.kind === 'han' && before.to === token.from) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

function all(words: Words): string[] {
  return [...words.en, ...words.zh, ...words.ru];
}

const HAN_RUNS = /\p{Script=Han}+/gu;
const WORDS = /(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;
