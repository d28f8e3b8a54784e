import type { Texts } from '../../../data/schema.ts';
import { wordList } from '../../shared/word-list.ts';

/** What the bot says only on Slack: labels of its own controls, and the headings of its Home; {braces} are filled in. */
const WORDS = {
  share: { en: 'Share', zh: '分享', ru: 'Поделиться' },
  shareHint: {
    en: 'Share this answer with everyone here',
    zh: '把这个回答分享给这里的所有人',
    ru: 'Показать этот ответ всем здесь',
  },
  shared: { en: 'Shared with everyone here.', zh: '已分享给这里的所有人。', ru: 'Ответ показан всем здесь.' },
  sharedBy: { en: 'Shared by {name}.', zh: '由 {name} 分享。', ru: 'Поделились: {name}.' },
  sharedBefore: {
    en: 'This answer has been shared already.',
    zh: '这个回答已经分享过了。',
    ru: 'Этим ответом уже поделились.',
  },
  delete: { en: 'Delete', zh: '删除', ru: 'Удалить' },
  deleteHint: {
    en: 'Delete this answer; only the person who asked may',
    zh: '删除这个回答（仅限提问者）',
    ru: 'Удалить этот ответ; может только тот, кто спросил',
  },
  notYours: {
    en: 'Only the person who asked can delete this answer.',
    zh: '只有提问者可以删除这个回答。',
    ru: 'Удалить этот ответ может только тот, кто спросил.',
  },
  changed: {
    en: 'This answer has changed since. Please ask again, then share it.',
    zh: '这个回答已有变化，请重新提问后再分享。',
    ru: 'Этот ответ с тех пор изменился. Спросите ещё раз и поделитесь новым.',
  },
  /** The request id is the one in the log. */
  failed: {
    en: 'Sorry, something went wrong on my side. Please ask again in a moment; if it happens again, tell the bot’s administrator: error {id}.',
    zh: '抱歉，我这边出了点问题，请稍后再问一次；如果再次出现，请联系管理员，并提供错误编号 {id}。',
    ru: 'Извините, что-то сломалось. Спросите ещё раз чуть позже; если это повторится, сообщите администратору бота: ошибка {id}.',
  },
  /** Said once in a channel, when the bot is invited to it. */
  welcome: {
    en: 'Hello! Ask me about {about}: write /harbin or mention me. For one fact a day here: /harbin daily.',
    zh: '大家好！想了解{about}，请输入 /harbin 或 @我 提问。每天在这里推送一条数据：/harbin daily。',
    ru: 'Здравствуйте! Спросите меня {about}: напишите /harbin или упомяните меня. Факт в день в этом канале: /harbin daily.',
  },
  /** Stands for a person where only an id could. */
  somebody: { en: 'a member', zh: '一位成员', ru: 'участник' },
  /** Slack did not say whether an answer arrived, or did not take it. */
  unconfirmed: {
    en: 'Slack did not confirm my answer to you. If you don’t see it, please ask again.',
    zh: 'Slack 没有确认给您的回答是否送达。如果没有看到，请再问一次。',
    ru: 'Slack не подтвердил, что мой ответ дошёл. Если вы его не видите, спросите ещё раз.',
  },
  outdated: {
    en: 'This button is out of date. Please ask again in words, behind /harbin.',
    zh: '这个按钮已失效，请在 /harbin 后面直接用文字提问。',
    ru: 'Эта кнопка устарела. Спросите словами после /harbin.',
  },
  tooMany: {
    en: 'That was a lot at once. Please ask again in {seconds} s.',
    zh: '您问得太快了，请在 {seconds} 秒后再问。',
    ru: 'Слишком много вопросов сразу. Спросите, пожалуйста, через {seconds} с.',
  },
  /** Shown in all languages at once, since nothing is looked up any more. */
  crowded: {
    en: 'Very many people are asking at this moment. Please ask again in a minute.',
    zh: '此刻提问的人太多，请一分钟后再问。',
    ru: 'Сейчас спрашивают очень многие. Спросите, пожалуйста, через минуту.',
  },
  commands: { en: 'Commands', zh: '命令', ru: 'Команды' },
  examples: { en: 'Try one of these', zh: '试试这些问题', ru: 'Попробуйте спросить' },
  yourAnswer: { en: 'Your answer', zh: '回答', ru: 'Ответ' },
  posts: { en: 'Your daily facts', zh: '您设置的每日数据', ru: 'Ваши ежедневные факты' },
  directMessages: { en: 'Messages with me', zh: '与我的私信', ru: 'Сообщения со мной' },
  today: { en: 'Today’s fact', zh: '今日数据', ru: 'Факт дня' },
  figures: { en: 'All figures', zh: '全部数据', ru: 'Все показатели' },
  findFigure: { en: 'Find a figure', zh: '查找数据', ru: 'Найти показатель' },
  watched: { en: 'Figures you watch', zh: '您关注的数据', ru: 'Вы следите за показателями' },
  watchedHint: {
    en: 'You are told in the channel where you wrote /harbin watch. To stop, write /harbin watch off there.',
    zh: '如有变动，会在您输入 /harbin watch 的频道通知。在那里输入 /harbin watch off 可取消关注。',
    ru: 'Об изменениях я пишу в канале, где вы написали /harbin watch. Остановить: там же /harbin watch off.',
  },
  chooseTopic: { en: 'Choose a topic', zh: '选择主题', ru: 'Выбрать тему' },
  allSources: { en: 'All sources', zh: '全部来源', ru: 'Все источники' },
  about: { en: 'About', zh: '关于', ru: 'О боте' },
  data: { en: 'Where the figures come from', zh: '数据来源', ru: 'Откуда взяты показатели' },
  language: { en: 'Your language', zh: '您的语言', ru: 'Ваш язык' },
  languageHint: {
    en: 'For this page, for help and for messages to you. A question is answered in its own language.',
    zh: '用于本页、帮助和给您的消息。提问用什么语言，回答就用什么语言。',
    ru: 'Для этой страницы, справки и сообщений вам. На вопрос я отвечаю на его языке.',
  },
  languageAuto: { en: 'As in my Slack profile', zh: '跟随我的 Slack 设置', ru: 'Как в моём профиле Slack' },
} satisfies Record<string, Texts>;

/** One of these sentences in a language. */
export const word = wordList(WORDS);

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
