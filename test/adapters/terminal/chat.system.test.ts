import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/adapters/terminal/columns.ts';
import { hasTerminals, inTerminal } from './in-terminal.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ENTER = '\r';

/** What moves the cursor or clears: a picture of the lines needs none of it. */
const plain = (text: string) => stripVTControlCharacters(text).replaceAll('\r', '');

describe.skipIf(!hasTerminals()).concurrent('the chat in a terminal', () => {
  it('ends with 0 on Ctrl-C on an empty line, and on Ctrl-D', async () => {
    expect(await (await inTerminal()).leave(CTRL_C)).toBe(0);
    expect(await (await inTerminal()).leave(CTRL_D)).toBe(0);
  });

  it('clears a line that is being typed on Ctrl-C, and goes on', async () => {
    const terminal = await inTerminal();
    await terminal.press('how many univ', 'univ');
    await terminal.press(CTRL_C, '^C');
    const answer = await terminal.press(`how many key labs?${ENTER}`, '229');
    expect(plain(answer)).not.toContain('univ');
    expect(await terminal.leave(CTRL_C)).toBe(0);
  });

  it('completes commands by Tab, also behind /harbin', async () => {
    const terminal = await inTerminal();
    expect(plain(await terminal.press('comp\t', 'compare '))).toContain('compare ');
    await terminal.press(CTRL_C, '^C');
    expect(plain(await terminal.press('/harbin daily pre\t', 'daily preview '))).toContain('preview ');
    await terminal.press(CTRL_C, '^C');
    expect(await terminal.leave(`bye${ENTER}`)).toBe(0);
  });

  it('empties the screen by clear', async () => {
    const terminal = await inTerminal();
    expect(await terminal.press(`clear${ENTER}`, '\u001b[2J')).not.toContain('I don');
    expect(await terminal.leave(`q${ENTER}`)).toBe(0);
  });

  it.each([
    [40, 'chart companies'],
    [40, '哈尔滨有多少家高新技术企业？'],
    [40, 'сколько ключевых лабораторий?'],
    [60, 'list'],
  ])('keeps to %i columns: %s', async (columns, asked) => {
    const terminal = await inTerminal(columns);
    const shown = plain(await terminal.press(asked + ENTER, 'harbin> '));
    const lines = shown.split('\n').slice(1, -1);
    expect(lines.length).toBeGreaterThan(4);
    // An address and what may not be parted stand whole.
    const wide = lines.filter((line) => columnsOf(line) > columns && !/^\s*\S+$/.test(line));
    expect(wide).toEqual([]);
    await terminal.leave(CTRL_C);
  });
});
