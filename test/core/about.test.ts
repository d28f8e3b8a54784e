import { expect, it } from 'vitest';
import { plainText } from '../../src/core/message.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());

it.each(['who published this?', '这是谁发布的？', 'кто опубликовал эти данные?'])(
  'the publisher is named to whoever asks for it: %s',
  async (asked) => {
    const { answer, message } = await bot.reply({ asked });
    expect(answer).toMatchObject({ kind: 'about', what: 'source' });
    expect(plainText(message).split('\n')[0]).toMatch(/PR Newswire|美通社/);
  },
);

it.each(['how old is it?', 'when was it published?'])('the age of a figure names its source too: %s', async (asked) => {
  const conversation = asked;
  await bot.reply({ asked: 'how many key labs?', conversation });
  const { answer, message } = await bot.reply({ asked, conversation });
  expect(answer).toMatchObject({ kind: 'about', what: 'age' });
  expect(plainText(message)).toContain('PR Newswire');
});
