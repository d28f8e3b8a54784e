import type { Question } from '../question.ts';
import { createPhrases, type Phrase } from './phrases.ts';

/** What ends an exchange or only keeps it going, and nothing is asked with. */
type Closing = 'bye' | 'thanks' | 'done' | 'hello';

export const CLOSINGS: readonly Phrase<Closing>[] = [
  {
    name: 'bye',
    en: 'bye(?:[- ]?bye)?|goodbye|good ?night|gn|see (?:you|ya|u)(?: later| soon| tomorrow| around)?|cya|later|so long|take care|cheerio|ttyl|have a (?:good|nice|great) (?:day|one|evening|weekend)',
    zh: '再见|拜拜|拜|晚安|回见|回头见|下次见|明天见|溜了|先走了|走了|撤了|下线了',
    ru: 'до свидания|до встречи|до завтра|пока(?:-пока)?|всего доброго|всего хорошего|спокойной ночи|доброй ночи|прощай\\p{L}*|бывай|живи пока|хорошего дня|удачи',
    examples: {
      en: ['bye', 'haha fair. gn', 'ok see you later', 'have a nice day!'],
      zh: ['拜拜', '懂了，回见', '好的，再见', '哈哈行吧 溜了溜了'],
      ru: ['пока', 'до свидания!', 'годится, живи пока', 'всё, до завтра'],
    },
  },
  {
    name: 'thanks',
    en: 'thank(?:s|z)?(?: you)?(?: (?:so|very) much| a (?:lot|bunch|million|ton))?|thank you|thx|thnx|tnx|ty(?:sm)?|cheers|much (?:obliged|appreciated)|appreciate (?:it|that)|i appreciate (?:it|that)|youve been (?:\\p{L}+ )?helpful|(?:very |really |so )?helpful|youre (?:the best|great|a star)|ta',
    zh: '谢谢(?:你|您|啦|了|哈|大佬)?|多谢|感谢|辛苦(?:了|你了|您了)?|麻烦你?了|太好了|帮大忙了?|帮了大忙|谢了?|比心|3q|thx',
    ru: 'спасиб\\p{L}*|спс|пасиб\\p{L}*|благодар\\p{L}+|мерси|сенкс|от души|выручил\\p{L}*|очень помогл?и?|помогли|признателен|признательна',
    examples: {
      en: ['Lovely, thank you so much, youve been really helpful', 'great, thanks a lot', 'aight ty', 'thx'],
      zh: ['谢谢啦', '非常感谢，帮大忙了！', '就这些，辛苦了', '好的，收到，谢谢'],
      ru: ['спасибочки', 'большое вам спасибо, очень выручили', 'ок понял спс', 'Благодарю, вопросов не имею'],
    },
  },
  {
    name: 'hello',
    en: 'h[ei]+y+(?: there)?|hi+(?: there| again)?|hello+(?: there| again)?|yo|howdy|good (?:morning|afternoon|evening|day)|greetings|hiya|sup|me again',
    zh: '你好|您好|嗨|哈喽|哈罗|在吗|在么|早上好|早安|早|下午好|晚上好|大家好|嘿',
    ru: 'прив+е+т\\p{L}*|здравствуй\\p{L}*|здрасьте|здрасте|добр\\p{L}+ (?:день|утро|вечер)|хай|салют|здорово|приветствую',
    examples: {
      en: ['hi there', 'heyy', 'good morning!', 'yo'],
      zh: ['你好', '在吗', '早上好', '哈喽'],
      ru: ['привеет', 'здравствуйте!', 'добрый день', 'приветик'],
    },
  },
  {
    name: 'done',
    en: 'got it|gotcha|understood|i see|noted|makes sense|(?:i am|im|we are|were)? ?(?:all )?(?:done|set|good)|that(?:s|ll| will| is)?(?: be)? (?:do|all|it|enough|everything|plenty|fine|me done)|enough|no (?:more|further|other) questions|nothing (?:else|more)|never ?mind|nvm|ok(?:ay)?|alright|aight|fine|fair(?: enough)?|perfect|great|brilliant|lovely|nice|cool|awesome|excellent|wonderful|sweet|wow|good(?: to know)?|interesting|impressive|right|sure|yep|yup|k|kk|lol|lmao|ha(?:ha)*|hm+|oh|ah',
    zh: '知道了|明白了?|懂了|了解了?|收到|好的?|好吧|行了?|行吧|可以了?|够了|够用了?|够|没(?:别的)?(?:问题|事)了?|没有了|没了|就这些|就这样|先这样|不用了|算了|嗯+|哦+|噢|喔|哈+|不错|厉害|牛|太棒了|棒|完美|原来如此|好嘞|得嘞|ok|okay|妥了?|嘿+',
    ru: 'понял\\p{L}*|понятн\\p{L}*|ясн\\p{L}+|хватит|достаточно|довольно|отбой|все|это все|больше (?:ничего|вопросов)(?: нет| не надо)?|вопросов (?:больше )?(?:нет|не имею)|ок|окей|ладно|ладненько|хорошо|отлично|супер|класс|круто|здорово|прекрасно|замечательно|угу|ага|годится|пойдет|принято|неплохо|интересно|ого|ничего себе|хах?а*|ахах?а*|лол|не надо|учту|добро|договорились|норм',
    examples: {
      en: ['got it', 'great, done', 'ok that will do', 'lol fair enough'],
      zh: ['行了，够用了', '知道了', '哈哈好吧', '嗯嗯明白'],
      ru: ['угу ясненько', 'понял, отбой', 'хватит', 'ок, всё'],
    },
  },
];
const closings = createPhrases(CLOSINGS);

/** Whether a message says goodbye, among other things. */
export function saysGoodbye(text: string): boolean {
  return closings.all(text).has('bye');
}

/** Words that stand around a greeting or a thank-you and ask nothing. */
const AROUND =
  /(?<![\p{L}\p{N}])(?:and|so|then|very|so|much|really|you|u|for|now|today|the|your|help|that|this|it|all|i|im|my|we|well|yes|no|pls|please|man|mate|bro|buddy|guys|everyone|team|bot|a|lot|just|again|anyway|wonderful|kind|kindness|assistance|time|of|is|was|be|to|be|honest|mean|и|а|ну|вам|вас|тебе|вы|ты|за|помощь|ответ|ответы|очень|большое|огромное|тогда|на|этом|сегодня|теперь|пока|да|нет|так|это|не|бот|друг|друзья|всем|мне|я|уже|вот|тут|еще|раз|вопросов)(?![\p{L}\p{N}])|非常|十分|太|真的?|很|你们?|您|啦|了|的|哈|呀|啊|吧|哦|呢|就|那|这|先|都|今天|大家|各位|老师|机器人|我|帮/gu;

/** In: a normalised message. Out: the greeting, thank-you or goodbye that it is as a whole; undefined where it says anything else. */
export function closingOf(text: string): Question | undefined {
  const said = closings.all(text);
  if (said.size === 0 || /\p{L}|\p{N}/u.test(closings.without(text).replace(AROUND, ' '))) return undefined;
  if (/[?？]\s*$/.test(text) && !said.has('hello')) return undefined;
  if (said.has('bye')) return { kind: 'greeting', what: 'bye' };
  if (said.has('hello') && !said.has('thanks')) return { kind: 'greeting', what: 'hello' };
  return { kind: 'greeting', what: 'thanks' };
}
