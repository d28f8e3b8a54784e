import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/bot.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LAST, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';
import { expectCarried } from '../../support/carried.ts';
import { createStrangers } from '../../support/strangers.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const replies: { id: string; asked: string; reply: Reply }[] = [];
for (const { id, q, prev } of readRows(LAST)) {
  for (const before of [prev ?? []].flat()) await bot.reply({ asked: before, conversation: id });
  replies.push({ id, asked: `${q} ${prev ?? ''}`, reply: await bot.reply({ asked: q, conversation: id }) });
}

describe('the answers to questions as people type them', () => {
  it('state no number that comes from nowhere', () => {
    const strangers = createStrangers(catalogue);
    for (const { id, asked, reply } of replies) expect(strangers(reply, asked), id).toEqual([]);
  });

  it('have buttons that read back as the same questions', () => {
    const questions = replies.flatMap(({ reply }) => reply.message.buttons.map(({ question }) => question));
    const distinct = new Map(questions.map((question) => [JSON.stringify(question), question]));
    expect(distinct.size).toBeGreaterThan(200);
    for (const question of distinct.values()) expectCarried(question);
  });
});
