import { describe, expect, it } from 'vitest';
import { render } from '../../src/adapters/discord/render/render.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render/render.ts';
import type { Reply } from '../../src/core/bot.ts';
import { quantityOf } from '../../src/core/catalogue/stated.ts';
import { isShared } from '../../src/core/messages/sharing.ts';
import type { Question } from '../../src/core/question.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { LANGUAGES } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';
import { checkMessage } from '../support/discord/check-message.ts';
import { isRounded, numbersIn } from '../support/numbers-in.ts';
import { problemsInBlocks } from '../support/slack/check-blocks.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);
const ids = catalogue.figures.map(({ id }) => id);
const places = catalogue.places.map(({ id }) => id);

const RULES = { isKnownFile: () => false, unsupported: new Set<string>() };
const SHARE = { actionId: 'share', label: 'Share', value: 'q~en~h' };
const DELETE = { actionId: 'delete', label: 'Delete', value: 'U012AB3CD' };
const SURFACE = {
  embeds: true,
  setsUp: true,
  owner: '1'.repeat(19),
  mentionCommand: (name: string) => `/harbin ${name}`,
};

/** One figure in every state: plain, defined, in dollars, claimed, as a fact, as the nearest, in each place and year it is held for. */
const ofOne = catalogue.figures.flatMap(({ id, observations }): Question[] => [
  { kind: 'figure', figures: [id] },
  { kind: 'figure', figures: [id], defines: true },
  { kind: 'figure', figures: [id], currency: 'USD' },
  { kind: 'figure', figures: [id], claim: { values: [7], bound: 'exactly' } },
  { kind: 'figure', figures: [id], missing: [{ kind: 'detail', detail: 'names', figures: [id] }] },
  { kind: 'fact', after: id },
  { kind: 'nearest', figures: [id], words: ['robots'] },
  { kind: 'nearest', figures: [id], words: [] },
  ...observations.map(
    ({ place, asOf }): Question => ({ kind: 'figure', figures: [id], places: [place], when: [asOf.date] }),
  ),
]);

const ofMany: Question[] = [
  ...ids.slice(1).map((id, at): Question => ({ kind: 'compare', left: ids[at] ?? '', right: id })),
  ...catalogue.relations.map(
    ({ id, operation, left, right }): Question => ({ kind: 'derive', operation, left, right, relation: id }),
  ),
  { kind: 'figure', figures: ids.slice(0, 4) },
  { kind: 'list', topics: [] },
  { kind: 'list', topics: [], page: 2 },
  ...catalogue.topics.map(({ id }): Question => ({ kind: 'list', topics: [id] })),
  ...catalogue.topics.map(({ id }): Question => ({ kind: 'chart', figures: [], topics: [id] })),
  ...ids.map((id): Question => ({ kind: 'chart', figures: [id] })),
  ...ids.map((id): Question => ({ kind: 'figure', figures: [id], places })),
  ...ids.map((id): Question => ({ kind: 'figure', figures: [id], when: ['../../..'] })),
  { kind: 'overview' },
];

const refusals: Question[] = [
  ...ids.map((id): Question => ({ kind: 'figure', figures: [id], when: ['1901'] })),
  ...catalogue.gaps.map(
    ({ id, near }): Question => ({ kind: 'unknown', missing: { kind: 'gap', gap: id }, near: [...near] }),
  ),
  { kind: 'unknown', missing: { kind: 'words', words: ['robots'] }, near: ids.slice(0, 3) },
  { kind: 'unknown', missing: { kind: 'nonsense' }, near: [] },
  { kind: 'choice', figures: ids.slice(0, 5) },
];

const others: Question[] = [
  ...ids.map((id): Question => ({ kind: 'about', what: 'source', figures: [id] })),
  { kind: 'about', what: 'source', figures: [] },
  { kind: 'about', what: 'bot', figures: [] },
  { kind: 'about', what: 'age', figures: [] },
  { kind: 'help' },
];

