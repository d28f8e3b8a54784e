import type { CommandName } from '../../../core/commands/commands.ts';
import type { Language, Texts } from '../../../data/schema.ts';

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
  'daily setup': { zh: '设置', ru: 'настроить' },
  'daily on': { zh: '开启', ru: 'включить' },
  'daily off': { zh: '关闭', ru: 'выключить' },
  'daily status': { zh: '状态', ru: 'состояние' },
  'daily preview': { zh: '预览', ru: 'образец' },
  'daily pause': { zh: '暂停', ru: 'пауза' },
  'daily resume': { zh: '恢复', ru: 'возобновить' },
  'daily log': { zh: '记录', ru: 'журнал' },
  watch: { zh: '关注', ru: 'следить' },
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

/** Discord's names of the languages that the commands are shown in, besides English as it is written in the code. */
export type Localised = { 'en-GB': string; ru: string; 'zh-CN': string; 'zh-TW': string };

/** The language of the first locale that the bot speaks; Discord names about thirty. */
export function languageOfLocale(...locales: (string | null | undefined)[]): Language | undefined {
  for (const locale of locales) {
    const [language] = (locale ?? '').split('-');
    if (language === 'en' || language === 'zh' || language === 'ru') return language;
  }
  return undefined;
}

/** A text in every locale. */
export function localised({ en, zh, ru }: Texts): Localised {
  return { 'en-GB': en, ru, 'zh-CN': zh, 'zh-TW': TRADITIONAL[zh] ?? zh };
}

/**
 * What the commands say in Traditional Chinese as it is written in Taiwan, by the Simplified text. Converting them when
 * the bot starts would need a dictionary of 40 MB; a test tells which entry is missing.
 */
const TRADITIONAL: Readonly<Record<string, string>> = {
  '询问数据，每条都注明出处和日期': '詢問數據，每條都註明出處和日期',
  提问: '提問',
  用自己的话询问数据: '用自己的話詢問數據',
  问题: '問題',
  '数据、年份或地区：多少？何时？': '數據、年份或地區：多少？何時？',
  比较: '比較',
  并列比较两个数据: '並列比較兩個數據',
  第一个: '第一個',
  用自己的话说明数据: '用自己的話說明數據',
  第二个: '第二個',
  按主题列出数据: '按主題列出數據',
  主题: '主題',
  '主题；不填则列出全部': '主題；不填則列出全部',
  图表: '圖表',
  把数据画成条形图并附数字: '把數據畫成條形圖並附數字',
  内容: '內容',
  数据或主题: '數據或主題',
  数据: '數據',
  随机一条数据: '隨機一條數據',
  出处: '出處',
  数据的出处: '數據的出處',
  语言: '語言',
  设置本频道的语言: '設定本頻道的語言',
  'English（英语）': 'English（英語）',
  'русский（俄语）': 'русский（俄語）',
  '自动（随各人的设置）': '自動（隨各人的設定）',
  帮助: '幫助',
  '可以问什么，附示例': '可以問什麼，附示例',
  关于: '關於',
  关注: '關注',
  '数据有更新或更正时通知本频道；off取消': '數據有更新或更正時通知本頻道；off取消',
  '用自己的话说明数据，或off；不填则列出已关注的': '用自己的話說明數據，或off；不填則列出已關注的',
  '数据日期、来源、隐私、版本': '數據日期、來源、隱私、版本',
  核对这个数字: '核對這個數字',
  核对: '核對',
  核对一段话里的数字: '核對一段話裡的數字',
  原话: '原話',
  '含有数字的一句或一段话；回答仅您可见': '含有數字的一句或一段話；回答僅您可見',
  每天在本频道推送一条数据: '每天在本頻道推送一條數據',
  设置: '設定',
  '选择本频道每日推送的时间、日期和主题': '選擇本頻道每日推送的時間、日期和主題',
  开启: '開啟',
  时间: '時間',
  '例如9:30；默认09:00': '例如9:30；預設09:00',
  时区: '時區',
  '城市或时区，例如北京': '城市或時區，例如北京',
  '每天、周一至周五、工作日，或例如周一周三周五': '每天、週一至週五、工作日，或例如週一週三週五',
  '主题；默认全部主题': '主題；預設全部主題',
  关闭: '關閉',
  停止本频道的每日推送: '停止本頻道的每日推送',
  状态: '狀態',
  '接下来何时推送，由谁设置': '接下來何時推送，由誰設定',
  预览: '預覽',
  '预览推送，仅您可见': '預覽推送，僅您可見',
  暂停: '暫停',
  '暂停每日推送，到某日或直到恢复': '暫停每日推送，到某日或直到恢復',
  '恢复推送的日期：12月1日、一周': '恢復推送的日期：12月1日、一週',
  恢复: '恢復',
  恢复每日推送: '恢復每日推送',
  记录: '記錄',
  '最近十次推送：已发、迟发、跳过、失败': '最近十次推送：已發、遲發、跳過、失敗',
};
