import type { Figure, Topic } from '../../../data/schema.ts';
import { type Course, type Places, unlikeness } from '../../catalogue/developing.ts';
import { figureIndex } from '../../catalogue/figure-index.ts';
import { ALWAYS, type Scope, scopeOf } from '../../catalogue/scope.ts';
import { axisOf, type Stated } from '../../catalogue/stated.ts';
import type { Question } from '../../question.ts';
import { formatQuestion } from '../../question-code.ts';
import type { Button } from '../message.ts';
import { shortLabel } from '../wording/labels.ts';
import type { Tools } from './tools.ts';

/** Figures offered under one message: more would wrap on a phone. */
const MOST_FIGURES = 3;
/** What stands beside the way to the source, for the same reason. */
const MOST_BESIDE_SOURCE = 3;

/** As many ways on as fit beside the one to the source; a chart, where there is one, is among them. */
export function besideSource(ways: readonly Button[]): Button[] {
  if (ways.length <= MOST_BESIDE_SOURCE) return [...ways];
  const chart = ways.filter(({ question }) => question.kind === 'chart').slice(0, 1);
  const others = ways.filter(({ question }) => question.kind !== 'chart');
  return [...others.slice(0, MOST_BESIDE_SOURCE - chart.length), ...chart];
}

/** A button for each figure, under its name. */
export function figureButtons(figures: readonly Figure[], { words }: Tools, scope: Scope = {}): Button[] {
  return figures.map((figure) => ({
    label: shortLabel(figure, words.language),
    full: figure.label[words.language],
    question: { kind: 'figure', figures: [figure.id], ...scope },
  }));
}

/** What the curator relates to the figures just shown. */
export function relatedButtons(shown: readonly Stated[], tools: Tools): Button[] {
  const ids = new Set(shown.map(({ figure }) => figure.id));
  const related = [...new Set(shown.flatMap(({ figure }) => figure.related))].filter((id) => !ids.has(id));
  return figureButtons(figureIndex(tools.catalogue).all(related).slice(0, MOST_FIGURES), tools);
}

/** Where the figures just shown come from, with references to copy. */
export function sourceButton(shown: readonly Stated[], { words }: Tools): Button {
  const ids = [...new Set(shown.map(({ figure }) => figure.id))];
  const of = (figures: string[], scope: Scope): Question => ({ kind: 'about', what: 'source', figures, ...scope });
  const all = of(ids.slice(0, MOST_FIGURES), scopeOfShown(shown));
  const isCarried = formatQuestion({ question: all, language: words.language }) !== undefined;
  const first = shown.filter(({ figure }) => figure.id === ids[0]);
  return { label: words.text('sourceButton'), question: isCarried ? all : of(ids.slice(0, 1), scopeOfShown(first)) };
}

/** The places and times of what was shown, where that is not what is told first of each figure. */
function scopeOfShown(shown: readonly Stated[]): Scope {
  if (shown.every(({ figure, observation }) => observation === figure.observations[0])) return {};
  const dates = shown.map(({ observation }) => observation.asOf.date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return scopeOf({
    places: [...new Set<string>(shown.map(({ observation }) => observation.place))],
    when: from === to ? dates.slice(0, 1) : [`${from}/${to}`],
  });
}

/** A chart of the figures just shown, where at least two of them can stand on one axis; they are named, or their topics. */
export function chartButton(shown: readonly Stated[], { words }: Tools, topics: readonly Topic[] = []): Button[] {
  const first = shown.find(({ figure }) => axisOf(figure) !== undefined);
  const isDrawn = (one: Stated) =>
    first && axisOf(one.figure) === axisOf(first.figure) && !unlikeness(first, one, 'figures');
  if (shown.filter(isDrawn).length < 2) return [];
  const question: Question =
    topics.length > 0
      ? { kind: 'chart', figures: [], topics: topics.map(({ id }) => id) }
      : { kind: 'chart', figures: shown.map(({ figure }) => figure.id) };
  return asButton(question, words);
}

/** A chart of one figure of which values of several times were told. */
export function timesButton(shown: readonly Stated[], tools: Tools): Button[] {
  const [first] = shown;
  if (!first || axisOf(first.figure) === undefined) return [];
  const isSame = ({ figure, observation }: Stated) =>
    figure === first.figure && observation.place === first.observation.place;
  const dates = shown.map(({ observation }) => observation.asOf.date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === to || !shown.every(isSame)) return [];
  return drawButton(first.figure, { places: [first.observation.place], when: [`${from}/${to}`] }, tools);
}

/** A chart of what was just told over time, or back from it, and what is related. */
export function courseButtons({ figure, lines, drawn }: Course, tools: Tools): Button[] {
  const all = lines.flatMap(({ stated }) => stated);
  const places = lines.flatMap(({ stated }) => stated[0]?.observation.place ?? []);
  return ways(all, drawn ? [] : drawButton(figure, { places, when: [ALWAYS] }, tools), tools);
}

/** A chart of the places just told, their development where there is one, and what is related. */
export function placesButtons({ figure, stated, drawn, unlike }: Places, tools: Tools): Button[] {
  const places = stated.map(({ observation }) => observation.place);
  const when = [...new Set<string>(stated.map(({ observation }) => observation.asOf.date))];
  return ways(stated, drawn || unlike ? [] : drawButton(figure, { places, when }, tools), tools);
}

function drawButton({ id }: Figure, scope: Scope, { words }: Tools): Button[] {
  return asButton({ kind: 'chart', figures: [id], ...scope }, words);
}

/** A button that no code can carry would ask something else. */
function asButton(question: Question, words: Tools['words']): Button[] {
  return formatQuestion({ question, language: words.language }) ? [{ label: words.text('chartButton'), question }] : [];
}

function ways(all: readonly Stated[], chart: readonly Button[], tools: Tools): Button[] {
  return [sourceButton(all, tools), ...besideSource([...relatedButtons(all, tools), ...chart])];
}

/** A way on for somebody whose question came near no figure. */
export function firstButtons(tools: Tools): Button[] {
  const counts = tools.catalogue.figures.filter(({ kind }) => kind === 'count');
  return figureButtons(counts.slice(0, MOST_FIGURES), tools);
}

/** A list for every topic. */
export function topicButtons({ catalogue, words }: Tools): Button[] {
  return catalogue.topics.map(({ id, label, shortLabel: short }) => ({
    label: (short ?? label)[words.language],
    full: label[words.language],
    question: { kind: 'list', topics: [id] },
  }));
}

/** Another fact than this one. */
export function anotherButton({ figure }: Stated, { words }: Tools): Button {
  return { label: words.text('another'), question: { kind: 'fact', after: figure.id } };
}
