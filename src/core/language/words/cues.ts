import type { Language } from '../../../data/schema.ts';

/** A word or phrase that says what is asked of a figure, not which figure: "how many", "per", "in dollars". */
export type Cue =
  | 'how-many'
  | 'how-much'
  /** How many or how much: Chinese and Russian leave it open. */
  | 'amount'
  | 'money'
  | 'when'
  | 'who'
  | 'which'
  | 'where'
  | 'why'
  | 'what'
  /** What a name means: what is counted by it. */
  | 'define'
  | 'list'
  | 'data'
  | 'all-about'
  | 'compare'
  | 'more'
  | 'or'
  | 'per'
  | 'ratio'
  | 'difference'
  | 'sum'
  | 'share'
  | 'dollars'
  | 'yuan'
  | 'other-currency'
  | 'source'
  | 'age'
  | 'author'
  | 'help'
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'overview'
  | 'fact'
  | 'true'
  | 'over'
  | 'under'
  | 'about'
  | 'follow'
  | 'me'
  | 'other-year'
  | 'and'
  | 'it'
  | 'please'
  /** What surrounds the thing asked about without narrowing it: "as part of …". */
  | 'context'
  | 'wish'
  | 'order'
  | 'so-far'
  /** How something changed over time. */
  | 'course'
  | 'latest'
  /** All places that are held side by side. */
  | 'everywhere'
  | 'chart'
  | 'everything'
  /** What a thing is like or does, which no number tells: how often, how old, 研究什么. */
  | 'nature'
  /** One of many that stands out: "the oldest". */
  | 'superlative'
  /** Who has it in hand: "who runs …". */
  | 'owner'
  /** One by one: 分别, "respectively". */
  | 'apart'
  /** What is to come: "will", прогноз. */
  | 'future'
  /** Whether a number is much or little, good or bad. */
  | 'judgement';

