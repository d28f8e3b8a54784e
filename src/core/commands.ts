import type { Language, Texts } from '../data/schema.ts';

/** What a command's argument holds, so that a surface can help to fill it in. */
type ArgumentKind = 'text' | 'figure' | 'topic' | 'language';

export type Argument = { name: string; kind: ArgumentKind; required: boolean; description: Texts };

/** A command as data: help, registration and reading all derive from it. */
export type Command = {
  name: CommandName;
  description: Texts;
  arguments: readonly Argument[];
  /** Answers that concern the asker alone wherever the surface can tell people apart. */
  private?: true;
};

export type CommandName = 'ask' | 'compare' | 'list' | 'chart' | 'fact' | 'source' | 'language' | 'help' | 'about';

const figure = (name: string, required: boolean): Argument => ({
  name,
  kind: 'figure',
  required,
  description: { en: 'A figure, in your own words', zh: '用自己的话说明数据', ru: 'Показатель своими словами' },
});

export const COMMANDS: readonly Command[] = [
  {
    name: 'ask',
    description: {
      en: 'Ask about a figure in your own words',
      zh: '用自己的话询问数据',
      ru: 'Спросить о показателе своими словами',
    },
    arguments: [
      {
        name: 'question',
        kind: 'figure',
        required: true,
        description: {
          en: 'For example: how many key labs?',
          zh: '例如：有多少个重点实验室？',
          ru: 'Например: сколько ключевых лабораторий?',
        },
      },
    ],
  },
  {
    name: 'compare',
    description: { en: 'Set two figures side by side', zh: '并列比较两个数据', ru: 'Сопоставить два показателя' },
    arguments: [figure('first', true), figure('second', true)],
  },
  {
    name: 'list',
    description: { en: 'List the figures, by topic', zh: '按主题列出数据', ru: 'Перечислить показатели по теме' },
    arguments: [
      {
        name: 'topic',
        kind: 'topic',
        required: false,
        description: {
          en: 'A topic; all figures without one',
          zh: '主题；不填则列出全部',
          ru: 'Тема; без неё все показатели',
        },
      },
    ],
  },
  {
    name: 'chart',
    description: {
      en: 'Draw figures as bars, with their numbers',
      zh: '把数据画成条形图并附数字',
      ru: 'Показать показатели столбцами с числами',
    },
    arguments: [
      {
        name: 'what',
        kind: 'figure',
        required: true,
        description: { en: 'Figures or a topic', zh: '数据或主题', ru: 'Показатели или тема' },
      },
    ],
  },
  {
    name: 'fact',
    description: { en: 'One fact about Harbin', zh: '一条哈尔滨数据', ru: 'Один факт о Харбине' },
    arguments: [],
  },
  {
    name: 'source',
    description: { en: 'Where a figure comes from', zh: '数据的出处', ru: 'Откуда взят показатель' },
    arguments: [figure('figure', false)],
  },
  {
    name: 'language',
    description: { en: 'Set the language of this channel', zh: '设置本频道的语言', ru: 'Выбрать язык этого канала' },
    arguments: [
      {
        name: 'language',
        kind: 'language',
        required: false,
        description: { en: 'en, zh, ru or auto', zh: 'en、zh、ru 或 auto', ru: 'en, zh, ru или auto' },
      },
    ],
    private: true,
  },
  {
    name: 'help',
    description: {
      en: 'What you can ask, with examples',
      zh: '可以问什么，附示例',
      ru: 'Что можно спросить, с примерами',
    },
    arguments: [],
    private: true,
  },
  {
    name: 'about',
    description: {
      en: 'Data date, sources, privacy, version',
      zh: '数据日期、来源、隐私、版本',
      ru: 'Дата данных, источники, приватность, версия',
    },
    arguments: [],
    private: true,
  },
];

/** A command with what was typed behind it. */
export type Invocation = { command: CommandName; values: readonly string[] };

/** Reads "compare labs, centres" or "list research"; undefined where the text is no command but a question. */
export function readCommand(text: string): Invocation | undefined {
  const [, word = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = COMMANDS.find(({ name }) => name === word.toLowerCase());
  if (!command) return undefined;
  const most = command.arguments.length;
  // "list all the universities you know" and "source of this?" are sentences; a bare command takes at most what it needs.
  if (most === 0 && rest.trim() !== '') return undefined;
  if (command.name === 'compare') return { command: 'compare', values: splitPair(rest) };
  return { command: command.name, values: rest.trim() === '' ? [] : [rest.trim()] };
}

/** The two sides of "labs and centres", "labs, centres", "labs vs centres". */
function splitPair(text: string): string[] {
  // Squeezed first, so that a message of spaces costs no more than its length.
  const squeezed = text.replace(/\s+/g, ' ').trim();
  const sides = squeezed
    .split(/ ?(?:,|;|，|、|\bvs\.?(?= )|\bversus\b|\bwith\b|\band\b|和|与|跟| и | с ) ?/iu)
    .map((side) => side.trim())
    .filter(Boolean);
  return sides.length === 2 ? sides : [squeezed].filter(Boolean);
}

/** The names that a language setting goes by. */
export const LANGUAGE_CHOICES: readonly (Language | 'auto')[] = ['en', 'zh', 'ru', 'auto'];
