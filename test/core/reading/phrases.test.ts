import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/language/normalise.ts';
import { CLOSINGS, closingOf } from '../../../src/core/reading/closings.ts';
import { CORRECTIONS, corrected } from '../../../src/core/reading/corrections.ts';
import { BARE_ORDERS, DAILY_ORDERS, ORDERS, orderOf } from '../../../src/core/reading/orders.ts';
import { createPhrases, type Phrase } from '../../../src/core/reading/phrases.ts';
import { TURN_TABLES, turnOf } from '../../../src/core/reading/turn.ts';
import { examine, perceive } from '../../support/reading.ts';

const TABLES: Record<string, readonly Phrase[]> = {
  ...TURN_TABLES,
  CLOSINGS,
  CORRECTIONS,
  ORDERS,
  BARE_ORDERS,
  DAILY_ORDERS,
};
const LEAST_EXAMPLES = 3;
const read = (example: string) => normalise(example).text;

describe.each(Object.entries(TABLES))('%s', (_, rows) => {
  const table = createPhrases(rows);
  it.each(rows.map((row) => [row.name, row] as const))(
    '%s has three examples in each of its languages',
    (_name, row) => {
      for (const language of ['en', 'zh', 'ru'] as const)
        expect(
          row[language] === undefined ? LEAST_EXAMPLES : (row.examples[language]?.length ?? 0),
        ).toBeGreaterThanOrEqual(LEAST_EXAMPLES);
    },
  );
  it.each(
    rows.flatMap((row) => Object.values(row.examples).flatMap((all) => all.map((one) => [one, row.name] as const))),
  )('“%s” says %s', (example, name) => expect(table.all(read(example))).toContain(name));
});

describe('an example of a message that goes on names no topic of its own', () => {
  const rows = Object.values(TURN_TABLES).flatMap((table: readonly Phrase[]) => table);
  // "There" stands beside a topic.
  const alone = rows.filter(({ name }) => name !== 'there');
  it.each(alone.flatMap(({ examples }) => Object.values(examples).flat()))('%s', (example) =>
    expect(turnOf(perceive(example)).rest).toEqual([]),
  );
});

describe('a whole message that greets, thanks or ends is nothing else', () => {
  it.each(CLOSINGS.flatMap(({ examples }) => Object.values(examples).flat()))('%s', (example) =>
    expect(closingOf(read(example))?.kind).toBe('greeting'),
  );
  it.each([
    'thanks, and universities?',
    'ok how many labs',
    'great, what about Dalian',
    '谢谢，那大连呢',
    '好的，重点实验室有多少',
    'спасибо, а вузов сколько',
    'ок, а в 2020?',
    'good universities',
    'пока не понял сколько',
    'is that enough?',
  ])('but not where it asks: %s', (message) => expect(closingOf(read(message))).toBeUndefined());
});

describe('a message that puts the last one right is read without its beginning', () => {
  it.each([
    ['no, for talents', 'for talents'],
    ['lol no, the ipo price', 'ipo price'],
    ['不对，我问的是奖励的钱', '奖励的钱'],
    ['нет, я про выплаты предприятиям', 'про выплаты предприятиям'],
  ])('%s', (message, rest) => expect(corrected(read(message))?.trim()).toContain(rest));
  it.each(['how many labs', 'no', 'not all labs', 'нет ли данных за 2020', '不是重点实验室的有多少'])(
    'but not “%s”',
    (message) => expect(corrected(read(message))).toBeUndefined(),
  );
});

describe('an order in plain words is offered, and done by none', () => {
  const orderIn = (message: string, subject?: 'daily' | 'fact') =>
    orderOf(perceive(message), examine(message), { figures: [], ...(subject ? { subject } : {}) });
  const confirm = (change: object) => ({ kind: 'daily', ask: { kind: 'confirm', change } });

  it.each([...ORDERS, ...BARE_ORDERS].flatMap(({ examples }) => Object.values(examples).flat()))('%s', (example) =>
    expect(orderIn(example, 'fact')).toBeDefined(),
  );
  it.each(DAILY_ORDERS.flatMap(({ examples }) => Object.values(examples).flat()))(
    'behind the daily post: %s',
    (example) => expect(orderIn(example, 'daily')?.kind).toBe('daily'),
  );
  it.each<[string, object]>([
    ['can you do a daily post at 8:30 then', { minute: 510, days: 'all' }],
    ['对了你能不能每天早上七点半给我推一条', { minute: 450, days: 'all' }],
    ['поставь на этот канал ежедневный факт на 15:00', { minute: 900 }],
    ['send me a fact every weekday at 9 am', { minute: 540, days: 'weekdays' }],
  ])('with what it says of the schedule: %s', (message, wish) =>
    expect(orderIn(message)).toMatchObject(confirm({ kind: 'on', wish })),
  );
  it.each([
    'how many companies stopped',
    'how many labs post results daily?',
    'export value of Harbin',
    'exports in 2020',
    '关闭的企业有多少',
    '每天有多少学生',
    'скільки',
    'сколько компаний остановили работу',
    'how many labs?',
    'another one',
    'factories in harbin',
    'english universities in harbin',
  ])('and no question is one: %s', (message) => expect(orderIn(message)).toBeUndefined());
});
