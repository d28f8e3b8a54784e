import type { Joined, Places } from '../../catalogue/developing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Inline } from '../message.ts';
import { unitText } from '../wording/figures.ts';
import { plainNumber } from '../wording/numbers.ts';
import { placesButtons } from './buttons.ts';
import { placesChart } from './course-chart.ts';
import { missingWords } from './missing.ts';
import { caveats, disputes, text } from './parts.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** One figure in several places: the largest first, with its lead over the others where they can be set against each other. */
export function drawPlaces(places: Places, tools: Tools): Drawn {
  const { figure, stated, unlike, missing, drawn } = places;
  const { words, figures } = tools;
  const label = figure.label[words.language];
  const [first] = stated;
  const lead = unlike
    ? words.say('placesUnlike', { label, places: figures.place(stated, 'name') })
    : words.say('placesLead', {
        label,
        first: figures.place(first ? [first] : [], 'name'),
        value: first ? figures.amount(first) : '',
        asOf: figures.asOf(stated),
      });
  const items = unlike
    ? stated.map((one) => figures.sentence(one))
    : stated.map((one, at) => ranked(one, first as Stated, at, tools));
  return {
    parts: [
      ...(places.joined ? [text(joinedWords(places.joined, stated.length, tools))] : []),
      text(lead),
      { kind: 'items', items },
      ...(drawn && !unlike ? [placesChart(places, tools)] : []),
      ...missing.map((one) => text(missingWords(one, tools))),
      ...sourceLine(stated, tools),
    ],
    remarks: [...(unlike ? [words.say(UNLIKE[unlike])] : []), ...disputes(stated, tools), ...caveats(stated, tools)],
    shown: stated,
    buttons: placesButtons(places, tools),
    invitation: 'more',
  };
}

/** What several places come to together, or how the first stands to the others. */
function joinedWords({ operation, value, first, second }: Joined, count: number, { words, figures }: Tools): Inline[] {
  const [place, other] = [figures.place([first], 'name'), figures.place([second], 'name')];
  switch (operation) {
    case 'sum':
      return words.say('placesSum', { count, value: unitText(first.figure, value, words) });
    case 'share':
      return words.say('placesShare', {
        count,
        place,
        share: words.text('percent', { amount: plainNumber(value, words.language, 1) }),
      });
    case 'ratio':
      return words.say('placesRatio', {
        place,
        other,
        times: plainNumber(Number(value.toPrecision(3)), words.language, 2),
      });
  }
}

/** Why values are not set against each other. */
const UNLIKE = {
  kind: 'unlikeKind',
  date: 'unlikeDate',
  place: 'unlikePlace',
  source: 'unlikeSource',
} as const;

function ranked(one: Stated, first: Stated, at: number, { words, figures }: Tools): Inline[] {
  const values = { place: figures.place([one], 'name'), value: figures.amount(one) };
  const [most, own] = [quantityOf(first)?.value ?? 0, quantityOf(one)?.value ?? 0];
  // Percentages are neither subtracted nor set in proportion.
  if (at === 0 || most === 0 || one.figure.kind === 'percent') return words.say('placesFirst', values);
  if (most === own) return words.say('placesEqual', values);
  return words.say('placesItem', {
    ...values,
    by: unitText(one.figure, most - own, words),
    first: figures.place([first], 'name'),
    firstWithin: figures.place([first], 'within'),
    share: words.text('percent', { amount: plainNumber((100 * own) / most, words.language, 1) }),
  });
}
