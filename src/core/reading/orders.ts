import type { Dialogue } from '../conversation/dialogue.ts';
import type { DailyAsk } from '../daily/ask.ts';
import { spokenUntil, spokenWish } from '../daily/reading/spoken.ts';
import type { Question } from '../question.ts';
import type { Examination } from './examine.ts';
import type { Percept } from './perceive.ts';
import { createPhrases, type Phrase } from './phrases.ts';
import { withoutEntities, wordsIn } from './turn.ts';

/** What somebody wants the bot to do, as far as it is said in words rather than as a command. */
type Order = 'on' | 'off' | 'pause' | 'resume' | 'status' | 'preview' | 'language' | 'export' | 'report' | 'fact';

/** Orders that name what they are about: whatever stands around them. */
export const ORDERS: readonly Phrase<Order>[] = [
  {
    name: 'off',
    en: 'unsubscribe(?: me)?|(?:stop|cancel|kill|end|disable|remove|turn off|switch off|shut off)(?: \\S+){0,3} (?:daily|posts?|posting|pings?|pinging|notifications?|updates?|facts?|reminders?|(?:morning|evening|daily) (?:thing|message|messages|one))|no more (?:daily|posts?|pings?|updates?|facts?)',
    zh: '退订|取消(?:每[日天]|推送|订阅|提醒)|(?:关|停)(?:掉|了|闭|止)?(?:每[日天]|推送|提醒)|(?:每[日天](?:推送)?|推送|提醒)(?:关|停|取消)(?:掉|了|闭)?|别再?(?:给我)?(?:推|发)了?|不要再?(?:推|发)了?',
    ru: 'отпиш\\p{L}*|отписк\\p{L}*|(?:останови\\p{L}*|отключи\\p{L}*|выключи\\p{L}*|отмени\\p{L}*|убери\\p{L}*|прекрати\\p{L}*)(?: \\S+){0,3} (?:рассылк\\p{L}*|ежедневн\\p{L}*|факт\\p{L}*|уведомлени\\p{L}*|публикаци\\p{L}*|пост\\p{L}*)|(?:больше )?не (?:присылай|шли|пиши|публикуй)\\p{L}*',
    examples: {
      en: ['nvm stop the pings', 'kill the morning thing, changed my mind', 'cancel the daily post', 'unsubscribe'],
      zh: ['退订', '取消每日推送', '推送关了吧', '别再推了'],
      ru: ['отключи рассылку', 'больше не присылай', 'отпишите меня', 'выключи ежедневный факт'],
    },
  },
  {
    name: 'pause',
    en: '(?:pause|suspend|hold|snooze|mute)(?: \\S+){0,3} (?:daily|posts?|pings?|updates?|facts?|thing)|(?:pause|suspend|snooze|mute) (?:it|that|this|them)',
    zh: '(?:先|帮我)?(?:暂停|停)(?:几天|一?周|一下|到)|暂停(?:每[日天]|推送)|(?:每[日天](?:推送)?|推送)(?:先)?暂停',
    ru: '(?:рассылк\\p{L}*|факт\\p{L}*|публикаци\\p{L}*|пост\\p{L}*)(?: \\S+){0,2} (?:на )?пауз\\p{L}*|(?:приостанови\\p{L}*|поставь\\p{L}* на паузу)(?: \\S+){0,2}',
    examples: {
      en: ['wait can u pause that til monday', 'pause the daily post', 'mute the updates for a week'],
      zh: ['先暂停几天，我出差', '暂停推送', '每日推送先暂停'],
      ru: ['рассылку пока на паузу, отпуск', 'приостанови публикации', 'поставь на паузу'],
    },
  },
  {
    name: 'resume',
    en: '(?:resume|restart|unpause|turn back on|bring back)(?: \\S+){0,2} (?:daily|posts?|posting|pings?|updates?|facts?)|(?:unpause|resume)(?: (?:it|that|them))?',
    zh: '恢复(?:每[日天]|推送)|(?:继续|重新)(?:推送|推|发送)|(?:每[日天](?:推送)?|推送)恢复',
    ru: '(?:возобнови\\p{L}*|верни\\p{L}*|включи\\p{L}* снова|продолж\\p{L}*) (?:рассылк\\p{L}*|ежедневн\\p{L}*|факт\\p{L}*|публик\\p{L}*)|возобнови\\p{L}*',
    examples: {
      en: ['unpause', 'resume the daily post', 'bring back the facts'],
      zh: ['恢复推送', '继续推送', '每日推送恢复吧'],
      ru: ['возобнови рассылку', 'верни ежедневный факт', 'продолжай публикации'],
    },
  },
  {
    name: 'status',
    en: '(?:when|what time)(?: \\S+){0,3} (?:next|daily) (?:post|fact|update|one)|(?:is|are) (?:the )?daily (?:posts?|facts?|updates?) on|status of the daily (?:post|fact)|daily (?:post|fact) (?:status|settings)',
    zh: '(?:推送|每日推送)(?:的)?(?:状态|设置|是几点|几点|开着|开了)|(?:几点|什么时候)(?:推送|给我推)|下(?:一)?次推送',
    ru: '(?:когда|во сколько)(?: \\S+){0,2} (?:следующ\\p{L}+|ежедневн\\p{L}+) (?:пост|факт|публикаци\\p{L}*)|включена ли рассылка|(?:состояние|настройки) (?:рассылки|публикаций)',
    examples: {
      en: ['when is the next post', 'is the daily post on?', 'daily fact settings'],
      zh: ['推送状态', '几点推送', '下次推送是什么时候'],
      ru: ['когда следующая публикация', 'включена ли рассылка', 'состояние рассылки'],
    },
  },
  {
    name: 'on',
    en: '(?:post|send|drop|share|ping|message|remind|push|deliver|schedule|set up|subscribe|give me|show me|tell me|want|do)\\b.{0,40}\\b(?:daily|every ?(?:single )?(?:day|morning|evening|noon|weekday|workday|monday|tuesday|wednesday|thursday|friday)|each (?:day|morning|evening)|once a day|a day)|(?:daily|every ?(?:day|morning|evening)|each (?:day|morning))\\b.{0,30}\\b(?:post|ping|reminder|digest|push|notification)|subscribe(?: me)?',
    zh: '每(?:[日天]|个?工作日|周[一二三四五六日])(?:早上|早晨|中午|晚上|上午|下午|早)?.{0,14}(?:推|发|播|提醒|来一?条|给我)|(?:推送?|发|提醒).{0,8}每[日天]|订阅|定时(?:推送|发)|(?:开启|打开|设置)每[日天]推送',
    ru: '(?:присыл\\p{L}*|отправля\\p{L}*|шли\\p{L}*|публику\\p{L}*|постав\\p{L}*|напомина\\p{L}*|кида\\p{L}*|скидыва\\p{L}*|хочу|пиши\\p{L}*|настро\\p{L}*|дела\\p{L}*)[^.!?]{0,40}(?:кажд\\p{L}+ (?:день|утро|вечер|будн\\p{L}+)|ежедневн\\p{L}*|по утрам|по вечерам|раз в день|по будням)|(?:кажд\\p{L}+ (?:день|утро)|ежедневно|по утрам|по будням)[^.!?]{0,30}(?:присыл\\p{L}*|шли\\p{L}*|факт\\p{L}*|публик\\p{L}*|напомин\\p{L}*)|подпи(?:ши|шите|сать|саться)\\p{L}*',
    examples: {
      en: [
        'can you do a daily post at 8:30 then',
        'remind me every morning',
        'ping me w a stat every day at noon',
        'send me one figure each morning at 6.45',
      ],
      zh: ['对了你能不能每天早上七点半给我推一条', '每天中午发我一条呗', '订阅', '每个工作日9点推送'],
      ru: [
        'поставь на этот канал ежедневный факт на 15:00',
        'хочу каждый день в 7 утра цифру для рубрики',
        'присылай по утрам факт',
        'подпиши меня',
      ],
    },
  },
];

