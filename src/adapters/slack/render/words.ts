import type { Language } from '../../../data/languages.ts';
import type { Texts } from '../../../data/schema.ts';

/** What the bot says only on Slack: labels of its own controls, and the headings of its Home. */
export type SlackWords = {
  share: string;
  shareHint: string;
  shared: string;
  sharedBy: (name: string) => string;
  sharedBefore: string;
  changed: string;
  /** Names the request, which whoever runs the bot finds in the log. */
  failed: (request: string) => string;
  /** Slack did not say whether an answer arrived, or did not take it. */
  unconfirmed: string;
  /** Stands for a person where only an id could. */
  somebody: string;
  outdated: string;
  tooMany: (seconds: number) => string;
  /** Shown in all languages at once, since nothing is looked up any more. */
  crowded: string;
  commands: string;
  examples: string;
  yourAnswer: string;
  today: string;
  figures: string;
  findFigure: string;
  chooseTopic: string;
  allSources: string;
  about: string;
  data: string;
  language: string;
  languageHint: string;
  languageAuto: string;
  homeTitle: string;
};

export const SLACK_WORDS: Record<Language, SlackWords> = {
  en: {
    share: 'Share',
    shareHint: 'Share this answer with everyone here',
    shared: 'Shared with everyone here.',
    sharedBy: (name) => `Shared by ${name}.`,
    sharedBefore: 'This answer has been shared already.',
    changed: 'This answer has changed since. Please ask again, then share it.',
    failed: (request) =>
      `Sorry, something went wrong on my side. Please ask again in a moment; if it happens again, tell the bot’s administrator: error ${request}.`,
    somebody: 'a member',
    unconfirmed: 'Slack did not confirm my answer to you. If you don’t see it, please ask again.',
    outdated: 'This button is out of date. Please ask in words: /harbin how many labs?',
    tooMany: (seconds) => `That was a lot at once. Please ask again in ${seconds} s.`,
    crowded: 'Very many people are asking at this moment. Please ask again in a minute.',
    commands: 'Commands',
    examples: 'Try one of these',
    yourAnswer: 'Your answer',
    today: 'Today’s fact',
    figures: 'All figures',
    findFigure: 'Find a figure',
    chooseTopic: 'Choose a topic',
    allSources: 'All sources',
    about: 'About',
    data: 'Where the figures come from',
    language: 'Your language',
    languageHint: 'For this page, for help and for messages to you. A question is answered in its own language.',
    languageAuto: 'As in my Slack profile',
    homeTitle: 'Harbin’s innovation figures',
  },
  zh: {
    share: '分享',
    shareHint: '把这个回答分享给这里的所有人',
    shared: '已分享给这里的所有人。',
    sharedBy: (name) => `由 ${name} 分享。`,
    sharedBefore: '这个回答已经分享过了。',
    changed: '这个回答已有变化，请重新提问后再分享。',
    failed: (request) =>
      `抱歉，我这边出了点问题，请稍后再问一次；如果再次出现，请联系管理员，并提供错误编号 ${request}。`,
    somebody: '一位成员',
    unconfirmed: 'Slack 没有确认给您的回答是否送达。如果没有看到，请再问一次。',
    outdated: '这个按钮已失效，请直接用文字提问，例如：/harbin 有多少个重点实验室？',
    tooMany: (seconds) => `您问得太快了，请在 ${seconds} 秒后再问。`,
    crowded: '此刻提问的人太多，请一分钟后再问。',
    commands: '命令',
    examples: '试试这些问题',
    yourAnswer: '回答',
    today: '今日数据',
    figures: '全部数据',
    findFigure: '查找数据',
    chooseTopic: '选择主题',
    allSources: '全部来源',
    about: '关于',
    data: '数据来源',
    language: '您的语言',
    languageHint: '用于本页、帮助和给您的消息。提问用什么语言，回答就用什么语言。',
    languageAuto: '跟随我的 Slack 设置',
    homeTitle: '哈尔滨创新数据',
  },
  ru: {
    share: 'Поделиться',
    shareHint: 'Показать этот ответ всем здесь',
    shared: 'Ответ показан всем здесь.',
    sharedBy: (name) => `Поделились: ${name}.`,
    sharedBefore: 'Этим ответом уже поделились.',
    changed: 'Этот ответ с тех пор изменился. Спросите ещё раз и поделитесь новым.',
    failed: (request) =>
      `Извините, что-то сломалось. Спросите ещё раз чуть позже; если это повторится, сообщите администратору бота: ошибка ${request}.`,
    somebody: 'участник',
    unconfirmed: 'Slack не подтвердил, что мой ответ дошёл. Если вы его не видите, спросите ещё раз.',
    outdated: 'Эта кнопка устарела. Спросите словами: /harbin сколько ключевых лабораторий?',
    tooMany: (seconds) => `Слишком много вопросов сразу. Спросите, пожалуйста, через ${seconds} с.`,
    crowded: 'Сейчас спрашивают очень многие. Спросите, пожалуйста, через минуту.',
    commands: 'Команды',
    examples: 'Попробуйте спросить',
    yourAnswer: 'Ответ',
    today: 'Факт дня',
    figures: 'Все показатели',
    findFigure: 'Найти показатель',
    chooseTopic: 'Выбрать тему',
    allSources: 'Все источники',
    about: 'О боте',
    data: 'Откуда взяты показатели',
    language: 'Ваш язык',
    languageHint: 'Для этой страницы, справки и сообщений вам. На вопрос я отвечаю на его языке.',
    languageAuto: 'Как в моём профиле Slack',
    homeTitle: 'Инновационные показатели Харбина',
  },
};

/** What a person needs before they may change a channel's daily post. */
export const NEEDS = {
  admin: {
    en: 'the role of a workspace admin or owner',
    zh: '工作区管理员或所有者身份',
    ru: 'роль администратора или владельца рабочего пространства',
  },
  readableAdmin: {
    en: 'the role of a workspace admin or owner, which I can only see once my permission users:read is granted',
    zh: '工作区管理员或所有者身份（授予我 users:read 权限后，我才能看到这一身份）',
    ru: 'роль администратора или владельца рабочего пространства, а увидеть её я могу, только если мне дать разрешение users:read',
  },
  place: {
    en: 'a channel, or a direct message with me',
    zh: '一个频道，或与我的私信',
    ru: 'канал или личная переписка со мной',
  },
} satisfies Record<string, Texts>;

/** What the bot needs before it may post in a channel. */
export const RIGHTS = {
  posting: {
    en: 'posting permission in this channel (channel settings)',
    zh: '本频道的发言权限（频道设置）',
    ru: 'право писать в этом канале (настройки канала)',
  },
} satisfies Record<string, Texts>;

/** Who has changed a channel's daily post, by their right to. */
export const KEEPERS = {
  admin: {
    en: 'a workspace admin',
    zh: '工作区管理员',
    ru: 'администратор рабочего пространства',
  },
  member: { en: 'a member of this channel', zh: '频道成员', ru: 'участник канала' },
} satisfies Record<string, Texts>;
