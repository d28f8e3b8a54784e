import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/data/load.ts';
import { LANGUAGES } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';
import { describeMiss, type Judgement, judgeRows } from './judge.ts';
import { rateOf, ratesBy, rateText, rightShare } from './rates.ts';
import { HELD_BACK, KNOWN, ROW_KINDS, readRows } from './rows.ts';

/** What the bot promises on questions as people type them: the least share of right answers in each group. */
const LEAST_RIGHT = { first: 0.9, refused: 0.9, talk: 0.9 };
/** The same, over all groups, in each language. */
const LEAST_RIGHT_IN_A_LANGUAGE = 0.85;
/** The largest share of messages that may get a figure that does not answer them. */
const MOST_WRONG_SHOWN = 0.02;

const catalogue = await loadCatalogue();
const judgements = new Map<string, Judgement[]>();
for (const path of [KNOWN, HELD_BACK])
  judgements.set(path, await judgeRows(readRows(path), botOf(catalogue), catalogue));

/** Misses as they were typed; of the held-back ones only the ids, so that nobody fits the bot to them. */
const MISSES = { [KNOWN]: describeMiss, [HELD_BACK]: ({ row }: Judgement) => row.id };

describe.each([KNOWN, HELD_BACK] as const)('%s', (path) => {
  const all = judgements.get(path) ?? [];
  const missed = (of: Judgement[]) =>
    of
      .filter(({ right }) => !right)
      .map(MISSES[path])
      .join('\n');

  it.each(Object.entries(LEAST_RIGHT))('is right often enough where %s is the group: at least %d', (group, least) => {
    const rate = ratesBy(all, (judgement) => judgement.group).get(group);
    const message = `${rate && rateText(group, rate)}\n${missed(all.filter((one) => one.group === group))}`;
    expect(rate && rightShare(rate), message).toBeGreaterThanOrEqual(least);
  });

  it.each(LANGUAGES)('is right often enough in %s', (language) => {
    const rate = ratesBy(all, ({ row }) => row.lang).get(language);
    const message = `${rate && rateText(language, rate)}\n${missed(all.filter(({ row }) => row.lang === language))}`;
    expect(rate && rightShare(rate), message).toBeGreaterThanOrEqual(LEAST_RIGHT_IN_A_LANGUAGE);
  });

  it('hardly ever shows a figure that does not answer', () => {
    const wrong = all.filter(({ wrongShown }) => wrongShown);
    const share = rateOf(all).wrongShown / all.length;
    expect(share, `wrong shown:\n${wrong.map(MISSES[path]).join('\n')}`).toBeLessThanOrEqual(MOST_WRONG_SHOWN);
  });

  it('is labelled with known kinds, languages and figures, each row with an id of its own', () => {
    const ids = catalogue.figures.map(({ id }) => id);
    for (const { row } of all) {
      expect(ROW_KINDS, row.id).toContain(row.kind);
      expect(LANGUAGES, row.id).toContain(row.lang);
      expect(ids, row.id).toEqual(expect.arrayContaining([...row.expect, ...(row.also ?? [])]));
    }
    expect(new Set(all.map(({ row }) => row.id)).size).toBe(all.length);
  });
});
