import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FaultyRows, readTrainingRows } from '../../../src/cli/training-rows.ts';
import { normalise } from '../../../src/core/language/normalise.ts';
import { INTENTS, REASONS } from '../../../src/core/reading/labels.ts';
import type { TrainingRow } from '../../../src/core/training/row.ts';
import { TRAINING_FOLDER } from '../../../src/data/model.ts';
import { catalogue } from '../../support/reading.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const GOOD = '{"writer":"ann","lang":"en","q":"how many labs","expect":["key-laboratories"]}';

describe('a folder of labelled messages', () => {
  it.each<[string, Record<string, string>, Partial<TrainingRow>[]]>([
    ['one message a line', { 'a.jsonl': `${GOOD}\n${GOOD}\n` }, [{ q: 'how many labs' }, { q: 'how many labs' }]],
    ['empty lines are nothing', { 'a.jsonl': `\n${GOOD}\n\n  \n` }, [{ writer: 'ann' }]],
    [
      'files in the order of their names, others left out',
      {
        'b.jsonl': '{"writer":"bob","q":"two"}',
        'a.jsonl': '{"writer":"ann","q":"one"}',
        'notes.md': 'three',
      },
      [{ q: 'one' }, { q: 'two' }],
    ],
    ['what is left out', { 'a.jsonl': '{"writer":"ann","q":"hi"}' }, [{ lang: 'en', expect: [] }]],
    [
      'a conversation is a row for each turn behind those before it',
      {
        'a.jsonl':
          '{"writer":"ann","lang":"ru","turns":[{"q":"вузы?","expect":["universities"]},{"q":"а ещё?","refuse":true},{"q":"спасибо","act":"thanks"}]}',
      },
      [
        { q: 'вузы?', expect: ['universities'], lang: 'ru' },
        { q: 'а ещё?', refuse: true, prev: ['вузы?'] },
        { q: 'спасибо', intent: 'thanks', prev: ['вузы?', 'а ещё?'] },
      ],
    ],
    [
      'turns that depend on the answers of the bot are left out',
      {
        'a.jsonl':
          '{"writer":"ann","turns":[{"q":"labs?"},{"q":"the second","pick":1},{"q":"hm","act":"unheard-of"},{"q":"and?"}]}',
      },
      [{ q: 'labs?' }, { q: 'and?', prev: ['labs?', 'the second', 'hm'] }],
    ],
    ['nothing', { 'a.jsonl': '' }, []],
  ])('%s', async (_, files, rows) => {
    const read = await readTrainingRows(folderOf(files));
    expect(read).toHaveLength(rows.length);
    expect(read).toMatchObject(rows);
  });
});

describe('a faulty row is reported with its file and line', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no JSON', { 'a.jsonl': `${GOOD}\nhow many labs` }, 'a.jsonl, line 2: this is not JSON'],
    ['cut off', { 'a.jsonl': `${GOOD}\n\n${GOOD.slice(0, 30)}` }, 'a.jsonl, line 3: this is not JSON'],
    ['no writer', { 'a.jsonl': GOOD, 'b.jsonl': '{"q":"labs"}' }, 'b.jsonl, line 1: "writer" is missing'],
    ['no message', { 'a.jsonl': `${GOOD}\n{"writer":"ann"}` }, 'a.jsonl, line 2: "q", the message, is missing'],
    ['an empty message', { 'a.jsonl': '{"writer":"ann","q":""}' }, 'a.jsonl, line 1: "q", the message, is missing'],
  ])('%s', async (_, files, problem) => {
    const folder = folderOf(files);
    const error = await readTrainingRows(folder).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(FaultyRows);
    expect((error as Error).message).toContain(join(folder, problem));
  });
});

describe('the labelled messages of the project', async () => {
  const rows = await readTrainingRows(TRAINING_FOLDER);
  const figures = new Set(catalogue.figures.map(({ id }) => id));
  const faults = (isFaulty: (row: TrainingRow) => boolean) =>
    rows.filter(isFaulty).map(({ writer, q }) => `${writer}: ${q}`);

  it('are at least 12,000 by at least 60 writers', () => {
    expect(rows.length).toBeGreaterThanOrEqual(12_000);
    expect(new Set(rows.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(['en', 'zh', 'ru'])('at least 3,000 of them are in %s', (lang) => {
    expect(rows.filter((row) => row.lang === lang).length).toBeGreaterThanOrEqual(3000);
  });

  it.each<[string, (row: TrainingRow) => boolean]>([
    ['name figures of the catalogue', ({ expect: ids }) => ids.some((id) => !figures.has(id))],
    ['and those that may be told too', ({ also = [] }) => also.some((id) => !figures.has(id))],
    ['and the figure that a refused one touches, or none', ({ topic = '' }) => topic !== '' && !figures.has(topic)],
    ['have a known intent', ({ intent }) => intent !== undefined && !INTENTS.includes(intent)],
    ['have a known reason', ({ reason }) => reason !== undefined && !REASONS.includes(reason)],
    ['are refused where a reason is given', ({ reason, refuse }) => reason !== undefined && !refuse],
    ['expect nothing where they are refused', ({ refuse, expect: ids }) => refuse === true && ids.length > 0],
    ['have a known language', ({ lang }) => !['en', 'zh', 'ru'].includes(lang)],
    ['say something', ({ q }) => q.trim() === ''],
    ['have a writer', ({ writer }) => writer.trim() === ''],
    ['have finite numbers', ({ number = [] }) => !number.every(Number.isFinite)],
    [
      'hold the words that narrow them',
      ({ q, narrow = [] }) =>
        narrow.some((words) => words === '' || !normalise(q).text.includes(normalise(words).text)),
    ],
  ])('%s', (_, isFaulty) => {
    expect(faults(isFaulty)).toEqual([]);
  });
});
