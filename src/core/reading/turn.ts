import type { DateEntity, PlaceEntity } from './analysis.ts';
import type { Percept } from './perceive.ts';
import { createPhrases, type Phrase } from './phrases.ts';

/** The arithmetic that a message asks for with values that were told. */
export type Arithmetic = 'sum' | 'difference' | 'growth' | 'ratio' | 'average' | 'share' | 'most';

/** A time that is told from the one spoken of. */
type Shift = 'previous' | 'next' | 'same' | 'newest' | 'older';

/** What else a message wants of what was told. */
export type Ask =
  | 'why-two'
  | 'source'
  | 'age'
  | 'when'
  | 'where'
  | 'count'
  | 'amount'
  | 'names'
  | 'who'
  | 'why'
  | 'chart'
  | 'definition'
  | 'all';

/** What a message says beside a topic: all of it can be asked of what was told before. */
export type Turn = {
  arithmetic: Arithmetic | undefined;
  shift: Shift | undefined;
  /** "The whole city" is the catalogue's own place, "there" the one spoken of. */
  where: 'home' | 'province' | 'there' | undefined;
  isUnit: boolean;
  /** How many numbers stand in it that are more than a count of what was told. */
  numbers: number;
  /** Something is told from a time on, not of it. */
  isSince: boolean;
  asks: ReadonlySet<Ask>;
  /** The one that is meant of several told or offered, counted from 0; -1 is the last. */
  ordinal: number | undefined;
  places: readonly string[];
  dates: readonly string[];
  /** The words that are left: only a topic, or something not held, can be in them. */
  rest: readonly string[];
};

