import { describe, expect, it } from 'vitest';
import { type Report, reportOf } from '../../src/core/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());
let asked = 0;
const ask = async (question: string): Promise<Report> =>
  reportOf(await bot.reply({ asked: question, conversation: `${asked++}` }));

describe('A question for something else than the number that its words belong to', () => {
  it.each([
    // What is counted is in the figure's name, but no name for one of what it counts.
    'how many talents used the talent policies?',
    'how many staff work at the high-tech companies and the universities?',
    'what industries do the 1,751 high-tech companies work in?',
    'how many companies per ecosystem',
    'how many labs per project',
    'сколько компаний в каждой экосистеме',
    '每个生态圈有多少企业',
    // What it does, how often, how long.
    'what do the engineering centres research?',
    'how often are recommendations made',
    '重点实验室主要研究什么',
    'чем занимаются ключевые лаборатории',
    // One that stands out.
    'самый крупный проект',
    '37个重点项目里投资最大的是多少钱？',
    'the biggest of the key projects',
    // Who has it in hand.
    'who runs the technology trading market?',
    '技术交易市场是谁运营的',
    'кто управляет технологическим рынком',
    // One by one.
    '三批推荐分别是多少家',
    // Words of two figures for a thing that is neither.
    'how many enterprises applied for an award?',
    'сколько предприятий подали заявки на награды',
    // Some of them.
    'how many of the 1,436 are from outside Harbin',
    'сколько из 48 вузов частные',
    '48所高校中有多少所在新区',
    // When, of a number that tells no day.
    'when do the support funds run out',
    'when were the ecosystems started',
    // Another thing than the figure beside it.
    'construction workers needed for those key projects',
    'number of people who moved to Harbin because of the talent policies',
    "The little giants I know. What about manufacturing 'single champions', how many has Harbin?",
    'Of all technology contracts in China, Harbin takes which percentage?',
    '哈尔滨技术合同占全国百分之几',
    '2021年技术合同一共签了多少份',
    '48所高校里头985有几所来着',
    '不是重点的实验室有多少',
    // The price of today, not the one at issue.
    "what's fuerjia trading at today",
    "what's the current price of a Fuerjia share",
    // What somebody else said leaves the question open.
    'firms recommended, not approved',
    'labs, not key ones',
    'high-tech companies, not counting start-ups',
    'high-tech firms, not the listed ones: how many?',
    'companies that asked for award money but walked away empty-handed: number?',
    'how many companies wanted an award and walked away empty handed',
    // One of them, a part of them, and those inside them.
    'policy no. 17 of the thirty, what does it say',
    'What portion of the 16.8bn comes from the central government?',
    'startups sitting inside the innovation ecosystems rn, how many',
    // Another place of a ranking than the one that is held.
    'which city is first in the WIPO cluster ranking',
    'top city in the WIPO cluster ranking?',
    'how many clusters does WIPO list',
    // Whose it is narrows it.
    'patents filed by universities, for my thesis',
    'money raised by the high-tech companies',
    // What is left, what is over, and who only asked for it.
    'how much cash is left in the talent fund',
    'talent policies: expiry date?',
    'how many companies applied for award money',
    // Of a difference and of one number for all no names and no parts are known; what happened once is no count.
    '没过审的都有谁',
    '三批各推荐多少',
    '黑龙江有多少独角兽',
    // Beyond a bound, what was done to it, and a sum beside things that it is not of.
    '10亿以上的项目有几个',
    '奖励超过100万的企业有几家',
    '撤销了多少工程中心',
    '实验室拿到多少奖励资金',
    '敷尔佳拿了多少奖励',
    '技术合同里高校占多少',
    '168亿都投到哪了',
    '全国高企多少家',
    // Another time than that of the number, and others than those that it counts.
    '最初有几所高校',
    '除了高校还有多少学校',
  ])('states no number: %s', async (question) => {
    const report = await ask(question);
    expect([report.kind, report.figures, report.numbers]).toEqual(['unknown', [], []]);
  });

  it.each([
    'how many patents per company',
    '高企有多少重点实验室',
    '孵化器里有多少高企',
    '高校得了多少奖励',
    '筹建的重点实验室有多少',
    '高企补贴多少钱',
  ])('offers what may be meant where half of it is understood: %s', async (question) => {
    expect((await ask(question)).kind).toBe('choice');
  });
});

