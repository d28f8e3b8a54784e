import { stem } from './stem.ts';

/** Everyday words that name the same thing in every question here; each group is read as its first word. */
const GROUPS = [
  'enterprise company companies firm business businesses corporation corporations biz',
  'laboratory lab labs laboratories',
  'center centre centers centres hub hubs ctr ctrs',
  'engineering eng engg',
  'university universities uni unis univ univs varsity',
  'people ppl',
  'add adds added adding',
  'investment invest invested investing invests investments',
  'предприятие предприятия предприятий компания компании компаний фирма фирмы организация организации',
  'лаборатория лаборатории лабораторий лаба лабы',
  'университет университеты вуз вузы вузов',
  'per each every apiece average averaged avg',
  'percentage percent pct proportion share',
  'cost costs price prices',
  'money cash',
  'каждый каждая каждое каждую средний среднее среднем',
  'прошли прошло прошел прошла справились справилось преодолели преодолело одолели одолело выдержали выдержало осилили',
  'вложить вложат вбухать вбухают вбухали влить вольют вкачать вкачают вгрохать вгрохают закачать',
  'привлечь привлекут привлечение заманить заманивают заманивание переманить переманивают завлечь залучить',
  'стройка стройки строек',
  'специалист специалисты специалистов спец спецы спецов',
  'получили получило получила урвали урвало отхватили отхватило хапнули огребли удостоились',
  'премированный награжденный поощренный',
  'процент доля',
  'policy policies rule rules measure measures',
  'batch batches round rounds wave waves tranche tranches',
  'pass passed passing passes clear cleared clears',
  'review reviews assessment assessments evaluation vetting appraisal examination screening',
  'recommend recommended recommendation recommending nominate nominated nomination propose proposed endorsed',
  'мера меры мер политика политики',
  'партия партии партий этап этапы этапов волна волны тур туры',
  'экспертиза экспертизу проверка проверку оценка оценку отбор рассмотрение',
  'рекомендован рекомендованы рекомендовано рекомендовали рекомендация выдвинуты выдвинули',
  '企业 公司',
  '通过 过',
  '省级 省',
  '投资 投 投入',
  'certification cert certs certificate certificates accreditation',
  'экосистема экосистемы экосистем',
  'запланированы запланировано намечено намечены задумано планируется планируют планируются запланировали наметили задумали',
  '获得 得到 拿到 拿 领到 获取 拿了',
  '评审 评估 审核 审查',
  '每 每个 每家 每所 平均 每一家 每一个 每一所',
  '实验室 研究室',
  '奖励 奖金 奖',
  '首家 首个 首只 第一家 第一个 第一只 头一家 头一个',
];

const heads = new Map(
  GROUPS.flatMap((group) => {
    const words = group.split(' ').map(stem);
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** The stem under which a word is filed: its own, or that of the word it means the same as. */
export function wordKey(word: string): string {
  const own = stem(word);
  return heads.get(own) ?? own;
}
