import { expect, it } from 'vitest';
import type { Bot } from '../../../src/core/bot.ts';
import { reportOf } from '../../../src/core/messages/report.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LAST, type Row, readRows } from '../../questions/rows.ts';
import { botOf } from '../../support/bot.ts';

const catalogue = await loadCatalogue();
const rows = readRows(LAST);

it('two bots give the same bytes for the same talk, whatever was asked before in other conversations', async () => {
  // Copies, since bots over one catalogue share its reader.
  const forwards = await bytes(rows, botOf(structuredClone(catalogue)));
  const backwards = await bytes([...rows].reverse(), botOf(structuredClone(catalogue)));
  expect(backwards.reverse()).toEqual(forwards);
});

async function bytes(asked: readonly Row[], bot: Bot): Promise<string[]> {
  const all: string[] = [];
  for (const { id, q, prev } of asked) {
    for (const before of [prev ?? []].flat()) await bot.reply({ asked: before, conversation: id });
    const reply = await bot.reply({ asked: q, conversation: id });
    all.push(JSON.stringify([id, reply.question, reply.message, reportOf(reply)]));
  }
  return all;
}
