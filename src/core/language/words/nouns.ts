import type { Language } from '../../../data/languages.ts';

/** What people call one of the things that a unit counts; of a unit that is not here the figure's label tells. */
export const NOUNS: Readonly<Record<string, Record<Language, string>>> = {
  institutions: {
    en: 'institution university college collage school academy unis varsity',
    zh: '高校 大学 院校 学校 学院 高等院校',
    ru: 'заведений вузов университетов колледжей институтов универов академий школ',
  },
  laboratories: { en: 'laboratory', zh: '实验室', ru: 'лабораторий лаб' },
  centres: { en: 'centre institute', zh: '中心', ru: 'центров' },
  companies: {
    en: 'company player hnte hntes hte htes tech',
    zh: '企业 公司 高企 国高企 厂商 商家',
    ru: 'компаний предприятий организаций хайтек техкомпаний',
  },
  enterprises: {
    en: 'enterprise applicant candidate winner recipient beneficiary giant sme smes nominee',
    zh: '企业 公司 单位 厂商 商家 小巨人',
    ru: 'предприятий заявителей победителей получателей лауреатов гигантов кандидатов',
  },
  ecosystems: { en: 'ecosystem system', zh: '生态圈 生态系统 生态', ru: 'экосистем' },
  projects: { en: 'project scheme', zh: '项目 工程', ru: 'проектов строек стройки' },
  policies: {
    en: 'policy measure deal incentive initiative scheme programme program',
    zh: '政策 新政 措施 条',
    ru: 'мер политик программ льгот',
  },
  incubators: { en: 'incubator', zh: '孵化器', ru: 'инкубаторов' },
  batches: { en: 'batch', zh: '批 批次 轮', ru: 'партий этапов' },
  patents: { en: 'patent model invention', zh: '专利 发明 实用新型', ru: 'патентов моделей изобретений' },
  applications: { en: 'application patent filing', zh: '申请 专利', ru: 'заявок патентов' },
};