/** Orders that are a whole message, but for words that ask nothing. */
export const BARE_ORDERS: readonly Phrase<Order>[] = [
  {
    name: 'off',
    en: 'stop(?: it| that| this| please| now)?|(?:turn|switch|shut) (?:it|that|this|them) off|turn off|cancel (?:it|that|this|them)?',
    zh: '停|停下|停止|关掉|关了|关闭|取消',
    ru: 'стоп|останови\\p{L}*|выключи\\p{L}*|отключи\\p{L}*|отмени\\p{L}*',
    examples: {
      en: ['stop', 'turn it off', 'ok cancel it'],
      zh: ['停', '关掉', '算了关了吧'],
      ru: ['стоп', 'выключи', 'отключи это'],
    },
  },
  {
    name: 'language',
    en: '(?:(?:switch|change|set)(?: it| the language)?|speak|talk|answer|reply|respond|write|can you (?:do|speak)|in) ?(?:to |in |into )?(?:english|chinese|russian|mandarin)|(?:english|russian|chinese)|(?:your |the |my |show )*(?:settings?|preferences|language(?: settings?)?)',
    zh: '(?:能|可以|会|支持)?(?:说|用|切换到?|换成|换|改成|切到|支持|讲)?(?:英文|英语|中文|汉语|俄文|俄语)(?:回答|怎么切换)?|切换(?:语言)?|语言(?:设置)?|设置',
    ru: '(?:переключи\\p{L}*|говори\\p{L}*|отвечай\\p{L}*|перейди\\p{L}*|пиши\\p{L}*|смени\\p{L}*)(?: язык)?(?: на| по)?[ -]?(?:английск\\p{L}*|русск\\p{L}*|китайск\\p{L}*)|(?:по|на)[ -](?:английск\\p{L}*|русск\\p{L}*|китайск\\p{L}*)|настройк\\p{L}*|(?:смени\\p{L}* )?язык',
    examples: {
      en: ['settings', 'can u switch to russian', 'english please', 'could you switch to Chinese from now on'],
      zh: ['设置', '能说英文不', '切换语言', '请用俄语'],
      ru: ['настройки покажи', 'отвечай по-английски', 'смени язык', 'на китайском можно?'],
    },
  },
  {
    name: 'export',
    en: '(?:export|download)(?: (?:it|this|that|all|everything|the data|them))?(?: (?:as|to|in|into))?(?: an?)?(?: (?:csv|excel|xlsx?|spreadsheet|sheet|file|table))?|(?:as|to|in|into)(?: an?)? (?:csv|excel|xlsx?|spreadsheet|file)|csv|excel|spreadsheet',
    zh: '导出(?:数据|全部|表格|成?(?:csv|excel|表格))?|(?:下载|存成?|转成?)(?:数据|csv|excel|表格)?|excel(?:表格?)?|csv(?:文件)?|表格',
    ru: '(?:экспорт\\p{L}*|выгруз\\p{L}*|скача\\p{L}*)(?: (?:это|все|данные|таблиц\\p{L}*))?(?: в)?(?: (?:csv|excel|эксель|таблиц\\p{L}*|файл\\p{L}*))?|в (?:csv|excel|эксел\\p{L}*)|csv|эксель',
    examples: {
      en: ['export csv', 'export it', 'can I get all that as a csv'],
      zh: ['导出', '能导出成excel吗', '下载数据'],
      ru: ['экспорт', 'можно выгрузить это в Excel?', 'скачать данные'],
    },
  },
  {
    name: 'report',
    en: '(?:report|flag|complain about|correct) (?:an? )?(?:wrong |incorrect )?(?:number|figure|error|mistake|bug|problem)|(?:this|that|the|your) (?:number|figure|value)s? (?:is|are|looks?|seems?) (?:wrong|incorrect|off|outdated)|(?:how|where) (?:do|can|to) (?:i |we )?report(?: (?:it|this|an?))?(?: (?:errors?|mistakes?|wrong numbers?))?',
    zh: '(?:反馈|报告|举报|上报|纠错|反映)(?:错误|问题)?|(?:数据?|数字)(?:有误|错了|不对|有错)',
    ru: '(?:сообщить|сообщу|пожаловаться|доложить)(?: куда| вам)?(?: об?)?(?: (?:ошибк\\p{L}*|неверн\\p{L}+))?(?: (?:в )?(?:данных|цифр\\p{L}*))?|(?:цифра|число|данные) (?:неверн\\p{L}+|не та|ошибочн\\p{L}+)',
    examples: {
      en: ['report a wrong number', 'that figure is wrong', 'how do i report an error'],
      zh: ['反馈错误', '数字有误', '数据错了'],
      ru: ['куда сообщить об ошибке в данных', 'цифра неверная', 'как сообщить об ошибке если что'],
    },
  },
  {
    name: 'fact',
    en: '(?:(?:tell|give|show|surprise) me )?(?:something|anything) (?:interesting|fun|cool|random|new|else)|(?:a |one |any |another )?(?:random |fun |interesting |new |other )?fact|surprise me|(?:another|a different) (?:one|fact)|something else',
    zh: '(?:随便)?来(?:个|条|点)?(?:哈尔滨)?(?:冷知识|有意思的|有趣的|好玩的)|随便(?:说|来)(?:个|条|点)?|冷知识|(?:再来|换)一?[个条](?:别的|不同的|新的)?|不要重复的?|来一条',
    ru: '(?:(?:расскажи|скажи|покажи|дай|давай) )?(?:что-нибудь|что-то|чего-нибудь) (?:интересн\\p{L}+|новеньк\\p{L}+|другое)|(?:интересный |случайный |другой |еще один )?факт|удиви(?: меня)?|другой|еще один|еще',
    examples: {
      en: ['tell me something interesting', 'another one', 'random fact please'],
      zh: ['随便来个冷知识', '再来一个', '换一个换一个 不要重复的'],
      ru: ['что-нибудь интересное', 'давай факт', 'другой', 'ещё'],
    },
  },
];

