import type { types } from '@slack/bolt';
import type { DailyAsk } from '../../../core/daily/ask.ts';
import type { Message } from '../../../core/messages/message.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { cut } from '../../shared/cut.ts';
import { isDirect } from '../transport/channel.ts';
import { actionBlocks, type Control, contextBlock, headerBlock, richText } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { ASK, askButtons, messageBlocks } from './render.ts';
import { word } from './words.ts';

/** An entry of a menu: what it says, and the value of the button that would ask the same. */
export type Entry = { label: string; value: string };

/** Everything the Home tab shows, in words already. */
export type Home = {
  language: Language;
  /** What the person chose; `auto` follows their Slack profile. */
  setting: Language | 'auto';
  intro: Message;
  /** The answer to what was just clicked here. */
  answer: { message: Message; controls: readonly Control[]; channel: string | undefined } | undefined;
  /** The daily posts that the person has set up, and how each stands. */
  posts: readonly { channel: string; message: Message }[];
  /** The fact of the day. */
  today: Message;
  examples: readonly Control[];
  topics: readonly Entry[];
  /** What the figures are about. */
  title: string;
  /** The figures that the person watches. */
  watched: readonly Entry[];
  /** Opens the form for a daily post. */
  setUp: Control;
  /** Where to read on: sources, about. */
  links: readonly Control[];
};

/** The action_id of the language menu. */
export const CHOOSE_LANGUAGE = 'language';

/** The action_id of the search through the figures, whose choices Slack asks for while somebody types. */
export const FIND_FIGURE = `${ASK}:figure`;

/** Examples beside each other: more would wrap. */
const EXAMPLES_IN_ROW = 3;

export function homeView(home: Home): types.HomeView {
  const say = (key: Parameters<typeof word>[0]) => word(key, home.language);
  const blocks: types.KnownBlock[] = [
    headerBlock(home.title),
    ...messageBlocks(home.intro),
    ...answerBlocks(home),
    headerBlock(say('today')),
    ...messageBlocks(home.today),
    ...actionBlocks([
      ...askButtons(home.today).map((one) => ({ ...one, actionId: `${ASK}:today:${one.actionId}` })),
      home.setUp,
    ]),
    ...postBlocks(home),
    headerBlock(say('examples')),
    ...rowsOf(home.examples).flatMap(actionBlocks),
    headerBlock(say('figures')),
    ...menuBlocks(home),
    ...watchedBlocks(home),
    headerBlock(say('language')),
    { type: 'actions', elements: [languageMenu(home)] },
    contextBlock([say('languageHint')]),
    headerBlock(say('data')),
    ...actionBlocks(home.links),
  ];
  return { type: 'home', blocks: blocks.slice(0, LIMITS.homeBlocks) };
}

/** An answer stands right under the title, where it is seen without scrolling. */
function answerBlocks({ answer, language }: Home): types.KnownBlock[] {
  if (!answer) return [];
  const { channel } = answer;
  const buttons =
    channel === undefined
      ? askButtons(answer.message).map((one) => ({ ...one, actionId: `${ASK}:answer:${one.actionId}` }))
      : askButtons(answer.message).map((one) => aimed(one, channel, 'answer'));
  return [
    headerBlock(word('yourAnswer', language)),
    ...messageBlocks(answer.message),
    ...actionBlocks([...buttons, ...answer.controls]),
    { type: 'divider' },
  ];
}

/** Each channel in one line, with what can be done about its daily post. */
function postBlocks({ posts, language }: Home): types.KnownBlock[] {
  if (posts.length === 0) return [];
  return [
    headerBlock(word('posts', language)),
    ...posts.flatMap(({ channel, message }) => {
      const [lead] = message.parts;
      const name = isDirect(channel) ? word('directMessages', language) : { channel };
      const buttons = message.buttons.filter(
        ({ question }) => question.kind === 'daily' && DOES.has(question.ask.kind),
      );
      return [
        richText([name, '\n', ...(lead?.kind === 'text' ? lead.inlines : [])]),
        ...actionBlocks(askButtons({ ...message, buttons }).map((one) => aimed(one, channel, 'post'))),
      ];
    }),
  ];
}

/** What a click does about a daily post from outside its channel. */
const DOES: ReadonlySet<DailyAsk['kind']> = new Set(['pause', 'resume', 'ask-off']);

/** A button whose click is about a channel, which its action_id names. */
function aimed(control: Control, channel: string, where: string): Control {
  return { ...control, actionId: `${ASK}:in:${channel}:${where}:${control.actionId}` };
}

/** The channel that a click on the Home tab is about; undefined where it is about none. */
export function channelOfAction(actionId: string): string | undefined {
  return /^ask:in:([CDG][A-Z0-9]+):/.exec(actionId)?.[1];
}

