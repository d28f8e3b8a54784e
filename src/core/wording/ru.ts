import type { Wording } from './wording.ts';

/** Everything the bot says in Russian. */
export const ru: Wording = {
  stated: '{statement} ({asOf}).',
  asOfStated: 'по данным на {date}',
  asOfMeasured: 'на {date}',
  asOfDuring: 'за {date}',
  onDay: '{day} {year} года',
  inMonth: '{month} {year} года',
  inYear: '{year} год',
  over: 'более {amount}',
  about: 'около {amount}',
  yuan: '{amount} юаней',
  dollars: '{amount} долларов США',
  yuanPerShare: '{amount} юаня за акцию',
  rank: '{amount}-е место',
  percent: '{amount} %',
  withEquivalent: '{amount} ({other})',
  noDollars: 'Источник не приводит сумму в долларах: {label}.',
  // Behind a colon Russian goes on with a small letter, and a caveat begins with a capital.
  caveatOf: '{label}. {caveat}',
  source: 'Источник: {link}',
  sourceName: '{name}, {date}{count, plural, =0 {} =1 {, абзац {paragraphs}} other {, абзацы {paragraphs}}}',
  unpublished: 'день публикации не указан',

  claimHolds: 'Да. {sentence}',
  claimFails: 'Нет, в источнике иначе. {sentence}',
  claimNotExact: 'Не совсем: в источнике сказано только «более». {sentence}',
  checkMatches: '<b>Совпадает с источником.</b> {sentence}',
  checkRounded: '<b>Совпадает с округлением.</b> {sentence}',
  checkBound: '<b>Верно; источник точнее.</b> {sentence}',
  checkFloor: '<b>Не совсем:</b> в источнике сказано только «более». {sentence}',
  checkScale:
    '<b>{direction, select, high {Завышено} other {Занижено}} в {times} раз</b>{slip, select, wan {, словно перепутаны 万 и 亿} thousand {, словно перепутаны миллионы и миллиарды} other {}}. Утверждается: {claimed}. {sentence}',
  checkCurrency:
    '<b>Не та валюта:</b> в источнике это число указано в {currency, select, yuan {юанях} other {долларах США}}. {sentence}',
  checkYear: '<b>Это значение за другое время.</b> {sentence}',
  checkPlace: '<b>Это значение другого места.</b> {sentence}',
  checkContradicts: '<b>В источнике иначе.</b> Утверждается: {claimed}. {sentence}',
  checkUnchecked: '<b>Проверить не могу.</b> {reason}',
  checkInstead: 'А здесь: {sentence}',
  checkDisagrees: 'В другом источнике иначе: {sentence}',
  checkPlanned: '<b>Запланировано, а не сделано:</b> это число из плана. {sentence}',
  checkIgnored: 'Прочитано без {words}: эти слова могут сужать утверждение.',
  checkClaim: 'Утверждение: {quote}',
  checkSummary:
    '<b>{count, plural, one {Проверено # число} few {Проверено # числа} many {Проверено # чисел} other {Проверено # числа}}</b>: {right, plural, =0 {ни одно не совпадает} one {# совпадает} other {# совпадают}}{wrong, plural, =0 {} one {, # не совпадает} other {, # не совпадают}}{open, plural, =0 {} other {, # проверить не могу}}.',
  checkLeft:
    '{count, plural, one {Ещё # число не показано} few {Ещё # числа не показаны} many {Ещё # чисел не показано} other {Ещё # числа не показаны}}.',
  checkMost: 'Прочитаны только первые {most, number} знаков.',
  under: 'менее {amount}',
  missingUncounted: 'Непонятно, что считает это число.',
  missingPercentage: 'Такого процента у меня нет.',
  missingWhich: 'Это может относиться к одному из показателей: {labels}.',
  missingNoNumber: 'Не нахожу здесь числа, которое можно проверить. Дайте мне фразу вроде «В Харбине 48 вузов».',

  readAs: '{typed} прочитано как {read}.',
  quoted: '«{text}»',
  assumed: 'Взято из предыдущего вопроса: {labels}.',

  missingWords: 'У меня ничего нет по запросу {words}.',
  missingGap: 'У меня нет данных о {label}.',
  missingPlace: 'По запросу «{place}» данных у меня нет. Я знаю показатели только этого места: {home}.',
  missingYear: 'По запросу «{year}» данных у меня нет. Дата моих данных: {held}.',
  missingNames: 'Ни названий, ни разбивки у меня нет: {labels}.',
  missingLocation: 'Источник не говорит, где это: {labels}.',
  missingReason: 'Источник не называет причин: {labels}.',
  missingPeople: 'Источник никого не называет: {labels}.',
  missingDate: 'Источник не называет даты: {labels}.',
  missingCurrency: 'У меня есть суммы только в юанях и в долларах США там, где их пересчитал сам источник.',
  missingSum: 'По данным источника этого не вычислить: {labels}.',
  missingChart: 'Здесь нет величины для диаграммы: {labels}.',
  missingProgress: 'Это планы; источник не говорит, сколько уже потрачено или построено: {labels}.',
  missingPart: 'У меня есть только общее число, а не его часть: {labels}.',
  missingAmount: 'Источник не приводит такой суммы или количества: {labels}.',
  missingNumber: 'Среди моих данных нет числа {number}.',
  missingNonsense: 'Не могу разобрать вопрос. Я отвечаю на вопросы об инновациях {inHome}.',
  missingTooLong: 'Это слишком длинно для одного вопроса. Пожалуйста, уложитесь в {most} знаков.',
  missingContext: 'Не понимаю, о каком показателе речь. Я отвечаю на вопросы об инновациях {inHome}.',
  nearSome: 'Что я знаю об инновациях {inHome}:',
  nearAny: 'Можно спросить:',

  choice: 'Что именно вы имеете в виду?',
  choiceOne: 'Вы имеете в виду {label}?',
  choices: 'Варианты:',

  side: '{label}: {value}',
  beside: '{first}; {second}',
  comparison:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {Первая сумма больше} other {Первых больше}} {bound, select, over {более чем на} about {примерно на} other {на}} {by}, или {timesBound, select, over {более чем в} about {примерно в} other {ровно в}} {times, plural, one {{amount} раз} few {{amount} раза} many {{amount} раз} other {{amount} раза}}.',
  comparisonBy:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {Первая сумма больше} other {Первых больше}} {bound, select, over {более чем на} about {примерно на} other {на}} {by}.',
  comparisonEqual: '<b>{sides}</b> ({place}, {asOf}). Поровну.',
  comparisonOpen:
    '<b>{sides}</b> ({place}, {asOf}). «Более» — только нижняя граница, поэтому что больше, источник не говорит.',
  incomparable: '{left} и {right} сравнивать нельзя: это показатели разного рода.',
  computed: '{statement}; исходные показатели: {place}, {asOf}.',
  plainRatio: '<b>{left} и {right}: примерно {value} к 1</b> ({leftValue} и {rightValue})',
  plainSum: '<b>{left} и {right}: всего {value}</b> ({leftValue} плюс {rightValue})',
  plainDifference: '<b>{left} и {right}: разница {value}</b> ({leftValue} и {rightValue})',
  notLinked: 'Сам источник этого числа не даёт и показатели не связывает.',
  notDerived: 'Источник не позволяет получить одно число из показателей {left} и {right}.',

  listTopic:
    '<b>{topic}</b>: {count, plural, one {# показатель} few {# показателя} many {# показателей} other {# показателя}} {inHome} ({asOf}).',
  listAll:
    '<b>{count, plural, one {# показатель} few {# показателя} many {# показателей} other {# показателя}}</b> {inHome} ({asOf}).',
  overview: '<b>Кратко об инновациях {inHome}</b> ({asOf}):',
  item: '{label}: <b>{value}</b>',
  chartLead: '<b>{figures}</b> ({place}, {asOf}).',
  chartApart: 'Не вошло, потому что это показатели другого рода: {labels}.',
  chartButton: 'Диаграмма',
  chartTitle: '{home}: {labels}',
  chartAnyTopic: 'показатели инноваций',
  chartCounts: 'Количество',
  chartYuan: 'Юани',
  chartPerShare: 'Юани за акцию',
  chartPercent: 'Проценты',
  chartSource: 'Источник: {sources}',
  chartSummary: 'Диаграмма. {title} ({asOf}). {values}.',
  furtherFigures: 'Другие показатели ({page} из {pages})',
  more: 'Спросите ещё:',
  another: 'Ещё факт',

  aboutSources:
    '{count, plural, =1 {<b>Все мои данные из одного источника</b>: {source}.} one {<b>Мои данные взяты из # источника</b>, главный из них: {source}.} other {<b>Мои данные взяты из # источников</b>, главный из них: {source}.}}',
  aboutSourcesMore:
    'Чтобы получить готовые ссылки для списка литературы, спросите об источнике показателя, например «источник ключевых лабораторий».',
  aboutSourceOf: '<b>{label}</b>: {source}.',
  sourceButton: 'Источник',
  aboutSourceKind: 'Вид источника: {kind}. Внесено в каталог {retrieved}.',
  original: 'Оригинал: {link}',
  fresh: 'Насколько свежие: {asOf}.',
  publisher: 'Издатель: {publisher}.',
  originalTranslated: 'Оригинал: {link} («{meaning}»)',
  otherSources: 'Другие значения этого показателя взяты из источников:',
  citeSentence: 'Одной фразой',
  cited:
    '{name}, {title}, {date}{count, plural, =0 {} =1 {, абзац {paragraphs}} other {, абзацы {paragraphs}}}: {sentence} {url}',
  titled: '«{title}»',
  citeItalics: 'В APA заглавие набирают курсивом; при копировании он теряется.',
  'press release': 'пресс-релиз, а не официальная статистика',
  'official statistics': 'официальная статистика',
  'government news': 'новости органов власти, а не официальная статистика',
  'state media': 'государственные СМИ, а не официальная статистика',
  'company filing': 'отчётность компании, а не официальная статистика',
  'other media': 'публикация иного рода, а не официальная статистика',
  aboutAge:
    '{count, plural, =1 {<b>Данные опубликованы {date}</b>, в день выхода источника.} other {<b>Самый новый источник опубликован {date}</b>; большинство показателей старше, и у каждого указана своя дата.}}',
  aboutAgeOf: '<b>{label}</b>: {asOf}.',
  aboutAgeHonest:
    'Источник не говорит, на какой день вёлся подсчёт; более новые значения могут существовать, но у меня их нет.',
  counts: 'Учитываются: {text}.',
  excludes: 'Не учитываются: {text}.',
  aboutBot:
    '<b>Я бот, который отвечает на вопросы об инновациях {inHome}</b>; у каждого числа есть источник, дата и оговорка.',
  aboutBotHow: 'За мной нет языковой модели: чего у меня нет, о том я так и говорю. Вопросы я не храню.',
  aboutBotData: 'Показателей: {count}. Самый новый источник: {date}. Версия {version}.',

  languageIs:
    'Я отвечаю на языке вопроса. Для справки, кнопок и ежедневных сообщений здесь можно выбрать en, zh, ru или auto ({name}).',
  languageSet:
    'Готово: для справки, кнопок и ежедневных сообщений здесь теперь выбран {name}. На вопрос я по-прежнему отвечаю на его языке.',
  languageName:
    '{language, select, en {английский язык} zh {китайский язык} ru {русский язык} other {язык каждого собеседника}}',

  dailySchedule: 'в {time}, {zone}, {days}, {topic}',
  dailyDays: '{days, select, all {каждый день} weekdays {с понедельника по пятницу} other {рабочие дни Китая}}',
  dailyAllTopics: 'обо всех темах',
  dailyTopic: 'тема: {topic}',
  dailyElsewhere:
    'Для ежедневных публикаций нужен канал в Slack или Discord: добавьте меня в канал и напишите там «/harbin daily on 9:00».',
  dailyNew: '<b>Теперь я каждый день публикую здесь один факт</b>: {schedule}.',
  dailyChanged: '<b>Ежедневный факт здесь включён</b>: {schedule}.',
  dailyNext: '{count, plural, one {Следующая публикация} other {Следующие публикации}} ({zone}):',
  dailyPost: '{day}, {time}',
  dailyMakeUp: '{post} (рабочий день взамен праздника)',
  dailyFree:
    'Без публикации: {days}. Причина: {why, select, weekend {выходные} holiday {в Китае праздник} other {эти дни не выбраны}}.',
  dailyNoPost: 'Не вижу дня, на который пришлась бы публикация. Выберите другие дни: /harbin daily on.',
  dailyZonePerson: 'Это часовой пояс из вашего профиля. Для другого напишите, например: /harbin daily on 9:00 Москва.',
  dailyZoneDefault:
    'Часовой пояс вы не назвали, поэтому взят мой обычный. Для другого напишите, например: /harbin daily on 9:00 Москва.',
  dailyWorkdays:
    'Рабочие дни считаются по китайскому календарю, с праздниками и переносами. Если нужны дни с понедельника по пятницу, напишите «по будням».',
  dailyWeekdays: 'С понедельника по пятницу, даже в праздники. Если нужны рабочие дни Китая, напишите «рабочие дни».',
  dailyStop: 'Чтобы остановить, напишите /harbin daily off.',
  dailyOff:
    '<b>Ежедневный факт здесь выключен.</b> Настройки и то, какие факты уже были, я помню: после включения повторов не будет.',
  dailyIsOff: '<b>Ежедневный факт здесь выключен.</b>',
  dailyNothing:
    '<b>В этом канале нет ежедневного факта.</b> Чтобы получать его в 9 часов, напишите /harbin daily on 9:00.',
  dailyPausedUntil: '<b>Ежедневный факт здесь приостановлен.</b> Публикации снова с этого дня: {day}.',
  dailyPaused: '<b>Ежедневный факт здесь приостановлен</b>, пока кто-нибудь не напишет /harbin daily resume.',
  dailyResumed: '<b>Ежедневный факт здесь снова выходит</b>: {schedule}.',
  dailyIsOn: '<b>Ежедневный факт здесь включён</b>: {schedule}.',
  dailyIsPausedUntil:
    '<b>Ежедневный факт здесь приостановлен, первый день с публикацией: {day}</b>. Кто приостановил: {person}. Настройки: {schedule}.',
  dailyIsPaused: '<b>Ежедневный факт здесь приостановлен.</b> Кто приостановил: {person}. Настройки: {schedule}.',
  dailyIsOffWith: '<b>Ежедневный факт здесь выключен.</b> Настройки были такие: {schedule}.',
  dailyIsBroken:
    '<b>Публикации не удавались несколько дней, и я их остановил.</b> {remedy} Затем напишите /harbin daily resume.',
  dailySetBy: 'Кто настроил: {person}, {day}. Язык публикаций: {language}.',
  dailyLast: 'В прошлый раз: {entry}',
  dailyLog:
    '<b>{count, plural, =1 {Последняя публикация} one {Последняя # публикация} few {Последние # публикации} many {Последние # публикаций} other {Последние # публикации}} здесь</b>, сначала новые:',
  dailyLogEmpty: '<b>Здесь ещё ничего не публиковалось.</b>',
  dailyEntry: '{day}: {what}',
  dailyWaiting: 'должно выйти в {time}, ещё не опубликовано',
  dailySent: 'опубликовано в {time}{label, select, none {} other {, {label}}}',
  dailySentLate:
    'опубликовано в {time}, с опозданием на {late}, потому что раньше я не работал или не мог связаться с каналом{label, select, none {} other {, {label}}}',
  dailyLink: 'открыть',
  dailyLateHours:
    '{hours, plural, =0 {} one {# час} few {# часа} many {# часов} other {# часа}}{both, select, yes { } other {}}{minutes, plural, =0 {} one {# минуту} few {# минуты} many {# минут} other {# минуты}}',
  dailySkipped:
    '{why, select, late {не опубликовано: после {time} прошло больше шести часов, прежде чем я заработал или связался с каналом} paused {не опубликовано: приостановлено} day {без публикации: этот день не выбран} off {не опубликовано: выключено} other {не опубликовано: по этой теме у меня нет показателей}}',
  dailyFailed: 'не опубликовано. {remedy} (Причина: {code}.)',
  dailyUncertain:
    'возможно, опубликовано: подтверждения не было ({code}). Второй раз я не отправлял, чтобы факт не вышел дважды. Посмотрите в канале.',
  dailyRemedy:
    '{remedy, select, gone {Канала больше нет: включите ежедневный факт в другом.} archived {Канал в архиве: верните его оттуда.} invite {Меня нет в канале: пригласите меня.} permission {Мне не хватает права писать в канал: дайте его.} wait {Платформа часами не принимала публикации; делать ничего не нужно.} other {Платформа не принимает мои сообщения: скажите тому, кто меня запускает.}}',
  dailyBroken: '<b>Я остановил ежедневный факт</b> в канале {channel}: публикации не удавались несколько дней.',
  dailyBrokenThen: 'Затем напишите там /harbin daily resume. До тех пор я ничего не публикую.',
  dailyDenied: '<b>Здесь вы это изменить не можете.</b> Нужно: {needs}.',
  dailyLacking: '<b>Мне нельзя здесь писать</b>, поэтому всё осталось как было. Мне не хватает: {permissions}.',
  dailyAbsent:
    '<b>Меня нет в этом канале</b>, поэтому всё осталось как было. Напишите здесь {invite} и попробуйте ещё раз.',
  dailyUnclear:
    '{part, select, time {Не понимаю время {said}. Напишите, например, 9:30 или 9 вечера.} zone {Не понимаю, какой часовой пояс {said}. Напишите город или название вроде Europe/Moscow.} days {Не понимаю, какие дни {said}. Напишите «каждый день», «по будням», «рабочие дни» или, например, «пн ср пт».} date {Не понимаю, какой день {said}. Напишите, например, 2026-12-01, «1 декабря», «завтра» или «неделя».} topic {У меня нет темы {said}.} other {Не понимаю здесь {said}. Напишите время, город, дни и тему: /harbin daily on 9:30 Москва по будням инвестиции.}}',
  dailyOver: '{day} не позже сегодняшнего дня. Напишите день, с которого снова публиковать.',
  dailyDidYouMean: 'Может быть:',
  dailyDo: 'Можно:',
  dailyForDays:
    '{days, plural, =1 {до завтра} =7 {на неделю} one {на # день} few {на # дня} many {на # дней} other {на # дня}}',
  dailyOnWeekday: 'до дня: {day}',
  dailyPreviewNote: 'Так выглядит публикация. Видите её только вы; какой факт будет следующим, решает жребий.',
  dailyPostNote: 'Факт дня · остановить: /harbin daily off',
  dailyPostLate: 'С опозданием: должно было выйти в {time}.',
  doOn: 'Включить',
  doOff: 'Выключить',
  doStatus: 'Состояние',
  doPreview: 'Образец',
  doPause: 'Пауза на неделю',
  doResume: 'Возобновить',
  doLog: 'Журнал',
  doAgain: 'Ещё раз',
  doSource: 'Источник',
  doChart: 'Диаграмма',

  help: '<b>Спросите меня об инновациях {inHome}</b> своими словами: по-русски, по-английски или по-китайски.',
  helpMore:
    'Ещё я сравниваю показатели, считаю то, что позволяет источник, перечисляю показатели по теме и говорю, откуда взято число.',
  helpDaily:
    'В канале Slack или Discord я могу каждый день публиковать один факт в выбранное время и на выбранную тему: /harbin daily on 9:00.',
  hello: 'Здравствуйте! Спросите меня об инновациях {inHome}, например, сколько там ключевых лабораторий.',
  thanks: 'Пожалуйста. Обращайтесь, если понадобится ещё какой-нибудь показатель.',
  bye: 'До свидания!',
  examples: 'Например:',
  exampleCount: 'Сколько вузов {inHome}?',
  exampleMoney: 'Сколько инвестиций запланировано?',
  exampleCompare: 'Сравни лаборатории и исследовательские центры',
  exampleEvent: 'Когда Fuerjia вышла на биржу?',
  exampleDerive: 'Сколько инвестиций на один проект?',
  exampleSource: 'Откуда данные?',
};
