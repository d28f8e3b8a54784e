import * as fc from 'fast-check';
import type { Bot } from '../../src/core/bot.ts';
import { readCommand } from '../../src/core/commands/read-command.ts';
import { worked } from './target.ts';
import { nasty, QUESTIONS, shortHostileText } from './texts.ts';

/** A message, and the processor time that its answer takes, in milliseconds. */
export type Costly = { text: string; ms: number };

/** What the search may use up, and the chance that it begins with. */
type Budget = { seed: number; seconds: number };

/** Texts that the search begins with, before it changes the costliest. */
const FIRST = 400;
/** A text that seems to cost much is tried so often again; the least counts, since the machine does other things too. */
const SECOND_TRIES = 3;
/** As much as one message may hold, in characters. */
const MOST_CHARACTERS = 3_000;

/** One change of a text: a piece of it is put in the place of another piece, or one from elsewhere. */
type Change = { at: number; length: number; instead: string | { from: number; length: number; times: number } };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(MOST_CHARACTERS),
    length: fc.nat(60),
    instead: fc.oneof(
      fc.record({
        from: fc.nat(MOST_CHARACTERS),
        length: fc.integer({ min: 1, max: 80 }),
        times: fc.integer({ min: 1, max: 8 }),
      }),
      fc.constantFrom(...QUESTIONS),
      nasty,
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Finds messages that cost a bot the most: hostile texts, the costliest of which are changed again and again. */
export async function costliest(bot: Bot, count: number, { seed, seconds }: Budget): Promise<Costly[]> {
  const found: Costly[] = [];
  const end = performance.now() + seconds * 1_000;
  const take = async (text: string): Promise<void> => {
    const least = found.length < count ? 0 : (found.at(-1)?.ms ?? 0);
    if (found.some((each) => each.text === text)) return;
    let ms = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries <= SECOND_TRIES && ms > least; tries += 1) ms = Math.min(ms, await costOf(bot, text));
    if (ms <= least) return;
    found.push({ text, ms });
    found.sort((one, other) => other.ms - one.ms).splice(count);
  };
  for (const text of fc.sample(shortHostileText, { seed, numRuns: FIRST })) await take(text);
  for (let round = 1; performance.now() < end; round += 1)
    for (const each of fc.sample(fc.tuple(fc.nat(), fc.nat(), changes), { seed: seed + round, numRuns: FIRST })) {
      if (performance.now() >= end) break;
      const [one, other, made] = each;
      const from = found[other % found.length]?.text ?? '';
      await take(changed(found[one % found.length]?.text ?? '', from, made));
    }
  return found;
}

function changed(text: string, from: string, made: readonly Change[]): string {
  return made
    .reduce((before, { at, length, instead }) => {
      const place = at % (before.length + 1);
      const piece =
        typeof instead === 'string'
          ? instead
          : from
              .slice(instead.from % (from.length + 1))
              .slice(0, instead.length)
              .repeat(instead.times);
      return before.slice(0, place) + piece + before.slice(place + length);
    }, text)
    .slice(0, MOST_CHARACTERS);
}

let talks = 0;

async function costOf(bot: Bot, text: string): Promise<number> {
  const begun = worked();
  await bot.reply({ asked: readCommand(text) ?? text, conversation: `costliest ${++talks}` });
  return worked() - begun;
}
