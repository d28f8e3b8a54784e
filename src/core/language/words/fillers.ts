import { CHINESE_FAMILIES } from './chinese.ts';

/**
 * Words that a question may hold without being narrowed by them. A word belongs here only if the answer stays true
 * when it is crossed out: "private", "new" or "largest" never do, and no word whose stem is that of such a word
 * ("found" would hide "founded", "houses" would hide "housing"). A noun that can be counted stands in COUNTABLE too.
 */

// Articles, pronouns, prepositions, conjunctions, auxiliaries; contractions stand here without their apostrophes.
const ENGLISH_GRAMMAR = `
end wise government governments build building drawing roll rolled rolls operate operates operating operated
between meant ideally sounds seminar related
a an the this that these those
i me my myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves ya yall
who whom whose which what when where why how whatever whichever whoever wherever whenever however whether
someone somebody something anyone anybody anything everyone everybody everything one ones somewhere anywhere
about above across along alongside amid among amongst around as at away back behind below beneath beside besides
beyond by concerning for from in inside into of off on onto out over regarding respect
throughout to toward towards under underneath up upon via with within re wrt
and or but nor so if then else thus hence therefore although though while whereas because cause than
is am are was were be been being do does did doing done have has had having can could will would shall should
may might must ought gonna gotta wanna hafta oughta coulda woulda shoulda
im ive id ill youre youve youd youll hes shes itll itd weve theyre theyve theyd theyll
whats whos whens wheres whys hows whatre howre whered howd whatd whatll wholl thats thatll theres therere
therell heres lets isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt cant cannot couldnt
shouldnt aint s t m ll ve
here there hereby herein therein thereof whereby
`;

// Having, existing, telling, knowing, wanting, finding: verbs that only carry the question.
const ENGLISH_VERBS = `
carry carries carried carrying turn turns turned turning
get gets got gotten getting exist exists existed lie lies locate located situated sit sits stand stands
boast boasts boasting boasted brag brags bragging bragged host hosts hosted hosting home contain contains contained containing
include includes included including comprise comprises comprised consist consists consisted consisting possess
possesses possessed hold holds held holding keep keeps kept maintain maintains feature features
featured encompass encompasses amount amounts count counts counted counting number numbers
numbered total totals totaled totalled totaling reach reaches reached stay belong belongs
based appear appears appeared seem seems seemed look looks looked looking come comes came coming
go goes going take takes took taken taking bring brings brought put puts make makes made making
let use
tell tells told telling say says said saying speak talk talks talking talked mention mentions mentioned mentioning
give gives gave given giving show shows showed shown showing display provide provides provided providing
offers offered send sends sent
know knows knew known knowing learns understand understands understood realize realise
think thinks thought thinking believe believes believed guess guessing suppose supposed assume assuming reckon
imagine imagined expect hear hears heard hearing read reads reading see sees saw seen seeing notice noticed
remember remembered recall forget forgot forgotten remind wonder wonders wondered wondering
want wants wanted wanting need needs needed needing wish wishes like likes liked
love hope hoping prefer care cares try tries tried trying
ask asks asked asking answer answers answered answering reply respond question questions query queries request
requests inquire inquiring enquire enquiry inquiry
find finds check checks checked checking verify verifies verified confirm confirms confirmed clarify clarified
specify specifies specified indicate indicates indicated identify explain explains explained explaining describe
describes described elaborate determine ascertain figure figures figured figuring
search searches searched searching seek seeking lookup google googled googling browse browsing explore
quote quotes quoted quoting cite write writes writing written wrote prepare prepares preparing prepared
grab fetch retrieve obtain obtained compile compiling compiled gather gathering gathered outline sketch discuss discussing
discussed summarize refresh refreshing revise revising editing proofread proofreading benchmark benchmarking crosscheck
finalise finalising finalize finalizing
copy report reports reported reporting
help helps helped helping assist assistance
`;

