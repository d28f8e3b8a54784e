import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/adapters/shared/cut.ts';
import type { Control } from '../../../src/adapters/slack/render/blocks.ts';
import { LIMITS } from '../../../src/adapters/slack/render/limits.ts';
import { render } from '../../../src/adapters/slack/render/render.ts';
import { cutEscaped, typedText } from '../../../src/adapters/slack/render/text.ts';
import { homeView } from '../../../src/adapters/slack/render/views.ts';
import type { Button, Inline, Message, Part } from '../../../src/core/messages/message.ts';
import type { Question } from '../../../src/core/question.ts';
import { runs } from '../../support/runs.ts';
import { problemsInBlocks, problemsInView } from '../../support/slack/check-blocks.ts';

const RULES = { isKnownFile: () => false, unsupported: new Set<string>() };

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('<!channel>', '<@U1>', '&', '<https://x.example|y>', '*b*', ':fire:', '👩🏽‍🔬', ''),
  fc.integer({ min: 60, max: 9_000 }).map((length) => '<é𝒳&'.repeat(length / 4)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words,
  words.map((strong) => ({ strong })),
  fc
    .tuple(words, fc.oneof(fc.webUrl(), fc.constant(`https://x.example/${'a'.repeat(4_000)}`)))
    .map(([link, url]) => ({ link: link || 'x', url })),
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 6 });
const part: fc.Arbitrary<Part> = fc.oneof(
  inlines.map((each): Part => ({ kind: 'text', inlines: each })),
  fc.array(inlines, { maxLength: 30 }).map((items): Part => ({ kind: 'items', items })),
  inlines.map((each): Part => ({ kind: 'note', inlines: each })),
  fc.tuple(words, words).map(([label, text]): Part => ({ kind: 'copy', label, text })),
  fc
    .array(fc.record({ label: words, value: fc.float({ noNaN: true }), text: words }), { minLength: 1, maxLength: 12 })
    .map(
      (points): Part => ({
        kind: 'chart',
        form: 'bars',
        title: 'bars',
        unit: '',
        source: '',
        summary: '',
        series: [{ name: '', points }],
      }),
    ),
);
const button: fc.Arbitrary<Button> = fc.record({
  label: words.map((label) => label.trim() || 'x'),
  question: fc
    .constantFrom(1, 40)
    .map((count): Question => ({ kind: 'figure', figures: Array.from({ length: count }, () => 'key-laboratories') })),
});
const message: fc.Arbitrary<Message> = fc.record({
  language: fc.constantFrom('en' as const, 'zh' as const, 'ru' as const),
  audience: fc.constant('everyone' as const),
  parts: fc.array(part, { maxLength: 70 }),
  invitation: words.map((each) => each || 'More:'),
  buttons: fc.array(button, { maxLength: 60 }),
});
const CONTROLS: Control[] = [{ actionId: 'share', label: 'Share', value: 'x' }];

describe('a message drawn for Slack', () => {
  it('is never refused, whatever it says and however long it is', async () => {
    await fc.assert(
      fc.property(message, (each) => {
        const { text, blocks } = render(each, { controls: CONTROLS, closing: 'Shared by mei.' });
        expect(problemsInBlocks(JSON.parse(JSON.stringify(blocks)), 'message', RULES)).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText);
        expect(text).not.toBe('');
        expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
      }),
      { numRuns: runs(150) },
    );
  });

  it('keeps what can be clicked', () => {
    const parts = Array.from({ length: 80 }, (): Part => ({ kind: 'note', inlines: ['words'] }));
    const { blocks } = render({ language: 'en', audience: 'everyone', parts, buttons: [] }, { controls: CONTROLS });
    expect(blocks).toHaveLength(LIMITS.messageBlocks);
    expect(JSON.stringify(blocks.at(-1))).toContain('"action_id":"share"');
  });

  it('is never refused as a Home either', async () => {
    await fc.assert(
      fc.property(fc.array(message, { minLength: 3, maxLength: 12 }), ([intro, data, answer, ...topics]) => {
        if (!intro || !data || !answer) return;
        const view = homeView({
          language: 'en',
          title: 'Figures',
          setting: 'auto',
          intro,
          examples: [{ actionId: 'ask:example:0', label: 'x', value: 'x' }],
          answer: { message: answer, controls: CONTROLS, channel: undefined },
          posts: topics.map((one) => ({ channel: 'C012AB3CD', message: one })),
          today: data,
          watched: [],
          topics: topics.map(({ parts }, at) => ({ label: JSON.stringify(parts), value: `q~en~l~x${at}` })),
          setUp: { actionId: 'daily', label: 'One every day', value: 'en' },
          links: CONTROLS,
        });
        expect(problemsInView(JSON.parse(JSON.stringify(view)), RULES)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('text', () => {
  it('is cut between signs, never within one', () => {
    expect(cut('ab𝒳d', 4)).toBe('ab…');
    expect(cut('abcd', 4)).toBe('abcd');
    expect(cutEscaped('a&b', 6)).toBe('a…');
    expect(cutEscaped('a&b', 7)).toBe('a&amp;b');
  });

  it.for([
    ['<@U9> how many labs?', 'how many labs?'],
    ['<@U9|harbin>labs', 'labs'],
    ['labs &amp; <https://x.example|centres> in <#C1|harbin>', 'labs & centres in #harbin'],
    ['&lt;!channel&gt; <!here> <!subteam^S1|@team> <@U1|mei>', '<!channel> @here @team @mei'],
    ['<https://x.example>', 'https://x.example'],
    ['  &amp;lt; ', '&lt;'],
  ] as const)('%s is read as it was typed', ([raw, typed]) => {
    expect(typedText(raw, 'U9')).toBe(typed);
  });
});
