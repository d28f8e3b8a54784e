import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/core/commands/read-command.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);

async function fileOf(asked: string) {
  const reply = await bot.reply({ asked: readCommand(asked) ?? asked });
  const file = reply.message.parts.find((part) => part.kind === 'file');
  return { ...reply, lines: file?.text.split('\n') ?? [] };
}

describe('list as csv', () => {
  it('holds every value of every figure with its date, place, source and address', async () => {
    const { lines, message } = await fileOf('list as csv');
    expect(lines[0]).toBe('id,label,value,unit,qualifier,date,basis,place,source,address');
    const values = catalogue.figures.flatMap(({ observations }) => observations);
    expect(lines).toHaveLength(values.length + 1);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^key-laboratories,Key laboratories,229,laboratories,exactly,2023-12-25,stated,Harbin,.*https:/,
      ),
    );
    expect(message.audience).toBe('everyone');
  });

  it('keeps to a topic, in three languages', async () => {
    for (const asked of ['list patents as csv', '列表 专利 csv', 'список патенты csv']) {
      const { lines } = await fileOf(asked);
      expect(lines.length, asked).toBeGreaterThan(10);
      expect(
        lines.some((line) => line.startsWith('key-laboratories,')),
        asked,
      ).toBe(false);
    }
  });

  it('is what the button under a list asks, and a list for programs', async () => {
    const { message } = await bot.reply({ asked: { question: { kind: 'list', topics: ['patents'] } }, language: 'en' });
    const button = message.buttons.find(({ label }) => label === 'Export');
    const reply = await bot.reply({ asked: { question: button?.question ?? { kind: 'help' } }, language: 'en' });
    expect(reportOf(reply)).toMatchObject({ kind: 'list' });
    expect(reportOf(reply).figures).toContain('utility-models');
  });
});

describe('commands in other languages', () => {
  it.each([
    ['列出所有数据', { command: 'list', values: [] }],
    ['список', { command: 'list', values: [] }],
    ['关于', { command: 'about', values: [] }],
    ['图表 企业', { command: 'chart', values: ['企业'] }],
    ['核对 哈尔滨有48所高校', { command: 'check', values: ['哈尔滨有48所高校'] }],
    ['сверить В Харбине 48 вузов', { command: 'check', values: ['В Харбине 48 вузов'] }],
    ['constructor', undefined],
  ])('%s is read as its command', (typed, command) => {
    expect(readCommand(typed)).toEqual(command);
  });
});
