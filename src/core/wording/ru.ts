import type { Wording } from './wording.ts';

/** Everything the bot says in Russian. */
export const ru: Wording = {
  stated: '{statement} ({asOf}).',
  event: '{statement}.',
  asOfStated: 'по данным на {date}',
  asOfMeasured: 'на {date}',
  onDay: '{date}',
  over: 'более {amount}',
  about: 'около {amount}',
  yuan: '{amount} юаней',
  dollars: '{amount} долларов США',
  percent: '{amount} %',
  withEquivalent: '{amount} ({other})',
  convertedBySource: 'Сумма в долларах дана по пересчёту самого источника.',
  noDollars: 'Источник не приводит сумму в долларах: {label}.',
  source: 'Источник: {link}{paragraph, select, none {} other {, абзац {paragraph}}}',
  sourceName: '{name}, {date}',

  claimHolds: 'Да.',
  claimFails: 'Нет, в источнике иначе.',
  claimNotExact: 'Не совсем: в источнике сказано только «более».',

  readAs: '{typed} прочитано как {read}.',
  quoted: '«{text}»',
  assumed: 'Взято из предыдущего вопроса: {labels}.',

  missingWords: 'У меня ничего нет по запросу {words}.',
  missingGap: 'У меня нет данных о {label}.',
  missingPlace: 'У меня нет данных по этому месту: {place}. Есть только данные по городу {home}.',
  missingYear: 'У меня нет данных за «{year}», есть только опубликованные: {held}.',
  missingNames: 'У меня нет названий и разбивки ({labels}), есть только то, что перечислено ниже.',
  missingLocation: 'Источник не говорит, где это: {labels}.',
  missingReason: 'Источник не называет причин: {labels}.',
  missingPeople: 'Источник никого не называет: {labels}.',
  missingDate: 'Источник не называет даты: {labels}.',
  missingCurrency: 'У меня есть суммы только в юанях и в долларах США там, где их пересчитал сам источник.',
  missingSum: 'По данным источника этого не вычислить: {labels}.',
  missingChart: 'Здесь нет величины для диаграммы: {labels}.',
  chartLead: '<b>{labels}</b> {place} ({asOf}).',
  chartApart: 'Не вошло, потому что это показатели другого рода: {labels}.',
  chartTitle: '{home}: {labels}',
  languageIs: 'Я отвечаю на языке вопроса. Для справки, кнопок и ежедневных сообщений здесь выбрано: {name}.',
  languageSet:
    'Готово: для справки, кнопок и ежедневных сообщений здесь теперь выбрано: {name}. На вопрос я по-прежнему отвечаю на его языке.',
  languageAuto: 'язык каждого собеседника',
  missingProgress: 'Это планы; источник не говорит, сколько уже потрачено или построено: {labels}.',
  missingPart: 'У меня есть только общее число, а не его часть: {labels}.',
  missingAmount: 'Источник не приводит такой суммы или количества: {labels}.',
  missingNumber: 'Среди моих данных нет числа {number}.',
  missingNonsense: 'Не могу разобрать вопрос. Я отвечаю на вопросы об инновационных показателях: {home}.',
  missingTooLong: 'Это слишком длинно для одного вопроса. Пожалуйста, уложитесь в {most} знаков.',
  missingContext: 'Не понимаю, о каком показателе речь. Я отвечаю на вопросы об инновационных показателях: {home}.',
  nearSome: '{home}: могу рассказать вот о чём:',
  nearAny: 'Можно спросить:',

  choice: 'Что именно вы имеете в виду?',
  choiceOne: 'Вы об этом?',
  choices: 'Варианты:',

  comparison: '<b>{left} и {right}</b>: разница {difference}, или в {ratio} раза.',
  comparisonEqual: '<b>{left} и {right}</b>: поровну.',
  comparisonDifference: '<b>{left} и {right}</b>: разница {difference}.',
  side: '{label}: {value}',
  incomparable: '<b>{left}</b> и <b>{right}</b> сравнивать нельзя: это показатели разного рода.',
  derivedRatio: 'Примерно <b>{value}</b> ({left}) на каждую единицу ({right}).',
  derivedSum: 'Всего <b>{value}</b>: {left} плюс {right}.',
  derivedDifference: 'Разница <b>{value}</b>: {left} и {right}.',
  derivedShare: '<b>{value}</b>: {left} от {right}.',
  derivedOwn: 'Вычислено из двух показателей; сам источник этого числа не даёт и показатели не связывает.',
  notDerived: 'Источник не позволяет получить одно число из показателей: {left}; {right}.',
  fromFigures: 'В источнике сказано:',

  listTopic:
    '<b>{topic}</b>, {home}: {count, plural, one {# показатель} few {# показателя} many {# показателей} other {# показателя}} ({asOf}).',
  listAll:
    '{home}: <b>{count, plural, one {# показатель} few {# показателя} many {# показателей} other {# показателя}}</b> ({asOf}).',
  overview: '<b>Инновации, {home}: кратко</b> ({asOf}):',
  item: '{label}: <b>{value}</b>',
  itemPlain: '{label}',
  more: 'Спросите ещё:',
  related: 'По теме:',

  aboutSource: '<b>Все мои данные из одного источника</b>: {link}.',
  aboutSources:
    '<b>Мои данные взяты из {count, plural, one {# источника} other {# источников}}</b>, самый новый: {link}.',
  aboutSourceOf: '<b>{label}</b>: {link}{paragraph, select, none {} other {, абзац {paragraph}}}.',
  aboutSourceKind:
    'Вид источника: {kind}. Это материал города, а не официальная статистика; внесён в каталог {retrieved}.',
  aboutAge: '<b>Данные опубликованы {date}</b>, в день выхода источника.',
  aboutAgeOf: '<b>{label}</b>: {asOf}.',
  aboutAgeHonest:
    'Источник не говорит, на какой день велся подсчёт; более новые значения могут существовать, но у меня их нет.',
  counts: 'Учитываются: {text}.',
  excludes: 'Не учитываются: {text}.',
  aboutBot:
    '<b>Я бот, который отвечает на вопросы об инновационных показателях ({home})</b>; у каждого числа есть источник, дата и оговорка.',
  aboutBotHow: 'За мной нет языковой модели: чего у меня нет, о том я так и говорю. Вопросы я не храню.',
  aboutBotData: 'Показателей: {count}. Самый новый источник: {date}. Версия {version}.',

  help: '<b>Спросите меня об инновационных показателях ({home})</b> своими словами: по-русски, по-английски или по-китайски. Например:',
  helpMore:
    'Ещё я сравниваю показатели, считаю то, что позволяет источник, перечисляю показатели по теме и говорю, откуда взято число.',
  hello:
    'Здравствуйте! Спросите меня об инновационных показателях ({home}), например, сколько там ключевых лабораторий.',
  thanks: 'Пожалуйста. Обращайтесь, если понадобится ещё какой-нибудь показатель.',
  bye: 'До свидания!',
  examples:
    'Сколько в Харбине вузов?|Сколько инвестиций запланировано?|Сравни лаборатории и исследовательские центры|Когда Fuerjia вышла на биржу?|Сколько инвестиций на один проект?|Откуда данные?',
  try: 'Попробуйте:',
};