describe('A question that says more than it asks', () => {
  it.each([
    ['what did Heilongjiang have in high-tech companies in 2022?', 'high-tech-companies', 3605],
    ['On what date were the talent attraction policies issued?', 'talent-policies-issue', undefined],
    ['incubators set up during 2020', 'added-incubators', 30],
    ['count of provincial-or-better key labs please', 'key-laboratories', 229],
    ['the number of institutions of higher learning, not the names', 'universities', 48],
    ["Dalian's live invention patents as of January 2014?", 'invention-patents', 5624],
    ['Which of the four northeastern cities led on invention patents in December 2016?', 'invention-patents', 13372],
    ['麻烦查下省级以上重点实验室数量，写稿用', 'key-laboratories', 229],
    ['2024年4月官网说高企有多少家', 'high-tech-companies', 2832],
    ['сколько привлекла fuerjia на ipo', 'fuerjia-proceeds', 2_200_000_000],
    ['Сколько в сумме юаней получили харбинские предприятия в виде премий?', 'award-funding', 134_000_000],
    ['平均每个重点项目计划投资多少？', 'planned-investment', 16_800_000_000 / 37],
    [
      'In 2010, what share of the province’s technology contracts came from Harbin?',
      'technology-contracts-share',
      95.4,
    ],
    ['how much was one Fuerjia share at the offering', 'fuerjia-issue-price', 55.68],
    ['who made it through the provincial review - i mean how many, not names', 'approved-enterprises', 818],
    ['哈尔滨有多少所高校，不是名单', 'universities', 48],
    // Chinese asks in the middle of a wish.
    ['通过省级评审的有多少家企业', 'approved-enterprises', 818],
    ['人才政策拿出了多少支持资金', 'talent-funds', 700_000_000],
    // A space is a pause.
    ['推荐申报高企认定的企业多少家 分了几批', 'recommendation-batches', 3],
    ['给企业一共发了多少奖励 多少家拿到了', 'awarded-enterprises', 745],
    // Signs that mean by their place, and numbers as people write them.
    ['听人说哈尔滨有78所高校 靠谱吗', 'universities', 48],
    ['科技集群榜冰城进前50了没', 'science-cluster-place', undefined],
    ['人才新政配套资金是7个亿还是17个亿', 'talent-funds', 700_000_000],
    ['推荐是分3批还是4批', 'recommendation-batches', 3],
    ['高新技术产值2010、2011两年各是多少，涨没涨', 'high-tech-output', 204_200_000_000],
    ['长春一六年发明专利申请多少', 'invention-applications', 5797],
    ['实验室多还是工程中心多', 'engineering-research-centres', 250],
    // Comments beside the question.
    ['哈尔滨新区省级及以上孵化器几家，投资人问的', 'provincial-incubators', 32],
    ['平均每个重点项目投多少钱 粗算就行', 'planned-investment', 16_800_000_000 / 37],
    ['2020年底的高新技术企业数，市里的不是省里的', 'high-tech-companies', 1180],
    ['全球科技集群百强，咱哈尔滨第几名', 'science-cluster-place', undefined],
    // Two of one day, and three of which no two are added.
    ['2020年哈尔滨的高企占全省多大比例', 'high-tech-companies', 1932],
    ['高校 重点实验室 高企 这三个数一起给我', 'high-tech-companies', 1751],
    // Who asks, what for, how soon, who said so, and what is not meant.
    ['As a VC analyst covering China, how many high-tech companies does Harbin have?', 'high-tech-companies', 1751],
    ['My daughter wants to study in China. How many universities are there in Harbin?', 'universities', 48],
    ['utility models end of 2021 for Shenyang, need it for a comparison table', 'utility-models', 62_990],
    ['high-tech output value 2011 in yuan plz, essay due in 20 min', 'high-tech-output', 245_200_000_000],
    ['The mayor claimed 1,751 high-tech companies. Can you back that up?', 'high-tech-companies', 1751],
    ['is there actual money for the talent scheme or is it just words? how much', 'talent-funds', 700_000_000],
    ['how many high-tech companies did Heilongjiang have in 2022, not just the capital', 'high-tech-companies', 3605],
    ['just the New Area pls not whole harbin: higher ed institutions there = ?', 'universities', 23],
    // Dots that end no sentence, and emoji by their names.
    ['how many labs, e.g. key laboratories, does Harbin have', 'key-laboratories', 229],
    ['invention patents in Harbin, Sept. 2014', 'invention-patents', 7493],
    ['key labs in Harbin :wave:', 'key-laboratories', 229],
    ['little giants in NE China: how many are in Harbin?', 'little-giants', 36],
    // A price is no sum that was raised, and neither is a date.
    ['how much cash did the fuerjia IPO bring in', 'fuerjia-proceeds', 2_200_000_000],
    ['at what price per share was Fuerjia floated', 'fuerjia-issue-price', 55.68],
    ['how much money is set aside for the talent policies', 'talent-funds', 700_000_000],
    ["where does Harbin rank among WIPO's science clusters?", 'science-cluster-place', 53],
    ['Fuerjia shares, what did they sell for at the float?', 'fuerjia-issue-price', 55.68],
    ['Gross amount Fuerjia raised when it floated', 'fuerjia-proceeds', 2_200_000_000],
    ['on which stock exchange is Fuerjia traded, Shanghai or Shenzhen', 'fuerjia-exchange', undefined],
    ['high-tech output value back in 2007, before the crisis', 'high-tech-output', 108_000_000_000],
    ['what was the hitech company count the city gave in april 2024', 'high-tech-companies', 2832],
    ['sorry to bug you again, how many key projects was it', 'key-projects', 37],
    ['not a finance person, but how much award money went out to enterprises?', 'award-funding', 134_000_000],
    ['money per key project if you split the planned investment evenly', 'planned-investment', 16_800_000_000 / 37],
    ['talent policies: release date?', 'talent-policies-issue', undefined],
  ] as const)('is answered: %s', async (question, figure, value) => {
    const report = await ask(question);
    expect(report.figures).toContain(figure);
    if (value !== undefined) expect(report.numbers.map((number) => number.value)).toContain(value);
  });

  it.each(['有几所高校、几家电影院？', '高校有多少所 在校大学生多少万人', '高校有几所，地铁有几条'])(
    'is answered where it can be, and the rest is said to be missing: %s',
    async (question) => {
      const report = await ask(question);
      expect(report.figures).toEqual(['universities']);
      expect(report.text).toContain('没有');
    },
  );

  it.each([
    ['你都能查啥', 'help'],
    ['数据是截止到啥时候的', 'about'],
    ['你这些数都哪来的，靠谱不', 'about'],
  ])('is about the bot: %s', async (question, kind) => {
    expect((await ask(question)).kind).toBe(kind);
  });
});

describe('A question for two things', () => {
  it.each([
    ['how many firms were recommended for certification, and in how many batches?', 1436, 3],
    ['how much was handed out in awards and to how many companies?', 134_000_000, 745],
    ['how much cash went to firms as awards, and to how many of them?', 134_000_000, 745],
    ['awards: total sum and number of recipients', 134_000_000, 745],
    ['Fuerjia IPO: issue price and gross proceeds please', 55.68, 2_200_000_000],
    ["Harbin's research base: universities and key labs, how many of each?", 48, 229],
    ["So these construction projects, how many of them are there and what's the total bill?", 37, 16_800_000_000],
  ])('gets both, and no third: %s', async (question, one, other) => {
    const report = await ask(question);
    expect(report.figures).toHaveLength(2);
    expect(report.numbers.map(({ value }) => value)).toEqual(expect.arrayContaining([one, other]));
  });
});
