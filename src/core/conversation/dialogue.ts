// src/core/conversation: what a conversation remembers for its follow-ups.
// Imported by: core, adapters/storage, cli.

import { type Answer, topicsOfTalk } from '../answers/answer.ts';
import type { Scope } from '../catalogue/scope.ts';
import type { Stated } from '../catalogue/stated.ts';

/** What a conversation is about: the last answer's figures with their times and places, those before, and open options. */
export type Dialogue = {
  figures: readonly string[];
  scope?: Scope;
  earlier?: readonly string[];
  /** The values that the last answer showed, and those before them, the latest last: arithmetic is done with them. */
  shown?: readonly Shown[];
  earlierShown?: readonly Shown[];
  /** The figures that the last answer offered, in its order: "the second one" picks from them. */
  options?: readonly string[];
  /** The same as long as nothing else is offered, and several figures that were told together. */
  offered?: readonly string[];
  listed?: readonly string[];
  /** The places and times that a choice was offered for. */
  optionScope?: Scope;
  /** What the last answer was about beside figures: a message that only goes on stays with it. */
  subject?: 'daily' | 'fact';
};

/** A value on the asker's screen. */
export type Shown = { figure: string; place: string; date: string };

/** Values that are remembered: a longer list is no operand of anything. */
const MOST_SHOWN = 8;

/** In: the state before, the answer and the scope of its question. Out: the state that the next message goes on from. */
export function afterAnswer(before: Dialogue, answer: Answer, scope: Scope): Dialogue {
  const figures = topicsOfTalk(answer);
  const open = { ...optionsAfter(before, answer, figures), ...subjectOf(answer) };
  // An answer without figures leaves what was spoken of before.
  if (figures.length === 0)
    return {
      figures: before.figures,
      scope: before.scope ?? {},
      earlier: before.earlier ?? [],
      ...(before.shown ? { shown: before.shown } : {}),
      ...(before.earlierShown ? { earlierShown: before.earlierShown } : {}),
      ...open,
    };
  const isSame = figures.every((id) => before.figures.includes(id));
  const shown = shownIn(answer);
  const isNew = (one: Shown) => !shown.some((other) => isSameValue(one, other));
  const earlierShown = [...(before.earlierShown ?? []), ...(before.shown ?? [])].filter(isNew).slice(-MOST_SHOWN);
  return {
    figures,
    scope,
    earlier: isSame ? (before.earlier ?? []) : before.figures,
    ...(shown.length > 0 ? { shown } : {}),
    ...(earlierShown.length > 0 ? { earlierShown } : {}),
    ...open,
  };
}

/** What can be picked: what was offered now, what was offered last, and what was told together since. */
function optionsAfter(before: Dialogue, answer: Answer, figures: readonly string[]): Partial<Dialogue> {
  const options = optionsOf(answer);
  if (options.length > 0 && answer.kind !== 'unknown') {
    const scope = answer.kind === 'choice' ? answer.scope : undefined;
    return { options, offered: options, ...(scope?.places || scope?.when ? { optionScope: scope } : {}) };
  }
  const listed = figures.length > 1 ? figures : before.listed;
  return {
    ...(options.length > 0 ? { options } : {}),
    ...(before.offered ? { offered: before.offered } : {}),
    ...(listed ? { listed } : {}),
    ...(before.optionScope ? { optionScope: before.optionScope } : {}),
  };
}

function optionsOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'choice':
      return answer.figures.map(({ id }) => id);
    case 'unknown':
      return answer.near.map(({ id }) => id);
    case 'list':
    case 'overview':
      return answer.stated.map(({ figure }) => figure.id);
    default:
      return [];
  }
}

function subjectOf({ kind }: Answer): Pick<Dialogue, 'subject'> {
  return kind === 'daily' || kind === 'fact' ? { subject: kind } : {};
}

function shownIn(answer: Answer): Shown[] {
  const stated = statedIn(answer);
  return stated.length > MOST_SHOWN ? [] : stated.map(shownOf);
}

/** What is remembered of a value. */
export function shownOf({ figure, observation }: Stated): Shown {
  return { figure: figure.id, place: observation.place, date: observation.asOf.date };
}

/** The values that an answer tells, beside those of other sources that do not agree. */
function statedIn(answer: Answer): readonly Stated[] {
  switch (answer.kind) {
    case 'figure':
    case 'nearest':
    case 'places':
    case 'chart':
      return answer.stated;
    case 'fact':
      return [answer.stated];
    case 'course':
      return answer.lines.flatMap(({ stated }) => stated);
    case 'comparison':
    case 'derived':
      return [answer.left, answer.right];
    default:
      return [];
  }
}

function isSameValue(one: Shown, other: Shown): boolean {
  return one.figure === other.figure && one.place === other.place && one.date === other.date;
}
