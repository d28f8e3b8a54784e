import * as fc from 'fast-check';
import type { Query, Reply } from '../../../src/core/bot.ts';
import { COMMANDS } from '../../../src/core/commands/commands.ts';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import { reportOf } from '../../../src/core/messages/report.ts';
import { MAX_CHECKED_CHARACTERS } from '../../../src/core/reading/passages.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { botOf } from '../../support/bot.ts';
import { createStrangers } from '../../support/strangers.ts';
import { insist, stateless } from '../target.ts';
import { hostileText, QUESTIONS } from '../texts.ts';

/** What somebody types, or fills into the fields of a command; and a question that was asked just before. */
type Said = { before: string; asked: Query['asked']; words: string };

const typed = hostileText.map((text) => ({ asked: readCommand(text) ?? text, words: text }));
const commanded = fc
  .tuple(fc.constantFrom(...COMMANDS.map(({ name }) => name)), fc.array(hostileText, { maxLength: 4 }))
  .map(([command, values]) => ({
    asked: { command, values },
    words: values.map((value) => value.slice(0, MAX_CHECKED_CHARACTERS)).join(' '),
  }));

const said: fc.Arbitrary<Said> = fc
  .tuple(
    fc.oneof(fc.constantFrom(...QUESTIONS), hostileText),
    fc.oneof({ weight: 3, arbitrary: typed }, { weight: 1, arbitrary: commanded }),
  )
  .map(([before, then]) => ({ before, ...then }));

/** Questions and commands, as a platform hands them to the bot. */
export const talk = stateless('questions and commands', said, async () => {
  const catalogue = await loadCatalogue();
  const bot = botOf(catalogue);
  const strangers = createStrangers(catalogue);
  let talks = 0;
  const judge = (reply: Reply, words: string) => {
    insist(reportOf(reply).text.trim() !== '', 'an answer without words');
    const strange = strangers(reply, words);
    insist(strange.length === 0, `numbers from nowhere: ${strange.join(', ')}`);
  };
  return async ({ before, asked, words }) => {
    const conversation = String(++talks);
    const first = await bot.reply({ asked: before, conversation });
    const second = await bot.reply({ asked, conversation });
    return () => {
      const earlier = before.slice(0, MAX_CHECKED_CHARACTERS);
      judge(first, earlier);
      judge(second, `${earlier} ${words.slice(0, 5 * MAX_CHECKED_CHARACTERS)}`);
    };
  };
});
