import type { types } from '@slack/bolt';
import type { Message } from '../../../core/messages/message.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { cut } from '../../shared/cut.ts';
import { actionBlocks, type Control, contextBlock, headerBlock } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { optionOf } from './modal.ts';
import { ASK, askButtons, messageBlocks } from './render.ts';
import { SLACK_WORDS } from './words.ts';

/** An entry of a menu: what it says, and the value of the button that would ask the same. */
export type Entry = { label: string; value: string };

/** Everything the Home tab shows, in words already. */
export type Home = {
  language: Language;
  /** What the person chose; `auto` follows their Slack profile. */
  setting: Language | 'auto';
  intro: Message;
  /** The answer to what was just clicked here. */
  answer: { message: Message; controls: readonly Control[] } | undefined;
  /** The fact of the day. */
  today: Message;
  examples: readonly Control[];
  figures: readonly Entry[];
  topics: readonly Entry[];
  /** Where to read on: sources, about. */
  links: readonly Control[];
};

/** The action_id of the language menu. */
export const CHOOSE_LANGUAGE = 'language';

/** Examples beside each other: more would wrap. */
const EXAMPLES_IN_ROW = 3;

export function homeView(home: Home): types.HomeView {
  const words = SLACK_WORDS[home.language];
  const blocks: types.KnownBlock[] = [
    headerBlock(words.homeTitle),
    ...messageBlocks(home.intro),
    ...answerBlocks(home),
    headerBlock(words.today),
    ...messageBlocks(home.today),
    ...actionBlocks(askButtons(home.today).map((one) => ({ ...one, actionId: `${ASK}:today:${one.actionId}` }))),
    headerBlock(words.examples),
    ...rowsOf(home.examples).flatMap(actionBlocks),
    headerBlock(words.figures),
    ...menuBlocks(home),
    headerBlock(words.language),
    { type: 'actions', elements: [languageMenu(home)] },
    contextBlock([words.languageHint]),
    headerBlock(words.data),
    ...actionBlocks(home.links),
  ];
  return { type: 'home', blocks: blocks.slice(0, LIMITS.homeBlocks) };
}

/** An answer stands right under the title, where it is seen without scrolling. */
function answerBlocks({ answer, language }: Home): types.KnownBlock[] {
  if (!answer) return [];
  const buttons = askButtons(answer.message).map((one) => ({ ...one, actionId: `${ASK}:answer:${one.actionId}` }));
  return [
    headerBlock(SLACK_WORDS[language].yourAnswer),
    ...messageBlocks(answer.message),
    ...actionBlocks([...buttons, ...answer.controls]),
    { type: 'divider' },
  ];
}

function rowsOf(controls: readonly Control[]): Control[][] {
  const count = Math.ceil(controls.length / EXAMPLES_IN_ROW);
  return Array.from({ length: count }, (_, row) => controls.slice(row * EXAMPLES_IN_ROW, (row + 1) * EXAMPLES_IN_ROW));
}

/** Every figure in a menu that Slack narrows down while somebody types, and beside it the topics. */
function menuBlocks({ language, figures, topics }: Home): types.KnownBlock[] {
  const words = SLACK_WORDS[language];
  const menus = [...menu('figure', words.findFigure, figures), ...menu('topic', words.chooseTopic, topics)];
  return menus.length > 0 ? [{ type: 'actions', elements: menus }] : [];
}

function menu(name: string, placeholder: string, entries: readonly Entry[]): types.StaticSelect[] {
  const options = entries
    .filter(({ label, value }) => label !== '' && value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.options)
    .map(({ label, value }) => optionOf(label, value));
  if (options.length === 0) return [];
  return [
    {
      type: 'static_select',
      action_id: `${ASK}:${name}`,
      placeholder: { type: 'plain_text', text: cut(placeholder, LIMITS.placeholder), emoji: false },
      options,
    },
  ];
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '中文', ru: 'Русский' };

function languageMenu({ language, setting }: Home): types.StaticSelect {
  const option = (value: Language | 'auto') =>
    optionOf(value === 'auto' ? SLACK_WORDS[language].languageAuto : LANGUAGE_NAMES[value], value);
  return {
    type: 'static_select',
    action_id: CHOOSE_LANGUAGE,
    options: [...LANGUAGES.map(option), option('auto')],
    initial_option: option(setting),
  };
}