// Hedges, adverbs of degree and of the present moment.
const ENGLISH_ADVERBS = `
since onwards onward during either despite regardless
aside certain clearly initially mainly mostly namely necessarily nevertheless originally primarily relatively likely
somehow sometimes strictly thereby officially evidently simple plain fair honest available track tracked
currently current presently present now nowadays today tonight lately latest recently recent moment point day days
date time times far   still ever always often usually normally typically commonly generally general
actually really truly basically essentially literally simply just only merely even quite rather pretty very much
too also again once maybe perhaps probably possibly possible presumably apparently supposedly allegedly
seemingly obviously certainly definitely surely sure indeed honestly frankly seriously hopefully
roughly approximately approx nearly almost exactly exact precisely precise accurately accurate
specifically specific particularly particular especially directly rough approximate ballpark estimate estimated
estimates estimation guesstimate
overall totally altogether together combined collectively entire entirely whole wholly full fully
all both any some several many lot plenty bunch ton tons loads couple few bit
different various distinct multiple numerous respective respectively
true right correct correctly false wrong fact mistaken real
anyway anyways anyhow otherwise meanwhile instead finally firstly well likewise furthermore moreover additionally
more further
accordingly awfully consequently fairly inasmuch insofar lest meantime nonetheless notwithstanding reasonably
secondly thoroughly unfortunately unlikely viz whence wherein whereupon whilst whatsoever anytime anymore purely solely slightly
somewhat absolutely completely utterly thereabouts ish scale magnitude extent grand cumulative aggregate
handy offhand easy tricky dumb silly stupid straightforward urgent urgently hurry rush confused lost stuck unsure unclear
clueless skeptical sceptical doubtful impressed shocked puzzled bored tired busy neat sweet fantastic late due
able interested interesting curious curiously keen eager happy glad
easily quickly quick briefly brief shortly soon immediately asap
`;

// Politeness, greetings, chatter and chat slang.
const ENGLISH_CHATTER = `
gov
footnote footnotes paragraph intro note notes clever languages language switch tapped trail line role 
such till msg incl including intend intends intended foresee foreseen precious whole hole happened happen happens happening dump survived put putting gave give given forty bn yrs recognised recognized thing govt authorities authority implausible plausible bet nobody gazillion moves
please pls plz plis plss plse plez pleas pleaze kindly thanks thank thx thnx tnx thanx ty tysm cheers ta
appreciate appreciated appreciation grateful gratefully beforehand advance obliged welcome
sorry excuse pardon apologies apologize apologise forgive bother bothering disturb trouble
hello hi hii hiii hiya hey heyy heya hallo helo hullo howdy greetings yo sup oi morning afternoon evening
bye goodbye cya
guys guy folks mate mates dude bro bruh buddy pal man sir madam maam dear friend friends boss team
assistant bot chatbot harbinbot
yes yeah yea yep yup yas ok okay okey okie k kk alright aight fine cool nice great awesome perfect wow woah whoa
lovely amazing super
no nope nah nay
lol lmao rofl haha hahaha hehe heh hmm hm hmmm mm um umm uh uhh uhm er erm ah ahh aha oh ooh ooo eh huh ugh oops
omg wtf gosh
btw fyi imo imho afaik iirc tbh ngl idk idc rn atm aka eg ie etc fwiw irl smh wdyt ikr
u r y n w b c ur urs youse thee thou em
gimme lemme dunno donno kinda sorta lotta outta tryna tho altho thru cuz coz cos bc bcz bcoz bcuz til abt bout
innit whatcha watcha whaddya wassup whatsup dya ye yer yr
chance mind sec secs minute minutes favor favour luck envelope
desk homework coursework thesis dissertation spreadsheet newspaper wiki wikipedia pdf
website webpage homepage url screenshot infographic appendix introduction conclusion factsheet powerpoint ppt excel pitch
video youtube episode discussion conversation argument debate crossword table
colleague colleagues mom mum dad
article articles essay essays presentation presentations slide slides deck speech blog piece thread draft memo
newsletter email mail letter quiz trivia interview meeting assignment brochure handout podcast
journalist reporter blogger
`;