const ARITHMETIC: readonly Phrase<Arithmetic>[] = [
  {
    name: 'share',
    en: '(?<!(?:\\ba|per|each|one|new|how much a) )shares?(?! pric)|what % ?(?:is that|of)?|% of|percent(?:age)?|per cent|pct|proportion|what part|as (?:a )?% of|fraction|slice',
    zh: '占|比重|比例|份额|百分之几|百分比',
    ru: 'дол[яюией]|процент\\p{L}*|какая часть|какую часть|удельный вес',
    examples: {
      en: ['what share is that', 'as a percentage?', 'what proportion of the province?'],
      zh: ['占全省多少', '比重呢', '是多大比例'],
      ru: ['какая доля?', 'а в процентах?', 'какую часть это составляет'],
    },
  },
  {
    name: 'growth',
    en: 'grew|grown|growth|increased?|rise|rose|risen|up or down|change[ds]?|delta|went up|gone up|drop(?:ped)?|fell|declined?|how many more',
    zh: '增长|增加|增幅|涨了?|多了|少了|变化|提高了|下降',
    ru: 'вырос\\p{L}*|прирост\\p{L}*|рост|изменени\\p{L}*|изменил\\p{L}*|увеличил\\p{L}*|упал\\p{L}*|снизил\\p{L}*|прибавил\\p{L}*|плюс сколько',
    examples: {
      en: ['how much has it grown?', 'delta?', 'what is the increase'],
      zh: ['增长多少', '涨了百分之几', '那这几年多了多少'],
      ru: ['на сколько выросло?', 'прирост', 'и какое изменение?'],
    },
  },
  {
    name: 'difference',
    en: 'difference|differ|gap|by how much|how much more|how far apart|minus|subtract(?:ed)?',
    zh: '相差|差距|差多少|差几|之差|差额|多多少|少多少|差了?多少',
    ru: 'разниц\\p{L}*|на сколько (?:больше|меньше)|насколько (?:больше|меньше)|разрыв|минус',
    examples: {
      en: ['by how much', 'the difference?', 'how much more is that'],
      zh: ['相差多少', '两个差多少', '多多少'],
      ru: ['какая разница?', 'на сколько больше', 'насколько меньше'],
    },
  },
  {
    name: 'average',
    en: 'each|apiece|average|avg|(?:the )?mean(?: (?:of|per|size|value|one))?(?<!does \\S{2,4} mean)|per (?:company|firm|enterprise|project|head|unit|one)|divided? (?:by|it)|ticket(?: size)?',
    zh: '每家|每个|平均|人均|均摊|一家多少|一个多少',
    ru: 'в среднем|средн\\p{L}+|на кажд\\p{L}+|на одн\\p{L}+|на один|поделить|разделить',
    examples: {
      en: ['so how much each?', 'the average then', 'per company?'],
      zh: ['平均呢', '每家多少', '那平均一家'],
      ru: ['в среднем?', 'а на каждую?', 'на один это сколько'],
    },
  },
  {
    name: 'ratio',
    en: 'ratio|how many times|times (?:more|bigger|larger|as)|multiple|twice|x times',
    zh: '几倍|多少倍|倍数|比值|之比',
    ru: 'во сколько раз|соотношени\\p{L}*|отношени\\p{L}*|в сколько раз',
    examples: {
      en: ['how many times more?', 'what multiple is that', 'the ratio?'],
      zh: ['是它的几倍', '多少倍', '比值是多少'],
      ru: ['во сколько раз?', 'а соотношение?', 'какое отношение'],
    },
  },
  {
    name: 'sum',
    en: 'together|tog(?:e)?th?e?r|combined|add(?:ed)? (?:(?:them|it|those|both|all) )?(?:up|together)|add (?:them|it|those|both)|sum|in total|altogether|plus|(?:four|three|five|all) combined',
    zh: '加起来|合计|加总|之和|总和|加一起|加在一起|相加|一共|总共',
    ru: 'вместе|в сумме|сложи\\p{L}*|суммарно|итого|сумма|в общей сложности',
    examples: {
      en: ['both together?', 'add them up', 'combined'],
      zh: ['加起来', '一共多少', '两个合计'],
      ru: ['вместе?', 'сложите их', 'а в сумме'],
    },
  },
  {
    name: 'most',
    en: 'compare(?:d)?(?: (?:them|those|these|both|the two))?|bigger|larger|higher|highest|biggest|largest|greater|smaller|smallest|lowest|(?:in )?front|ahead|leads?|(?:which|who)(?: \\S+){0,3} (?:more|most|less|fewer|least)|the (?:most|least)|(?:more|less|fewer) than|(?:has|have|is|are) more',
    zh: '哪个更?[多大少小高低]|对比|比较|比一比|哪个最|最[多少大小高低]|谁[多更]|更[多大少高]|领先',
    ru: 'сравни\\p{L}*|больше(?: всего| всех)?|меньше(?: всего| всех)?|крупнее|впереди|лидирует|наибольш\\p{L}*|наименьш\\p{L}*|выше',
    examples: {
      en: ['which is bigger', 'which one is the largest', 'who is ahead'],
      zh: ['哪个多', '三个里面最多的是', '哪个更大'],
      ru: ['чего больше?', 'кто впереди', 'что крупнее'],
    },
  },
];

