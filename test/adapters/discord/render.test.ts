import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicationCommands } from '../../../src/adapters/discord/installation/command-definitions.ts';
import { readButton, writeButton } from '../../../src/adapters/discord/render/button-code.ts';
import { render } from '../../../src/adapters/discord/render/render.ts';
import { escapeText, markdown } from '../../../src/adapters/discord/render/text.ts';
import type { Reply } from '../../../src/core/bot.ts';
import { COMMANDS } from '../../../src/core/commands/commands.ts';
import type { Inline, Message, Part } from '../../../src/core/messages/message.ts';
import { checkCommands } from '../../support/discord/check-commands.ts';
import { checkMessage } from '../../support/discord/check-message.ts';
import { runs } from '../../support/runs.ts';
import { realBot } from './harness.ts';

const SURFACE = { embeds: true, mentionCommand: (name: string) => `</harbin ${name}:1>` };

function replyOf(message: Partial<Message>, kind: 'help' | 'choice' | 'list' = 'list'): Reply {
  return {
    question: { kind: 'help' },
    answer:
      kind === 'help'
        ? { kind }
        : kind === 'choice'
          ? { kind, figures: [] }
          : { kind, topics: [], stated: [], before: 0, total: 0, page: 1, pages: 1 },
    message: { language: 'en', audience: 'everyone', parts: [], buttons: [], ...message },
  };
}