/** Orders that are told from what was just spoken of: the daily post. */
export const DAILY_ORDERS: readonly Phrase<Order>[] = [
  {
    name: 'status',
    en: '(?:is|are) (?:it|that|they) (?:on|off|running|active|set|working)|(?:when|what time) (?:is|will|does|do)(?: \\S+){0,3} (?:come|arrive|next|first|start|post)|when(?: is)? (?:the )?(?:first|next)(?: one)?|what time(?: was it| again)?|still on',
    zh: '几点(?:发|推|来着)*|什么时候(?:发|推|来)|开了(?:没|吗)|开着(?:吗|没)|现在(?:是)?开(?:着|的)',
    ru: '(?:и )?когда (?:придет|будет|первый|следующий)(?: (?:первый|следующий))?|во сколько|(?:оно |он )?(?:включен|работает)\\p{L}*',
    examples: {
      en: ['is it on?', 'when will the first one come', 'what time was it'],
      zh: ['几点发来着', '开了没', '什么时候推'],
      ru: ['и когда придёт первый', 'во сколько', 'работает?'],
    },
  },
  {
    name: 'pause',
    en: 'pause|hold(?: it)?|snooze|suspend',
    zh: '暂停|先停|停几天',
    ru: 'пауз\\p{L}*|приостанов\\p{L}*|на паузу',
    examples: {
      en: ['pause', 'hold it till monday', 'snooze'],
      zh: ['暂停', '先停吧', '停几天'],
      ru: ['пауза', 'приостанови', 'на паузу до понедельника'],
    },
  },
  {
    name: 'resume',
    en: 'unpause|resume|(?:turn|switch) (?:it|that) (?:back )?on|back on|bring it back|restart|undo',
    zh: '恢复|继续|(?:还是)?(?:打开|开)|重新开',
    ru: 'верни\\p{L}*|возобнови\\p{L}*|включи\\p{L}*(?: обратно)?|обратно|продолж\\p{L}*',
    examples: {
      en: ['unpause', 'turn it back on', 'resume'],
      zh: ['恢复', '等下还是打开', '继续吧'],
      ru: ['верни', 'включи обратно', 'возобнови'],
    },
  },
  {
    name: 'on',
    en: '(?:make|change|move|set|shift|do) (?:it|that|this)(?: (?:to|at|for))?|(?:rather|instead) (?:at)?|at',
    zh: '改(?:成|到|为)|换(?:成|到)|调到',
    ru: '(?:поменяй|перенеси|сделай|давай)(?:те)?(?: лучше)?(?: на| в)?|не,? в|лучше в',
    examples: {
      en: ['actually make it 7', 'change it to 8:30', 'at 9 instead'],
      zh: ['改成八点', '换到7点半', '调到9点'],
      ru: ['не, в 8', 'перенеси на 9', 'давай лучше в 10'],
    },
  },
];

