import { readFileSync } from 'node:fs';
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
  const values = catalogue.figures.flatMap(({ observations }) =>
    observations.flatMap((observation) => ('value' in observation ? [String(observation.value)] : [])),
  );
  return [...new Set([...keywords, ...everydayWords(), ...GAZETTEER.flat(), ...values, ...MARKS])].filter(Boolean);
}

/** Words and short stretches of Chinese that people ask with: from the labelled messages, a few of each file. */
function everydayWords(): string[] {
  return ['wide-en', 'wide-zh', 'wide-ru'].flatMap((name) => {
    const lines = readFileSync(`training/${name}.jsonl`, 'utf8').split('\n').filter(Boolean);
    const some = lines.filter((_, at) => at % SOME === 0).map((line) => (JSON.parse(line) as { q: string }).q);
    return some.flatMap((message) => message.match(/\p{Script=Han}{1,4}|\p{L}+/gu) ?? []);
  });
}
const SOME = 40;

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