const SHIFTS: readonly Phrase<Shift>[] = [
  {
    name: 'previous',
    en: '(?:the )?(?:prior|previous|preceding) (?:year|one)|(?:one |a |the )?(?:year|yr) (?:before|earlier|prior)(?: that)?|last but one',
    zh: '前一年|上一年|再往前一年|往前一年|前年同期|早一年|上一期',
    ru: '(?:за )?год(?:ом)? (?:раньше|ранее|до (?:этого|того))|предыдущ\\p{L}+ год\\p{L}*|прошл\\p{L}+ период\\p{L}*|годом ранее',
    examples: {
      en: ['prior year?', 'and the year before?', 'one year earlier'],
      zh: ['前一年呢', '再往前一年', '上一年的'],
      ru: ['а годом ранее?', 'за год до этого', 'в предыдущем году'],
    },
  },
  {
    name: 'next',
    en: '(?:the )?(?:next|following) year|(?:one |a |the )?(?:year|yr) (?:after|later)(?: that)?',
    zh: '后一年|下一年|次年|再往后一年|晚一年',
    ru: '(?:за )?год(?:ом)? позже|год спустя|(?:в |за )?следующ\\p{L}+ год\\p{L}*|через год',
    examples: {
      en: ['one year after?', 'the following year', 'a year later'],
      zh: ['后一年', '次年呢', '下一年的呢'],
      ru: ['годом позже?', 'а через год', 'в следующем году'],
    },
  },
  {
    name: 'same',
    en: '(?:in |for |at )?(?:the )?(?:same|that) (?:year|date|time|period|month)',
    zh: '同期|同年|同一年|那一年|当年|那年',
    ru: '(?:в |за |на )?(?:том же|тот же|той же|ту же|это же|эту же) (?:год\\p{L}*|дат\\p{L}*|период\\p{L}*|время)|тогда же',
    examples: {
      en: ['and harbin in that year', 'the same period', 'same date?'],
      zh: ['同期全省', '那一年的', '同年大连呢'],
      ru: ['а в том же году?', 'за тот же период', 'на ту же дату'],
    },
  },
  {
    name: 'newest',
    en: '(?:the )?(?:newest|newer|latest|later|fresher|freshest|(?:most|more) (?:recent|current)|up to date|current)(?: (?:one|figure|number|print))?',
    zh: '最新的?|新的那?个?|近期的?|最近的?一?[期个次]?',
    ru: 'сам\\p{L}+ (?:нов|свеж|последн)\\p{L}+|свеж\\p{L}+|нов(?:ая|ую|ее|ый)|последн(?:ие|ее) (?:данные|значение)|актуальн\\p{L}+|поновее|посвежее',
    examples: {
      en: ['the newer one', 'gimme the later one', 'your most recent?'],
      zh: ['用新的那个', '最新的呢', '最近一期'],
      ru: ['самая свежая', 'беру свежую', 'последние данные'],
    },
  },
  {
    name: 'older',
    en: '(?:the )?(?:older|earlier|old)(?: (?:one|figure|number))?',
    zh: '旧的那?个?|老的那?个|早先的|以前的那个',
    ru: 'стар(?:ая|ую|ое|ый)|ранн(?:яя|юю|ее)|прежн(?:яя|юю|ее|ий)|более ранн\\p{L}+',
    examples: {
      en: ['the older one?', 'the earlier figure', 'and the old one'],
      zh: ['旧的呢', '旧的那个', '早先的呢'],
      ru: ['а старую?', 'прежняя какая', 'более раннее'],
    },
  },
];

const PLACES: readonly Phrase<'home' | 'province' | 'there'>[] = [
  {
    name: 'home',
    en: '(?:the )?(?:whole|entire|full) (?:city|town)|city[- ]wide|the city(?: itself)?|all of the city|our city|the city as a whole',
    zh: '全市|整个城市|整个市|我市|本市|市里',
    ru: '(?:по |во |на )?(?:всему|всем|весь|всю) город\\p{L}*|(?:по )?город\\p{L}* (?:в целом|целиком)|в целом по городу|сам(?:ого|ом|ому)? город\\p{L}*|общегородск\\p{L}+',
    examples: {
      en: ['whole city', 'the entire city?', 'city-wide then'],
      zh: ['全市口径呢', '整个城市', '我市呢'],
      ru: ['по всему городу', 'а по городу целиком?', 'весь город'],
    },
  },
  {
    name: 'province',
    en: '(?:the )?(?:whole |entire )?province(?:[- ]?wide)?|provincial (?:total|figure)|province as a whole',
    zh: '全省|省里|我省|本省',
    ru: '(?:по )?(?:всей )?провинци[яиюей]+|общепровинциальн\\p{L}+',
    examples: {
      en: ['province total?', 'and province-wide', 'the whole province'],
      zh: ['全省呢', '省里一共多少', '我省的'],
      ru: ['по всей провинции', 'а провинция?', 'в провинции сколько'],
    },
  },
  {
    name: 'there',
    en: '(?<!\\b(?:are|is|was|were|any) )there(?! (?:are|is|was|were))|(?<=(?:are|is) there )there|(?:in |at |of )?(?:the )?same (?:place|zone|area|district|city|province)|(?:in|of) (?:the|that) (?:zone|area|district)',
    zh: '那里|那边|那儿|该区|该市|该省|这里|同一地区|同地',
    ru: 'там(?: же)?|здесь|тут же|(?:в )?том же (?:районе|месте|городе)|в этом (?:районе|городе)',
    examples: {
      en: ['universities there?', 'and companies, same place', 'incubators of the zone'],
      zh: ['那里有多少高校', '该区高新技术企业呢', '那边的孵化器'],
      ru: ['а вузов там?', 'компаний там же', 'в этом районе сколько'],
    },
  },
];