// Nouns that name no thing of their own.
const ENGLISH_NOUNS = `
release press document documents article articles text report statement announcement post posts tweet slide slides deck quiz story piece draft column blog memo email caption headline editor boss colleague colleagues friend friends teacher uncle boss team reader readers audience class seminar essay presentation meeting chat channel thread
picture mark threshold dozen dozens hundreds scores couple pair handful bunch lot lots
num nums nr nos quantity quantities digit
digits tally
city citys town municipality metropolis place places locality local locally
thing things stuff item items info information infos data datum dataset datapoint stat stats statistic statistics
statistical statistically facts detail details detailed metric metrics indicator indicators knowledge
insight insights evidence
topic topics subject subjects matter issue regard regards case context word words term terms sense
way ways part parts side idea clue hint
qn qs ques qstn
`;

// Misspellings of words too short for typo correction.
const ENGLISH_SLIPS = `
teh tje thw tha da dat dem dese deze doze tht taht thta thes thees thos ther tehre thre thare theyr thier
hwo hw hou hoe howw ho waht wat wht wut wha whta wath wot whut wich whic whch wch whcih witch wen wehn whn wher whre
wer hav hve ahve hvae hae haev havr haz hass hsa ahs hd iz si ise ar aer arre wre wsa waz
yu yuo yoo yuor yor ot fo ofr fr fro frm ni inn adn nad nd ann amd od doe dose deos doen doess dos duz
tel tll giv gve gie cn cna cud wud shud ned noe kno knw nkow liek lik wit wth wiht bcs ove abuot abot
adout onl olny jsut jus juts realy ny eni evry som
`;

// Particles, pronouns, conjunctions, prepositions.
const CHINESE_GRAMMAR = `
建 要建 一家 一个
分别 折合 干嘛 换算 相当于 折算 各 各自 嘛 究竟 破  加
的 了 是 在 有 和 与 及 跟 以及 并 并且 而 而且 且 或 或者 还是 但 但是 不过 可是 然而 所以 因此 因为 由于 那么 如果 要是 假如 若 则 即
呢 吗 吧 啊 呀 嘛 么 哦 噢 喔 哈 嗯 唉 哎 诶 欸 嘿 喂 啦 咯 哟 哇 嘞 呗 咧 得 着 过 之 其 其中 所 所谓 这 那 这个 那个 这些 那些 这里 那里 这儿 那儿
这边 那边 这座 那座 这种 这样 那样 这么 如此 此 该 本 它 它们 他 他们 她 她们 我 我们 咱 咱们 俺 你 你们 您 大家 各位 自己 本人 某 有人
什么 啥 怎么 怎样 怎么样 如何 哪 哪个 哪些 哪家 哪里 哪儿 谁 何 几 多少 为什么 为何 何时 
里 中 内 里面 里头 里边 当中 之中 之内 以内 内部 范围 范围内 境内 方面 上面 从 到 对 对于 关于 有关 相关 至于 就 向 往 由 以 为 为了 给 把 被 让 使
根据 按照 按 依据 据 针对 围绕 随着 作为 凭
也 都 就是 才 又 再 还 还有 另外 此外 便 可 可以 能 能够 会 要 应该 应 该不该 得以 必须 需 需要 将 愿意 肯 敢
`;

// Having, existing, asking, telling, knowing, wanting.
const CHINESE_VERBS = `
有着 拥有 共有 具有 具备 设有 建有 含有 含 包含 包括 包括了 涵盖 存在 坐拥 坐落 位于 处于 属于 算是 算 算上 称为 叫 叫做 为止 达 达到 共计 总计
请问 问 问问 问下 问一下 想问 想问一下 想问问 请教 咨询 询问 打听 打听一下 求问 求 求解 求教 告诉 告诉我 告知 说 说说 说一下 说下 讲 讲讲 讲一下
谈谈 聊 聊聊 介绍 介绍一下 解释 解释一下 回答 回答一下 答 看 看看 看一下 看下 看到 查 查查 查一下 查下 查询 查找 查看 查到 找 找找 找一下 找到 搜 搜一下
搜索 知道 知不知道 知道吗 了解 了解一下 了解下 清楚 明白 懂 晓得 认识 记得 觉得 认为 以为 猜 听说 听到 想 想要 想知道 想了解 想看看 想查 要查 希望 打算
显示 展示 提供 提供一下 给出 列 给我 给个  发我 发一下 报一下 来 来个 来一下 写 写一下 写篇 写个 准备 做 做个 整理 整理一下 统计 统计一下 算算 算一下 数数
帮 帮我 帮忙 帮帮 帮我查 帮我看 帮个忙 麻烦 麻烦你 麻烦您 劳驾 请 请你 请您 请给 烦请 有没有 是不是 能不能 可不可以 会不会 是否 能否 可否 有无 对不对
不知道 不知 不清楚 不太清楚 没听说 没有吗 说到 提到 说明 表示 指 指的
`;

