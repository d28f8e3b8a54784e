// src/core/feedback: what people's questions tell those who curate the catalogue: words that were missed, numbers reported as wrong.
// Imported by: app, adapters.

import { LRUCache } from 'lru-cache';
import type { Figure } from '../../data/schema.ts';
import type { Bot, Reply } from '../bot.ts';
import type { Miss, Misses } from '../ports.ts';

/** Stands in the place of a word where somebody has reported the number of the figure `near` as wrong. */
export const REPORTED = '';

/** A bot whose misses are counted, so that curators learn which words people use; counting never holds up an answer. */
export function countingMisses(bot: Bot, misses: Pick<Misses, 'count'>, onTrouble: (error: unknown) => void): Bot {
  const isOfSeveral = createSeveral();
  return {
    ...bot,
    async reply(query) {
      const reply = await bot.reply(query);
      // One person has several conversations: where it is not known who asks, nothing is counted.
      const asker = query.keeper?.user ?? query.person;
      const missed = missesOf(reply).filter(({ word }) => asker !== undefined && isOfSeveral(word, asker));
      if (missed.length > 0) misses.count(missed).catch(onTrouble);
      return reply;
    },
  };
}

/** So many people use a word before it is kept: a name or a slip is one person's. */
const SEVERAL = 3;
/** Words whose people are remembered at once, in the process alone; the one not used for longest is forgotten first. */
const MOST_WORDS = 10_000;

/** Says whether several people have used a word. Who they were is forgotten with the process, and is never written. */
function createSeveral(): (word: string, asker: string) => boolean {
  const askers = new LRUCache<string, Set<string>>({ max: MOST_WORDS });
  return (word, asker) => {
    const known = askers.get(word) ?? new Set();
    if (known.size < SEVERAL) known.add(asker);
    askers.set(word, known);
    return known.size >= SEVERAL;
  };
}

function missesOf({ answer, message: { language } }: Reply): Miss[] {
  const missed = missedIn(answer);
  if (!missed) return [];
  const { words, near } = missed;
  return words.filter(isHarmless).map((word) => ({ word, language, ...(near ? { near: near.id } : {}) }));
}

/** The words that an answer does without, and the figure that it offers or shows in their place. */
function missedIn(answer: Reply['answer']): { words: readonly string[]; near: Figure | undefined } | undefined {
  if (answer.kind === 'nearest') return { words: answer.words, near: answer.stated[0]?.figure };
  if (answer.kind !== 'unknown' || answer.missing.kind !== 'words') return undefined;
  return { words: answer.missing.words, near: answer.near[0] };
}

/** Longer runs of letters are no words; what holds a digit or a sign may be a number, a name or an address of somebody. */
const HARMLESS = /^\p{Ll}[\p{Ll}'’-]{2,23}$|^\p{Script=Han}{1,8}$/u;

function isHarmless(word: string): boolean {
  return HARMLESS.test(word);
}
