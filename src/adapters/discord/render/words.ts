import type { Texts } from '../../../data/schema.ts';
import { wordList } from '../../shared/word-list.ts';

/** What the bot says on Discord alone, besides its answers; {braces} are filled in. */
const WORDS = {
  commands: { en: 'Commands: {commands}', zh: '命令：{commands}', ru: 'Команды: {commands}' },
  share: { en: 'Share', zh: '分享', ru: 'Поделиться' },
  sharePart: { en: 'Share {part}/{parts}', zh: '分享 {part}/{parts}', ru: 'Поделиться {part}/{parts}' },
  sharedBy: { en: 'Shared by {name}.', zh: '由 {name} 分享。', ru: 'Поделились: {name}.' },
  sharedBefore: {
    en: 'This has been shared already.',
    zh: '这个回答已经分享过了。',
    ru: 'Этим уже поделились.',
  },
  delete: { en: 'Delete', zh: '删除', ru: 'Удалить' },
  notYours: {
    en: 'Only the person who asked can delete this answer.',
    zh: '只有提问者可以删除这个回答。',
    ru: 'Удалить этот ответ может только тот, кто спросил.',
  },
  welcome: {
    en: 'Hello! Ask me about {about} with {ask}, or mention me. For one fact a day in a channel: {daily}.',
    zh: '大家好！想了解{about}，请用 {ask} 或 @我 提问。每天在频道推送一条数据：{daily}。',
    ru: 'Здравствуйте! Спросите меня {about}: {ask} или упомяните меня. Факт в день в канале: {daily}.',
  },
  oldButton: {
    en: 'That button is out of date. Please ask again, for example with {ask}.',
    zh: '这个按钮已失效，请重新提问，例如用 {ask}。',
    ru: 'Эта кнопка устарела. Спросите, пожалуйста, ещё раз, например через {ask}.',
  },
  unknownCommand: {
    en: 'There is no such command. {help} lists what I can do.',
    zh: '没有这个命令，请用 {help} 查看。',
    ru: 'Такой команды нет. {help} покажет, что я умею.',
  },
  restarting: {
    en: 'I am being restarted. Please ask again in a minute.',
    zh: '我正在重启，请一分钟后再问。',
    ru: 'Я перезапускаюсь. Спросите, пожалуйста, через минуту.',
  },
  failed: {
    en: 'Something went wrong on my side, so I can’t answer that now. Please tell the bot’s administrator: error {id}.',
    zh: '抱歉出错了，现在无法回答。请联系管理员，并提供错误编号 {id}。',
    ru: 'У меня произошла ошибка, сейчас я не могу ответить. Сообщите, пожалуйста, администратору бота: ошибка {id}.',
  },
  tooMany: {
    en: 'That was a lot at once. Please ask again in {seconds} s.',
    zh: '您问得太快了，请在 {seconds} 秒后再问。',
    ru: 'Слишком много вопросов сразу. Спросите, пожалуйста, через {seconds} с.',
  },
  missingPermissions: {
    en: 'I can’t answer in {channel}, since I lack these permissions there: {permissions}. Somebody who manages the server can grant them; here in direct messages I can answer.',
    zh: '我无法在 {channel} 回答，因为在那里缺少这些权限：{permissions}。服务器管理者可以授予；在私信里我可以回答。',
    ru: 'Я не могу ответить в {channel}: там у меня нет прав: {permissions}. Их может дать тот, кто управляет сервером; здесь, в личных сообщениях, я отвечаю.',
  },
} satisfies Record<string, Texts>;

/** One of these sentences in a language. */
export const word = wordList(WORDS);

/** What Discord itself calls the permissions that the bot asks for, so that an administrator finds the switch. */
export const PERMISSION_NAMES: Readonly<Record<string, Texts>> = {
  ViewChannel: { en: 'View Channel', zh: '查看频道', ru: 'Просматривать канал' },
  SendMessages: { en: 'Send Messages', zh: '发送消息', ru: 'Отправлять сообщения' },
  SendMessagesInThreads: {
    en: 'Send Messages in Threads',
    zh: '在子区内发送消息',
    ru: 'Отправлять сообщения в ветках',
  },
  EmbedLinks: { en: 'Embed Links', zh: '嵌入链接', ru: 'Встраивать ссылки' },
  AttachFiles: { en: 'Attach Files', zh: '附加文件', ru: 'Прикреплять файлы' },
  Connect: { en: 'Connect', zh: '连接', ru: 'Подключаться' },
};

/** What somebody needs before they may change a channel's daily post, by the names that Discord's settings show. */
export const NEEDS = {
  right: {
    en: 'the permission Manage Server or Manage Channels',
    zh: '“管理服务器”或“管理频道”权限',
    ru: 'право «Управлять сервером» или «Управлять каналами»',
  },
  bot: {
    en: 'me as a member of this server: open my profile, press Add App and choose the server',
    zh: '我先成为此服务器的成员：打开我的个人资料，点“添加 App”并选择服务器',
    ru: 'моё участие в этом сервере: откройте мой профиль, нажмите «Добавить приложение» и выберите сервер',
  },
  rightByCommand: {
    en: 'the permission Manage Server or Manage Channels, which I can check only where you type /harbin daily on',
    zh: '“管理服务器”或“管理频道”权限（只有用 /harbin daily on 命令时，我才能核实）',
    ru: 'право «Управлять сервером» или «Управлять каналами», а проверить его я могу, только если набрать /harbin daily on',
  },
} satisfies Record<string, Texts>;

/** Who has changed a channel's daily post, by their right to. */
export const KEEPERS = {
  manager: {
    en: 'somebody with Manage Server or Manage Channels',
    zh: '拥有“管理服务器”或“管理频道”权限的成员',
    ru: 'участник с правом «Управлять сервером» или «Управлять каналами»',
  },
} satisfies Record<string, Texts>;