// Hedges, totals, the present moment.
const CHINESE_ADVERBS = `
底 末 年底 年末 月底 以来 起 拿出
一共 总共 共 总 总的 总体 总体上 总数 总量 合计 全部 全 所有 整个 整体 整体上 一切 完全 累计 加起来 大概 大约 大致 大体 约 左右 差不多 上下 几乎 将近 接近 估计
大概率 可能 也许 或许 应当 似乎 好像 貌似 据说 到底 究竟 其实 实际 实际上 事实上 真 真的 真正 确实 的确 果然 当然 显然 明确 准确 确切 精确 具体 具体来说 详细
详细点 简单 简单说 大略 一般 通常 一般来说 基本 基本上 尤其 特别是 只 只有 仅 仅仅 就有 竟然 居然 难道 反正 总之 顺便 顺便问 那个啥 的话 来说 而言 来讲
现在 目前 当前 如今 现今 眼下 当下 此刻 现有 现 今 今天 今日 最近 近来 近期 近日 目前为止 到目前为止 到现在 至今 迄今 迄今为止 截至 截至目前 截止 截止目前  
曾 曾经 正在 正 一直 仍 仍然 时 时候 的时候 期间 很 挺 蛮 非常 十分 太 相当 有点 一点 一些 好些 许多 很多 不少 众多 各种 多个 多家 若干 一下 一下子
不同 一个 一种 一家 一座 一项 个 家 座 项 条 户 间 位 件 份 笔 处 支 套 些
`;

// Politeness and chatter.
const CHINESE_CHATTER = `
用 要用
干 出台 抢 谋划 成 敲 钟 招 来着 报上去 盘子 砸
整 搞 弄 换成 兑换 头 政府 市政府 导师 老板 学长 学姐 同学 小伙子 老师说 孙子 哈哈 哈哈哈 论文 写论文 报告 稿子 文章 新闻稿 公布 发布 往上 算 多大 念 考 找 工作
你好 您好 哈喽 哈啰 嗨 大家好 早上好 上午好 中午好 下午好 晚上好 早安 晚安 在吗 在不 谢谢 谢谢你 谢谢您 谢啦 谢了 多谢 感谢 辛苦 辛苦了 拜托 拜托了 不好意思 抱歉 对不起
打扰 打扰了 打扰一下 冒昧 再见 拜拜 好 好的 好吧 行 行吗 可以吗 好吗 嗯嗯 哈哈 哈哈哈 呵呵 嘻嘻 嘿嘿 额 呃 哎呀 天哪 亲 亲们 亲爱的 朋友 朋友们 伙计 兄弟 兄弟们
小伙伴 大佬 大神 哥 姐 老铁 小助手 助手 小编 同事 老板 报告 文章 稿子 演讲 作文 好奇 感兴趣 有兴趣 在线等 快点 赶紧 马上 立刻
问题 疑问 一个问题 个问题 答案 问题是 意思 意思是 话 话说 对了 对吧 没错 是的 是吗 确认 确认一下 核实 核实一下
`;

// Nouns that name no thing of their own; 市 and 城市 because the city is always the same one.
const CHINESE_NOUNS = `
数据 数字 数目 数量 数值 数 个数 量 资料 信息 情况 状况 现状 指标 统计数据 统计数字 东西 事情 事 事实 消息 详情 细节 部分 方式 角度 话题 主题
市 城市 该市 市里 市内 当地 本地 地方 这座城市 这个城市 咱们这 这地方
`;