const orders = createPhrases(ORDERS);
const bareOrders = createPhrases(BARE_ORDERS);
const dailyOrders = createPhrases(DAILY_ORDERS);

/** From this probability on the models alone see an order about daily posts. */
const LEAST_DAILY = 0.75;
/** "Do labs post results daily?" is a question: an order is seen as talk, or as about daily posts, from this probability on. */
const LEAST_ORDER = 0.3;
const ASKING = /\?|\bhow m(?:any|uch)\b|多少|几[家个所]|сколько/;
/** Behind the daily post an order may name a day, and one word more. */
const MOST_BESIDE_DAILY = 1;

/**
 * What somebody wants done, said in plain words. In: a message, what the models see in it, and the conversation. Out: the
 * question that offers it; undefined where nothing is wanted. Nothing is ever done by words alone.
 */
export function orderOf(
  percept: Percept,
  { intents, outcomes }: Examination,
  dialogue: Dialogue,
): Question | undefined {
  const { text } = percept;
  const restOf = (phrases: typeof orders) => wordsIn(phrases.without(withoutEntities(percept))).length;
  const isPlaced = percept.entities.some(({ kind }) => kind === 'place');
  const ofDaily =
    dialogue.subject === 'daily' && restOf(dailyOrders) <= MOST_BESIDE_DAILY ? dailyOrders.find(text) : undefined;
  const bare = !isPlaced && restOf(bareOrders) === 0 ? bareOrders.find(text) : undefined;
  const order = orders.find(text);
  const isSeen = outcomes.talk > outcomes.unheld || intents.daily > LEAST_ORDER;
  const isQuestion = order === 'on' && !isSeen && ASKING.test(text);
  const named = ofDaily ?? (isQuestion ? undefined : order) ?? bare;
  if (named === 'fact' && dialogue.subject !== 'fact' && ANOTHER.test(text)) return undefined;
  if (named) return questionOf(named, text, dialogue);
  // A number alone is no order, whatever the models see in it.
  const hasWords = percept.words.length > 0;
  return hasWords && intents.daily > LEAST_DAILY && outcomes.talk > outcomes.held
    ? questionOf('on', text, dialogue)
    : undefined;
}

