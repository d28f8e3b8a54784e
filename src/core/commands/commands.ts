// src/core/commands: the commands as data, how they are read and completed.
// Imported by: core, adapters.

import type { Language, Texts } from '../../data/schema.ts';

/** What a command's argument holds, so that a surface can help to fill it in. */
type ArgumentKind = 'text' | 'figure' | 'topic' | 'language' | 'time' | 'zone' | 'days' | 'date';

export type Argument = { name: string; kind: ArgumentKind; required: boolean; description: Texts };

/** A command as data: help, registration and reading all derive from it. */
export type Command = {
  name: CommandName;
  description: Texts;
  arguments: readonly Argument[];
  /** Answers that concern the asker alone wherever the surface can tell people apart. */
  private?: true;
};

export type CommandName =
  | 'ask'
  | 'compare'
  | 'list'
  | 'chart'
  | 'fact'
  | 'source'
  | 'check'
  | 'daily setup'
  | 'daily on'
  | 'daily off'
  | 'daily status'
  | 'daily preview'
  | 'daily pause'
  | 'daily resume'
  | 'daily log'
  | 'watch'
  | 'language'
  | 'help'
  | 'about';

/** What the commands of two words have in common, by their first word. */
export const GROUPS: Readonly<Record<string, { description: Texts }>> = {
  daily: {
    description: {
      en: 'One fact a day in this channel',
      zh: '每天在本频道推送一条数据',
      ru: 'Один факт в день в этом канале',
    },
  },
};

const figure = (name: string, required: boolean): Argument => ({
  name,
  kind: 'figure',
  required,
  description: { en: 'A figure, in your own words', zh: '用自己的话说明数据', ru: 'Показатель своими словами' },
});

const topic: Argument = {
  name: 'topic',
  kind: 'topic',
  required: false,
  description: {
    en: 'A topic; all figures without one',
    zh: '主题；不填则列出全部',
    ru: 'Тема; без неё все показатели',
  },
};

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
          en: 'A figure, year, place: how many, how much, when?',
          zh: '数据、年份或地区：多少？何时？',
          ru: 'Показатель, год, место: сколько, когда?',
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
    arguments: [topic],
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
    description: { en: 'One fact, not the one just shown', zh: '随机一条数据', ru: 'Случайный факт, каждый раз новый' },
    arguments: [],
  },
  {
    name: 'source',
    description: { en: 'Where a figure comes from', zh: '数据的出处', ru: 'Откуда взят показатель' },
    arguments: [figure('figure', false)],
  },
  {
    name: 'check',
    description: {
      en: 'Check a claim against the sources',
      zh: '核对一段话里的数字',
      ru: 'Сверить чьи-то слова с источниками',
    },
    arguments: [
      {
        name: 'claim',
        kind: 'text',
        required: true,
        description: {
          en: 'A sentence or paragraph with numbers; only you see the answer',
          zh: '含有数字的一句或一段话；回答仅您可见',
          ru: 'Фраза или абзац с числами; ответ видите только вы',
        },
      },
    ],
    private: true,
  },
  {
    name: 'daily setup',
    description: {
      en: 'Choose hour, days and topic of the daily post here',
      zh: '选择本频道每日推送的时间、日期和主题',
      ru: 'Выбрать время, дни и тему ежедневного факта здесь',
    },
    arguments: [],
    private: true,
  },
  {
    name: 'daily on',
    description: {
      en: 'Post a fact a day in this channel',
      zh: '每天在本频道推送一条数据',
      ru: 'Публиковать в этом канале факт в день',
    },
    arguments: [
      {
        name: 'time',
        kind: 'time',
        required: false,
        description: {
          en: 'Such as 9:30; 09:00 at first',
          zh: '例如9:30；默认09:00',
          ru: 'Например, 9:30; сначала 09:00',
        },
      },
      {
        name: 'zone',
        kind: 'zone',
        required: false,
        description: {
          en: 'A city or time zone, such as Moscow',
          zh: '城市或时区，例如北京',
          ru: 'Город или часовой пояс, например Москва',
        },
      },
      {
        name: 'days',
        kind: 'days',
        required: false,
        description: {
          en: 'Every day, weekdays, workdays, or such as mon wed fri',
          zh: '每天、周一至周五、工作日，或例如周一周三周五',
          ru: 'Каждый день, по будням, рабочие дни или, например, пн ср пт',
        },
      },
      {
        name: 'topic',
        kind: 'topic',
        required: false,
        description: { en: 'What about; all topics at first', zh: '主题；默认全部主题', ru: 'О чём; сначала обо всём' },
      },
    ],
    private: true,
  },
  {
    name: 'daily off',
    description: { en: 'Stop the daily post here', zh: '停止本频道的每日推送', ru: 'Выключить ежедневный факт здесь' },
    arguments: [],
    private: true,
  },
  {
    name: 'daily status',
    description: {
      en: 'When the next posts come, and who set them up',
      zh: '接下来何时推送，由谁设置',
      ru: 'Когда следующие публикации и кто их настроил',
    },
    arguments: [],
    private: true,
  },
  {
    name: 'daily preview',
    description: {
      en: 'What a post looks like, for you alone',
      zh: '预览推送，仅您可见',
      ru: 'Как выглядит публикация; видно только вам',
    },
    arguments: [],
    private: true,
  },
  {
    name: 'daily pause',
    description: {
      en: 'Pause the daily post, until a day or resumed',
      zh: '暂停每日推送，到某日或直到恢复',
      ru: 'Приостановить до даты или до включения',
    },
    arguments: [
      {
        name: 'until',
        kind: 'date',
        required: false,
        description: {
          en: 'The first day with a post again: 1 December, a week',
          zh: '恢复推送的日期：12月1日、一周',
          ru: 'День, с которого снова публиковать: 1 декабря, неделя',
        },
      },
    ],
    private: true,
  },
  {
    name: 'daily resume',
    description: { en: 'Go on with the daily post', zh: '恢复每日推送', ru: 'Возобновить ежедневный факт' },
    arguments: [],
    private: true,
  },
  {
    name: 'daily log',
    description: {
      en: 'The last ten posts: sent, late, skipped, failed',
      zh: '最近十次推送：已发、迟发、跳过、失败',
      ru: 'Последние десять публикаций: что вышло, что нет',
    },
    arguments: [],
    private: true,
  },
  {
    name: 'watch',
    description: {
      en: 'Tell this channel when a figure changes; off ends it',
      zh: '数据有更新或更正时通知本频道；off取消',
      ru: 'Сообщать в канал об изменении показателя; off отменит',
    },
    arguments: [
      {
        name: 'figure',
        kind: 'figure',
        required: false,
        description: {
          en: 'A figure in your own words, or off; without one the list',
          zh: '用自己的话说明数据，或off；不填则列出已关注的',
          ru: 'Показатель своими словами или off; без него список',
        },
      },
    ],
    private: true,
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

/** The names that a language setting goes by. */
export const LANGUAGE_CHOICES: readonly (Language | 'auto')[] = ['en', 'zh', 'ru', 'auto'];
