import { expect, it } from 'vitest';
import { startBot } from './running-bot.ts';

it('names a scope that is missing when it starts, and nothing where all are there', async (test) => {
  const whole = await startBot(test);
  expect(whole.log.filter(({ event }) => event.includes('scopes are missing'))).toEqual([]);
  const { log } = await startBot(test, {
    prepare: ({ installation }) => void installation.scopes.delete('chat:write'),
  });
  expect(log.filter(({ event }) => event.includes('scopes are missing'))).toMatchObject([
    { level: 'error', fields: { missing: 'chat:write' } },
  ]);
});
