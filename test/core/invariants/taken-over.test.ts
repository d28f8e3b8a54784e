import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresOf } from '../../../src/core/answers/answer.ts';
import { createBot } from '../../../src/core/bot.ts';
import { createLanguageSettings } from '../../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../../src/core/daily/memory-subscriptions.ts';
import { type Button, plainText } from '../../../src/core/messages/message.ts';
import { CLOSINGS } from '../../../src/core/reading/closings.ts';
import { CORRECTIONS, corrected } from '../../../src/core/reading/corrections.ts';
import { sigmoid } from '../../../src/core/reading/linear.ts';
import { optionsIn } from '../../../src/core/reading/options.ts';
import { BARE_ORDERS, DAILY_ORDERS, ORDERS } from '../../../src/core/reading/orders.ts';
import type { Phrase } from '../../../src/core/reading/phrases.ts';
import { TURN_TABLES } from '../../../src/core/reading/turn.ts';
import { catalogue, examine, perceive } from '../../support/reading.ts';
import { runs } from '../../support/runs.ts';

const TAKEN_OVER = /Taken from the question before|沿用上一个问题|Взято из предыдущего вопроса/;
/** A message names a figure that the models see in it so far, or of which it has so much of a keyword. */
const NAMED = { probability: 0.3, completeness: 0.5 };

const now = () => new Date('2024-01-15T12:00:00Z');
const GOING_ON = [...Object.values(TURN_TABLES), CLOSINGS, CORRECTIONS, ORDERS, BARE_ORDERS, DAILY_ORDERS].flatMap(
  (rows: readonly Phrase[]) => rows.flatMap(({ examples }) => Object.values(examples).flat()),
);
const STANDING = [
  'how many key labs?',
  'universities in the New Area',
  'high-tech companies in 2020',
  'when did Fuerjia list?',
  'how much was awarded?',
  'talent policies',
  'invention patent applications in Dalian 2016',
  '哈尔滨有多少高校',
  '技术合同成交额2021年是多少',
  '2016年沈阳发明专利申请多少件',
  'сколько ключевых лабораторий?',
  'полезные модели в 2021 году',
  'how much money is it',
  'what do you know?',
  'who runs harbin',
  'how many went bust last year',
  'how many petrova are there',
  'the weather?',
  'и в Москве?',
  '上海呢',
];
type Step = { say: string } | { click: number } | 'restart';
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...STANDING).map((say) => ({ say })) },
  { weight: 8, arbitrary: fc.constantFrom(...GOING_ON).map((say) => ({ say })) },
  { weight: 2, arbitrary: fc.nat(3).map((click) => ({ click })) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

function withoutQuotes(text: string): string {
  return text.replace(/[“”‘’«»„"]/g, '');
}

function named(message: string): Set<string> {
  const readings = [message, corrected(perceive(message).text)].flatMap((one) => (one === undefined ? [] : [one]));
  return new Set(
    readings.flatMap((one) => [
      ...examine(one).topics.flatMap(({ figure, score }) => (sigmoid(score) >= NAMED.probability ? [figure.id] : [])),
      ...perceive(one).matches.flatMap(({ id, fit }) => (fit.completeness >= NAMED.completeness ? [id] : [])),
    ]),
  );
}

it('no message states a figure that neither it names nor the answer says it took over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      let memory = createMemory(now);
      const restarted = () =>
        createBot({
          catalogue,
          clock: now,
          version: '0.0.0',
          languages: createLanguageSettings(),
          memory,
          subscriptions: createMemorySubscriptions(),
          timeZone: 'Asia/Shanghai',
        });
      let bot = restarted();
      let clickable: readonly Button[] = [];
      for (const one of steps) {
        if (one === 'restart') {
          memory = createMemory(now);
          bot = restarted();
          continue;
        }
        if ('click' in one) {
          const question = clickable[one.click]?.question;
          if (question) clickable = (await bot.reply({ asked: { question }, conversation: 'c' })).message.buttons;
          continue;
        }
        const before = await memory.recall('c');
        const { answer, message, question } = await bot.reply({ asked: one.say, conversation: 'c' });
        clickable = message.buttons;
        if (!['figure', 'course', 'places', 'comparison', 'derived'].includes(answer.kind)) continue;
        const text = plainText(message);
        const own = named(one.say);
        const picks = optionsIn(before, perceive(one.say).text);
        const isTold = (id: string) => {
          const figure = catalogue.figures.find((each) => each.id === id);
          // Quotation marks inside a quotation are others than those of the label.
          const label = withoutQuotes(figure?.label[message.language] ?? '');
          const note = text.search(TAKEN_OVER);
          return own.has(id) || picks.includes(id) || (note >= 0 && withoutQuotes(text.slice(note)).includes(label));
        };
        // A relation of the catalogue joins what is named to what it is measured by.
        const isJoined = question.kind === 'derive' && question.relation !== undefined;
        const stated = figuresOf(answer);
        const untold = stated.filter((id) => !isTold(id));
        if (isJoined ? untold.length === stated.length : untold.length > 0)
          expect({ steps, said: one.say, untold, text }).toBe('told');
      }
    }),
    { numRuns: runs(60) },
  );
});
