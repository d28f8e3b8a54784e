import { CUES } from '../../src/core/language/words/cues.ts';
import { FILLERS } from '../../src/core/language/words/fillers.ts';
import { GAZETTEER } from '../../src/core/language/words/gazetteer.ts';
import type { Catalogue } from '../../src/data/schema.ts';

/** Everything that the bot has an ear for, as people would type it: keywords, question words, small words, places, marks. */
export function heardPhrases(catalogue: Catalogue): string[] {
  const named = [
    ...catalogue.figures,
    ...catalogue.topics,
    ...catalogue.relations,
    ...catalogue.gaps,
    ...catalogue.places,
  ];
  const keywords = named.flatMap(({ keywords }) => Object.values(keywords).flat());
  const cues = Object.values(CUES).flatMap((byLanguage) =>
    Object.values(byLanguage).flatMap((list) => list.split('|')),
  );
  const fillers = Object.values(FILLERS).flatMap((list) => list.split(/\s+/));
  const values = catalogue.figures.flatMap(({ observations }) =>
    observations.flatMap((observation) => ('value' in observation ? [String(observation.value)] : [])),
  );
  return [...new Set([...keywords, ...cues, ...fillers, ...GAZETTEER.flat(), ...values, ...MARKS])].filter(Boolean);
}

const MARKS = [
  '?',
  '!',
  '.',
  ',',
  ';',
  ':',
  '/',
  '+',
  '&',
  '%',
  '$',
  '¥',
  '>',
  '<',
  '=',
  '\n',
  '？',
  '、',
  '2023',
  '2022',
  '16.8',
  '1,751',
  '万',
  '亿',
  'k',
];