// Pronouns, prepositions, conjunctions, particles. "не" is here for the polite "не подскажете", "не могли бы вы".
const RUSSIAN_GRAMMAR = `
перед собой ставит ставят виде вида хотят строить построить
я меня мне мной мною мы нас нам нами ты тебя тебе тобой вы вас вам вами он его ему им нем него нему ним она ее ей ею нее ней
оно они их ими них ними себя себе собой мой моя мое мои моего моей моему моим моих мою наш наша наше наши нашего нашей нашему нашем наших нашу
твой твоя твое твои твоего твоей ваш ваша ваше ваши вашего вашей ваших вашем свой своя свое свои своего своей своих своем
это этот эта эти этого этой этом этому этих этими этим эту то тот та те того той том тому тех тем теми ту такой такая такое такие такого
таких таким сей сам сама само сами самого самой который которая которое которые которого которой которых которым котором которую
кто кого кому кем ком что чего чему чем чтото чтонибудь ктото ктонибудь какой какая какое какие какого каких каким какими какую каком какому
какойто какието какуюто какойнибудь какиенибудь каков какова каково каковы чей чья чье чьи где куда откуда когда почему зачем отчего как
сколько скока скольки скольких сколькими насколько столько
в во на по из изо от ото до за под над при про о об обо к ко с со у для через между среди около вокруг внутри рядом возле ради
насчет относительно касательно касаемо согласно благодаря поводу пределах рамках
и а но да или либо чтоб чтобы если же ж ли ль бы б ведь вот вон ну так уж лишь только хоть хотя пусть также тоже причем притом
поэтому потому однако зато именно даже вообще нет неужели разве
там тут здесь сюда туда тамто отсюда оттуда
г гг дабы ибо коли ежели будто словно столь пускай итак дескать мол эдак этак авось всякий всякая всякие всяких некто нечто нету вдоль ввиду
вследствие посредством исходя несмотря независимо иначе точнее сверх сквозь вплоть оный оных этакий экий каковой
коего коих которыми которою твоим твоих твоему твоими вашими вашему вашу нашими нею тобою чегото чемто комуто когото чьето какоето какомуто какимто
какихто какойлибо какаялибо какиелибо какихнибудь какогонибудь какогото кудато откудато почемуто когдато тогдато такто такогото
вонто нибудь
`;

