import { LIMITS } from './limits.ts';
import type { Choice, CommandBody, CommandOption } from './payloads.ts';
import { createProblems, type Path, type Problems } from './problems.ts';

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** Refuses a set of commands that Discord would refuse: names, lengths, order of options, localisations, size. */
export function checkCommands(commands: readonly CommandBody[]): void {
  const problems = createProblems();
  for (const [index, command] of commands.entries()) checkCommand(problems, [index], command);
  const keys = commands.map(({ name, type = CHAT_INPUT }) => `${type} ${name}`);
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index) {
      problems.add([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
  }
  for (const type of [1, 2, 3]) {
    const max = type === CHAT_INPUT ? LIMITS.commands : LIMITS.contextCommands;
    if (commands.filter((command) => (command.type ?? CHAT_INPUT) === type).length > max) {
      problems.add([], 'APPLICATION_COMMANDS_EXCEEDED', `Maximum number of application commands reached (${max}).`);
    }
  }
  problems.refuseIfAny();
}

function checkCommand(problems: Problems, at: Path, command: CommandBody): void {
  const isChatInput = (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  checkName(problems, at, command, isChatInput);
  if (isChatInput) {
    checkDescription(problems, at, command);
    checkOptions(problems, at, command.options);
  }
  if (textOf(command) > LIMITS.commandText) {
    problems.add(at, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
}

function checkName(
  problems: Problems,
  at: Path,
  named: Pick<CommandBody, 'name' | 'name_localizations'>,
  strict: boolean,
): void {
  const names: [Path, string][] = [[[...at, 'name'], named.name]];
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    checkLocale(problems, [...at, 'name_localizations'], locale);
    names.push([[...at, 'name_localizations', locale], name]);
  }
  for (const [place, name] of names) {
    problems.text(place, name, { min: 1, max: 32 });
    if (strict && typeof name === 'string' && (!NAME.test(name) || name !== name.toLowerCase())) {
      problems.add(place, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
    }
  }
}

function checkDescription(
  problems: Problems,
  at: Path,
  described: Pick<CommandBody, 'description' | 'description_localizations'>,
): void {
  problems.text([...at, 'description'], described.description, { min: 1, max: LIMITS.commandDescription });
  for (const [locale, text] of Object.entries(described.description_localizations ?? {})) {
    checkLocale(problems, [...at, 'description_localizations'], locale);
    problems.text([...at, 'description_localizations', locale], text, { min: 1, max: LIMITS.commandDescription });
  }
}

function checkLocale(problems: Problems, at: Path, locale: string): void {
  if (!LOCALES.has(locale)) problems.add([...at, locale], 'BASE_TYPE_CHOICES', `Unknown locale ${locale}.`);
}

function checkOptions(problems: Problems, at: Path, given: readonly CommandOption[] | undefined, depth = 0): void {
  const options = problems.list([...at, 'options'], given, { max: LIMITS.options });
  let sawOptional = false;
  for (const [index, option] of options.entries()) {
    const place = [...at, 'options', index];
    checkName(problems, place, option, true);
    checkDescription(problems, place, option);
    if (option.required && sawOptional) {
      problems.add(
        place,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    sawOptional ||= !option.required;
    if (option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP) {
      if (depth > (option.type === SUBCOMMAND ? 1 : 0)) {
        problems.add(
          [...place, 'type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command option types must be at the top',
        );
      }
      checkOptions(problems, place, option.options, depth + 1);
    }
    checkChoices(problems, place, option);
  }
  checkNamesAreUnique(problems, at, options);
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP).length;
  if (nested > 0 && nested < options.length) {
    problems.add(
      [...at, 'options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function checkNamesAreUnique(problems: Problems, at: Path, options: readonly CommandOption[]): void {
  const locales = new Set(options.flatMap(({ name_localizations }) => Object.keys(name_localizations ?? {})));
  for (const locale of [undefined, ...locales]) {
    const names = options.map(({ name, name_localizations }) => (locale && name_localizations?.[locale]) || name);
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) === index) continue;
      problems.add(
        [...at, 'options', index],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        `Option name ${name} is not unique`,
      );
    }
  }
}

function checkChoices(problems: Problems, at: Path, option: CommandOption): void {
  if (option.choices?.length && option.autocomplete) {
    problems.add(
      [...at, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'Choices and autocomplete are mutually exclusive',
    );
  }
  checkChoiceList(problems, [...at, 'choices'], option.choices);
}

/** Holds choices, fixed or of an autocomplete, to 25 with names and values of 1 to 100 characters. */
export function checkChoiceList(problems: Problems, at: Path, given: readonly Choice[] | undefined): void {
  const choices = problems.list(at, given, { max: LIMITS.choices });
  for (const [index, choice] of choices.entries()) {
    problems.text([...at, index, 'name'], choice.name, { min: 1, max: LIMITS.choiceText });
    for (const [locale, name] of Object.entries(choice.name_localizations ?? {})) {
      checkLocale(problems, [...at, index, 'name_localizations'], locale);
      problems.text([...at, index, 'name_localizations', locale], name, { min: 1, max: LIMITS.choiceText });
    }
    if (typeof choice.value !== 'number')
      problems.text([...at, index, 'value'], choice.value, { min: 1, max: LIMITS.choiceText });
  }
}

/** The characters that count towards a command's size: of each text its longest language. */
function textOf(command: CommandBody | CommandOption): number {
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    ('choices' in command ? (command.choices ?? []) : []).reduce(
      (sum, { name, name_localizations, value }) => sum + longest(name, name_localizations) + String(value).length,
      0,
    ) +
    (command.options ?? []).reduce((sum, option) => sum + textOf(option), 0)
  );
}

function longest(text: string | undefined, localized: Record<string, string> | null | undefined): number {
  return Math.max(...[text ?? '', ...Object.values(localized ?? {})].map((one) => [...one].length));
}
