import type { Intent } from './labels.ts';

/** Words that say what is wanted whatever the models think: one row an intent, with examples in the three languages. */
const ROWS: readonly { intent: Intent; pattern: RegExp; examples: readonly string[] }[] = [
  {
    intent: 'average',
    pattern:
      /\beach\b|\bapiece\b|\bper (?:company|firm|enterprise|project|head)\b|每家|每个|平均|на кажд|в среднем|на одн/,
    examples: ['so how much each?', '平均每家多少', 'а в среднем на одну?'],
  },
  {
    intent: 'sum',
    pattern: /\btogether\b|\bcombined\b|\badd(?:ed)? up\b|\bsum of\b|加起来|合计|总和|вместе|в сумме|сумма\b/,
    examples: ['both together?', '两个加起来', 'а вместе?'],
  },
  {
    intent: 'compare',
    pattern:
      /\bwhich (?:of .{1,20} )?(?:is|one is) (?:bigger|larger|more|higher|smaller)\b|哪个[更]?[多大少小]|[чк]его больше|что больше|какой больше/,
    examples: ['which of the two is bigger', '哪个多', 'чего больше?'],
  },
  {
    intent: 'chart',
    pattern: /^(?:chart|graph|plot|diagram|图表|画图|график|диаграмма)[.!?]?$/,
    examples: ['chart', '图表', 'график'],
  },
  {
    intent: 'source',
    pattern: /^(?:the )?sources? (?:of|for)\b|的(?:出处|来源)[？?]?$|^источник/,
    examples: ['source of the key laboratories', '重点实验室的出处', 'источник ключевых лабораторий'],
  },
  {
    intent: 'definition',
    pattern:
      /^(?:define|what is an?|what are|what counts as|what does .{1,60} (?:mean|count))\b|什么(?:是|叫)|是什么意思|что такое|что (?:считается|значит|означает)|кого считают/,
    examples: ['define little giant', '什么叫小巨人企业', 'что считается ключевой лабораторией?'],
  },
];

/** In: a normalised message. Out: the intent that its words name, if any. */
export function wishOf(text: string): Intent | undefined {
  return ROWS.find(({ pattern }) => pattern.test(text))?.intent;
}

/** Whether a message asks for a judgement, which no source gives: "is that a lot?", 算多吗, "это много?". */
export function asksJudgement(text: string): boolean {
  return JUDGEMENT.test(text);
}
const JUDGEMENT =
  /\bis (?:that|this|it) (?:a lot|much|many|good|bad|few|little)\b|\btoo (?:many|few|much)\b|算(?:不算)?[多少]|(?:这|那)(?:多|少)吗|это (?:много|мало)|много ли (?:это|ли)|мало ли/;

/** Whether a message asks for a count and for a sum as well: "how many firms, and how much in total?". */
export function asksCountAndSum(text: string): boolean {
  return COUNT.test(text) && SUM.test(text);
}
const COUNT =
  /\bhow many\b|\bnumber of\b|多少[家个项条]|几[家个项条批]|сколько (?:компани|предприяти|фирм|мер|проект)|скольк(?:о|им) \p{L}+ий/u;
const SUM =
  /\bhow much\b|\bwhat amount\b|\bsum\b|多少钱|多少资金|金额|на какую (?:общую )?сумму|сколько денег|сколько средств/;