// Being, having, existing, asking, telling, knowing, wanting.
const RUSSIAN_VERBS = `
есть быть был была было были будет будут буду будем будете является являются являлся явиться имеет имеют имеется имеются имеешь имеем имеете иметь имел имела имели
имелось имеющийся имеющиеся имеющихся насчитывает насчитывают насчитывается насчитываются насчитать насчиталось насчитали существует существуют существовать
находится находятся находиться находящийся находящиеся находящихся располагает располагают располагается располагаются расположен расположена расположено расположены
расположенных расположенные присутствует присутствуют составляет составляют составлять составил составила составило составили содержит содержат содержится
включает включают включая входит входят входить охватывает обладает обладают обладать достигает достигают достигло достиг достигла равен равна равно равны
числится числятся считается считаются считают считать считая посчитать посчитай посчитайте сосчитать подсчитать подсчитай подсчитайте   выходит
скажи скажите сказать скажешь сказал сказала сказали скажу говори говорите говорить говорят говорил говорится говорилось говоря подскажи подскажите подскажете подскажешь подсказать
расскажи расскажите рассказать расскажешь расскажете рассказывай сообщи сообщите сообщить сообщается ответь ответьте ответить ответ ответа отвечай отвечает
дай дайте дать дашь даст дают дал дала дали давай давайте выведи выведите вывести покажи покажите показать покажешь показывай показывает
объясни объясните объяснить поясни поясните пояснить опиши опишите описать уточни уточните уточнить поделись поделитесь предоставь предоставьте предоставить приведи приведите привести
пришли пришлите прислать напиши напишите написать пишу пишем пишете писать процитировать процитируй цитировать упомянуть упоминается упомяните озвучь озвучьте озвучить
знаешь знаете знать знаю знает знают знал знала узнать узнаю известно известны известен известна понять понимаю понимаешь понимаете понял поняла помню помнишь помните помнить
думаю думаешь думаете думать считаю полагаю предполагаю слышал слышала слышали слышно читал читала прочитал прочитала прочел видел видела видели видно вижу смотрю посмотреть посмотри посмотрите
хочу хочется хотел хотела хотели хотите хочешь хотим хотелось хотеть желаю желательно надо нужно нужен нужна нужны понадобилось требуется
могу можешь может можете можем могут мог могла могли можно нельзя смогу сможешь сможете сможет умеешь умеете должен должна должно должны приходилось
интересует интересуют интересуюсь интересно интересна интересны интересен интересовало любопытно спрашиваю спрашивает спрашивают спросить спрошу спросил спросила задать задаю
ищу ищем искать поищи поищите найди найдите найти найдется найдутся нашел проверь проверьте проверить проверяю подтверди подтвердите подтвердить помоги помогите помочь поможешь поможете
глянь гляньте взглянуть касается касаются относится относятся значит означает кажется похоже делаю делать сделать сделай сделайте собираю
набирается наберется накопилось набралось стало стал стали становится оказывается
доложи доложите доложить просвети просветите ознакомь ознакомьте проконсультируйте сориентируй сориентируйте сориентировать разъясни разъясните
растолкуй растолкуйте кидай кидайте киньте скинь скиньте скинуть закинь закиньте отправь отправьте накидай накидайте
набросай набросайте подкинь подкиньте черкни черкните прикинь прикиньте прикинуть вспомни вспомнить вспоминаю запамятовал
запамятовала забыл забыла забыли гадаю гадаем спорю спорим поспорил поспорили поспорила спорят утверждать утверждает утверждал пишут писали писал
прочла прочли встретил встретила встретилась наткнулся наткнулась попалось попалась уверяет уверяют уверен уверена уверены заявляет заявляют заявил
заявила твердит твердят хвастается хвастаются хвалится врет врут вранье сомневаюсь сомневается сомневаемся путаю перепутал перепутала напутал ошибаюсь
ошибся ошиблась ошиблись заблуждаюсь показалось казалось верится поверить требует требуют требовалось понадобится понадобятся пригодится пригодилось
необходимо необходима необходимы необходим надобно
жду ждем тороплюсь спешу опаздываю вставить вставлю вставляю указать укажу укажи укажите указываю сверить сверяю сверяем перепроверить перепроверяю
проверяем сослаться процитирую использую заполняю заполнить составляю дописываю дописать
базируется базируются сосредоточено сосредоточены значится
значатся располагалось присутствовало набиралось насчитывалось насчитывали насчитал насчитала наберем получается
досталось достается достались перепало причитается пришлось знаменит знаменита знаменито знамениты славится разобраться разбираюсь выяснить выясняю выясни выясните разузнать
разузнай поинтересоваться обратился обращаюсь обращаемся вернемся возвращаясь подумал подумала пытаюсь пытаемся
стараюсь стоит стоило
`;

