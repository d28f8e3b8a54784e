import * as fc from 'fast-check';
import { readButton as readDiscordButton, writeButton } from '../../../src/adapters/discord/render/button-code.ts';
import { LIMITS } from '../../../src/adapters/discord/render/limits.ts';
import { messageText } from '../../../src/adapters/slack/inbound/checks.ts';
import { readButton } from '../../../src/adapters/slack/render/button-code.ts';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import { reportOf } from '../../../src/core/messages/report.ts';
import type { Keeper } from '../../../src/core/ports.ts';
import { formatQuestion, parseQuestion } from '../../../src/core/question-code.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { botOf } from '../../support/bot.ts';
import { changed, changes, type Json } from '../mutations.ts';
import { insist, stateless } from '../target.ts';
import { hostileText } from '../texts.ts';

/** What people type behind "daily", near to what is meant and far from it. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'09:00 24:00 9am 9 at 25:61 noon midnight 上午九点 九点半 9点60分 полдень в 9 утра вечера 12:00am 0900 -1 99999999999'.split(
      ' ',
    ),
  ),
  fc.constantFrom(
    ...'UTC UTC+3 UTC+99 GMT-0 Asia/Shanghai Europe/Moscow Mars/Olympus Beijing 北京 Москва EST CST +08:00 Etc/GMT+14 Factory'.split(
      ' ',
    ),
  ),
  fc.constantFrom(
    ...'mon-fri weekdays weekends monday 周一 工作日 будни пн-вс mon,mon fri-mon daily every day'.split(' '),
  ),
  fc.constantFrom(
    ...'until 2026-12-01 2026-13-45 01/02/2027 31.02. 29 feb tomorrow 明天 завтра a week 3 weeks 99999 days 12月45日 一周 неделю'.split(
      ' ',
    ),
  ),
  hostileText,
);
const words = fc
  .tuple(fc.array(piece, { maxLength: 6 }), fc.constantFrom(' ', ' ', '', ','))
  .map(([all, between]) => all.join(between));
const COMMANDS = [
  'daily on',
  'daily pause',
  'daily off',
  'daily status',
  'daily preview',
  'daily resume',
  'daily log',
] as const;
const SUGGESTED = ['figure', 'topic', 'time', 'zone', 'days', 'date'] as const;
const CODES = [
  'q~',
  't~en~~',
  't~zh~universities~',
  'h1|',
  'h1!',
  'h1?en~',
  'h0|',
  'en~f~universities',
  'ru~k~universities:3|4:a:USD:2023:dalian:d',
  '~',
];

const inputs = fc.oneof(
  fc.record({
    kind: fc.constant('daily' as const),
    command: fc.constantFrom(...COMMANDS),
    words,
    zone: fc.oneof(fc.constantFrom(undefined, 'Asia/Shanghai', 'Mars/Olympus', ''), hostileText),
  }),
  fc.record({
    kind: fc.constant('typed' as const),
    words: fc.tuple(fc.constantFrom('daily ', '每日 ', 'daily on ', 'ежедневно '), words).map((both) => both.join('')),
  }),
  fc.record({
    kind: fc.constant('suggest' as const),
    words,
    what: fc.constantFrom(...SUGGESTED),
    language: fc.constantFrom(...LANGUAGES),
  }),
  fc.record({
    kind: fc.constant('code' as const),
    code: fc
      .tuple(fc.constantFrom('', ...CODES), fc.constantFrom('', ...CODES), hostileText)
      .map((all) => all.join('')),
  }),
  fc.record({ kind: fc.constant('message' as const), made: changes }),
);

/** A message of another app, as Slack hands it to a shortcut. */
const MESSAGE: Json = {
  text: 'Harbin has 229 labs',
  attachments: [
    {
      fallback: 'x',
      pretext: '48 universities',
      fields: [{ title: 'a', value: 'b' }],
      message_blocks: [{ message: { blocks: [] } }],
    },
  ],
  blocks: [
    { type: 'rich_text', elements: [{ elements: [{ text: '37 projects' }] }] },
    { type: 'section', text: { text: '*bold*' }, fields: [{ text: 'x' }] },
  ],
};

/** Words and codes that are read by small readers of their own. */
export const smallReaders = stateless('small readers', inputs, async () => {
  const bot = botOf(await loadCatalogue());
  let channels = 0;
  return async (input) => {
    switch (input.kind) {
      case 'daily':
      case 'typed': {
        const asked =
          input.kind === 'typed'
            ? (readCommand(input.words) ?? input.words)
            : { command: input.command, values: [input.words, input.words] };
        const reply = await bot.reply({
          asked,
          keeper: keeperOf(`C${++channels}`, 'zone' in input ? input.zone : undefined),
        });
        return () => insist(reportOf(reply).text.trim() !== '', 'an answer without words');
      }
      case 'suggest': {
        const all = bot.suggest(input.words.slice(0, LIMITS.choiceCharacters), input.what, input.language);
        return () =>
          insist(
            all.length <= 25 && all.every(({ value, label }) => value !== '' && label !== ''),
            'a suggestion that cannot be shown',
          );
      }
      case 'code': {
        const [question, click, value] = [
          parseQuestion(input.code),
          readDiscordButton(input.code),
          readButton(input.code),
        ];
        const asked = question?.question ?? undefined;
        const reply = asked && (await bot.reply({ asked: { question: asked } }));
        if (value) await bot.reply({ asked: value.asked, language: value.language });
        return () => {
          if (question)
            insist(formatQuestion(question) === input.code, 'a code that is written otherwise than it was read');
          if (click)
            insist(writeButton(click) === input.code, 'a custom_id that is written otherwise than it was read');
          if (reply) insist(reportOf(reply).text.trim() !== '', 'an answer without words');
        };
      }
      case 'message': {
        const text = messageText(JSON.parse(JSON.stringify(changed(MESSAGE, input.made) ?? {})));
        return () => insist(typeof text === 'string', 'no text');
      }
    }
  };
});

function keeperOf(id: string, zone: string | undefined): Keeper {
  return {
    channel: { platform: 'slack', workspace: 'T1', id },
    user: 'U1',
    zone: async () => zone,
    permit: async () => ({ kind: 'granted' }),
  };
}
