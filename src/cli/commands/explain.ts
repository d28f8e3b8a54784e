import { type Command, WrongUsage } from '../command.ts';
import { EXIT } from '../exit.ts';

export const explain: Command = {
  name: 'explain',
  takes: '[QUESTION...]',
  flags: { json: 'print one JSON object with every measure' },
  does: 'show how a message is read, step by step',
  async run({ arguments: words, flags }) {
    const question = words.join(' ');
    if (question === '') throw new WrongUsage('say which message, for example: harbin explain "how many labs?"');
    const { catalogueInUse } = await import('../terminal-bot.ts');
    const { createReader } = await import('../../core/reading/read.ts');
    const { explanationLines, readable } = await import('../../core/reading/explain.ts');
    const one = readable(createReader(await catalogueInUse()).explain(question));
    process.stdout.write(flags.has('json') ? `${JSON.stringify(one)}\n` : `${explanationLines(one).join('\n')}\n`);
    return EXIT.ok;
  },
};
