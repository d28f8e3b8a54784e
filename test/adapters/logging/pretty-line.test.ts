import { expect, it } from 'vitest';
import { prettyLine } from '../../../src/adapters/logging/pretty-line.ts';

it('shows what others wrote so that it cannot steer the terminal', () => {
  const evil = '\u001b[2J\u001b]0;title\u0007\u009b31m\b\u007f';
  const line = prettyLine(
    JSON.stringify({ time: 0, level: 'warn', msg: evil, name: evil, backslash: '\\u001b' }),
    false,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  expect(line).toContain('\\u001b[2J');
});
