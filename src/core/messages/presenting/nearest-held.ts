import type { Figure, Observation } from '../../../data/schema.ts';
import { figureIndex } from '../../catalogue/figure-index.ts';
import type { Missing } from '../../question.ts';
import type { Button } from '../message.ts';
import { dateText } from '../wording/date-text.ts';
import type { Tools } from './tools.ts';

/** Places offered where another was asked for: more would wrap on a phone. */
const MOST_PLACES = 3;

/** What is held of a figure instead: of the time that comes nearest to the one asked for, or of other places. */
export function nearestHeldButtons(missing: Missing, tools: Tools): Button[] {
  if (missing.kind !== 'year' && missing.kind !== 'place') return [];
  const [figure, ...others] = figureIndex(tools.catalogue).all(missing.figures);
  if (!figure || others.length > 0) return [];
  return missing.kind === 'year' ? nearestYear(figure, missing, tools) : otherPlaces(figure, tools);
}

function nearestYear(figure: Figure, { year, place }: Extract<Missing, { kind: 'year' }>, tools: Tools): Button[] {
  const asked = Number(/\d{4}/.exec(year)?.[0]);
  const where = place ?? figure.observations[0]?.place;
  const distanceOf = ({ asOf }: Observation) => Math.abs(Number(asOf.date.slice(0, 4)) - asked);
  const [nearest] = (figure.observations as readonly Observation[])
    .filter((one) => one.place === where)
    .sort((a, b) => distanceOf(a) - distanceOf(b) || b.asOf.date.localeCompare(a.asOf.date));
  if (!nearest || Number.isNaN(asked)) return [];
  const { date } = nearest.asOf;
  return [
    heldButton(figure, dateText(date, tools.words), { ...(place ? { places: [place] } : {}), when: [date] }, tools),
  ];
}

function otherPlaces(figure: Figure, tools: Tools): Button[] {
  const held = new Set<string>(figure.observations.map(({ place }) => place));
  return tools.catalogue.places
    .filter(({ id }) => held.has(id))
    .slice(0, MOST_PLACES)
    .map(({ id, name }) => heldButton(figure, name[tools.words.language], { places: [id] }, tools));
}

function heldButton(
  figure: Figure,
  point: string,
  scope: { places?: string[]; when?: string[] },
  { words }: Tools,
): Button {
  return {
    label: point,
    full: words.text('side', { label: figure.label[words.language], value: point }),
    question: { kind: 'figure', figures: [figure.id], ...scope },
    replaces: true,
  };
}
