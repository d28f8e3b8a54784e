import type { CommandName } from '../../../core/commands/commands.ts';
import type { Texts } from '../../../data/schema.ts';

type Name = Omit<Texts, 'en'>;

/** The command's name is the same in every language: it is what documents and people tell each other. */
export const ROOT = 'harbin';

/** What the entry in a message's menu is called. */
export const CHECK_ENTRY: Texts = { en: 'Check this number', zh: '核对这个数字', ru: 'Проверить число' };

/** What the subcommands are called in other languages, within their group; English is their name in the core. */
export const COMMAND_NAMES: Readonly<Record<CommandName, Name>> = {
  ask: { zh: '提问', ru: 'спросить' },
  compare: { zh: '比较', ru: 'сравнить' },
  list: { zh: '列表', ru: 'список' },
  chart: { zh: '图表', ru: 'диаграмма' },
  fact: { zh: '数据', ru: 'факт' },
  source: { zh: '出处', ru: 'источник' },
  check: { zh: '核对', ru: 'сверить' },
  'daily on': { zh: '开启', ru: 'включить' },
  'daily off': { zh: '关闭', ru: 'выключить' },
  'daily status': { zh: '状态', ru: 'состояние' },
  'daily preview': { zh: '预览', ru: 'образец' },
  'daily pause': { zh: '暂停', ru: 'пауза' },
  'daily resume': { zh: '恢复', ru: 'возобновить' },
  'daily log': { zh: '记录', ru: 'журнал' },
  language: { zh: '语言', ru: 'язык' },
  help: { zh: '帮助', ru: 'помощь' },
  about: { zh: '关于', ru: 'о-боте' },
};

/** What the groups of subcommands are called in other languages. */
export const GROUP_NAMES: Readonly<Record<string, Name>> = { daily: { zh: '每日', ru: 'ежедневно' } };

/** What the options are called in other languages; one without an entry keeps its English name. */
export const OPTION_NAMES: Readonly<Record<string, Name>> = {
  question: { zh: '问题', ru: 'вопрос' },
  first: { zh: '第一个', ru: 'первый' },
  second: { zh: '第二个', ru: 'второй' },
  topic: { zh: '主题', ru: 'тема' },
  what: { zh: '内容', ru: 'что' },
  figure: { zh: '数据', ru: 'показатель' },
  claim: { zh: '原话', ru: 'утверждение' },
  language: { zh: '语言', ru: 'язык' },
  time: { zh: '时间', ru: 'время' },
  zone: { zh: '时区', ru: 'пояс' },
  days: { zh: '日期', ru: 'дни' },
  until: { zh: '直到', ru: 'до' },
};

/** The values of an option that is a language, as people read them. */
export const LANGUAGE_NAMES: Readonly<Record<string, Texts>> = {
  en: { en: 'English', zh: 'English（英语）', ru: 'English (английский)' },
  zh: { en: '中文 (Chinese)', zh: '中文', ru: '中文 (китайский)' },
  ru: { en: 'русский (Russian)', zh: 'русский（俄语）', ru: 'русский' },
  auto: { en: 'auto (as each person has it)', zh: '自动（随各人的设置）', ru: 'авто (как у каждого)' },
};
