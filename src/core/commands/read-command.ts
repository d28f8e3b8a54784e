import { timeAt } from '../daily/reading/times.ts';
import { normalise } from '../language/normalise.ts';
import { COMMANDS, type CommandName, type Invocation } from './commands.ts';

/** Reads "compare labs, centres" or "list research"; undefined where the text is no command but a question. */
export function readCommand(text: string): Invocation | undefined {
  const [, word = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const chinese = readChineseDaily(text);
  if (chinese) return chinese;
  if (DAILY.has(word.toLowerCase())) return readDaily(rest);
  const lower = word.toLowerCase();
  const said = Object.hasOwn(LOCAL_WORDS, lower) ? LOCAL_WORDS[lower] : lower;
  const command = COMMANDS.find(({ name }) => name === said);
  if (!command) return undefined;
  const most = command.arguments.length;
  // "list all the universities you know" and "source of this?" are sentences; a bare command takes at most what it needs.
  if (most === 0 && rest.trim() !== '') return undefined;
  if (command.name === 'compare') return { command: 'compare', values: splitPair(rest) };
  return { command: command.name, values: rest.trim() === '' ? [] : [rest.trim()] };
}

/** Commands as people of other languages write them, where no question begins so: what Discord calls them, and set phrases. */
const LOCAL_WORDS: Readonly<Record<string, CommandName>> = {
  列表: 'list',
  列出: 'list',
  列出所有数据: 'list',
  列出全部数据: 'list',
  图表: 'chart',
  核对: 'check',
  关于: 'about',
  帮助: 'help',
  关注: 'watch',
  список: 'list',
  диаграмма: 'chart',
  график: 'chart',
  сверить: 'check',
  проверь: 'check',
  помощь: 'help',
  следить: 'watch',
  справка: 'help',
  'о-боте': 'about',
};

/** The first word of the commands about daily posts, as people of three languages write it. */
const DAILY = new Set(['daily', 'ежедневно']);

/** What people say for the second word. */
const DAILY_WORDS: Readonly<Record<string, CommandName>> = {
  设置: 'daily setup',
  настроить: 'daily setup',
  start: 'daily on',
  开启: 'daily on',
  включить: 'daily on',
  stop: 'daily off',
  关闭: 'daily off',
  выключить: 'daily off',
  状态: 'daily status',
  состояние: 'daily status',
  预览: 'daily preview',
  образец: 'daily preview',
  暂停: 'daily pause',
  пауза: 'daily pause',
  恢复: 'daily resume',
  возобновить: 'daily resume',
  记录: 'daily log',
  журнал: 'daily log',
};

/** Whether somebody has typed the name of the daily post and nothing more, or that they want to set it up. */
export function isBareDaily(text: string): boolean {
  const typed = text.trim();
  const read = readCommand(typed);
  if (read?.command === 'daily setup' && read.values.length === 0) return true;
  return DAILY.has(typed.toLowerCase()) || (CHINESE_DAILY.exec(typed)?.[2] === '' && typed !== '每天');
}

/** Reads what stands behind "daily": alone it asks how things are, and with a time it sets that up. */
function readDaily(text: string): Invocation | undefined {
  const trimmed = text.trim();
  if (/^\d/.test(trimmed)) return { command: 'daily on', values: [trimmed] };
  const [, said = 'status', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(trimmed) ?? [];
  const word = said.toLowerCase();
  const name = Object.hasOwn(DAILY_WORDS, word) ? DAILY_WORDS[word] : `daily ${word}`;
  const command = COMMANDS.find((one) => one.name === name);
  return command && { command: command.name, values: rest === '' ? [] : [rest] };
}

/** What a daily post is called in Chinese; "every day" alone may begin a question as well. */
const CHINESE_DAILY = /^\s*(每[日天](?:推送|发送|发布|播报)?)\s*([\s\S]*)$/;
const POSTING = /推送|发送|发布|播报/;

/** Chinese sets no spaces between words: "每日推送关闭" and "每天9点推送" are read by what they begin with. */
function readChineseDaily(text: string): Invocation | undefined {
  const [, head, rest = ''] = CHINESE_DAILY.exec(text) ?? [];
  if (head === undefined) return undefined;
  const isNamed = head !== '每天';
  if (rest === '') return isNamed ? readDaily('') : undefined;
  const word = Object.keys(DAILY_WORDS).find((one) => rest.startsWith(one));
  if (isNamed && word !== undefined) return readDaily(`${word} ${rest.slice(word.length)}`);
  const said = normalise(rest).text;
  const time = timeAt(said, 0);
  if (time && (POSTING.test(text) || time.length === said.length))
    return { command: 'daily on', values: [rest.trim()] };
  return isNamed && /^[a-z]/i.test(rest) ? readDaily(rest) : undefined;
}

/** The two sides of "labs and centres", "labs, centres", "labs vs centres". */
function splitPair(text: string): string[] {
  // Squeezed first, so that a message of spaces costs no more than its length.
  const squeezed = text.replace(/\s+/g, ' ').trim();
  const sides = squeezed
    .split(/ ?(?:,|;|，|、|\bvs\.?(?= )|\bversus\b|\bwith\b|\band\b|和|与|跟| и | с ) ?/iu)
    .map((side) => side.trim())
    .filter(Boolean);
  return sides.length === 2 ? sides : [squeezed].filter(Boolean);
}
