import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Intent } from '../core/reading/labels.ts';
import type { TrainingRow } from '../core/training/row.ts';
import type { Language } from '../data/schema.ts';

/** A file of labelled messages that cannot be read: says where and what. */
export class FaultyRows extends Error {
  override readonly name = 'FaultyRows';
}

/** In: a folder of .jsonl files, one labelled message a line. Out: its rows in the order of the file names. Throws FaultyRows. */
export async function readTrainingRows(folder: string): Promise<TrainingRow[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const rows: TrainingRow[] = [];
  for (const name of names) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
    lines.forEach((line, at) => {
      if (line.trim() !== '') rows.push(...parsed(line, `${join(folder, name)}, line ${at + 1}`));
    });
  }
  return rows;
}

function parsed(line: string, where: string): TrainingRow[] {
  let row: Partial<TrainingRow & Conversation>;
  try {
    row = JSON.parse(line) as Partial<TrainingRow & Conversation>;
  } catch {
    throw new FaultyRows(`${where}: this is not JSON`);
  }
  if (typeof row.writer !== 'string')
    throw new FaultyRows(`${where}: "writer" is missing; evaluation leaves whole writers out`);
  const common = { writer: row.writer, lang: row.lang ?? 'en' };
  if (row.turns) return turnsOf(row.turns, common);
  if (typeof row.q !== 'string' || row.q === '') throw new FaultyRows(`${where}: "q", the message, is missing`);
  return [{ ...row, ...common, q: row.q, expect: row.expect ?? [] }];
}

/** A whole conversation on one line; `act` says what a turn without figures calls for, `pick` that it picks an option. */
type Conversation = {
  turns: {
    q: string;
    expect?: string[];
    also?: string[];
    refuse?: boolean;
    act?: string;
    pick?: number;
    number?: number[];
  }[];
};

/** What some acts are as intents; turns of other acts depend on the bot's own answers. */
const INTENTS: Partial<Record<string, Intent>> = {
  greeting: 'greeting',
  thanks: 'thanks',
  help: 'help',
  about: 'source',
  daily: 'daily',
  overview: 'overview',
  list: 'list',
  chart: 'chart',
};

/** The turns of a conversation as messages, each behind those before it. */
function turnsOf(turns: Conversation['turns'], common: { writer: string; lang: Language }): TrainingRow[] {
  return turns.flatMap((turn, at): TrainingRow[] => {
    const intent = turn.act === undefined ? undefined : INTENTS[turn.act];
    if ((turn.act !== undefined && intent === undefined) || turn.pick !== undefined) return [];
    const prev = turns.slice(0, at).map(({ q }) => q);
    return [
      {
        ...common,
        q: turn.q,
        expect: turn.expect ?? [],
        ...(turn.also ? { also: turn.also } : {}),
        ...(turn.refuse ? { refuse: true } : {}),
        ...(intent ? { intent } : {}),
        ...(prev.length > 0 ? { prev } : {}),
      },
    ];
  });
}
