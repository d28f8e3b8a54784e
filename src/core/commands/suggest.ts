import Fuse from 'fuse.js';
import type { Catalogue, Language } from '../../data/schema.ts';
import { suggestZones } from '../daily/reading/zones.ts';
import { suggestDates, suggestDays } from '../daily/suggest.ts';
import { suggestTimes } from '../daily/suggest-times.ts';
import { normalise } from '../language/normalise.ts';
import { completionRank, MOST_FUZZY_LETTERS, NO_COMPLETION } from '../matching/completing.ts';
import type { Suggested, Suggestion } from './suggestion.ts';

/** What a platform shows at most while somebody types, unless it says otherwise. */
const MOST_SUGGESTIONS = 25;

type Entry = Suggestion & { words: string[] };

/** Autocomplete over labels and keywords: exact and prefix first, then substring, then typos; everything on empty input. */
export function createSuggester(catalogue: Catalogue) {
  const indexes = new Map<string, { entries: Entry[]; fuse: Fuse<Entry> }>();
  const indexOf = (kind: 'figure' | 'topic', language: Language) => {
    const key = `${kind} ${language}`;
    const known = indexes.get(key);
    if (known) return known;
    const things = kind === 'figure' ? catalogue.figures : catalogue.topics;
    const entries = things.map(({ id, label, keywords }) => ({
      value: id,
      label: label[language],
      words: [...Object.values(label), ...keywords[language], ...keywords.en, ...keywords.zh, ...keywords.ru].map(
        (word) => normalise(word).text,
      ),
    }));
    const fuse = new Fuse(entries, { keys: ['words'], threshold: 0.4, ignoreLocation: true, includeScore: true });
    const built = { entries, fuse };
    indexes.set(key, built);
    return built;
  };

  return (typed: string, kind: Suggested, language: Language, most = MOST_SUGGESTIONS): Suggestion[] => {
    if (kind === 'time') return suggestTimes(typed, most);
    if (kind === 'zone') return suggestZones(typed, language, most);
    if (kind === 'days') return suggestDays(typed, language);
    if (kind === 'date') return suggestDates(typed, language);
    const { entries, fuse } = indexOf(kind, language);
    const text = normalise(typed).text;
    const shown = (all: readonly Entry[]) => all.slice(0, most).map(({ value, label }) => ({ value, label }));
    if (text === '') return shown(entries);
    const ranked = entries.map((entry) => ({ entry, rank: completionRank(entry.words, text) }));
    const close = ranked.filter(({ rank }) => rank < NO_COMPLETION).sort((a, b) => a.rank - b.rank);
    const similar = fuse.search(text.slice(0, MOST_FUZZY_LETTERS)).map(({ item }) => item);
    return shown([...new Set([...close.map(({ entry }) => entry), ...similar])]);
  };
}