const ASKS: readonly Phrase<Ask>[] = [
  {
    name: 'why-two',
    en: '(?:why|how come)(?: are| is| do you| give| there| the| i| me| show)* (?:two|2|different|several|both)(?: different)?(?: numbers?| figures?| values?)|(?:two|2) (?:different )?(?:numbers|figures|values)',
    zh: '(?:为什么|为啥|怎么)(?:会|又|冒出|给|出现|有)*(?:两|2|二)个?(?:不同的?)?(?:数|数字|数据|值)?|两个(?:数|数字)(?:不一样|不同|对不上)',
    ru: '(?:почему|зачем|откуда)(?: тут| здесь| вы| даете| у вас| такие)* (?:две|2|два|разные|обе)(?: разн\\p{L}+)?(?: цифр\\p{L}*| числ\\p{L}*| значени\\p{L}*)?',
    examples: {
      en: ['why two different numbers', 'wait why two figures', 'how come there are 2 values'],
      zh: ['为什么有两个数', '怎么冒出两个数', '为啥两个不同的数字'],
      ru: ['почему две цифры', 'почему разные числа?', 'откуда два значения'],
    },
  },
  {
    name: 'when',
    en: '(?:when|(?:what|which) (?:date|day))(?: (?:was|were|is|did|does) (?:it|that|they|this)?)?(?: (?:issued|published|released|happen(?:ed)?|launched|opened|introduced|announced|start(?:ed)?))?|(?:issued|published|released|introduced|launched) when',
    zh: '什么时候(?:的|发布|出台|印发|开业|启动)?|何时(?:出台|发布|印发|启动|开业)?|哪[天日](?:出台|发布|印发)?|几号',
    ru: 'когда(?: это| он[аио]?| их)?(?: был\\p{L}*)?(?: (?:издан\\p{L}*|принят\\p{L}*|выш\\p{L}+|открыл\\p{L}*|объявлен\\p{L}*|введен\\p{L}*|приняли|издали))?|какого числа|в какой день|дата (?:издания|принятия)',
    examples: {
      en: ['when?', 'issued when', 'when was it launched'],
      zh: ['什么时候', '何时出台', '哪天发布的'],
      ru: ['когда?', 'когда это было', 'какого числа'],
    },
  },
  {
    name: 'where',
    en: 'where(?: (?:is|was|did|exactly|at)(?: (?:it|that|they))?)?',
    zh: '在?哪里|在?哪儿|什么地方',
    ru: 'где(?: это| именно| он[аио]?)?|на как(?:ой|ую) (?:бирж\\p{L}+|площадк\\p{L}+)|на как(?:ой|ую)',
    examples: {
      en: ['where', 'where exactly?', 'and where was it'],
      zh: ['在哪里', '哪儿', '什么地方'],
      ru: ['где?', 'а где именно', 'на какой'],
    },
  },
  {
    name: 'age',
    en: '(?:of )?(?:what|which) year(?: is (?:it|this|that))?(?: from)?|how (?:old|recent|fresh|current) (?:is (?:it|this|that))?|as of when|how old|the year on that|still current',
    zh: '哪(?:一)?年的?|是哪年|什么年份|数据截止(?:时间)?|截至(?:什么时候|何时)|多久前的|哪个?月(?:公布|发布)?的?',
    ru: '(?:за )?какой (?:это )?год|какого (?:это )?года|на какую (?:это )?дату|насколько (?:это )?(?:стар\\p{L}+|свеж\\p{L}+)|за какое время|какой давности',
    examples: {
      en: ['of which year is this?', 'how old is that', 'what year is it from'],
      zh: ['这是哪年的', '哪一年的', '截至什么时候'],
      ru: ['за какой это год?', 'на какую дату', 'какого года'],
    },
  },
  {
    name: 'source',
    en: '(?:the )?(?:source|sources|reference|citation)|where (?:is|was|did|does|do)(?: (?:it|that|this|you|u))?(?: get)?(?: (?:it|that|this))? (?:come )?from|says who|according to (?:who|whom)|who says|cite|bibliography|footnote',
    zh: '来源|出处|参考文献|引用|注明|哪来的|谁(?:说|统计|发布|公布|提供)的?|依据',
    ru: 'источник\\p{L}*|откуда(?: это| данные| цифр\\p{L}+)?|кто (?:это )?(?:сказал|говорит|посчитал)|чей (?:это )?рейтинг|чьи (?:это )?данные|по чьим данным|ссылк\\p{L}+|сноск\\p{L}+',
    examples: {
      en: ['source?', 'where is that from', 'says who'],
      zh: ['来源呢', '出处是哪', '谁说的'],
      ru: ['источник?', 'откуда это', 'чьи это данные'],
    },
  },
  {
    name: 'chart',
    en: '(?:as |in |make |draw |show |into )?(?:a |me a |it as a )?(?:(?:line|bar) )?(?:chart|graph|plot|diagram|graphic)|draw(?: (?:it|that|them|this))?',
    zh: '画(?:个|一?张|成)?(?:图|折线图|柱状图|曲线)|图表|出(?:个|张)?图|折线图|柱状图|曲线图|做个?图',
    ru: '(?:на |в виде )?(?:график\\p{L}*|диаграмм\\p{L}*)|нарисуй\\p{L}*|построй\\p{L}*',
    examples: {
      en: ['as a chart', 'draw a graph', 'can i see a plot'],
      zh: ['画个图', '出张图', '做成折线图'],
      ru: ['на графике', 'диаграмму можно?', 'построй график'],
    },
  },
  {
    name: 'definition',
    en: 'what (?:does|do) (?:it|that|this|they|those) (?:mean|count|include)|what (?:is|are) (?:it|that|they|those)|meaning|definition|define (?:it|that|this)|what counts',
    zh: '什么意思|是什么意思|含义|定义|怎么定义|是指什么|指的是什么',
    ru: 'что это (?:значит|такое|означает)|что (?:это|они|он|она|вообще)(?: вообще)? (?:такое|значит)|это(?: вообще)? что(?: такое)?|определение|что считается',
    examples: {
      en: ['what does that mean?', 'what counts?', 'and the definition'],
      zh: ['什么意思', '含义是什么', '怎么定义的'],
      ru: ['что это такое?', 'что это значит', 'а определение'],
    },
  },
  {
    name: 'all',
    en: 'over (?:the )?(?:years|time)|as far (?:back )?as it goes|all (?:the )?years|every year|the (?:whole )?series|trend|history|year by year',
    zh: '历年|这(?:几|些)年|各年|逐年|走势|趋势|时间序列',
    ru: 'по годам|за все годы|весь ряд|динамик\\p{L}+|тренд|за все время|история',
    examples: {
      en: ['over the years?', 'the whole series', 'year by year'],
      zh: ['历年的呢', '这几年的', '走势如何'],
      ru: ['а по годам?', 'весь ряд', 'какая динамика'],
    },
  },
  {
    name: 'count',
    en: 'how many|to how many|number of|(?:over|in|across) how many',
    zh: '[有共]?(?:多少|几)(?:家|个|所|条|项|件|批|名)',
    ru: 'скольк(?:о|им|их)|сколько (?:штук|всего)',
    examples: {
      en: ['to how many', 'and how many?', 'across how many'],
      zh: ['多少家', '有几个', '几家'],
      ru: ['а сколько?', 'скольким', 'из скольких'],
    },
  },
  {
    name: 'amount',
    en: 'how much(?: money| cash| funding)?|what amount|(?:the )?(?:amount|budget|money|cash|funds|funding|cost|sum)',
    zh: '多少钱|多少资金|金额|资金|预算|经费|花了?多少',
    ru: 'сколько (?:денег|средств|юаней|стоит)|на какую сумму|бюджет|сумм[ауы]|какова сумма|ден(?:ег|ьги|юж\\p{L}+)|средств',
    examples: {
      en: ['how much money?', 'and the budget', 'what amount'],
      zh: ['多少钱', '资金呢', '预算多少'],
      ru: ['сколько денег?', 'а бюджет', 'на какую сумму'],
    },
  },
  {
    name: 'names',
    en: 'which ones|name (?:them|some|a few|one|two|three)|(?:their|the) names|names|who are they|name \\S{1,6} of them',
    zh: '都?有?哪些|哪几[个家所]|名单|叫什么|叫啥|名字|名称',
    ru: 'какие именно|назови(?:те)? (?:их|кого|пару|несколько)|список (?:их|названий)|поименно|как называются',
    examples: {
      en: ['which ones?', 'name three of them', 'names?'],
      zh: ['有哪些', '哪几家', '名单呢'],
      ru: ['какие именно?', 'назовите их', 'поименно'],
    },
  },
  {
    name: 'who',
    en: 'who|whom|whose|which (?:company|firm|one of them)',
    zh: '谁|哪一?家|哪个公司|哪个企业',
    ru: 'кто|кому|кого|кем|как(?:ая|ой) (?:компани\\p{L}+|фирм\\p{L}+|предприяти\\p{L}+)',
    examples: {
      en: ['who got the most?', 'which company leads', 'and who was it'],
      zh: ['谁拿得最多', '是哪家', '哪个公司最多'],
      ru: ['кто больше всех?', 'а кому', 'какая компания впереди'],
    },
  },
  {
    name: 'why',
    en: 'why(?: is (?:that|it|this))?(?: so)?|how come|reason|what for',
    zh: '为什么|为何|为啥|原因|怎么回事',
    ru: 'почему(?: так)?|причин\\p{L}+|с чем связано|отчего|из-за чего',
    examples: {
      en: ['why?', 'how come', 'what is the reason'],
      zh: ['为什么', '原因是什么', '怎么回事'],
      ru: ['почему?', 'почему так', 'по какой причине'],
    },
  },
];

