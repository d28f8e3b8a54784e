import { expect, it } from 'vitest';
import { plainText } from '../../src/core/messages/message.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const catalogue = await loadCatalogue();
const bot = botOf(catalogue);

it.each(['who published this?', '数据是谁发布的？', 'кто опубликовал эти данные?'])(
  'the publisher is named to whoever asks for it: %s',
  async (asked) => {
    const { answer, message } = await bot.reply({ asked });
    expect(answer).toMatchObject({ kind: 'about', what: 'source' });
    expect(plainText(message).split('\n')[0]).toMatch(/PR Newswire|美通社/);
  },
);

it.each(['how old is it?', 'how old is this number?'])(
  'the age of a figure names its source too: %s',
  async (asked) => {
    const conversation = asked;
    await bot.reply({ asked: 'how many key labs?', conversation });
    const { answer, message } = await bot.reply({ asked, conversation });
    expect(answer).toMatchObject({ kind: 'about', what: 'age' });
    expect(plainText(message)).toContain('PR Newswire');
  },
);

it.each([
  ['source of the key laboratories', 'PR Newswire', 'paragraph 5', ['In a sentence', 'APA 7', 'GB/T 7714-2015']],
  ['重点实验室的出处', 'PR Newswire', '第5段', ['一句话引用', 'GB/T 7714-2015', 'APA 7']],
  ['источник ключевых лабораторий', 'PR Newswire', 'абзац 5', ['Одной фразой', 'APA 7', 'GB/T 7714-2015']],
] as const)('the source is told with references to copy: %s', async (asked, publisher, place, labels) => {
  const { message } = await bot.reply({ asked });
  const text = plainText(message);
  expect(text).toContain(publisher);
  expect(text.split('\n')[0]).toContain(place);
  const copies = message.parts.filter((part) => part.kind === 'copy');
  expect(copies.map(({ label }) => label)).toEqual(labels);
  expect(copies[0]?.text).toMatch(/229.*https:/);
  expect(copies[0]?.text).not.toContain('\n');
});

it('every figure offers its source, and the button tells it', async () => {
  for (const { id } of catalogue.figures) {
    const { message } = await bot.reply({ asked: { question: { kind: 'figure', figures: [id] } } });
    const [question] = message.buttons.flatMap((button) => (button.question.kind === 'about' ? [button.question] : []));
    expect(question).toEqual({ kind: 'about', what: 'source', figures: [id] });
    const { message: source } = await bot.reply({ asked: { question: question ?? { kind: 'help' } } });
    expect(source.parts.filter(({ kind }) => kind === 'copy')).toHaveLength(3);
  }
});