function watchedBlocks({ watched, language }: Home): types.KnownBlock[] {
  if (watched.length === 0) return [];
  return [
    headerBlock(word('watched', language)),
    ...actionBlocks(watched.map(({ label, value }, at) => ({ actionId: `${ASK}:watched:${at}`, label, value }))),
    contextBlock([word('watchedHint', language)]),
  ];
}

function rowsOf(controls: readonly Control[]): Control[][] {
  const count = Math.ceil(controls.length / EXAMPLES_IN_ROW);
  return Array.from({ length: count }, (_, row) => controls.slice(row * EXAMPLES_IN_ROW, (row + 1) * EXAMPLES_IN_ROW));
}

/** A search through all figures, whose choices come while somebody types, and beside it the topics. */
function menuBlocks({ language, topics }: Home): types.KnownBlock[] {
  const search: types.ExternalSelect = {
    type: 'external_select',
    action_id: FIND_FIGURE,
    placeholder: plain(word('findFigure', language), LIMITS.placeholder),
    min_query_length: 0,
  };
  const options = optionsOf(topics);
  const menu: types.StaticSelect[] =
    options.length === 0
      ? []
      : [
          {
            type: 'static_select',
            action_id: `${ASK}:topic`,
            placeholder: plain(word('chooseTopic', language), LIMITS.placeholder),
            options,
          },
        ];
  return [{ type: 'actions', elements: [search, ...menu] }];
}

/** Entries as a menu takes them. */
export function optionsOf(entries: readonly Entry[]): types.PlainTextOption[] {
  return entries
    .filter(({ label, value }) => label !== '' && value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.options)
    .map(({ label, value }) => optionOf(label, value));
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '中文', ru: 'Русский' };

function languageMenu({ language, setting }: Home): types.StaticSelect {
  const option = (value: Language | 'auto') =>
    optionOf(value === 'auto' ? word('languageAuto', language) : LANGUAGE_NAMES[value], value);
  return {
    type: 'static_select',
    action_id: CHOOSE_LANGUAGE,
    options: [...LANGUAGES.map(option), option('auto')],
    initial_option: option(setting),
  };
}

/** What a modal is called, and what its buttons say. */
export type Frame = { title: string; close: string };

/** A modal with fields to fill in; `carries` comes back with them. */
export function formView(
  { title, close, send, id, carries }: Frame & { send: string; id: string; carries: string },
  blocks: types.KnownBlock[],
): types.ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: carries,
    title: plain(title, LIMITS.modalTitle),
    submit: plain(send, LIMITS.modalTitle),
    close: plain(close, LIMITS.modalTitle),
    blocks,
  };
}

/** A modal that says one line, with nothing to fill in. */
export function lineView({ title, close }: Frame, line: string): types.ModalView {
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain(close, LIMITS.modalTitle),
    blocks: [richText([line])],
  };
}

/** What stands around a field; one that `reports` tells at once what is chosen in it. */
type Field = { label: string; hint?: string; optional?: boolean; reports?: boolean };

/** A field under its label; its block and its element have one name. */
export function field(
  name: string,
  { label, hint, optional = false, reports = false }: Field,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    optional,
    ...(reports ? { dispatch_action: true } : {}),
    label: plain(label, LIMITS.fieldLabel),
    ...(hint === undefined ? {} : { hint: plain(hint, LIMITS.fieldLabel) }),
    element: { ...element, action_id: name },
  };
}

/** A menu of choices, one of them chosen already. */
export function chooser({
  choices,
  chosen,
}: {
  choices: readonly Choice[];
  chosen: Choice | undefined;
}): types.StaticSelect {
  return {
    type: 'static_select',
    options: choices.slice(0, LIMITS.options).map(({ label, value }) => optionOf(label, value)),
    ...(chosen ? { initial_option: optionOf(chosen.label, chosen.value) } : {}),
  };
}

/** An entry of a menu: what it says, and what it stands for. */
export type Choice = { label: string; value: string };

export function optionOf(label: string, value: string): types.PlainTextOption {
  return { text: plain(label, LIMITS.optionText), value };
}

/** A filled-in form as Slack hands it over, with what it carried. */
export type Submitted = { private_metadata: string; state: { values: Record<string, Record<string, Filled>> } };

/** What was written or chosen in a form by the names of its fields, as far as they are filled in. */
export function filledIn({ state }: Submitted): Map<string, string> {
  return new Map(
    Object.entries(state.values).flatMap(([name, elements]) =>
      Object.values(elements).flatMap(
        ({ value, selected_time: time, selected_option: option, selected_conversation: place }) => {
          const filled = value ?? time ?? option?.value ?? place;
          return filled ? [[name, filled] as const] : [];
        },
      ),
    ),
  );
}

/** What stands in a field. */
type Filled = {
  value?: string | null | undefined;
  selected_time?: string | null | undefined;
  selected_conversation?: string | null | undefined;
  selected_option?: { value: string } | null | undefined;
};

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}