const ORDINALS: readonly Phrase<'0' | '1' | '2' | '-1'>[] = [
  {
    name: '0',
    en: '(?:the )?(?:first|1st|former)(?: (?:one|option|number|figure))?(?: you (?:gave|named|said|offered))?|(?:option|number|#) ?1',
    zh: '第一(?![名批届家期轮次])[个项种条]?(?:选项|数)?|前者|前面那?个|前一个|选项?1',
    ru: '(?:вариант |номер |пункт )?(?:перв(?:ый|ая|ое|ую|ого|ой|ые|ых))(?: вариант| пункт| цифр\\p{L}*)?',
    examples: {
      en: ['and the first option you gave?', 'the former', 'the first one'],
      zh: ['前者呢', '第一个', '那前面那个多少来着'],
      ru: ['первый вариант', 'а первая?', 'первые это что'],
    },
  },
  {
    name: '1',
    en: '(?:the )?(?:second|2nd)(?: (?:one|option|number|figure))?(?: you (?:gave|named|said|offered))?|(?:option|number|#) ?2',
    zh: '第二(?![名批届家期轮次])[个项种条]?(?:选项|数)?|选项?2',
    ru: '(?:вариант |номер |пункт )?(?:втор(?:ой|ая|ое|ую|ого|ые|ых))(?: вариант| пункт| цифр\\p{L}*)?',
    examples: {
      en: ['so the second, what year', 'second option', 'the 2nd one'],
      zh: ['再看第二个', '第二项', '第二个呢'],
      ru: ['теперь второй', 'вторая цифра точно?', 'а вторых сколько было'],
    },
  },
  {
    name: '2',
    en: '(?:the )?(?:third|3rd)(?: (?:one|option|number|figure))?(?: you (?:gave|named|said|offered))?|(?:option|number|#) ?3',
    zh: '第三(?![名批届家期轮次])[个项种条]?(?:选项|数)?|选项?3',
    ru: '(?:вариант |номер |пункт )?(?:трет(?:ий|ья|ье|ью|ьего|ьи|ьих))(?: вариант| пункт| цифр\\p{L}*)?',
    examples: {
      en: ['the third', '3rd option', 'and the third one?'],
      zh: ['第三个', '第三项呢', '选3'],
      ru: ['третий', 'а третья?', 'вариант третий'],
    },
  },
  {
    name: '-1',
    en: '(?:the )?(?:latter|last)(?: (?:one|option|number|figure))?',
    zh: '后者|最后(?:一|那)个|后面那?个|后一个',
    ru: 'последн(?:ий|яя|юю)(?: вариант| пункт| из них)?',
    examples: {
      en: ['the latter', 'the last one', 'and the latter?'],
      zh: ['后者', '后面那个是哪年的', '最后一个'],
      ru: ['последний', 'последний из них', 'а последняя'],
    },
  },
];

