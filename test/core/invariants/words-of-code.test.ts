import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/data/load.ts';
import { botOf } from '../../support/bot.ts';

const bot = botOf(await loadCatalogue());

/** Names that every object has from elsewhere: looked up as a word of people's, each would be found where there is none. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

it.each([...NAMES, ...NAMES.map((name) => name.toLowerCase())])('%s is a word like any other', async (name) => {
  for (const asked of [name, `how many ${name} labs`, `compare ${name} and labs`, `daily on ${name}`])
    expect((await bot.reply({ asked })).answer.kind).not.toBe('');
});
