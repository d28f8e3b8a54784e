// Switches each condition of the reader off, one after the other, and answers labelled messages again. Prints the conditions
// that never held and those that changed no answer: they can be deleted, or need an example.
// npm run ablate [-- --rows 8000 --each 60 --all]
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'acorn';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    // Messages that are answered at all, and for each condition the most that are answered again.
    rows: { type: 'string', default: '8000' },
    each: { type: 'string', default: '60' },
    // Prints how many answers every condition changed, not only those that changed none.
    all: { type: 'boolean', default: false },
  },
});
const FOLDERS = ['reading', 'language', 'matching', 'conversation'];

const work = join(root, 'var/ablate');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
for (const part of ['dist', 'assets', 'package.json']) cpSync(join(root, part), join(work, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));

/** @type {{ file: string, line: number, text: string, rows: number[], changed: number }[]} */
const conditions = [];
for (const folder of FOLDERS) {
  const from = join(work, 'dist/core', folder);
  for (const name of readdirSync(from, { recursive: true }))
    if (String(name).endsWith('.js')) instrument(join(from, String(name)), `${folder}/${name}`);
}

let off = -1;
let row = 0;
let recording = true;
globalThis.__rule = (number, value) => {
  if (!value) return value;
  if (recording) {
    const { rows } = conditions[number];
    if (rows.at(-1) !== row) rows.push(row);
  }
  return number === off ? false : value;
};

const load = (path) => import(pathToFileURL(join(work, 'dist', path)).href);
const { openTerminalBot } = await load('cli/terminal-bot.js');
const { answerLine } = await load('adapters/terminal/ask-json.js');
const messages = sampled(labelled(), Number(options.rows));
const bot = await openTerminalBot();
let talk = 0;
async function answersOf({ q, prev }) {
  const conversation = `ablate ${talk++}`;
  const ask = (text) => answerLine(JSON.stringify({ q: text, conversation }), 1, bot);
  try {
    if (prev !== undefined) await ask(prev);
    return JSON.stringify(await ask(q));
  } catch (error) {
    return String(error);
  }
}

const before = [];
for (row = 0; row < messages.length; row++) before.push(await answersOf(messages[row]));
recording = false;
for (const [number, condition] of conditions.entries()) {
  off = number;
  for (const at of sampled(condition.rows, Number(options.each)))
    if ((await answersOf(messages[at])) !== before[at]) condition.changed++;
}

const never = conditions.filter(({ rows }) => rows.length === 0);
const idle = conditions.filter(({ rows, changed }) => rows.length > 0 && changed === 0);
const list = (title, some) => {
  console.log(`\n${title}: ${some.length}`);
  for (const { file, line, text, rows, changed } of some)
    console.log(
      `  ${file}:${line}  ${text.replace(/\s+/g, ' ').slice(0, 110)}  (${rows.length} messages, ${changed} changed)`,
    );
};
console.log(`${conditions.length} conditions, ${messages.length} messages`);
list('Never hold', never);
list('Change no answer', idle);
if (options.all)
  list(
    'Change answers',
    conditions.filter(({ changed }) => changed > 0),
  );

/** Wraps every condition of a compiled file, so that it can be counted and switched off. */
function instrument(path, file) {
  const source = readFileSync(path, 'utf8');
  const found = [];
  const leaf = (node) => {
    if (node.type === 'LogicalExpression' && node.operator !== '??') return [...leaf(node.left), ...leaf(node.right)];
    return [node];
  };
  const visit = (node) => {
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') found.push(...leaf(node.test));
    if (node.type === 'LogicalExpression' && node.operator !== '??') found.push(...leaf(node));
    for (const value of Object.values(node))
      if (Array.isArray(value)) value.forEach(visit);
      else if (value && typeof value === 'object') visit(value);
  };
  visit(parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true }));
  const edits = new Map();
  for (const node of found) {
    if (edits.has(node.start)) continue;
    edits.set(node.start, node);
  }
  const inserts = [];
  for (const node of edits.values()) {
    const number = conditions.length;
    conditions.push({
      file,
      line: node.loc.start.line,
      text: source.slice(node.start, node.end),
      rows: [],
      changed: 0,
    });
    inserts.push(
      { at: node.start, text: `__rule(${number},(`, outer: node.end },
      { at: node.end, text: '))', outer: node.start },
    );
  }
  // Of two that end at one place the inner closes first; of two that begin at one place the outer opens first.
  inserts.sort((a, b) => a.at - b.at || (a.text === '))' ? 0 : 1) - (b.text === '))' ? 0 : 1) || b.outer - a.outer);
  let result = '';
  let at = 0;
  for (const insert of inserts) {
    result += source.slice(at, insert.at) + insert.text;
    at = insert.at;
  }
  writeFileSync(path, result + source.slice(at));
}

function labelled() {
  const folder = join(root, 'training');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
}

/** Some of a list, spread evenly. */
function sampled(all, most) {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]);
}