const UNITS: readonly Phrase<'unit'>[] = [
  {
    name: 'unit',
    en: '(?:in|to|into)? ?(?:us |american )?(?:dollars?|usd|bucks|yuan|rmb|cny|euros?|eur|pounds?|gbp|roubles?|rubles?|yen)(?: equivalent)?',
    zh: '(?:换算?|折合?|算)?成?(?:美元|美金|美刀|人民币|欧元|英镑|卢布|日元|韩元|港币)',
    ru: '(?:в )?(?:долларовом выражении|доллар\\p{L}*(?: сша)?|бакс\\p{L}*|юан\\p{L}*|евро|рубл\\p{L}*|фунт\\p{L}*|иен\\p{L}*)',
    examples: {
      en: ['in dollars?', 'to euros', 'usd equivalent'],
      zh: ['换算成美元', '折合欧元', '人民币呢'],
      ru: ['в долларах', 'а в рублях?', 'в евро'],
    },
  },
];

/** All tables, for the test that holds each row to its examples. */
export const TURN_TABLES = { ARITHMETIC, SHIFTS, PLACES, ASKS, ORDINALS, UNITS };

const arithmetic = createPhrases(ARITHMETIC);
const shifts = createPhrases(SHIFTS);
const places = createPhrases(PLACES);
const asks = createPhrases(ASKS);
const ordinals = createPhrases(ORDINALS);
const units = createPhrases(UNITS);

