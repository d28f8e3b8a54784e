import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { LANGUAGES, type Language } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';

/** Ways to ask for something that is not held beside the name of a figure. */
const ASKED: Record<Language, readonly ((thing: string) => string)[]> = {
  en: [
    (thing) => `how many ${thing} at the universities`,
    (thing) => `number of ${thing} in the key laboratories`,
    (thing) => `${thing} of high-tech companies in Harbin`,
  ],
  zh: [(thing) => `重点实验室有多少${thing}`, (thing) => `高校${thing}数量`, (thing) => `高新技术企业的${thing}有多少`],
  ru: [
    (thing) => `сколько ${thing} в вузах`,
    (thing) => `число ${thing} ключевых лабораторий`,
    (thing) => `сколько ${thing} у высокотехнологичных компаний`,
  ],
};

/** Things that sound as if they were held: people, papers and kinds of school and laboratory. */
const THINGS: Record<Language, readonly string[]> = {
  en: [
    ...['students', 'teachers', 'professors', 'graduates', 'researchers', 'scientists', 'engineers', 'inventors'],
    ...[
      'employees',
      'staff',
      'people working',
      'ppl working',
      'workers',
      'jobs',
      'papers',
      'publications',
      'interns',
      'grants',
      'articles',
      'buildings',
    ],
    ...['desks', 'newspapers', 'dissertations', 'theses', 'spreadsheets', 'wikis'],
    ...['data centres', 'foreigners', 'academicians', 'patents granted', 'vacancies', 'women', 'dormitories'],
  ],
  zh: [
    ...[
      '学生',
      '教师',
      '导师',
      '教授',
      '毕业生',
      '科研人员',
      '工程师',
      '员工',
      '职工',
      '论文',
      '岗位',
      '留学生',
      '博士',
    ],
    ...['院士', '研究员', '数据中心', '专利授权', '女性', '从业人员', '工资', '订单', '同事'],
  ],
  ru: [
    ...['студентов', 'преподавателей', 'профессоров', 'выпускников', 'учёных', 'исследователей', 'инженеров'],
    ...[
      'сотрудников',
      'рабочих мест',
      'вакансий',
      'статей',
      'академиков',
      'аспирантов',
      'дата-центров',
      'женщин',
      'стажёров',
      'журналистов',
      'газет',
      'дипломов',
      'новостей',
      'курсовых',
      'слайдов',
      'репортажей',
    ],
  ],
};

const bot = botOf(await loadCatalogue());
const figuresIn = async (asked: string) => reportOf(await bot.reply({ asked, conversation: asked })).figures;

describe('what is not held', () => {
  it.each(LANGUAGES.flatMap((language) => THINGS[language].map((thing) => [language, thing] as const)))(
    'is never answered with the figure that it stands beside: %s %s',
    async (language, thing) => {
      for (const ask of ASKED[language]) expect(await figuresIn(ask(thing)), ask(thing)).toEqual([]);
    },
  );

  it.each([
    ['985 and 211 are names of programmes, no claims', 'how many 985 universities are in Harbin'],
    ['985 and 211 are names of programmes, no claims', '哈尔滨有几所985高校'],
    ['a name is heard word for word', 'how many city-level labs'],
    ['a name is heard word for word', 'how many certificates issued'],
    ['a name is heard word for word', 'сколько работающих инкубаторов'],
    ['people are not policies', 'how many talents were attracted'],
    ['people are not policies', '引进了多少人才'],
    ['a number of contracts is not their turnover', '技术合同数量2021'],
    ['a number of contracts is not their turnover', '技术合同笔数'],
    ['papers are not laboratories', '实验室论文'],
    ['a share of something is not that of something else', 'share price of high-tech companies'],
    ['per head is not per institution', '人均高校数'],
    ['who did not is not who did', 'how many firms got no award'],
    ['who did not is not who did', 'сколько компаний не прошли экспертизу'],
    ['who did not is not who did', 'how many labs are not key'],
    ['who did not is not who did', 'how many unapproved enterprises'],
    ['who did not is not who did', 'сколько нерекомендованных предприятий'],
    ['people are not policies, however they came', 'How many talents came because of the 30 policies?'],
    ['what is asked for is not what has it', 'What sectors do the 745 rewarded enterprises belong to?'],
    ['what is asked for is not what has it', 'what fields are the 250 research centres in'],
    ['one of many is not how many', 'Which university in Harbin holds the most invention patents?'],
    ['one of many is not how many', 'Which lab got the most award money?'],
    ['planned is not spent', 'How much of the 16.8 billion yuan has actually been spent?'],
    ['planned is not built', 'How many of the key projects have been built?'],
    ['people of two are not the second', 'How many students do the key labs and the universities have?'],
    ['people of two are not the second', 'сколько сотрудников в лабораториях и вузах'],
    ['what a thing does narrows it', 'сколько хайтек компаний в Харбине обанкротилось'],
    ['what a thing does narrows it', 'сколько лабораторий закрыли'],
    ['what a thing works at narrows it', 'сколько лабораторий работает над роботами'],
    ['a word that nobody knows narrows', 'how many haunted labs'],
    ['a word that nobody knows narrows', '多少家神秘实验室'],
    ['a word that nobody knows narrows', 'сколько плавучих лабораторий'],
    ['a word that nobody knows narrows', 'chemical research centres'],
    ['a size is no number for every institution', 'average size of a research centre'],
    ['work is not a word about the asker', 'сколько работает в лабораториях'],
  ])('is heard in what names it: %s: %s', async (_, asked) => {
    expect(await figuresIn(asked)).toEqual([]);
  });

  it.each([
    ['a name that goes on names the figure', 'how many talent policies', 'talent-policies'],
    ['the day of a notice is no age of a source', 'when were the talent policies published', 'talent-policies-issue'],
    [
      'a share that came from a place asks for no source',
      'what share of tech contracts came from Harbin',
      'technology-contracts-share',
    ],
    [
      'the day of an event is not a count',
      'Когда обнародовали 30 мер по привлечению талантов?',
      'talent-policies-issue',
    ],
    ['that a thing works does not narrow it', 'сколько вузов работает в Харбине', 'universities'],
    ['a yes is asked for', 'aren’t there 48 universities', 'universities'],
    ['not knowing denies nothing', 'I do not know how many key labs there are', 'key-laboratories'],
    [
      'a kind of its own is no wish for both',
      'how many private universities and key labs are there',
      'key-laboratories',
    ],
    ['what things cost is a sum', 'Во сколько обойдутся экосистемы и ключевые проекты?', 'planned-investment'],
    ['a name goes on behind what is counted', 'how many talent attraction policies', 'talent-policies'],
    ['a rank is a rank in the world', 'world rank of the science cluster', 'science-cluster-place'],
  ])('does not hide what is held: %s: %s', async (_, asked, figure) => {
    expect(await figuresIn(asked)).toEqual([figure]);
  });
});
