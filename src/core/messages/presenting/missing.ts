import type { Figure } from '../../../data/schema.ts';
import { figureIndex } from '../../catalogue/figure-index.ts';
import type { Missing } from '../../question.ts';
import type { Inline } from '../message.ts';
import { dateText } from '../wording/date-text.ts';
import { labelInside } from '../wording/labels.ts';
import type { Words } from '../wording/language-words.ts';
import { listText } from '../wording/lists.ts';
import { plainNumber } from '../wording/numbers.ts';
import { quoted } from './parts.ts';
import { placeName } from './place-name.ts';
import type { Tools } from './tools.ts';

/** Says why something cannot be answered. */
export function missingWords(missing: Missing, tools: Tools): Inline[] {
  const { words, home } = tools;
  switch (missing.kind) {
    case 'words': {
      const theirs = missing.words.map((word) => quoted(word, words));
      return words.say('missingWords', { words: listText(theirs, words, 'or') });
    }
    case 'gap':
      return words.say('missingGap', { label: gapLabel(missing.gap, tools) });
    case 'place':
      return missingPlace(missing, tools);
    case 'year':
      return missingYear(missing, tools);
    case 'detail':
      return words.say(DETAILS[missing.detail], {
        labels: quotedLabels(missing.figures, tools),
        own: words.text('moneyName'),
      });
    case 'number':
      return words.say('missingNumber', { number: plainNumber(missing.value, words.language) });
    case 'nonsense':
      return words.say('missingNonsense', home);
    case 'too-long':
      return words.say('missingTooLong', { most: missing.most });
    case 'which':
      return words.say('missingWhich', {
        labels: labelsOf(figureIndex(tools.catalogue).all(missing.figures), words, 'or'),
      });
    case 'uncounted':
      return words.say('missingUncounted');
    case 'percentage':
      return words.say('missingPercentage');
    case 'no-number':
      return words.say('missingNoNumber');
    case 'forgotten':
      return words.say('missingForgotten');
    case 'no-context':
      return words.say('missingContext', home);
  }
}

const DETAILS = {
  names: 'missingNames',
  trend: 'missingTrend',
  location: 'missingLocation',
  reason: 'missingReason',
  people: 'missingPeople',
  date: 'missingDate',
  currency: 'missingCurrency',
  sum: 'missingSum',
  chart: 'missingChart',
  progress: 'missingProgress',
  part: 'missingPart',
  nature: 'missingNature',
  future: 'missingFuture',
  judgement: 'missingJudgement',
  amount: 'missingAmount',
} as const;

function quotedLabels(ids: readonly string[], { catalogue, words }: Tools): string {
  const asked = catalogue.figures.filter(({ id }) => ids.includes(id));
  return labelsOf(asked, words);
}

/** Labels as names in quotation marks, and plainly as words of a sentence; a language takes what its grammar allows. */
function labelsFor(ids: readonly string[], tools: Tools): { labels: string; plain: string } {
  const { catalogue, words } = tools;
  const asked = catalogue.figures.filter(({ id }) => ids.includes(id));
  const plain = listText(
    asked.map((figure) => labelInside(figure, words.language)),
    words,
  );
  return { labels: quotedLabels(ids, tools), plain };
}

function labelsOf(figures: readonly Figure[], words: Words, join?: 'or'): string {
  const labels = figures.map(({ label }) => quoted(label[words.language], words));
  return listText(labels, words, join);
}

function gapLabel(gap: string, { catalogue, words }: Tools): string {
  return catalogue.gaps.find(({ id }) => id === gap)?.label[words.language] ?? '';
}

/** A place that is not held, and those that are for the figures asked. */
function missingPlace({ place, figures }: Extract<Missing, { kind: 'place' }>, tools: Tools): Inline[] {
  const { catalogue, words } = tools;
  const name = placeName(place, tools);
  const asked = catalogue.figures.filter(({ id }) => figures.length === 0 || figures.includes(id));
  const places = new Set<string>(asked.flatMap(({ observations }) => observations.map((one) => one.place)));
  const names = catalogue.places.filter(({ id }) => places.has(id)).map((one) => one.name[words.language]);
  const held = listText(names, words);
  return figures.length === 0
    ? words.say('missingPlace', { place: name, held })
    : words.say('missingPlaceOf', { place: name, ...labelsFor(figures, tools), held });
}

/** A time that is not held, and those that are for the figures asked. */
function missingYear({ year, figures, place }: Extract<Missing, { kind: 'year' }>, tools: Tools): Inline[] {
  const { catalogue, words } = tools;
  const shown = timeText(year, words);
  const asked = catalogue.figures.filter(({ id }) => figures.includes(id));
  const dates = asked.flatMap(({ observations }) =>
    observations.filter((one) => place === undefined || one.place === place).map(({ asOf }) => asOf.date.slice(0, 7)),
  );
  if (dates.length === 0) return words.say('missingYearAny', { year: shown });
  const held = [...new Set(dates)].sort().map((date) => dateText(date, words));
  const where = catalogue.places.find(({ id }) => id === place)?.name[words.language];
  const values = { year: shown, ...labelsFor(figures, tools), held: listText(held, words) };
  return where === undefined
    ? words.say('missingYear', values)
    : words.say('missingYearAt', { ...values, place: where });
}

/** A date as asked; what was typed stays as it was. */
function timeText(time: string, words: Words): string {
  const [from = '', to] = time.split('/');
  const shown = (date: string) => (date === '..' ? '…' : /^\d{4}(-\d{2})?$/.test(date) ? dateText(date, words) : date);
  return to === undefined ? shown(from) : `${shown(from)} – ${shown(to)}`;
}
