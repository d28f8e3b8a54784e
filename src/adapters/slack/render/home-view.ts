import type { types } from '@slack/bolt';
import type { Message } from '../../../core/messages/message.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { cut } from '../../shared/cut.ts';
import { actionBlocks, type Control, contextBlock, headerBlock } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { ASK, askButtons, messageBlocks } from './render.ts';
import { SLACK_WORDS } from './words.ts';

/** Everything the Home tab shows, in words already. */
export type Home = {
  language: Language;
  /** What the person chose; `auto` follows their Slack profile. */
  setting: Language | 'auto';
  intro: Message;
  examples: readonly Control[];
  /** The answer to what was just clicked here. */
  answer: { message: Message; controls: readonly Control[] } | undefined;
  topics: readonly Message[];
  data: readonly Message[];
};

/** The action_id of the language menu. */
export const CHOOSE_LANGUAGE = 'language';

export function homeView(home: Home): types.HomeView {
  const words = SLACK_WORDS[home.language];
  const [lead, ...rest] = home.intro.parts;
  const top: types.KnownBlock[] = [
    headerBlock(words.homeTitle),
    ...messageBlocks({ ...home.intro, parts: lead ? [lead] : [], buttons: [] }),
    ...answerBlocks(home),
    headerBlock(words.examples),
    ...actionBlocks(home.examples),
    ...messageBlocks({ ...home.intro, parts: rest, buttons: [] }),
    headerBlock(words.figures),
  ];
  const figures = home.topics.flatMap((topic) => messageBlocks({ ...topic, buttons: [] }));
  const bottom: types.KnownBlock[] = [
    headerBlock(words.language),
    { type: 'actions', elements: [languageMenu(home)] },
    contextBlock([words.languageHint]),
    headerBlock(words.data),
    ...home.data.flatMap((message) => messageBlocks({ ...message, buttons: [] })),
  ];
  // A long catalogue gives way to what can be set and to where it comes from.
  const room = Math.max(0, LIMITS.homeBlocks - top.length - bottom.length);
  return { type: 'home', blocks: [...top, ...figures.slice(0, room), ...bottom].slice(0, LIMITS.homeBlocks) };
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

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '中文', ru: 'Русский' };

function languageMenu({ language, setting }: Home): types.StaticSelect {
  const option = (value: Language | 'auto'): types.PlainTextOption => ({
    text: {
      type: 'plain_text',
      text: cut(value === 'auto' ? SLACK_WORDS[language].languageAuto : LANGUAGE_NAMES[value], LIMITS.optionText),
      emoji: false,
    },
    value,
  });
  return {
    type: 'static_select',
    action_id: CHOOSE_LANGUAGE,
    options: [...LANGUAGES.map(option), option('auto')],
    initial_option: option(setting),
  };
}
