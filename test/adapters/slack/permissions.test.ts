import { expect, it } from 'vitest';
import { startBot } from './running-bot.ts';

it('names a scope that is missing when it starts, and nothing where all are there or Slack does not tell', async (test) => {
  const whole = await startBot(test);
  const untold = await startBot(test, {
    prepare({ installation }) {
      installation.tellsScopes = false;
    },
  });
  for (const { log } of [whole, untold])
    expect(log.filter(({ event }) => event.includes('scopes are missing'))).toEqual([]);
  const { log } = await startBot(test, {
    prepare: ({ installation }) => void installation.scopes.delete('chat:write'),
  });
  expect(log.filter(({ event }) => event.includes('scopes are missing'))).toMatchObject([
    { level: 'error', fields: { missing: 'chat:write' } },
  ]);
});