describe('the drawing of an answer', () => {
  test('every kind of answer in every language fits Discord, with embeds and without', async () => {
    const bot = await realBot();
    const asked = [
      ...COMMANDS.map(({ name }) => ({ command: name, values: [] as string[] })),
      { command: 'chart' as const, values: ['companies'] },
      { command: 'compare' as const, values: ['key-laboratories', 'universities'] },
      ...[
        'enterprises',
        'labs in Shenyang',
        'investment per project',
        'pass rate',
        'hello',
        'overview',
        'x'.repeat(5000),
      ],
    ];
    for (const language of ['en', 'zh', 'ru'] as const) {
      for (const one of asked) {
        const reply = await bot.reply({ asked: one, language });
        for (const embeds of [true, false]) {
          const drawing = render(reply, { ...SURFACE, embeds });
          checkMessage(drawing as never, []);
          expect(drawing.content.trim(), JSON.stringify(one)).not.toBe('');
          expect(drawing.embeds.length > 0 && !embeds).toBe(false);
        }
      }
    }
  });

  test('whatever a message holds, it is cut to the limits and never refused', () => {
    const text = fc.string({ maxLength: 6000, unit: 'grapheme' });
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      text,
      text.map((strong) => ({ strong })),
      fc.record({ link: text, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) }),
    );
    const inlines = fc.array(inline, { minLength: 1, maxLength: 4 });
    const part: fc.Arbitrary<Part> = fc.oneof(
      inlines.map((runs) => ({ kind: 'text' as const, inlines: runs })),
      inlines.map((runs) => ({ kind: 'note' as const, inlines: runs })),
      fc.array(inlines, { maxLength: 60 }).map((items) => ({ kind: 'items' as const, items })),
      fc.record({ label: text, text }).map((copied) => ({ kind: 'copy' as const, ...copied })),
      fc.array(fc.record({ label: text, value: fc.nat(), text }), { maxLength: 30 }).map((points) => ({
        kind: 'chart' as const,
        form: 'bars' as const,
        title: '',
        unit: '',
        source: '',
        summary: '',
        series: [{ name: '', points }],
      })),
    );
    const button = fc.record({
      label: text,
      question: fc.array(fc.stringMatching(/^[a-z-]{1,30}$/), { maxLength: 4 }).map((figures) => ({
        kind: 'figure' as const,
        figures,
      })),
    });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.array(button, { maxLength: 40 }),
        fc.constantFrom('help', 'choice', 'list'),
        fc.boolean(),
        (parts, buttons, kind, embeds) => {
          const lead: Part = { kind: 'text', inlines: ['Something is said.'] };
          const drawing = render(replyOf({ parts: [lead, ...parts], buttons }, kind as 'list'), { ...SURFACE, embeds });
          checkMessage(drawing as never, []);
          const size = (all: string[]) => all.reduce((sum, one) => sum + one.length, 0);
          expect(size(drawing.embeds.map(({ description = '' }) => description))).toBeLessThanOrEqual(6000);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('a reference is copied to the letter, and nothing in it ends its block, links or mentions', () => {
    const text = 'A & B <b>*_x_*. (2023). ```@everyone``` https://example.org/a_b';
    for (const embeds of [true, false]) {
      const parts: Part[] = [
        { kind: 'text', inlines: ['Source'] },
        { kind: 'copy', label: 'APA 7', text },
      ];
      const { content, embeds: drawn } = render(replyOf({ parts }), { ...SURFACE, embeds });
      const all = [content, ...drawn.map(({ description }) => description)].join('\n');
      const [, copied = ''] = /APA 7\n```\n([\s\S]*?)\n```$/.exec(all) ?? [];
      expect(copied.replaceAll('\u200b', '')).toBe(text);
      expect(all.match(/```/g)).toHaveLength(2);
    }
  });

  test('a list that is too long loses its last entries, never its source', () => {
    const items = Array.from({ length: 400 }, (_, index) => [`Entry number ${index}: ${'x'.repeat(20)}`]);
    const source: Part = { kind: 'note', inlines: ['Source: ', { link: 'Press release', url: 'https://example.org' }] };
    const parts: Part[] = [{ kind: 'text', inlines: ['A list'] }, { kind: 'items', items }, source];
    for (const embeds of [true, false]) {
      const { content, embeds: drawn } = render(replyOf({ parts }), { ...SURFACE, embeds });
      const all = [content, ...drawn.map(({ description }) => description)].join('\n');
      expect(all).toContain('Entry number 0');
      expect(all).toMatch(/… \+\d+\n.*Source: \[Press release\]/);
      expect(Number(/\+(\d+)/.exec(all)?.[1]) + (all.match(/Entry number/g)?.length ?? 0)).toBe(400);
    }
  });
});

describe('text', () => {
  test.each([
    ['**bold** _it_ ~~s~~ ||x|| `c`', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`'],
    ['[a](b)', '\\[a\\](b)'],
    ['<@1> <t:2>', '\\<@1> \\<t:2>'],
  ])('%s is shown as it is written', (written, escaped) => {
    expect(escapeText(written)).toBe(escaped);
  });

  test('nobody’s text becomes a mention, a link, an invitation or a heading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const nasty = `@everyone ${text} https://a.b ${text}@here discord.gg/x<@1>`;
        expect(markdown([nasty], 'content')).not.toMatch(/@everyone|@here|:\/\/|discord\.gg\/|(?<!\\)<@/);
      }),
    );
    expect(markdown(['# not a heading'], 'content')).toBe('\\# not a heading');
    expect(markdown([{ link: 'x', url: 'javascript:alert(1)' }], 'content')).toBe('x');
    expect(markdown([{ link: 'x', url: 'https://a.b/(c)?d=<e>' }], 'embed')).toBe('[x](https://a.b/%28c%29?d=%3Ce%3E)');
  });
});

describe('custom_id', () => {
  test('carries a question or words, and what is not one of its own is not read', () => {
    const clicks = [
      { asked: { question: { kind: 'fact' as const, after: 'universities' } }, language: 'ru' as const },
      { asked: 'Сколько в Харбине вузов?', language: 'ru' as const },
    ];
    for (const click of clicks) expect(readButton(writeButton(click) ?? '')).toEqual(click);
    expect(writeButton({ asked: 'x'.repeat(100), language: 'en' })).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', 'h1|', 'h1?', 'h0|', 'h1|en~'), (text, start) => {
        const click = readButton(`${start}${text}`);
        if (click) expect(writeButton(click)).toBe(`${start}${text}`);
      }),
    );
  });
});

describe('the commands', () => {
  test('fit what Discord accepts', () => {
    checkCommands(applicationCommands() as never);
  });

  test('are in Traditional Chinese for Taiwan', () => {
    const { Converter } = createRequire(import.meta.url)('opencc-js/cn2t');
    const toTraditional = Converter({ from: 'cn', to: 'tw' }) as (text: string) => string;
    const texts = [...JSON.stringify(applicationCommands()).matchAll(/"zh-TW":"([^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(toTraditional(text)).toBe(text);
  });
});
