import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';
import { judgeRows } from './judge.ts';
import { ratesBy, rightShare } from './rates.ts';
import { LAST, readRows } from './rows.ts';

/** The least share of right answers in each group, a little below what was measured (docs/matching.md). */
const LEAST_RIGHT = { first: 0.845, refused: 0.955, talk: 0.9 };
/** The largest share of messages that may get a figure that does not answer them. */
const MOST_WRONG_SHOWN = 0.026;

const catalogue = await loadCatalogue();
const judgements = await judgeRows(readRows(LAST), botOf(catalogue), catalogue);

describe('messages of writers whom training never saw', () => {
  it('are those of ten writers or more', () => {
    expect(new Set(judgements.map(({ row }) => row.writer)).size).toBeGreaterThanOrEqual(10);
    expect(judgements.length).toBeGreaterThanOrEqual(600);
  });

  it.each(Object.entries(LEAST_RIGHT))('are answered as well as measured: %s', (group, least) => {
    const rate = ratesBy(judgements, (one) => one.group).get(group);
    expect(rate && rightShare(rate)).toBeGreaterThanOrEqual(least);
  });

  it('hardly ever get a figure that does not answer them', () => {
    const wrong = judgements.filter(({ wrongShown }) => wrongShown).length;
    expect(wrong / judgements.length).toBeLessThanOrEqual(MOST_WRONG_SHOWN);
  });
});