/** Words that name no topic, whatever stands beside them. */
const FILLERS = new Set(
  `and or but so then ok okay k kk yes yeah yea yep yup no nope not nah please pls plz what whats how hows about which who
   whos when whens where wheres why is are was were be been being it its that thats this those these them they theyre there
   the a an of in on at for to from by with within as into than only just also too much many more less same other others
   another one ones two three four again now still yet i me my we us our you your u ur do does did done doing has have had
   having can could would will should give gimme gives get got show tell say said let lets see want wants need mean meant
   know think figure figures number numbers value values count counts total totals overall data stat stats city cities town
   year years yr month months whole first last actually really sorry hey hi hello um uh er hmm well right true correct sure
   fine lol lmao haha ha btw anyway though tho even like any some all both each if come comes came exactly precisely thanks
   thank thx ty quick check back go going take put use make n em im ive id dont doesnt didnt isnt wait oh ah wow cool nice
   great good here up out over rather instead per vs versus between compared answer asking ask asked mine yours print point
   lot lots since please different name until till till til lets idk kindly tell remind ready pair group exists exist available hold held available ever`
    .split(/\s+/)
    .concat(
      `а и но или же ли ну да нет не так то это этот эта эти этих этого этой этом эту их его ее им ими он она они оно там тут
       здесь в во на по за с со из у о об про для к ко от до при без что чем какой какая какое какие каком какую каких кто
       где когда куда сколько чего чему как почему мне меня я мы нам нас вы вас вам ты тебе тебя твой ваш можно можете могли
       бы б есть был была было были будет быть еще уже только тоже также вообще точно именно опять снова теперь тогда потом
       ладно ок окей ага угу хорошо пожалуйста плиз скажи скажите покажи покажите дай дайте давай давайте назови напомни
       напомните нужен нужна нужно нужны интересует хочу хотел хотела всего всей всем всему всех всю тех пор пора беру возьму составляет значения значений дата дату даты общее общий общая число количество цифра цифры
       цифру цифр показатель данные значение год года году годам лет месяц город города городу городе городов целом целиком
       весь вся все всю один одна одно одного одну два две двух обе оба тот та те том той самом деле если получается выходит
       кстати кста короче слушай привет эт че чо шо скок ясно понял простите извините итоге сейчас раз`.split(/\s+/),
    ),
);
const CHINESE_FILLERS =
  /请问|麻烦|算了|还是|等一?下|多大|冒出|不同的?|截至|做成|总额|时点|帮我|告诉我|给我|我想|想知道|我要|你们|我们|他们|它们|这些|那些|这个|那个|其中|里面|还有|以及|或者|但是|所以|然后|多少|哪些|哪个|什么|怎么|如何|一共|总共|总数|总的|数量|数字|数据|数值|情况|时候|时间|当时|现在|目前|具体|到底|大概|大约|左右|一下|一个|两个|两者|两组|这俩|它俩|城市|可以|应该|同样|一样|没有|来着|再来|来个|再发|发我|不好意思|口径|方便|的话|那就|就是|下面|上面|加上|几何|[请你您我他它这那哪选一其里还再也都就只才呢吗嘛吧呀啊呗哦哈噢喔啦了的得地是有在和与跟及或但把被让几为个家所条项件名位总共年月日到从中去给要想能可会该对不没好行嗯额呃哎喂快捏叭俩点看说问查数元比用拿市](?!值)/gu;