/** The phrases of each cue, parted by "|"; inflections are covered by stemming. */
export const CUES: Record<Cue, Partial<Record<Language, string>>> = {
  'how-many': {
    en: 'how many|hw many|what number of|number of|the number of|no of|howmany|amount of|count of|quantity of|total number of|tally of',
    zh: '几|有几|几个|几家|几所|多少个|多少家|多少所|多少间|几间|几条|多少条|几座|数量|总数|数目|个数|家数|笔数|件数|多少项|几项|多少户|几户|多少名|多少座|有多少个|有多少家|有多少所|几名|几位|几件|几份|几处|几支|几套|几只|几台|几部|几股|几篇|多少位|多少件|多少份|多少处|多少支|多少套|多少只|多少台|多少部|多少股|多少篇|有几个|有几家|有几所|有几间|有几条|有几项|有几户|有几名|有几座|有几位|有几件|有几份|有几处|有几支|有几套|有几只|有几台|有几部|有几股|有几篇|有多少间|有多少条|有多少项|有多少户|有多少名|有多少座|有多少位|有多少件|有多少份|有多少处|有多少支|有多少套|有多少只|有多少台|有多少部|有多少股|有多少篇|好几个|好几家|好几所|好几间|好几条|好几项|好几户|好几名|好几座|好几位|好几件|好几份|好几处|好几支|好几套|好几只|好几台|好几部|好几股|好几篇|几多个|几多家|几多所|几多间|几多条|几多项|几多户|几多名|几多座|几多位|几多件|几多份|几多处|几多支|几多套|几多只|几多台|几多部|几多股|几多篇|有好几个|有好几家|有好几所|有好几间|有好几条|有好几项|有好几户|有好几名|有好几座|有好几位|有好几件|有好几份|有好几处|有好几支|有好几套|有好几只|有好几台|有好几部|有好几股|有好几篇',
    ru: 'скольким|скольких|сколькими|количество|число|численность|общее число|общее количество',
  },
  amount: { zh: '多少|有多少', ru: 'какое число|сколько|скока|скок' },
  'how-much': {
    en: 'what amount|for what amount|what total amount|what sum|for what sum|how much|how big|how large|the total bill|the whole bill|the overall bill|the total cost|the overall cost|what do they cost|what will they cost|what would they cost|what did they cost|how many billions|how many millions|how many billion|how many million|how many yuan|how many dollars|how many rmb|sell for|sold for|sells for',
    zh: '多少钱|多少资金|多少金额|多少元|多少万|多少亿|几个亿|多大|花多少|多少投资|多少人民币|多少个亿|几亿|几多亿|好几亿|好几个亿|几十亿|几百亿|十几亿|几十个亿|几百个亿|几百万|几千万|几个万|多少亿元|几亿元|多少万元|几万元|多少块钱|几多钱|多少银子|多少票子',
    ru: 'сколько денег|сколько средств|какая сумма|сколько стоит|какой объем|почем|сколько миллионов|сколько миллиардов|насколько велик|какую сумму|на какую сумму|какой суммой|какие суммы|сколько миллиона|какие деньги|какой размер|каков размер|каков объем|какова сумма|каков бюджет|в какую сумму|сколько юаней|сколько долларов|во сколько они обойдутся|во сколько это обойдется|во сколько он обойдется|во сколько она обойдется|во сколько это обошлось|сколько они стоят|сколько это стоит|сколько это будет стоить|сколько они будут стоить|на сколько миллиардов|на сколько миллионов|на сколько денег',
  },
  money: {
    en: 'total bill|the bill|bill for|investment bill|actual money|real money|hard cash|sum|sums|pot of money|money pot|pool of money|pot|purse|war chest|total amount|the amount|sum total|money|cash|sum of money|amount of money|cost|costs|price tag|worth|bucks|dough|funds|finance|financial',
    zh: '金额|钱|资金规模|资金|经费|费用|款项|多少钱|多少资金|多少亿|几个亿|多少个亿|几亿|几多亿|好几亿|好几个亿|几十亿|几百亿|十几亿|几十个亿|几百个亿|几百万|几千万|几个万|多少亿元|几亿元|多少万元|几万元|多少块钱|几多钱|多少银子|多少票子',
    ru: 'сколько денег|сколько средств|во сколько обойдутся|во сколько обойдется|во сколько обошлись|во сколько обошелся|во что обойдутся|во что обойдется|денег|сумма|стоимость|объем|деньги|деньгах|средства|денежные средства|финансовые|деньгами|какая сумма|какую сумму|на какую сумму|какой суммой|какие суммы|сколько стоит|сколько миллионов|сколько миллиардов|бабла|денежный|во сколько они обойдутся|во сколько это обойдется|во сколько он обойдется|во сколько она обойдется|во сколько это обошлось|сколько они стоят|сколько это стоит|сколько это будет стоить|сколько они будут стоить|на сколько миллиардов|на сколько миллионов|на сколько денег',
  },
  when: {
    en: 'when|wen|release date|publication date|launch date|opening date|start date|what date|which date|what day|which day|what month|what year|which year|which month|on what date|since when|date of|the date',
    zh: '什么时候|何时|哪天|哪一天|哪年|哪一年|几月|几号|哪月|哪个月|日期|时间|啥时候|什么时间|几月几号|何年何月|啥时候的|哪天的|哪年的|哪一天的|几号的|什么时候的|哪一年的|几几年|哪会儿|啥时间|哪月哪日|哪年哪月|多会儿|几时',
    ru: 'когда|какого числа|в каком году|в каком месяце|какая дата|дата|какого года|в какой день|с какого времени|какого числа и месяца|какой день',
  },
  who: { en: 'who|whom|whose', zh: '谁|哪位|何人', ru: 'кто|кого|кому|кем|чей|чья' },
  which: {
    en: 'which|what are the names|names|names of|name of|called|what were the|by name',
    zh: '哪|哪些|哪家|哪个|哪几个|哪所|哪几家|有哪些|叫什么|名称|名字|名单|叫什么名字|都有谁',
    ru: 'какие|которые|как называется|как называются|названия|каких|поименно',
  },
  where: {
    en: 'where|whereabouts',
    zh: '哪里|在哪|在哪里|哪儿|何处|什么地方|位于哪里|到哪了|到哪里|到哪儿|到哪去|到哪去了|去哪了|去哪里|去哪儿|哪去了|去了哪|投哪了|花哪了|花到哪|投到哪|用到哪|排多少名|排多少位|排在多少名|第多少名|第多少位|排到多少名',
    ru: 'где|куда|в каком месте',
  },
  why: {
    en: 'why|how come|what for|reason|reasons',
    zh: '为什么|为何|为啥|原因|怎么会',
    ru: 'почему|зачем|отчего|причина',
  },
  what: {
    en: 'what|whats|what is|what are|what does|means|do you mean|do you mean by|what do you mean|what do you mean by|does it mean|meaning|define|definition|explain|describe|stand for|tell me about|about',
    zh: '什么|什么是|是什么|何为|什么意思|定义|解释|介绍|啥|指什么|含义|是指',
    ru: 'какой|какая|какое|какую|что|что такое|что значит|что означает|определение|объясни|объясните|расскажи про|расскажите про|о чем|чем является|расскажи о|расскажите о|какое место|на каком месте|какое по счету|на какой позиции|какую позицию|какая позиция|на какой строчке|какую строчку|что за|это что|это что за|что это|что это за|что это такое|что это вообще|что подразумевается|что имеется в виду|что имеют в виду',
  },
  define: {
    en: 'define|definition|definition of|what is a|what is an|whats a|whats an|what exactly is|what does it mean|what is meant by|do you mean by|mean by|means|mean|meaning|meaning of|counts as|count as|counted as|qualifies as|qualify as|considered a|stand for',
    zh: '什么是|什么叫|何为|什么意思|定义|怎么定义|如何定义|指什么|含义|是指|指的是|怎么算|算作|怎么才算',
    ru: 'что такое|что значит|что означает|что понимается|что считается|определение|как определяется|какие считаются|что за|что это такое|что это за|что это значит|что это вообще значит|что подразумевается|что имеется в виду|что имеют в виду|как это понимать|как понимать|что под этим понимают|что понимают под',
  },
  list: {
    en: 'list|lists|enumerate|name them|name all|name the',
    zh: '列出|列表|列举|清单|罗列',
    ru: 'список|перечисли|перечислите|перечень|назови|назовите',
  },
  data: {
    en: 'figures|stats|numbers|metrics|indicators|statistics|data|what figures|which figures|what numbers|which numbers|breakdown|break down',
    zh: '数据|数字|指标|统计|统计数据|方面|相关|有关|什么数据',
    ru: 'показатели|статистика|статистику|данные|цифры|какие данные|какие цифры',
  },
  'all-about': {
    en: 'all figures|all the figures|all numbers|all the numbers|figures about|figures on|numbers about|numbers on|stats on|stats about|data on|data about|statistics on|statistics about|rundown of|rundown on|rundown|show all|show me all|give me all|everything on|everything about|all about|anything on|anything about|info on|information on|list all|list of figures|every number|every figure|all your numbers|all your figures|everything you hold|all data',
    zh: '所有数据|全部数据|相关数据|有关数据|哪些数据|哪些数字|方面的数据|方面数据|方面的数字|有关的数据|所有和|列出所有',
    ru: 'все данные|все цифры|данные о|данные об|цифры по|цифры о|данные по|показатели по|все показатели|статистика по|покажи все|покажите все|все про|все о|цифры про',
  },
  compare: {
    en: 'compare|compared|comparison|versus|vs|v|against|side by side|next to|stack up|relative to|compare with|compares|compares with|compares to|comparing|came first|come first|comes first|was first|happened first|earlier than|outnumber|match up|in comparison',
    zh: '比较|对比|相比|排个序|排一下序|排排序|比起来|相较|比一比|对照|比一下|排个队|排一排|排个名|比个高低|比比',
    ru: 'сравни|сравните|сравнить|сравнение|против|по сравнению|в сравнении|сопоставь|сравнению',
  },
  more: {
    en: 'ahead|ahead of|leads|led|leading in|came first|came out on top|more|fewer|less|bigger|larger|greater|smaller|higher|lower|most|than|exceed|exceeds|outnumbers|the same number',
    zh: '更多|多还是|还是|更少|谁多|哪个多|哪个更多|多于|少于|大于|比|高于|低于|更大|一样多|多不多|多还是少|多了还是少了|是多是少|还是少|哪个大|谁大|谁高|哪个高|谁领先|孰多孰少|哪边多|少还是|比得过|比得上|赶得上',
    ru: 'лидирует|лидируют|впереди|больше|меньше|более|менее|больше чем|меньше чем|выше|ниже|превышает|крупнее|столько же',
  },
  or: { en: 'or', zh: '或|或者|还是', ru: 'или|либо' },
  per: {
    en: 'if you split|if you divide|if you spread|if split|if divided|when split|when divided|evenly|equally|divided evenly|divided equally|split equally|split over|split across|split among|spread over|spread across|shared among|divided over|split evenly over|per|each|apiece|every|for each|for every|per capita of|average|on average|averaged|avg|split evenly|of a single|for a single|of one|for one|of an individual',
    zh: '每|每个|每家|每所|平均|平均每|均|平均每家|平均每个|平均下来|平均到|每一家|每一个|每一所|每户|单个|单家',
    ru: 'если разделить|если поделить|разделить на|поделить на|на каждый|каждый|каждое|каждая|на один|на одно|на одну|в среднем|средний|среднее|среднем|в расчете на|приходится|приходится на|на единицу|на каждую|на каждое',
  },
  ratio: {
    en: 'divided by|ratio|ratio of|times as many|times more|how many times|proportion of|times|fold|twice|double|half',
    zh: '比率|多少倍|几倍|倍|之比|倍数|一半',
    ru: 'соотношение|отношение|во сколько раз|раз|вдвое|втрое|половина|пропорция',
  },
  difference: {
    en: 'difference|difference between|diff|diff between|how many more|how many fewer|how much more|gap between|by how many|by how much|minus|subtract|how far ahead|margin|gap',
    zh: '差|相差|差多少|差距|多多少|多几个|多出|多出多少|差额|差几个|减|减去|差值|多了多少|少多少|多几家|多多少个|多多少家|少几个|差几家|差几所|差了多少|差多少家|少几所|少几家|多几所|多出来多少',
    ru: 'разница|разность|на сколько|насколько|на сколько больше|насколько больше|минус|разрыв|отличается',
  },
  sum: {
    en: 'sum of|add up|plus|together|combined|in all|taken together|added together|adding',
    zh: '两个加起来|俩加起来|之和|加起来|合计|总和|加在一起|相加|加上|一起|加|加一块|加在一块|放一起|合在一起|合一起|合起来|加总|一块算|一起算|算一起|算在一起|凑一起',
    ru: 'в сумме|вместе|суммарно|сложить|плюс|вместе взятые|совокупно|в совокупности',
  },
  share: {
    en: 'out of|percent|percentage|per cent|pct|share|what share|fraction|proportion|portion|what part',
    zh: '百分比|百分之几|百分之多少|占比|占|占多少|几成|多大比例|份额|比重|率|占到|占了|占多大比例|占几成|多少个百分点|几个百分点|百分数',
    ru: 'процент|процентов|доля|какая доля|какой процент|часть|какая часть|удельный вес',
  },
  dollars: {
    en: 'dollars|dollar|usd|us dollars|us dollar|greenback|greenbacks|american money|american dollars|in us money',
    zh: '美元|美金|刀|美刀|换成美元|折合美元',
    ru: 'доллар|долларов|доллары|долларах|сша доллар|баксы|баксов|баксах|в долларах',
  },
  yuan: {
    en: 'yuan|rmb|cny|renminbi|chinese yuan|kuai',
    zh: '元|人民币|块|块钱|元人民币',
    ru: 'юань|юаней|юанях|жэньминьби|в юанях',
  },
  'other-currency': {
    en: 'euro|euros|eur|pounds|pound|gbp|rubles|roubles|ruble|rouble|rub|yen|won|jpy|krw|hkd|bitcoin|btc',
    zh: '欧元|英镑|卢布|日元|韩元|港币|港元|比特币',
    ru: 'евро|рубль|рублей|рублях|фунт|фунтов|йена|биткоин',
  },
  source: {
    en: 'source|sources|citation|cite|reference|references|where from|come from|comes from|came from|where did you get|according to whom|according to|who says|says who|who said|proof|evidence|link|where does this|where does it|where does that|where do these|where do the|where did this|where did these|got from|get this|get these|provenance|official|reliable|trustworthy|trust|where do you get|based on|verify|back up|where are these|who published|published by|publisher|who released|released by|who issued|can i quote this|can i quote it|can i quote that|can i quote you|may i quote this|may i quote it|can we quote this|can i use this|can i use these|can i publish this|safe to quote|ok to quote|how do i quote|how should i quote',
    zh: '来源|出处|数据来源|从哪来|哪来的|从哪里来|来自哪里|谁说的|依据|凭什么|链接|引用|根据什么|可靠|可靠吗|官方|哪里来的|哪儿来的|靠谱|可信|出自|信源|怎么来的|谁发布|谁发布的|谁公布|谁公布的|发布方|由谁发布|可以引用|能引用|怎么引用|如何引用|能不能引用|靠谱吗|靠谱不|靠不靠谱|准不准|准吗|准不|可信吗|打哪来|打哪儿来|从哪儿来|从哪弄|哪弄的|哪儿弄的|哪找的|从哪找|从何而来|哪里的数据|谁的数据|谁统计的|哪家媒体|哪个媒体|什么网站|哪个网站|哪个文件|哪份文件|原文链接|源头|根据啥|依据是什么|权威|权威吗|靠得住|靠得住吗|能信吗|信得过|准确性|真实性|咋来的|怎么得来|怎么统计的|怎么算的|怎么得出|引自|摘自|来自哪',
    ru: 'источник|источники|откуда|откуда данные|кто сказал|ссылка|ссылку|ссылки|доказательство|на основании чего|кто это говорит|официальный|официально|достоверно|надежно|надежный|по чьим данным|согласно чему|верить|доверять|основание|кто опубликовал|кем опубликовано|издатель|можно цитировать|можно ли цитировать|могу сослаться|можно сослаться|как цитировать|процитировать',
  },
  age: {
    en: 'how old|how recent|how fresh|how current|up to date|as of|as of when|last updated|updated|update|outdated|stale|latest update|how new|out of date|when was this published|published|date of the data|how up to date|from what date|fresh',
    zh: '多久|多旧|更新|最后更新|何时更新|截止什么时候|截至什么时候|数据日期|新不新|过时|发布的|什么时候的数据|哪年的数据|时效|多新|是最新的|最新的吗|旧|更新时间|什么时候的|哪一年的|截止到啥时候|截止到什么时候|截至到什么时候|截止啥时候|截至啥时候|截止到哪天|截止到几号|截止到哪年|截止哪天|截止哪年|截至哪天|截至哪年|截至何时|截止何时|到什么时候的|到啥时候的|啥时候的|哪会儿的|哪天的|哪年的|哪一天的|几号的|几几年的|哪个时候的|统计时间|统计时点|截止日|数据时间|多久前的|多久更新|隔多久更新|多长时间更新|更新频率|更新到|更新到哪|更新到什么时候|更新到啥时候|更新了吗|有没有更新|老数据|旧数据|新鲜|新不新鲜|过时没|时效性|是不是最新|是最新吗|最新吗',
    ru: 'насколько свежие|насколько старые|обновлено|обновление|обновлялись|актуальны|актуальность|на какую дату|от какого числа|свежие|устарели|устаревшие|за какой год|какой давности|актуальные|свежесть|опубликовано|опубликованы|опубликована|дата публикации',
  },
  author: {
    en: 'are you a human|are you a person|are you a real person|a human or|human or a bot|human or bot|bot or human|who programmed|programmed you|programmed u|is maintaining this|maintaining this bot|maintains this|maintains you|behind this bot|runs this bot|made this|who are you|what are you|who made you|who built you|who created you|who runs you|who wrote you|are you a bot|are you human|are you real|are you ai|are you chatgpt|your name|who owns you|who is behind|about you|about this bot|privacy|do you store|version|what is this bot|whats this bot|what is this thing|who maintains|are you a robot|are you an ai|are you an llm|are you a machine|are you gpt|are you claude|is this ai|is this an ai|is this chatgpt|is this a bot|your creator|real person',
    zh: '你是谁|谁做的你|谁开发的|谁创建|你是机器人|你是人|你叫什么|谁做的|谁制作|关于你|隐私|版本|你是什么|谁维护|你是真人|你是ai|你是人工智能|是ai吗|机器人吗|谁造的',
    ru: 'кто ты|кто вы|кто тебя сделал|кто тебя создал|ты бот|ты человек|ты кто|как тебя зовут|о боте|приватность|версия|кто тебя написал|кто создал|кто разработал|ты робот|ты ии|ты нейросеть|ты искусственный интеллект|вы нейросеть|кто твой создатель|вы бот|вы робот|кто вас создал',
  },
  help: {
    en: 'daily post|daily fact|daily posts|subscribe|help|help me|what can you do|what you can do|what can u do|what do you do|how do i use|how to use|how does this work|how do you work|commands|usage|instructions|what can i ask|what should i ask|examples|what do you know|how can i use|capabilities|manual|options|what else can you|how does it work|what else do you know|what topics|what kind of questions|what kind of stuff|what kind of things|what kinds of things|what sort of stuff|what sort of things|how this works|how do i use you',
    zh: '帮助|你能做什么|能做什么|怎么用|如何使用|使用说明|命令|会什么|能问什么|可以问什么|你会什么|能干什么|有什么功能|功能|求助|示例|使用方法|你知道什么|可以做什么|能回答什么|能查什么|可以查什么|都能问|都能查啥|能查啥|你都能查啥|都能查什么|能问啥|可以问啥|都能问啥|能干啥|能干嘛|你会啥|会啥|有啥功能|怎么问|咋用|怎么使|怎么玩|能聊啥|你懂啥|你知道啥|都知道啥|都知道什么|都知道些什么|都有哪些功能|能回答啥|能答啥|能提供什么|能提供啥|能帮我什么|能帮我干啥|能帮我做什么|能帮什么|你有什么用|有什么用|我能问你什么|我能问什么|我能问啥|该怎么问|怎么提问|如何提问|支持什么|支持哪些|都有什么|都有啥|都有些什么|都有些啥|你这有什么|你这儿有什么|你这里有什么|能查哪些|可以查哪些|能问哪些|可以问哪些|能查到什么|能查到啥|可以问你什么|可以问你啥|会干啥|会干嘛|会做什么',
    ru: 'помощь|помоги|помогите|что ты умеешь|что умеешь|что вы умеете|как пользоваться|команды|справка|инструкция|что можно спросить|как это работает|что ты знаешь|что ты можешь|примеры|хелп|что вы можете|как тобой пользоваться|о чем можно спросить|что умеет|на что ты способен',
  },
  hello: {
    en: 'gm|gn|dear bot|dear robot|dear sir|mr bot|hi|hello|hey|hiya|howdy|yo|greetings|good morning|good afternoon|good evening|morning|sup|whats up|how are you|how are you doing|hows it going|nice to meet you|hi there|hello there|hey there|anyone there|anybody there|you there|are you there|wassup|heya|test|ping|how do you do|how r u',
    zh: '你好|您好|嗨|哈喽|早上好|下午好|晚上好|早安|大家好|在吗|在不在|hello|你好吗|早|你好啊|嘿|有人吗|哈啰|早啊|中午好',
    ru: 'уважаемый робот|уважаемый бот|привет|здравствуйте|здравствуй|добрый день|доброе утро|добрый вечер|приветствую|хай|салют|как дела|здорово|доброго дня|приветик|ку|прив|доброго времени суток|здарова|здаров|здоров|дарова|даров|доров|салам|салам алейкум|хеллоу|хелоу|йоу|йо|всем привет|привет всем|доброй ночи',
  },
  thanks: {
    en: 'thanks|thank you|thx|ty|cheers|much appreciated|appreciate it|great|awesome|perfect|cool|nice|good bot|well done|got it|ok|okay|k|brilliant|thank u|tysm|good job|nice one|lovely|excellent|amazing|wow|legend|great job|helpful|useful|impressive|youre great|love it|sounds good|tnx|wonderful',
    zh: '谢谢|多谢|感谢|谢啦|谢了|好的|太好了|棒|不错|厉害|赞|明白了|知道了|辛苦了|辛苦|辛苦啦|谢谢你|非常感谢|太棒了|好|好用|收到|牛|真棒|很好|懂了|了解了|好吧|行|ok|真不错',
    ru: 'спасибо|спасибо огромное|спасибо большое|большое спасибо|огромное спасибо|выручили|выручил|благодарю|спс|отлично|супер|хорошо|круто|понятно|ясно|класс|здорово|ок|окей|пасиб|пасибо|молодец|большое спасибо|спасибки|прекрасно|замечательно|понял|поняла|признателен',
  },
  bye: {
    en: 'bye|goodbye|see you|see ya|later|good night|cya|farewell|take care|have a nice day|have a good day|have a good one|have a great day|talk later|ttyl|good day',
    zh: '再见|拜拜|回头见|晚安|下次见|回见|拜|告辞|先这样',
    ru: 'пока|до свидания|всего доброго|спокойной ночи|увидимся|до встречи|хорошего дня|всего хорошего|удачи',
  },
  overview: {
    en: 'about innovation|about innovation in|whole picture|full picture|few lines|in a few lines|in brief|briefly|in short|tldr|overview|summary|summarise|sum up|in a nutshell|big picture|key figures|key numbers|main figures|main numbers|at a glance|highlights|headline figures|headline numbers|everything you know|everything you have|all you have|all you know|general picture|briefing|brief me|snapshot|fact sheet|quick facts|run me through|walk me through|talk me through|facts about innovation|some facts|a few facts|most important numbers|most important figures|tell me everything|recap|tldr|main facts|innovation figures|innovation numbers|innovation stats|innovation statistics|innovation data|innovation scene|innovation landscape|state of innovation|how innovative|key stats|basic facts|run down|cheat sheet|digest|the gist',
    zh: '概况|概览|总览|总结|概述|简介|大概情况|主要数据|关键数据|整体情况|基本情况|总体情况|一览|要点|核心数据|创新数据|创新情况|创新概况|创新指标|创新成果|创新状况|创新怎么样|创新能力|汇总|全貌|创新方面|科创情况|科创概况|科创数据|科技创新情况|科技创新概况|科技创新数据|大概什么情况|什么情况|啥情况|整体怎么样|总体怎么样|总体如何|整体如何|创新这块|科创这块|创新这方面|科创方面',
    ru: 'обзор|сводка|кратко|вкратце|общая картина|основные цифры|ключевые цифры|главные цифры|основные показатели|ключевые показатели|резюме|общая информация|в общих чертах|в целом|главное|общий обзор|итоги|основные данные|все что знаешь|инновационные показатели|показатели инноваций|коротко о|суть',
  },
  fact: {
    en: 'fact|random fact|a fact|fun fact|interesting fact|surprise me|another fact|something interesting|another one|tell me something|one more fact|fact of the day|random',
    zh: '随机|来个事实|一个事实|随便说一个|有趣的事实|再来一个|冷知识|随便来一个|随机一个|一个数据',
    ru: 'факт|случайный факт|интересный факт|расскажи факт|еще факт|удиви меня|что-нибудь интересное|еще один',
  },
  true: {
    en: 'source say that|sources say that|does it say that|do they say that|did it say that|really say that|true|is it true|right|correct|really|is that right|is that true|confirm|is it correct|i heard|i read|someone said|rumour|rumor|supposedly|isnt it|arent there|isnt there|accurate|false|wrong|verify|fact check|is it really|so there are|they say|allegedly|i thought|reportedly|legit|seriously|for real|did you say|they claim|claims|claim|fake|debunk|yes or no|can i say that|can we say that|could i say that|can you say that|fair to say|safe to say|is it fair to say|is it safe to say',
    zh: '是真的吗|真的|对吗|是吗|对不对|是不是|正确吗|没错吧|听说|据说|真的吗|属实|确认|有没有|是否|确实|对吧|吗|有人说|错|没错|核实|准确吗|对么|么|真有|真是|假的|靠谱吗|靠谱不|靠不靠谱|是真是假|真假|真的假的|真有这么多|有这么多吗|这么多吗|没记错吧|没搞错吧|没说错吧|没弄错吧|对不|是不|是吧|是这样吗|属实吗|属实不|准不准|准吗|准不|瞎说|胡说|瞎扯|吹牛|忽悠|谣言|辟谣|不会吧|有这事吗|对得上|对得上吗|记错|说错|写错|搞错|有误|有错吗|可信吗|达没达到|到没到|有没有到|有没有超过|进没进|夸张|夸张了|太夸张|离谱|有水分',
    ru: 'правда|правда ли|верно|верно ли|действительно|так ли|это так|не так ли|подтвердите|точно ли|слышал|слышала|говорят|ли|разве|неужели|подтверди|якобы|правильно|ложь|проверь|утверждают|реально ли|не верю|не верится|с трудом верится|или нет|или врут|или это фейк|или вранье|это правда|врут|врет|неправда|ошибка|все верно|все правильно|точно|не путаю|я прав|я права|уверяют|уверяет',
  },
  over: {
    en: 'over|more than|above|at least|exceeding|upwards of|in excess of|greater than|north of|no fewer than|no less than|beyond|surpass|surpassed|passed the mark|minimum of',
    zh: '超过|多于|以上|至少|超|逾|不少于|大于|高于|突破|达到',
    ru: 'более|больше|свыше|не менее|выше|как минимум|минимум|превысило|превышает|больше чем|не меньше',
  },
  under: {
    en: 'under|less than|fewer than|below|at most|no more than|not even|up to|maximum of|short of|barely',
    zh: '不到|少于|低于|最多|以下|不足|不超过|小于|至多',
    ru: 'менее|меньше|не более|ниже|максимум|до|не больше|меньше чем',
  },
  about: {
    en: 'about|around|roughly|approximately|some|nearly|almost|circa|approx|close to|like',
    zh: '大约|约|大概|左右|差不多|将近|近|接近|几乎|快|快要|已经快|快到',
    ru: 'около|примерно|приблизительно|порядка|почти|где-то|гдето',
  },
  follow: {
    en: 'what about|how about|and|and what about|also|same for|then|and how about|what of|and the|and for|ok and|now|but',
    zh: '那|那么|呢|还有|另外|那么呢|而|那|接着',
    ru: 'а|а как насчет|и|а что|также|тогда|а сколько|как насчет|теперь|но',
  },
  me: {
    en: 'ive got|i have a|working on|writing a|doing a|preparing a|i|i am|im|we are|were|my|i work|ive been|i have been|i was|i write|im writing|i study|i live|our|i came|i come|im preparing|i need this for|for my|for our|preparing',
    zh: '我是|我们是|我在|我正在|我来自|我们在|本人|我的|我想写|我要写|我们的|我需要',
    ru: 'я|мы|мой|моя|мне нужно|я пишу|мы пишем|работаю|учусь|я из|мне|моей|наш|моего|пишу|готовлю|спрашивает|спрашивают|спросил|спросила|спросили|интересуется|интересуются|просит|просят|попросил|попросила|попросили|хочет знать|хотят знать|поручил|поручила|велел|велела|делает доклад|делаю доклад|пишет доклад|пишет статью|пишет диплом|пишет реферат|готовит доклад|готовит отчет|готовит статью|готовлю доклад|готовлю отчет|готовим|пишем|собираю|составляю|я журналист|я студент|я студентка|я инвестор|я аналитик|я чиновник|задали|задал|задала|прислал|прислали|требует|требуют|спорим|поспорили',
  },
  'other-year': {
    en: 'last year|next year|this year|years ago|previous year|year before|yesterday|tomorrow|last month|next month|this month|last decade|a decade ago|decade|a year ago|in the future|by the end of the decade|prior year|past year|past five years|past ten years|last five years|last ten years|last week|this quarter|last quarter|every year|annually|yearly|per year|each year|a year|annual|next decade|in ten years|in five years|previously|earlier|following year|still to come|yet to come|to follow|upcoming',
    zh: '去年|明年|今年|前年|后年|上一年|昨天|明天|上个月|下个月|本月|这个月|几年前|往年|未来|十年前|近十年|近五年|每年|年度|十年|以前|过去|前几年|一年前|后来|五年后|十年后|年均|起初|最初|一开始|早年|早年间|早些年|早些时候|早先|此前|先前|前阵子|前段时间|前些天|前几天|那阵子',
    ru: 'прошлый год|прошлом году|в прошлом году|следующем году|этом году|в этом году|позапрошлом году|год назад|лет назад|вчера|завтра|прошлом месяце|этом месяце|в будущем|за год|ежегодно|годовой|десять лет|в год|каждый год|раньше|прежде|годом ранее|через год|через пять лет|предыдущем году|следующий год',
  },
  and: {
    en: 'and|and the|and for|as well as|along with|plus|together with|n|with|also',
    zh: '和|与|及|以及|跟|同|还有|并|并且|另外',
    ru: 'и|а также|плюс|вместе с|да|еще',
  },
  it: {
    en: 'both|both of them|the two|of the two|these two|those two|the two of them|of each|each of them|each of those|it|that|this|those|these|them|they|its|their|that figure|that number|this number|this figure|the figure|the number|these figures|those figures|the same|one',
    zh: '这两个|那两个|两者|二者|这俩|它俩|这两个数|两个数|它|这个|那个|这些|那些|它们|其|他们|这|该|此',
    ru: 'нее|него|ней|нему|нем|оба|обе|обоих|эти два|этих двух|этих два|двух из них|это|этот|эта|эти|они|их|его|ее|оно|этого|этих|эту|той|тот|та|те|ним|них|этой',
  },
  'so-far': {
    en: 'already|so far|to date|until now|by now|up to now|thus far|actually spent|actually built|been spent|was spent|been disbursed|been paid out|was paid out|been built|been completed|been finished|yet',
    zh: '已经|已|迄今|迄今为止|到目前为止|目前为止|实际',
    ru: 'уже|на данный момент|до сих пор|к настоящему времени|фактически',
  },
  course: {
    en: 'growth|grow|grows|growing|grew|grown|growth rate|rate of growth|increase|increased|increases|increasing|decrease|decreased|decline|declined|drop|dropped|fell|fall|rise|rose|risen|rising|trend|trends|change over time|change|changed|changes|develop|developed|development over time|evolve|evolved|evolution|over the years|over time|by year|year by year|year on year|yoy|historically|time series|data points|all the data points|went up|gone up|go up|goes up|going up|go down|went down|how fast|CAGR|history of|surge|surged|shrink|shrunk|from year to year|expand|expanded|expansion|climb|climbed|gain|gained',
    zh: '增长|增长率|增速|增幅|增长了|增加|增加了|增多|上升|上涨|下降|减少|下滑|变化|趋势|走势|同比|同比增长|变多|变少|涨|涨了|涨到|增长到|提升|扩大|缩小|翻倍|翻番|年增长|增量|演变|逐年|历年|多年来|近几年|这些年|历年来|时间序列|涨幅|降幅|发展速度|历史数据|发展情况|变化情况|变化趋势|增长情况|涨没涨|涨了没|涨了吗|涨了多少|翻了|翻了几番|翻几番|翻了一番|翻了一倍|翻了几倍|降没降|降了多少|增没增|增减|变动|一年比一年|有没有增长|增长没|增长多少|增了多少|涨势|这几年|近些年|这两年|近两年|近三年|前后变化',
    ru: 'рост|роста|ростом|прирост|увеличение|увеличился|увеличилось|увеличилась|увеличились|вырос|выросла|выросло|выросли|вырасти|растет|растут|расти|снижение|снизился|снизилось|упал|упало|уменьшение|уменьшилось|сокращение|сократилось|тенденция|тенденции|тренд|тренды|изменение|изменения|изменился|изменилось|изменилась|менялось|менялся|менялась|меняется|динамика|динамику|темп роста|темпы роста|по годам|за последние годы|со временем|развивалось|эволюция|рос|росла|росло',
  },
  latest: {
    en: 'latest|most recent|latest figure|latest count|latest number|most up to date|newest figure|newest number|newest data|latest data|latest value',
    zh: '最新数据|最新的|最新|最近的数据|最新数字',
    ru: 'последние данные|последнее значение|самые свежие данные|последние цифры|самые последние',
  },
  everywhere: {
    en: 'four cities|the four cities|of the four|all four|the four|each city|by city|every city|all cities|which city|what city|of the cities|four northeastern cities|across cities|which of the cities',
    zh: '四个城市|四城市|四城|四市|四座城市|各城市|各市|哪个城市|哪座城市|哈沈大长|东北四市|东北四城|东北四个城市|哪个市|四个市|各个城市',
    ru: 'четырех городов|четыре города|четырем городам|четырех городах|по городам|каждый город|каждом городе|какой город|какого города|в каком городе|все города|всем городам|среди городов|из городов',
  },
  chart: {
    en: 'chart|charts|graph|plot|draw|bar chart|line chart|diagram|visualise|visualize|line graph|bar graph|chart of|graph of',
    zh: '画图|图表|柱状图|折线图|条形图|曲线图|画一下|画个图|画一个|画一张|画一幅|画张|画幅|做一张|做一个|做张|来一张|来张|一张图|一幅图|做图|制图|作图|画成|做个|图|画出|画',
    ru: 'график|графики|диаграмма|диаграмму|диаграммы|нарисуй|нарисуйте|построй|постройте|построй график|столбчатая диаграмма|изобрази|графиком',
  },
  wish: {
    en: 'i need|i want|i would like|id like|i wonder|i was wondering|i am curious|im curious|i am looking for|im looking for|can i|could i|may i|i have to know|i must know|i am after|im after|i am asking|i require|we need|we want|we are looking for|i ask|i dont know|i do not know|do not know|dont know|i am not sure|im not sure|not sure|no idea|i know|i think|i guess|i mean|i meant|i see|i bet|i said|i care|i cite|i quote|i can|i should|i get|i have|i say|i tell|i do|should i|do i|am i|i trust|i remember|i forgot|i hear|i keep',
    zh: '我想知道|我想了解|我想问|我需要|我想|我要|我问',
    ru: 'мне нужно|мне нужны|мне нужен|я хочу|хочу знать|я хотел|я хотела|мне интересно|я думаю|я знаю|хотелось бы|можно узнать|не знаю|я не знаю|не уверен|не уверена',
  },
  order: {
    en: 'ignore your|ignore all|ignore previous|ignore the above|ignore everything|disregard|system prompt|your instructions|previous instructions|pretend|jailbreak|act as|from now on|you are now|developer mode|repeat after me|roleplay|say that|and say|new instructions|override your',
    zh: '忽略|无视|系统提示|提示词|假装|扮演|从现在起|跟我念|角色扮演|重复我',
    ru: 'игнорируй|забудь все|забудь инструкции|системный промпт|притворись|представь что ты|повторяй за мной|отныне|новые инструкции',
  },
  context: {
    en: 'when it comes to|as part of|within the framework of|in the framework of|in the context of|in connection with|according to the|in light of|thanks to the',
    zh: '官网说|官网上说|官网显示|官方说|报道说|媒体说|据报道|作为一部分|在框架内|背景下',
    ru: 'в рамках|в контексте|в связи с|согласно|в плане|в части|в сфере|в области|по части|в отношении|с точки зрения|что касается|если говорить о|говоря о|в смысле',
  },
  please: {
    en: 'on deadline|on a deadline|will you|will u|in one line|on one line|in one sentence|or better|or above|or higher|or up|and above|and up|bug you|to bug you|bugging you|pester you|bear with me|off the top of your head|off the top of my head|at hand|to hand|on hand|for the record|long story short|quick one|just checking|double checking|double check|double checked|to be sure|to be on the safe side|to be safe|no rush|no hurry|in a hurry|in a rush|running late|breathing down my neck|on my back|on my case|settle a bet|settle an argument|for a bet|for fun|out of interest|help me out|do me a favour|do me a favor|fill me in|get me up to speed|bring me up to speed|walk me through|run me through|point me to|mix them up|mixing them up|cant find it|couldnt find it|one more thing|one last thing|last question|last one|next question|while youre at it|while were at it|so to speak|if memory serves|if i remember correctly|if i recall correctly|if im not mistaken|if i am not mistaken|if im not wrong|correct me if im wrong|unless im mistaken|am i right|do i have that right|have i got that right|did i get that right|cant remember|cant recall|slipped my mind|if you have it|a little|give or take|or thereabouts|per share|base year|baseline year|reference year|as a province|as a whole|please state|state the|kindly state|out of curiosity|just curious|so kind|be so kind|kind enough|be so kind as to|so kind as|of its kind',
    zh: '一句话|麻烦|劳驾|拜托',
    ru: 'не ниже|не ниже чем|будьте добры|будьте любезны|не могли бы вы|не подскажете|горит дедлайн|дедлайн горит|горят сроки|сроки горят|сроки поджимают|дедлайн завтра|дедлайн сегодня|в итоге|в основном|в общем|в общем то|по сути|в принципе|на самом деле|если честно|честно говоря|грубо говоря|другими словами|типа того|что ли|как бы|так сказать|то есть|скорее всего|само собой|насколько я понимаю|насколько я понял|насколько мне известно|насколько я помню|если не ошибаюсь|если я не ошибаюсь|если не секрет|если можно|если возможно|если несложно|если не сложно|если не трудно|если есть|если знаешь|если знаете|не в курсе|в курсе|без понятия|понятия не имею|не могу найти|не могу вспомнить|не можете подсказать|не скажете|не подскажешь|не знаете ли|не затруднит|не сочтите за труд|в двух словах|одним словом|одной цифрой|только цифру|только цифры|просто цифру|по факту|на глаз|для справки|для отчета|для статьи|по памяти|завтра доклад|завтра презентация|завтра сдавать|завтра сдаю|завтра сдача|завтра эфир|завтра встреча|завтра выступаю|завтра выступление|доклад завтра|презентация завтра|сдавать завтра|сдаю завтра|нужно завтра|на завтра|до завтра|вчера читал|вчера читала|вчера видел|вчера видела|вчера слышал|вчера слышала|вчера писали|в качестве|по состоянию на|состоянием на|по итогам|по данным|на конец|на начало|на момент',
  },
  everything: {
    en: 'everything|all|whole|anything|all of it|entire|all of them',
    zh: '所有|全部|一切|整个|全都|都',
    ru: 'все|всё|полностью|целиком|весь|всех|всё подряд',
  },
  nature: {
    en: 'how often|how frequently|how long|how old|how young|how good|how well|how successful|how strict|how difficult|how hard is it|how satisfied|what kind of work|what are they doing',
    zh: '多久|多长时间|做什么|干什么|从事什么|干嘛的|做些什么|怎么评|怎么选|怎么申请',
    ru: 'работает над|работают над|специализируется на|специализируются на|занимается|занимаются|как часто|как долго|сколько времени|насколько часто|чем занимаются|чем занимается|что делают|что делает|над чем работают|над чем работает|что исследуют|что изучают|что производят|что выпускают|что разрабатывают',
  },
  superlative: {
    en: 'top city|top place|first place|number one|leading city|biggest|largest|smallest|oldest|youngest|richest|greatest|the most famous|most expensive',
    zh: '最大|最小|最好|最老|最早|最强|最贵|最著名|最有名|最年轻|历史最久|历史最悠久',
    ru: 'самый|самая|самое|самые|самого|самой|самых|крупнейший|крупнейшая|крупнейшее|крупнейшие|старейший|старейшая',
  },
  owner: {
    en: 'who runs|who owns|who operates|who manages|who leads|who heads|who founded|who created|who built|who is behind|who is in charge of|who pays for|who finances|who funds',
    zh: '谁运营|谁管理|谁负责|谁创办|谁建的|谁经营|谁出资|谁在运营|谁在管理|由谁',
    ru: 'кто управляет|кто владеет|кто руководит|кто возглавляет|кто основал|кто создал|кто построил|кто стоит за|кто отвечает за|кто финансирует|кто оплачивает',
  },
  apart: {
    en: 'respectively|separately|one by one|individually',
    zh: '分别|各自|各是|各有|各多少|分别是|各为|各几|各有多少|各有几|各自有多少',
    ru: 'по отдельности|соответственно|порознь',
  },
  future: {
    en: 'will|going to be|is expected|are expected|expected to|forecast|projected|prediction',
    zh: '将会|将要|预计|预期|预测|将有|会有多少',
    ru: 'будет|будут|ожидается|ожидают|прогноз|прогнозируют|прогнозируется|планируется ли|строится|строятся|строят|достраивают|достраивается|откроется|откроются|появится|появятся|ожидается ли',
  },
  judgement: {
    en: 'a lot|too many|too few|too much|too little|many or few|high or low|big or small|good or bad|impressive|good enough|is that good|is it good|is that bad|is that much|is it much|is this much|is that many|is that high|is that low|is that few|is that little|is that big|is that enough',
    zh: '多不多|多吗|算多|算少|少不少|高不高|高吗|算高|算低|够不够|够吗|好不好|好吗|厉害吗|强不强|很多吗|很少吗|大不大|多还是少|高还是低|大还是小',
    ru: 'много ли|мало ли|это много|это мало|много или мало|хорошо или плохо|это хорошо|это плохо|достаточно ли|хватает ли|впечатляет|не мало ли|не много ли|высокий или низкий',
  },
};
