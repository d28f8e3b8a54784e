import type { Term } from './terms.ts';

/** Whether all cities that are held side by side are meant: "by city", "the four cities", "四个城市". */
export function namesAllCities(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    if (term.kind === 'cue') return term.cues.includes('everywhere');
    // How many there are is read as a number, and what it counts as an everyday word.
    if (term.kind !== 'number' || term.value !== 4) return false;
    const behind = terms.slice(at + 1, at + 4);
    return behind.every(({ kind }) => kind === 'break') || behind.some(({ text }) => CITIES.test(text));
  });
}

const CITIES = /^(?:cities|towns|城市|城|市|座城市|город.*)$/;

/** "Rank the four cities by …": a place in a ranking is not held, but their order by a figure is. */
export function rankCities(terms: readonly Term[]): Term[] {
  const places = new Set(terms.flatMap((term) => (term.kind === 'place' ? [term.place.id] : [])));
  const all = namesAllCities(terms);
  if (places.size < 2 && !all) return [...terms];
  return terms.map((term): Term => {
    if (term.kind !== 'content') return term;
    // "The four northeastern cities" are the same four.
    if (all && NORTHEASTERN.test(term.text)) return { kind: 'filler', text: term.text, word: term.word ?? -1 };
    return RANKS.test(term.text)
      ? { kind: 'cue', text: term.text, words: term.word === undefined ? [] : [term.word], cues: ['more'] }
      : term;
  });
}

const NORTHEASTERN = /^(?:northeast(?:ern)?|северо-восточн\p{L}+)$/u;
const RANKS =
  /^(?:rank|ranks|ranked|ranking|first|top|largest|biggest|排名|排行|排序|第一|рейтинг|первый|первая|первое|ранжируй)$/;