// Hedges, totals, the present moment.
const RUSSIAN_ADVERBS = `
года году годов годы годах год конец конце концу начало начале получается м го му стоила
всего итого вместе общий общая общее общие общего общей общем общему общих общую суммарный суммарное суммарно совокупности совокупный
полный полностью полная полное весь вся все всю всех всем всеми всей
примерно приблизительно приблизительный приблизительное ориентировочно порядка почти гдето гденибудь плюсминус точно точный точная точное точные точную ровно
действительно реально реальный правда верно правильно конкретно конкретный конкретное конкретные просто прямо фактически собственно вообщето обычно както
конечно безусловно возможно вероятно наверное наверно видимо кстати впрочем например скажем допустим вроде якобы пожалуй очевидно скорее
сейчас щас теперь нынче ныне сегодня сегодняшний сегодняшнего сегодняшнему сегодняшних данный данная данное данного данном данному данных момент момента моменту моменте
текущий текущая текущее текущие текущего текущему настоящий настоящее настоящего настоящему время времени времена пора пор последний последние последним последних
последняя последнее недавно недавний недавние  еще пока всетаки таки опять снова иногда всегда часто когдалибо когданибудь
много многие многих несколько нескольких разный разные разных различный различные различных некий некоторый некоторые некоторых множество ряд пара пару
очень весьма довольно достаточно слишком совсем быстро быстренько быстрый кратко коротко вкратце подробно подробнее подробный подробности детально прочее
любая любой любую любое срочно выйдет указана указано называют напомни напомните скиньте кинь
навскидку грубо округленно округлить сугубо тупо нынешний нынешнее нынешнего теперешний сегодняшние сегодняшняя изначально первоначально
формально номинально условно честно откровенно буквально непосредственно попросту довольнотаки навряд вряд едва ли естественно разумеется несомненно
бесспорно наконец затем потом далее дальше сперва сначала вначале заодно попутно параллельно одновременно отныне доныне
поныне доселе поскорее скорей побыстрее быстрее пораньше попозже поздно рано
оч прям аж аккурат нехило нефигово неслабо охренеть
офигеть обалдеть прикольно
`;

// Politeness, greetings, chatter and chat slang.
const RUSSIAN_CHATTER = `
газета газеты журналисты мэрия мэрии диплом курсовая новость новости репортаж слайд слайда эссе чат научрук
релиз пресс-релиз статья статью статьи текст доклад презентация редактор начальник коллега друг препод уважаемый многоуважаемый
пожалуйста пожалуйсто пожалста пожалуста плиз плз пжл пжлст пж пжста будьте будь любезны любезен добры добр добра спасибо спс спасиб пасиб пасибо сенкс благодарю благодарен благодарна
признателен признательна заранее извините извини извиняюсь простите прости прошу прощения просьба сорри сори пардон беспокойство беспокою отвлекаю
привет приветик приветствую здравствуйте здравствуй здрасте здрасьте здорово хелло алло эй ой ох ах эх ага угу ого ух хм хмм эм мм гм блин ладно окей ок хорошо отлично супер
класс круто ясно понятно добрый доброе доброго день дня утро вечер вечера ночи свидания
ребята ребят ребятки друзья дружище товарищи товарищ коллеги коллега чувак братан брат бро бот боту ботик помощник шеф господа уважаемый уважаемые
лол кек хаха хахаха ахах ахаха хихи имхо кст пжлс че чо шо ща тя чето чота чет короче кароч прост тыща ваще вапще норм мож
вопрос вопроса вопросик вопросу вопросы вопросом любопытства любопытство интереса интерес подсказка запрос запросу
статья статью статьи статье доклад доклада доклады презентация презентации презентацию реферат сочинение заметка заметку текст текста пост отчет отчета письмо блог
здорова йо йоу хаюшки хеллоу приветы вечерочек всем салам алоха бонжур лан ладненько окс окк оки океюшки лады угумс
неа блиин капец жесть пипец ужас кошмар вау ура ураа мдаа мда нуу ептить емае господи боже братишка братюнь сестра
сестренка дружок приятель приятели сосед соседка соседи знакомый знакомая знакомые тетя дядя мама папа мать отец бабушка дедушка сын
сынок дочь дочка внук внучка теща свекровь босс начальница начальству начальство редакция редакции редактору редактора корректор
отчету отчетом отчетик справка справочка справки таблица таблицу таблички таблицы табличка табличку презу преза брифинг брифинга интервью эфир эфира
эфиру сюжет сюжета колонка колонки колонку новостник новостей новостях абзац абзаца подводка подводку подпись карточка карточки карточку инфографика
инфографику инфографики лонгрид лонгрида телеграм телеграме вк паблик паблика канал канала рассылка рассылки дашборд дашборда
семинар семинара зачет зачета викторина викторины квиз квиза викторину контрольная контрольную уроку лекция лекции лекцию
памятка памятку буклет буклета методичка слайды слайдов слайде слайдик рофл ор ору жиза рили реал го плизик черт
чертовски умоляю молю выручай выручайте выручи спасай спасайте помогай сделайте одолжение одолжением подсоби подсобите
`;

