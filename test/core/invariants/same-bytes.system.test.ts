import { expect, it } from 'vitest';
import type { Bot } from '../../../src/core/bot.ts';
import { reportOf } from '../../../src/core/report.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { HELD_BACK, KNOWN, type Row, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';

const catalogue = await loadCatalogue();
const rows = [...readRows(KNOWN), ...readRows(HELD_BACK)];

it('two bots give the same bytes for the same talk, whatever was asked before in other conversations', async () => {
  const forwards = await bytes(rows, botOf(catalogue));
  const backwards = await bytes([...rows].reverse(), botOf(catalogue));
  expect(backwards.reverse()).toEqual(forwards);
});

async function bytes(asked: readonly Row[], bot: Bot): Promise<string[]> {
  const all: string[] = [];
  for (const { id, q, prev } of asked) {
    if (prev !== undefined) await bot.reply({ asked: prev, conversation: id });
    const reply = await bot.reply({ asked: q, conversation: id });
    all.push(JSON.stringify([id, reply.question, reply.message, reportOf(reply)]));
  }
  return all;
}