/** In: what was perceived of a message. Out: what it asks of what was told before, and the words that are left. */
export function turnOf(percept: Percept): Turn {
  const { text, tokens, entities } = percept;
  const named = entities.filter((one): one is PlaceEntity => one.kind === 'place' && !isOfDollars(one));
  const dated = entities.filter((one): one is DateEntity => one.kind === 'date');
  function isOfDollars({ from }: PlaceEntity): boolean {
    return DOLLARS_OF.test(text.slice(0, tokens[from]?.from ?? 0));
  }
  const isLatest = entities.some(({ kind }) => kind === 'latest');
  const ordinal = ordinals.find(text);
  const tables = [asks, shifts, ordinals, places, units, arithmetic];
  return {
    arithmetic: arithmetic.find(text),
    shift: shifts.find(text) ?? (isLatest ? 'newest' : undefined),
    where: places.find(text),
    isUnit: units.find(text) !== undefined,
    numbers: entities.filter((one) => one.kind === 'number' && one.value >= LEAST_VALUE).length,
    isSince: SINCE.test(text),
    asks: asks.all(text),
    ordinal: ordinal === undefined ? undefined : Number(ordinal),
    places: [...new Set(named.map(({ place }) => place.id))],
    dates: dated.map(({ date }) => date),
    rest: wordsIn(tables.reduce((rest, table) => table.without(rest), withoutEntities(percept))),
  };
}

/** A smaller number counts what was told: "the three". */
const LEAST_VALUE = 10;
const SINCE =
  /\b(?:since|from|vs|versus|than|over|against|compared)\b|比|从|自|较|(?<!\p{L})(?:с|со|к|по сравнению|против)(?!\p{L})/u;

/** "Долларах США": the country says which dollars. */
const DOLLARS_OF = /(?:доллар\p{L}*|dollars? of the) $/u;

/** A text with blanks for its places, times and numbers. */
export function withoutEntities({ text, tokens, entities }: Percept): string {
  return entities.reduce((rest, { from, to }) => {
    const [start, end] = [tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0];
    return rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }, text);
}

/** The words of a text that are no fillers; Chinese ones as far as nothing else stands between them. */
export function wordsIn(text: string): string[] {
  return text
    .replace(CHINESE_FILLERS, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\p{N}+$/u.test(word) && !FILLERS.has(word));
}
