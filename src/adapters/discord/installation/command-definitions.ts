import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type Argument, COMMANDS, type Command, GROUPS, LANGUAGE_CHOICES } from '../../../core/commands/commands.ts';
import type { Suggested } from '../../../core/commands/suggestion.ts';
import type { Texts } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { LIMITS } from '../render/limits.ts';
import {
  CHECK_ENTRY,
  COMMAND_NAMES,
  GROUP_NAMES,
  LANGUAGE_NAMES,
  localised,
  OPTION_NAMES,
  ROOT,
} from './command-names.ts';

const DESCRIPTION: Texts = {
  en: 'Figures, each with its source and date',
  zh: '询问数据，每条都注明出处和日期',
  ru: 'Показатели, каждое число с источником и датой',
};

/** In servers and for people who added the app for themselves, in channels and direct messages of all kinds. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The application's commands as Discord registers them: one with a subcommand for each of the core's, and a menu entry. */
export function applicationCommands(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: ROOT,
      name_localizations: localised({ en: ROOT, zh: ROOT, ru: ROOT }),
      ...described(DESCRIPTION),
      ...EVERYWHERE,
      options: subcommands(),
    },
    {
      type: ApplicationCommandType.Message,
      name: CHECK_ENTRY.en,
      name_localizations: localised(CHECK_ENTRY),
      ...EVERYWHERE,
    },
  ];
}

/** A subcommand for each command of one word, and a group for those that begin with the same word. */
function subcommands(): Subcommands[] {
  const names = new Set(COMMANDS.map(({ name }) => name.split(' ')[0] as string));
  return [...names].flatMap((name): Subcommands[] => {
    const group = GROUPS[name];
    const members = COMMANDS.filter((command) => command.name.split(' ')[0] === name).map(subcommand);
    return group ? [subcommandGroup(name, group.description, members)] : members;
  });
}

type Subcommands = APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption;

function subcommandGroup(
  name: string,
  description: Texts,
  options: APIApplicationCommandSubcommandOption[],
): APIApplicationCommandSubcommandGroupOption {
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    name_localizations: localised({ en: name, zh: name, ru: name, ...GROUP_NAMES[name] }),
    ...described(description),
    options,
  };
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const name = command.name.split(' ').at(-1) ?? command.name;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    name_localizations: localised({ en: name, ...COMMAND_NAMES[command.name] }),
    ...described(command.description),
    options: command.arguments.map(option),
  };
}

function option(argument: Argument): APIApplicationCommandBasicOption {
  const { name, kind, required, description } = argument;
  const shared = {
    type: ApplicationCommandOptionType.String as const,
    name,
    name_localizations: localised({ en: name, zh: name, ru: name, ...OPTION_NAMES[name] }),
    ...described(description),
    required,
  };
  switch (kind) {
    case 'language':
      return {
        ...shared,
        choices: LANGUAGE_CHOICES.map((value) => {
          const names = LANGUAGE_NAMES[value] ?? { en: value, zh: value, ru: value };
          return { name: names.en, name_localizations: localised(names), value };
        }),
      };
    default:
      return suggestedFor(argument) ? { ...shared, autocomplete: true } : shared;
  }
}

/** What an argument is completed with; undefined if there is nothing to offer. */
export function suggestedFor({ kind }: Argument): Suggested | undefined {
  switch (kind) {
    case 'figure':
    case 'topic':
    case 'time':
    case 'zone':
    case 'days':
    case 'date':
      return kind;
    case 'language':
    case 'text':
      return undefined;
  }
}

function described({ en, zh, ru }: Texts) {
  const short = (text: string) => cut(text, LIMITS.commandDescriptionCharacters);
  return {
    description: short(en),
    description_localizations: localised({ en: short(en), zh: short(zh), ru: short(ru) }),
  };
}
