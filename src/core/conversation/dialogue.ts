// src/core/conversation: what a conversation remembers for its follow-ups.
// Imported by: core, adapters/storage, cli.

import { type Answer, topicsOfTalk } from '../answers/answer.ts';
import type { Scope } from '../catalogue/scope.ts';

/** What a conversation is about: the last answer's figures with their times and places, those before, and open options. */
export type Dialogue = {
  figures: readonly string[];
  scope?: Scope;
  earlier?: readonly string[];
  /** The figures that the last answer offered, in its order: "the second one" picks from them. */
  options?: readonly string[];
};

/** In: the state before, the answer and the scope of its question. Out: the state that the next message goes on from. */
export function afterAnswer(before: Dialogue, answer: Answer, scope: Scope): Dialogue {
  const figures = topicsOfTalk(answer);
  const offered = optionsOf(answer);
  const options = offered.length > 0 ? { options: offered } : {};
  // An answer without figures leaves what was spoken of before.
  if (figures.length === 0)
    return { figures: before.figures, scope: before.scope ?? {}, earlier: before.earlier ?? [], ...options };
  const isSame = figures.every((id) => before.figures.includes(id));
  return { figures, scope, earlier: isSame ? (before.earlier ?? []) : before.figures, ...options };
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
