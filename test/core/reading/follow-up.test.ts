import { describe, expect, it } from 'vitest';
import type { Dialogue } from '../../../src/core/conversation/dialogue.ts';
import type { Question } from '../../../src/core/question.ts';
import { createFollowUps } from '../../../src/core/reading/follow-up.ts';
import { createReader } from '../../../src/core/reading/read.ts';
import { catalogue, examinationOf, perceive, perceiver } from '../../support/reading.ts';

const followUps = createFollowUps(catalogue, perceiver.matcher);
const reader = createReader(catalogue);

type Seen = Parameters<typeof examinationOf>[0];

/** What a message asks behind others, where it is seen to go on from them. */
function asked(message: string, dialogue: Dialogue, seen: Seen = {}): Question | undefined {
  return followUps(perceive(message), examinationOf({ elliptic: 0.99, message, ...seen }), dialogue)?.question;
}

const SCHOOLS: Dialogue = { figures: ['universities'] };
const PATENTS: Dialogue = { figures: ['invention-applications'] };

describe('a message that names nothing goes on from what was told', () => {
  it.each<[string, Dialogue, Seen, Question]>([
    ['and in the province?', SCHOOLS, {}, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['全省呢', SCHOOLS, {}, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['а в провинции?', SCHOOLS, {}, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['and in Dalian?', PATENTS, {}, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    ['大连呢', PATENTS, {}, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    ['а в Даляне?', PATENTS, {}, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    [
      'where is that from?',
      SCHOOLS,
      { intents: { source: 1 } },
      { kind: 'about', what: 'source', figures: ['universities'] },
    ],
    ['how old is that?', SCHOOLS, { intents: { age: 1 } }, { kind: 'about', what: 'age', figures: ['universities'] }],
    ['draw it', SCHOOLS, { intents: { chart: 1 } }, { kind: 'chart', figures: ['universities'] }],
    [
      'what does it mean?',
      SCHOOLS,
      { intents: { definition: 1 } },
      { kind: 'figure', figures: ['universities'], defines: true },
    ],
    [
      'in dollars?',
      { figures: ['award-funding'] },
      {},
      { kind: 'figure', figures: ['award-funding'], currency: 'USD' },
    ],
    ['换成美元', { figures: ['award-funding'] }, {}, { kind: 'figure', figures: ['award-funding'], currency: 'USD' }],
    [
      'а в долларах?',
      { figures: ['award-funding'] },
      {},
      { kind: 'figure', figures: ['award-funding'], currency: 'USD' },
    ],
  ])('%s', (message, dialogue, seen, question) => {
    expect(asked(message, dialogue, seen)).toEqual(question);
  });
});

describe('what is not held is refused for what was told', () => {
  it.each<[string, Dialogue, Question]>([
    [
      'and in Beijing?',
      SCHOOLS,
      {
        kind: 'unknown',
        missing: { kind: 'place', place: 'elsewhere:Beijing', figures: ['universities'] },
        near: ['universities'],
      },
    ],
    [
      'а в Пекине?',
      SCHOOLS,
      {
        kind: 'unknown',
        missing: { kind: 'place', place: 'elsewhere:Beijing', figures: ['universities'] },
        near: ['universities'],
      },
    ],
    [
      'in euros?',
      { figures: ['award-funding'] },
      {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'currency', figures: ['award-funding'] },
        near: ['award-funding'],
      },
    ],
    [
      'а в рублях?',
      { figures: ['award-funding'] },
      {
        kind: 'unknown',
        missing: { kind: 'detail', detail: 'currency', figures: ['award-funding'] },
        near: ['award-funding'],
      },
    ],
  ])('%s', (message, dialogue, question) => {
    const { units } = perceive(message);
    const narrowings = units.map((_, at) => ({ at, probability: 0.9 }));
    expect(asked(message, dialogue, { narrowings })).toEqual(question);
  });

  it.each(['and in 1957?', '1957年呢', 'а в 1957 году?'])('%s', (message) => {
    expect(asked(message, SCHOOLS)).toMatchObject({ kind: 'unknown', missing: { kind: 'year', year: '1957' } });
  });
});

describe('two figures that were told are set against each other', () => {
  const both: Dialogue = { figures: ['universities', 'key-laboratories'] };
  const one: Dialogue = { figures: ['key-laboratories'], earlier: ['universities'] };
  const compared: Question = { kind: 'compare', left: 'universities', right: 'key-laboratories' };
  it.each<[string, Dialogue, Seen, Question]>([
    ['compare them', both, { intents: { compare: 1 } }, compared],
    ['which is more', one, { intents: { compare: 1 } }, compared],
    ['the difference?', one, { intents: { difference: 1 } }, compared],
    [
      'the sum?',
      both,
      { intents: { sum: 1 } },
      { kind: 'derive', operation: 'sum', left: 'universities', right: 'key-laboratories' },
    ],
    [
      'and per project?',
      { figures: ['planned-investment'] },
      { intents: { ratio: 1 } },
      {
        kind: 'derive',
        operation: 'ratio',
        left: 'planned-investment',
        right: 'key-projects',
        relation: 'investment-per-project',
      },
    ],
  ])('%s', (message, dialogue, seen, question) => {
    expect(asked(message, dialogue, seen)).toEqual(question);
  });
});

describe('a message stands by itself', () => {
  it.each<[string, string, Dialogue, Seen]>([
    ['where nothing was told before', 'and in the province?', { figures: [] }, {}],
    ['where it is talk', 'thanks', SCHOOLS, { intents: { thanks: 0.9 } }],
    ['where it is a greeting', '你好', SCHOOLS, { intents: { greeting: 0.9 } }],
    ['where it does not go on', 'спасибо за ответ', SCHOOLS, { elliptic: 0.05 }],
    ['where it asks for what is not held', 'the weather?', SCHOOLS, { outcomes: { unheld: 0.95, held: 0.05 } }],
    ['where what was told is not in the catalogue any more', 'and in the province?', { figures: ['zebras'] }, {}],
  ])('%s', (_, message, dialogue, seen) => {
    expect(asked(message, dialogue, seen)).toBeUndefined();
  });
});

describe('the whole reader goes on from a conversation', () => {
  it.each<[string, Dialogue, Partial<Question>]>([
    ['and in the province?', SCHOOLS, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['那全省呢?', SCHOOLS, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['А в провинции?', SCHOOLS, { kind: 'figure', figures: ['universities'], places: ['heilongjiang'] }],
    ['and in Dalian?', PATENTS, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    ['а в Даляне?', PATENTS, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    ['大连呢?', PATENTS, { kind: 'figure', figures: ['invention-applications'], places: ['dalian'] }],
    ['How many key laboratories are there?', SCHOOLS, { kind: 'figure', figures: ['key-laboratories'] }],
    ['重点实验室有多少个?', SCHOOLS, { kind: 'figure', figures: ['key-laboratories'] }],
    ['Сколько ключевых лабораторий?', SCHOOLS, { kind: 'figure', figures: ['key-laboratories'] }],
    ['thanks!', SCHOOLS, { kind: 'greeting', what: 'thanks' }],
    ['谢谢', SCHOOLS, { kind: 'greeting', what: 'thanks' }],
    ['спасибо', SCHOOLS, { kind: 'greeting', what: 'thanks' }],
    [
      'the second one',
      { figures: [], options: ['universities', 'students'] },
      { kind: 'figure', figures: ['students'] },
    ],
    ['第一个', { figures: [], options: ['universities', 'students'] }, { kind: 'figure', figures: ['universities'] }],
    ['второй', { figures: [], options: ['universities', 'students'] }, { kind: 'figure', figures: ['students'] }],
  ])('%s', (message, dialogue, question) => {
    expect(reader.read(message, dialogue).question).toMatchObject(question);
  });

  it.each<[string, string[]]>([
    ['and in the province?', ['universities']],
    ['那全省呢?', ['universities']],
    ['How many key laboratories are there?', []],
  ])('and says what it took over: %s', (message, assumed) => {
    expect(reader.read(message, SCHOOLS).assumed).toEqual(assumed);
  });
});