// Nouns that name no thing of their own.
const RUSSIAN_NOUNS = `
число числа числе числом чисел количество количества количестве колво численность численности цифра цифры цифру цифр цифрах цифрами величина величину
данные данными статистика статистики статистику статистике показатель показатели показателя показателей сведения сведений информация информации информацию инфа инфу инфо факт факты
факта фактов метрика метрики значение значения деталь детали пункт пункта пункты пунктов вещь вещи штука штук штуки штуку единица единиц тема теме темы тему
город города городе городу городом мегаполис мегаполиса мегаполисе местность
дело деле случай случае смысл смысле образ образом правде словом слово слова словам сторона стороны точка зрения отношении
показателям показателю показателе значению значений цыфра цыфры цифирь цифирки циферка циферки циферку чиселки информацией инфой сведениям данных
факте фактик столица столицы столице края крае
`;

// Slips and short forms.
const RUSSIAN_SLIPS = `
скоко скольк сколь сколка сколко чтоли шоб штоб кагда што чито гдэ ест сть имеетса имееться находица щя счас сичас сейчс сечас тоесть
сколька скоклько сколкьо скллько сокльо сколоко пожалуста пожалйста пожалуйтса пожайлуста пожалуйсто пожлуйста скажыте подскажыте падскажите
подскожите скожите здраствуйте здрасвуйте здраствуй здравствуте превет приветт извените спосибо чють вобщем вообщем вообщето
`;

/** Words among these that name a thing once it is counted: "how many articles", 多少同事. */
export const COUNTABLE: ReadonlySet<string> = new Set(
  `
articles authorities bloggers blogs brochures buildings classes colleagues desks dissertations documents drawings editors emails essays
friends governments homes interviewers interviews journalists letters meetings memos newsletters newspapers officials papers
podcasts posts presentations publishers readers releases reporters reports seminars slides speeches spreadsheets stories teachers
teams texts theses uncles wikis websites webpages screenshots infographics videos episodes discussions conversations
arguments debates crosswords tables pitches
导师 老板 学长 学姐 同学 小伙子 论文 报告 稿子 文章 新闻稿 朋友 兄弟 同事 小编 演讲 作文 工作
статей докладов презентаций редакторов начальников коллег друзей преподов писем рефератов сочинений заметок блогов
отчетов журналистов газет дипломов курсовых новостей репортажей слайдов чатов научруков
таблиц табличек презентаций брифингов интервью эфиров сюжетов колонок абзацев карточек лонгридов каналов пабликов рассылок дашбордов
семинаров зачетов викторин квизов контрольных лекций памяток буклетов методичек редакций корректоров соседей знакомых приятелей дядь теть мам
пап матерей отцов бабушек дедушек сыновей дочерей внуков
`
    .split(/\s+/)
    .filter(Boolean),
);

/** Nouns so general that a word describing them narrows nothing: "that precious city", "a regional paper". */
export const NEUTRAL_NOUNS: ReadonlySet<string> = new Set(
  `${ENGLISH_NOUNS} ${RUSSIAN_NOUNS}`.split(/\s+/).filter(Boolean),
);

export const FILLERS: Record<'en' | 'zh' | 'ru', string> = {
  en: [ENGLISH_GRAMMAR, ENGLISH_VERBS, ENGLISH_ADVERBS, ENGLISH_CHATTER, ENGLISH_NOUNS, ENGLISH_SLIPS].join(' '),
  zh: [CHINESE_GRAMMAR, CHINESE_VERBS, CHINESE_ADVERBS, CHINESE_CHATTER, CHINESE_NOUNS, CHINESE_FAMILIES].join(' '),
  ru: [RUSSIAN_GRAMMAR, RUSSIAN_VERBS, RUSSIAN_ADVERBS, RUSSIAN_CHATTER, RUSSIAN_NOUNS, RUSSIAN_SLIPS].join(' '),
};