/** "Another one" goes on from a fact alone. */
const ANOTHER =
  /^(?:\S+ )?(?:another|a different) one|^(?:再来|换)一?个|^(?:а |и |давай )?(?:другой|еще один|еще)[.!?]?$/;

function questionOf(order: Order, text: string, dialogue: Dialogue): Question {
  const daily = (ask: DailyAsk): Question => ({ kind: 'daily', ask });
  switch (order) {
    case 'on':
      return daily({ kind: 'confirm', change: { kind: 'on', wish: spokenWish(text) } });
    case 'pause': {
      const until = spokenUntil(text);
      return daily({ kind: 'confirm', change: { kind: 'pause', ...(until ? { until } : {}) } });
    }
    case 'resume':
      return daily({ kind: 'confirm', change: { kind: 'resume' } });
    case 'off':
      return daily({ kind: 'ask-off' });
    case 'status':
    case 'preview':
      return daily({ kind: order });
    case 'language':
      return { kind: 'language', ...wantedLanguage(text) };
    case 'export':
    case 'report':
      return { kind: 'help', with: order };
    case 'fact': {
      const [after] = dialogue.figures;
      return { kind: 'fact', ...(after === undefined ? {} : { after }) };
    }
  }
}

function wantedLanguage(text: string): { wanted?: 'en' | 'zh' | 'ru' } {
  if (/english|英[文语]|английск/.test(text)) return { wanted: 'en' };
  if (/chinese|mandarin|中文|汉语|китайск/.test(text)) return { wanted: 'zh' };
  return /russian|俄[文语]|русск/.test(text) ? { wanted: 'ru' } : {};
}
