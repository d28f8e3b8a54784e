import { catalogueFolder } from '../catalogue-folder.ts';
import { type Command, WrongUsage } from '../command.ts';
import { EXIT } from '../exit.ts';

export const doctor: Command = {
  name: 'doctor',
  takes: '[URL]',
  does: 'check tokens, rights, database, port, clock and data; each with what to do',
  more: `URL is where the world reaches the bot, such as https://harbin.example.com. Ends with 1 where a check failed, and with
78 where the configuration is faulty.`,
  looksAtFaultyEnvironment: true,
  async run({ arguments: [address], environmentProblems }) {
    if (address !== undefined && !/^https?:\/\/\S+$/.test(address))
      throw new WrongUsage(
        'name the address where the world reaches the bot, or nothing, for example: harbin doctor https://harbin.example.com',
      );
    const { examine } = await import('../doctor/examine.ts');
    const { worst, lines } = await examine(process.env, { folder: catalogueFolder(), address, environmentProblems });
    process.stdout.write(`${lines.join('\n')}\n`);
    return worst === 'configuration' ? EXIT.configuration : worst === 'fail' ? EXIT.failed : EXIT.ok;
  },
};
