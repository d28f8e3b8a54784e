import { worldPlace } from '../language/places.ts';
import type { Inline } from '../message.ts';
import type { Missing } from '../question.ts';
import { dateText } from '../wording/dates.ts';
import { listText } from '../wording/lists.ts';
import { plainNumber } from '../wording/numbers.ts';
import { quoted } from './parts.ts';
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
      return words.say('missingPlace', { ...home, place: placeName(missing.place, tools) });
    case 'year':
      return words.say('missingYear', { year: missing.year, held: heldMonths(missing.figures, tools) });
    case 'detail':
      return words.say(DETAILS[missing.detail], { labels: quotedLabels(missing.figures, tools) });
    case 'number':
      return words.say('missingNumber', { number: plainNumber(missing.value, words.language) });
    case 'nonsense':
      return words.say('missingNonsense', home);
    case 'too-long':
      return words.say('missingTooLong', { most: missing.most });
    case 'which': {
      const labels = missing.figures.flatMap((id) => {
        const figure = tools.catalogue.figures.find((one) => one.id === id);
        return figure ? [quoted(figure.label[words.language], words)] : [];
      });
      return words.say('missingWhich', { labels: listText(labels, words, 'or') });
    }
    case 'uncounted':
      return words.say('missingUncounted');
    case 'percentage':
      return words.say('missingPercentage');
    case 'no-number':
      return words.say('missingNoNumber');
    case 'no-context':
      return words.say('missingContext', home);
  }
}

const DETAILS = {
  names: 'missingNames',
  location: 'missingLocation',
  reason: 'missingReason',
  people: 'missingPeople',
  date: 'missingDate',
  currency: 'missingCurrency',
  sum: 'missingSum',
  chart: 'missingChart',
  progress: 'missingProgress',
  part: 'missingPart',
  amount: 'missingAmount',
} as const;

function quotedLabels(ids: readonly string[], { catalogue, words }: Tools): string {
  const asked = catalogue.figures.filter(({ id }) => ids.includes(id));
  return listText(
    asked.map(({ label }) => quoted(label[words.language], words)),
    words,
  );
}

function gapLabel(gap: string, { catalogue, words }: Tools): string {
  return catalogue.gaps.find(({ id }) => id === gap)?.label[words.language] ?? '';
}

function placeName(place: string, { catalogue, words }: Tools): string {
  const name = catalogue.places.find(({ id }) => id === place)?.name ?? worldPlace(place);
  return name?.[words.language] ?? '';
}

/** The months that figures are dated of; those of all figures where none is asked for. */
function heldMonths(ids: readonly string[], { catalogue, words }: Tools): string {
  const asked = catalogue.figures.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const months = asked.flatMap(({ observations }) => observations.map(({ asOf }) => asOf.date.slice(0, 7)));
  return listText(
    [...new Set(months)].map((month) => dateText(month, words)),
    words,
  );
}