describe.each(LANGUAGES)('a message in %s', (language) => {
  const replies = new Map<Question, Promise<Reply>>();
  const replyTo = (question: Question): Promise<Reply> => {
    const reply = replies.get(question) ?? bot.reply({ asked: { question }, language });
    replies.set(question, reply);
    return reply;
  };
  const onSlack = (reply: Reply) =>
    renderForSlack(reply.message, { controls: isShared(reply) ? [SHARE, DELETE] : [DELETE], charts: 'bars' });

  it('has at most four blocks on Slack for one figure, whatever is said of it', async () => {
    for (const question of ofOne)
      expect(onSlack(await replyTo(question)).blocks.length, JSON.stringify(question)).toBeLessThanOrEqual(4);
  });

  it('has at most two blocks on Slack where nothing can be told', async () => {
    for (const question of refusals) {
      const reply = await replyTo(question);
      if (reply.answer.kind !== 'unknown' && reply.answer.kind !== 'choice') continue;
      expect(onSlack(reply).blocks.length, JSON.stringify(question)).toBeLessThanOrEqual(2);
    }
  });

  it('has one row of buttons, of at most 24 characters each, all of them whole', async () => {
    for (const question of [...ofOne, ...ofMany]) {
      const reply = await replyTo(question);
      const { components } = render(reply, SURFACE);
      // A way on to every topic takes two rows.
      if (reply.answer.kind !== 'overview') expect(components.length, JSON.stringify(question)).toBeLessThanOrEqual(1);
    }
    for (const question of [...ofOne, ...ofMany, ...refusals, ...others])
      for (const { label } of (await replyTo(question)).message.buttons) {
        expect(label.length, label).toBeLessThanOrEqual(24);
        expect(label, JSON.stringify(question)).not.toContain('…');
      }
  });

  it('answers in its first line alone, with value, place and date', async () => {
    let told = 0;
    for (const question of ofOne.filter((one) => !('currency' in one))) {
      const reply = await replyTo(question);
      const { answer } = reply;
      if (answer.kind !== 'figure' && answer.kind !== 'nearest' && answer.kind !== 'fact') continue;
      const [stated] = [answer.stated].flat();
      const quantity = stated && quantityOf(stated);
      if (!stated || !quantity) continue;
      const place = catalogue.places.find(({ id }) => id === quantity.place);
      for (const text of [onSlack(reply).text, render(reply, SURFACE).content]) {
        const line = plain(text.split('\n')[0] ?? '');
        const numbers = numbersIn(line, language);
        expect(
          numbers.some((found) => isRounded(found, Math.abs(quantity.value))),
          line,
        ).toBe(true);
        expect(line).toContain(quantity.asOf.date.slice(0, 4));
        const names = [place?.name[language], place?.within?.[language]].map((name) => name?.toLowerCase());
        expect(
          names.some((name) => name && line.toLowerCase().includes(name)),
          line,
        ).toBe(true);
      }
      told += 1;
    }
    expect(told).toBeGreaterThan(ids.length * 5);
  });

  it('keeps to the limits of both platforms, whatever is asked', async () => {
    for (const question of [...ofOne, ...ofMany, ...refusals, ...others]) {
      const reply = await replyTo(question);
      expect(problemsInBlocks(JSON.parse(JSON.stringify(onSlack(reply).blocks)), 'message', RULES)).toEqual([]);
      for (const embeds of [true, false]) {
        const drawing = render(reply, { ...SURFACE, embeds });
        expect(drawing.content).not.toBe('');
        expect(() => checkMessage(drawing as never, []), JSON.stringify(question)).not.toThrow();
      }
    }
  });

  it('has in its text every number and source of its blocks', async () => {
    for (const question of [...ofOne, ...ofMany, ...refusals, ...others]) {
      const { text, blocks } = onSlack(await replyTo(question));
      const heard = numbersIn(plain(text), language).map((found) => found.text.trim());
      // A text is cut at what Slack advises; what is left of it is whole.
      if (text.endsWith('…')) continue;
      for (const { text: seen } of numbersIn(plain(wordsOf(blocks)), language))
        expect(heard, JSON.stringify(question)).toContain(seen.trim());
      for (const url of urlsOf(blocks)) expect(text.replaceAll('&amp;', '&')).toContain(url);
    }
  });

  it('gives each value of a list its date, and its place where that is not the city', async () => {
    for (const question of [...ofMany].filter(({ kind }) => kind === 'list' || kind === 'overview')) {
      const { answer, message } = await replyTo(question);
      if (answer.kind !== 'list' && answer.kind !== 'overview') throw new Error('no list');
      const lines = message.parts.flatMap((part) => (part.kind === 'items' ? part.items : []));
      expect(lines).toHaveLength(answer.stated.length);
      for (const [at, { observation }] of answer.stated.entries()) {
        const line = JSON.stringify(lines.find((one) => one === lines[at]));
        if (message.parts.filter(({ kind }) => kind === 'items').length > 1) continue;
        expect(line).toContain(observation.asOf.date.slice(0, 4));
        const place = catalogue.places.find(({ id }) => id === observation.place);
        if (place && place !== catalogue.places[0]) expect(line).toContain(place.name[language]);
      }
    }
  });
});

it('marks a disputed value wherever it is shown, with the other value', async () => {
  const shown: Question[] = [
    { kind: 'figure', figures: ['high-tech-companies'] },
    { kind: 'figure', figures: ['high-tech-companies', 'universities'] },
    { kind: 'nearest', figures: ['high-tech-companies'], words: [] },
    { kind: 'compare', left: 'high-tech-companies', right: 'universities' },
    { kind: 'derive', operation: 'ratio', left: 'high-tech-companies', right: 'universities' },
    { kind: 'list', topics: [] },
    { kind: 'list', topics: ['companies'] },
    { kind: 'overview' },
    { kind: 'chart', figures: ['high-tech-companies', 'universities'] },
  ];
  for (const question of shown) {
    const { message } = await bot.reply({ asked: { question }, language: 'en' });
    expect(JSON.stringify(message.parts), JSON.stringify(question)).toContain('2,832');
  }
});

it('says of the newest value shown whether it may be out of date, not of an older one beside it', async () => {
  const question: Question = { kind: 'figure', figures: ['high-tech-companies'] };
  const { text } = renderForSlack((await bot.reply({ asked: { question }, language: 'en' })).message);
  // The day is in January 2024: the value of April 2024 is fresh, whatever that of December 2023 is.
  expect(text).not.toContain('may be outdated');
});

/** Words without addresses. */
function plain(text: string): string {
  return text.replace(/https?:\/\/[^\s|>"]+/g, ' ');
}

/** All that is to be read in blocks, and neither what buttons carry nor how a chart is drawn. */
function wordsOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(wordsOf).join('\n');
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : wordsOf(value)))
    .join('\n');
}

function urlsOf(blocks: unknown): string[] {
  return [...JSON.stringify(blocks).matchAll(/"url":"(https?:[^"]+)"/g)].map(([, url]) => url ?? '');
}
