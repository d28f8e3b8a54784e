import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns of a terminal a text takes: a Chinese character takes two, what only changes colour none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of stripVTControlCharacters(text))
    if (!/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(sign)) columns += eastAsianWidth(sign.codePointAt(0) ?? 0);
  return columns;
}

/** Where a line may end: behind a space, and behind a Chinese character unless a closing sign follows. */
const MAY_END = /(?<= )(?! )|(?<=[\p{Script=Han}，、。；：！？”’）》])(?=[\p{Script=Han}\p{L}\p{N}“‘（《])/u;

/**
 * Breaks a line into lines of at most so many columns, those after the first indented by `indent` columns. A piece that
 * is longer, such as an address, stands whole on a line of its own.
 */
export function wrapColumns(text: string, columns: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(MAY_END)) {
    if (line.trim() !== '' && columnsOf((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
