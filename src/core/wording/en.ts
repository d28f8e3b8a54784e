/** Everything the bot says in English, in ICU MessageFormat; the other languages have the same keys. */
export const en = {
  // A figure's sentence: the catalogue's statement, then how it is dated.
  stated: '{statement}, {asOf}.',
  asOfStated: 'as stated on {date}',
  asOfMeasured: 'as of {date}',
  asOfDuring: 'in {date}',
  onDay: '{day} {year}',
  inMonth: '{month} {year}',
  inYear: '{year}',
  over: 'over {amount}',
  about: 'about {amount}',
  yuan: '{amount} yuan',
  dollars: '{amount} US dollars',
  yuanPerShare: '{amount} yuan a share',
  rank: 'No. {amount}',
  percent: '{amount}%',
  withEquivalent: '{amount} ({other})',
  noDollars: 'The source gives no dollar amount for {label}.',
  caveatOf: '{label}: {caveat}',
  source: 'Source: {link}',
  sourceName: '{name}, {date}{count, plural, =0 {} one {, paragraph {paragraphs}} other {, paragraphs {paragraphs}}}',
  unpublished: 'day of publication not given',

  // Claims.
  claimHolds: 'Yes. {sentence}',
  claimFails: 'No, the source says otherwise. {sentence}',
  claimNotExact: 'Not exactly: the source only says “over”. {sentence}',

  // What somebody said, held against the sources.
  checkMatches: '<b>Matches the source.</b> {sentence}',
  checkRounded: '<b>Matches, rounded.</b> {sentence}',
  checkBound: '<b>True; the source is more exact.</b> {sentence}',
  checkFloor: '<b>Not exact:</b> the source only says “over”. {sentence}',
  checkScale:
    '<b>{times} times too {direction, select, high {high} other {low}}</b>{slip, select, wan {, as if 万 and 亿 had been mixed up} thousand {, as if millions and billions had been mixed up} other {}}. Claimed: {claimed}. {sentence}',
  checkCurrency:
    '<b>The wrong currency:</b> the source gives this number in {currency, select, yuan {yuan} other {US dollars}}. {sentence}',
  checkYear: '<b>The value of another time.</b> {sentence}',
  checkPlace: '<b>The value of another place.</b> {sentence}',
  checkContradicts: '<b>The source says otherwise.</b> Claimed: {claimed}. {sentence}',
  checkUnchecked: '<b>I can’t check that.</b> {reason}',
  checkInstead: 'Instead: {sentence}',
  checkDisagrees: 'Another source differs: {sentence}',
  checkPlanned: '<b>Planned, not done:</b> the number is that of a plan. {sentence}',
  checkIgnored: 'Read without {words}, which may narrow the claim.',
  checkClaim: 'Claim: {quote}',
  checkSummary:
    '<b>{count} numbers checked</b>: {right, plural, =0 {none matches} one {# matches} other {# match}}{wrong, plural, =0 {} one {, # does not} other {, # do not}}{open, plural, =0 {} other {, # I can’t check}}.',
  checkLeft: '{count, plural, one {# more number is} other {# more numbers are}} left out.',
  checkMost: 'I read the first {most, number} characters only.',
  under: 'less than {amount}',
  missingUncounted: 'I can’t tell what this number counts.',
  missingPercentage: 'I have no such percentage.',
  missingWhich: 'It may belong to {labels}.',
  missingNoNumber: 'I find no number to check in that. Give me a sentence such as “Harbin has 48 universities”.',

  // What was read differently or taken from the conversation.
  readAs: 'Read {typed} as {read}.',
  quoted: '“{text}”',
  assumed: 'Taken from the question before: {labels}.',

  // What could not be answered.
  missingWords: 'I don’t have anything on {words}.',
  missingGap: 'I don’t have anything on {label}.',
  missingPlace: 'I don’t have figures for {place}, only for {home}.',
  missingYear: 'I don’t have figures for “{year}”. Mine are dated {held}.',
  missingNames: 'I don’t have names or a breakdown for {labels}.',
  missingLocation: 'The source doesn’t say where: {labels}.',
  missingReason: 'The source gives no reasons for {labels}.',
  missingPeople: 'The source names nobody for {labels}.',
  missingDate: 'The source gives no date for {labels}.',
  missingCurrency: 'I only have amounts in yuan, and in US dollars where the source converts them.',
  missingSum: 'The source doesn’t support working that out from {labels}.',
  missingChart: 'There is no quantity to draw for {labels}.',
  missingProgress: 'These are plans; the source doesn’t say what has been spent or built so far: {labels}.',
  missingPart: 'I only have the whole number, not a part of it: {labels}.',
  missingAmount: 'The source gives no such amount for {labels}.',
  missingNumber: 'None of my figures is {number}.',
  missingNonsense: 'I can’t make a question out of that. I answer questions about {home}’s innovation figures.',
  missingTooLong: 'That is too long for me to read as one question. Please ask in up to {most} characters.',
  missingContext: 'I don’t know which figure you mean. I answer questions about {home}’s innovation figures.',
  nearSome: 'About {home} I can tell you:',
  nearAny: 'You could ask about:',

  choice: 'Which one do you mean?',
  choiceOne: 'Do you mean {label}?',
  choices: 'One of these:',

  // Two figures.
  side: '{label}: {value}',
  beside: '{first}; {second}',
  comparison:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {The former is} other {That is}} {bound, select, over {over } about {about } other {}}{by} more{kind, select, money {} other { of the former}}, {timesBound, select, over {over } about {about } other {}}{times, plural, =2 {twice} other {{amount} times}} as {kind, select, money {much} other {many}}.',
  comparisonBy:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {The former is} other {That is}} {bound, select, over {over } about {about } other {}}{by} more{kind, select, money {} other { of the former}}.',
  comparisonEqual: '<b>{sides}</b> ({place}, {asOf}). The two are equal.',
  comparisonOpen:
    '<b>{sides}</b> ({place}, {asOf}). “Over” is only a lower bound, so the source does not tell which of the two is larger.',
  incomparable: '{left} and {right} cannot be compared: they count different kinds of things.',
  computed: '{statement}; computed from figures for {place}, {asOf}.',
  plainRatio: '<b>{left} against {right}: about {value} to 1</b> ({leftValue} and {rightValue})',
  plainSum: '<b>{left} and {right}: {value} in all</b> ({leftValue} plus {rightValue})',
  plainDifference: '<b>{left} against {right}: a difference of {value}</b> ({leftValue} and {rightValue})',
  notLinked: 'The source does not give this number and does not link the two figures.',
  notDerived: 'The source does not support making one number out of {left} and {right}.',

  // Lists and charts.
  listTopic: '<b>{topic}</b>: {count, plural, one {# figure} other {# figures}} for {home}, {asOf}.',
  listAll: '<b>{count, plural, one {# figure} other {# figures}}</b> for {home}, {asOf}.',
  overview: '<b>Innovation {inHome} at a glance</b>, {asOf}:',
  item: '{label}: <b>{value}</b>',
  chartLead: '<b>{figures}</b> ({place}, {asOf}).',
  chartApart: 'Left out, since they are of another kind: {labels}.',
  chartButton: 'Chart',
  chartTitle: '{home}: {labels}',
  chartAnyTopic: 'Innovation figures',
  chartCounts: 'Number',
  chartYuan: 'Yuan',
  chartPerShare: 'Yuan per share',
  chartPercent: 'Percent',
  chartSource: 'Source: {sources}',
  chartSummary: 'Chart. {title}, {asOf}. {values}.',
  furtherFigures: 'Further figures ({page} of {pages})',
  more: 'Ask for more:',
  another: 'Another',

  // About the bot and its sources.
  aboutSources:
    '{count, plural, =1 {<b>All my figures come from one source</b>: {source}.} other {<b>My figures come from # sources</b>, the main one being {source}.}}',
  aboutSourcesMore: 'For references to copy, ask for the source of a figure, such as “source of the key laboratories”.',
  aboutSourceOf: '<b>{label}</b>: {source}.',
  sourceButton: 'Source',
  aboutSourceKind: 'Kind of source: {kind}. Taken into the catalogue on {retrieved}.',
  original: 'Original: {link}',
  fresh: 'How fresh: {asOf}.',
  publisher: 'Publisher: {publisher}.',
  originalTranslated: 'Original: {link} (“{meaning}”)',
  otherSources: 'Other values of this figure come from:',
  citeSentence: 'In a sentence',
  cited:
    '{name}, {title}, {date}{count, plural, =0 {} one {, paragraph {paragraphs}} other {, paragraphs {paragraphs}}}: {sentence} {url}',
  titled: '“{title}”',
  citeItalics: 'In APA the title is set in italics, which copied text cannot keep.',
  // The kinds of source, by the catalogue’s names for them.
  'press release': 'a press release, which is publicity and not official statistics',
  'official statistics': 'official statistics',
  'government news': 'government news, which is not official statistics',
  'state media': 'state media, which are not official statistics',
  'company filing': 'a company’s filing, which is not official statistics',
  'other media': 'a publication of another kind, which is not official statistics',
  aboutAge:
    '{count, plural, =1 {<b>The figures are as stated on {date}</b>, the day the source was published.} other {<b>My newest source was published on {date}</b>; most figures are older, and each says of which date it is.}}',
  aboutAgeOf: '<b>{label}</b>: {asOf}.',
  aboutAgeHonest: 'The source does not say on which day they were counted; newer values may exist that I don’t have.',
  counts: 'Counts: {text}.',
  excludes: 'Does not count: {text}.',
  aboutBot:
    '<b>I am a bot that answers questions about {home}’s innovation figures</b>, each with its source, date and caveat.',
  aboutBotHow: 'There is no language model behind me: what I don’t have, I say I don’t have. I store no questions.',
  aboutBotData: 'Figures: {count}. Newest source: {date}. Version {version}.',

  // The language of a place.
  languageIs:
    'I answer in the language of the question. For help, buttons and daily posts here, choose en, zh, ru, or auto ({name}).',
  languageSet:
    'Done: for help, buttons and daily posts here I now use {name}. A question is still answered in its own language.',
  languageName: '{language, select, en {English} zh {Chinese} ru {Russian} other {the language of each person}}',

  // Daily posts. What a schedule says can be typed behind “daily on” again.
  dailySchedule: 'at {time}, {zone}, {days}, {topic}',
  dailyDays: '{days, select, all {every day} weekdays {Monday to Friday} other {Chinese working days}}',
  dailyAllTopics: 'on all topics',
  dailyTopic: 'on {topic}',
  dailyElsewhere:
    'Daily posts need a channel in Slack or Discord: add me to one and write “/harbin daily on 9:00” there.',
  dailyNew: '<b>From now on I post one fact a day here</b>: {schedule}.',
  dailyChanged: '<b>The daily fact here is on</b>: {schedule}.',
  dailyNext: '{count, plural, one {Next post} other {Next posts}} ({zone}):',
  dailyPost: '{day}, {time}',
  dailyMakeUp: '{post} (a working day in exchange for a holiday)',
  dailyFree:
    'No post on {days}: {why, select, weekend {that is the weekend} holiday {that is a holiday in China} other {not among the chosen days}}.',
  dailyNoPost: 'I see no day on which a post would come. Choose other days with /harbin daily on.',
  dailyZonePerson:
    'This is the time zone of your profile. For another one write, for example, /harbin daily on 9:00 Moscow.',
  dailyZoneDefault:
    'You named no time zone, so this is my own. For another one write, for example, /harbin daily on 9:00 Moscow.',
  dailyWorkdays:
    'Chinese working days follow China’s holidays and make-up days. For Monday to Friday write “weekdays”.',
  dailyWeekdays: 'Monday to Friday, holidays or not. For China’s working days write “workdays”.',
  dailyStop: 'To stop it, write /harbin daily off.',
  dailyOff:
    '<b>The daily fact here is off.</b> I keep its settings and which facts were shown, so that turning it on again repeats nothing.',
  dailyIsOff: '<b>The daily fact here is off.</b>',
  dailyNothing: '<b>This channel has no daily fact.</b> To get one at 9 o’clock, write /harbin daily on 9:00.',
  dailyPausedUntil: '<b>The daily fact here pauses.</b> Posts come again from {day}.',
  dailyPaused: '<b>The daily fact here pauses</b> until somebody writes /harbin daily resume.',
  dailyResumed: '<b>The daily fact here goes on</b>: {schedule}.',
  dailyIsOn: '<b>The daily fact here is on</b>: {schedule}.',
  dailyIsPausedUntil: '<b>The daily fact here is paused until {day}</b>, by {person}: {schedule}.',
  dailyIsPaused: '<b>The daily fact here is paused</b>, by {person}: {schedule}.',
  dailyIsOffWith: '<b>The daily fact here is off.</b> Its settings were: {schedule}.',
  dailyIsBroken:
    '<b>I have stopped the daily fact here, since posts failed for days.</b> {remedy} Then write /harbin daily resume.',
  dailySetBy: 'Set up by {person} on {day}. Posts are in {language}.',
  dailyLast: 'Last: {entry}',
  dailyLog: '<b>{count, plural, one {The last post} other {The last # posts}} here</b>, the latest first:',
  dailyLogEmpty: '<b>Nothing has been posted here yet.</b>',
  dailyEntry: '{day}: {what}',
  dailyWaiting: 'due at {time}, not posted yet',
  dailySent: 'posted at {time}{label, select, none {} other {, {label}}}',
  dailySentLate:
    'posted at {time}, {late} late, since I was not running or could not reach the channel before{label, select, none {} other {, {label}}}',
  dailyLink: 'show',
  dailyLateHours:
    '{hours, plural, =0 {} one {# hour} other {# hours}}{both, select, yes { } other {}}{minutes, plural, =0 {} one {# minute} other {# minutes}}',
  dailySkipped:
    '{why, select, late {not posted: I was not running or could not reach the channel until more than six hours after {time}} paused {not posted: paused} day {no post: not among the chosen days} off {not posted: turned off} other {not posted: I have no figure on this topic}}',
  dailyFailed: 'not posted. {remedy} (Reason: {code}.)',
  dailyUncertain:
    'perhaps posted: no confirmation came ({code}). I did not send it again, so that it cannot appear twice. Please look in the channel.',
  dailyRemedy:
    '{remedy, select, gone {The channel is gone; set up a daily fact in another one.} archived {The channel is archived; take it out of the archive.} invite {I am not in the channel; invite me.} permission {I lack a right to post in the channel; give it to me.} wait {The platform took no post for hours; you need not do anything.} other {The platform refuses my posts; tell whoever runs me.}}',
  dailyBroken: '<b>I have stopped the daily fact</b> in {channel}: posts have failed for days.',
  dailyBrokenThen: 'Then write /harbin daily resume there. Until then I post nothing.',
  dailyDenied: '<b>You may not change that here.</b> It takes {needs}.',
  dailyLacking: '<b>I may not post here</b>, so I have changed nothing. I lack: {permissions}.',
  dailyAbsent: '<b>I am not in this channel</b>, so I have changed nothing. Write {invite} here, then try again.',
  dailyUnclear:
    '{part, select, time {I can’t tell what time {said} is. Write it like 9:30 or 9pm.} zone {I can’t tell which time zone {said} is. Write a city, or a name like Europe/Moscow.} days {I can’t tell which days {said} are. Write “every day”, “weekdays”, “workdays” or days like “mon wed fri”.} date {I can’t tell which day {said} is. Write it like 2026-12-01, “1 December”, “tomorrow” or “a week”.} topic {I have no topic {said}.} other {I don’t understand {said} here. Write a time, a city, days and a topic: /harbin daily on 9:30 Moscow weekdays research.}}',
  dailyOver: '{day} is not after today. Write the day from which posts are to come again.',
  dailyDidYouMean: 'Did you mean:',
  dailyDo: 'You can:',
  dailyForDays: '{days, plural, =1 {until tomorrow} =7 {for a week} other {for # days}}',
  dailyOnWeekday: 'until {day}',
  dailyPreviewNote: 'This is what a post looks like. Only you see it; which fact comes next is drawn by lot.',
  dailyPostNote: 'Daily fact · /harbin daily off stops it',
  dailyPostLate: 'Posted late: it was due at {time}.',
  doOn: 'Turn on',
  doOff: 'Turn off',
  doStatus: 'Status',
  doPreview: 'Preview',
  doPause: 'Pause for a week',
  doResume: 'Resume',
  doLog: 'Log',
  doAgain: 'Try again',
  doSource: 'Source',
  doChart: 'Chart',

  // Small talk.
  help: '<b>Ask me about {home}’s innovation figures</b> in English, Chinese or Russian, in your own words.',
  helpMore:
    'I also compare figures, work out what the source allows, list a topic, and tell you where a number comes from.',
  helpDaily:
    'In a channel of Slack or Discord I can post one fact a day, at the hour and on the topic that you choose: /harbin daily on 9:00.',
  hello: 'Hello! Ask me about {home}’s innovation figures, for example how many key laboratories there are.',
  thanks: 'You’re welcome. Ask away if you need another figure.',
  bye: 'Goodbye!',
  examples: 'For example:',
  exampleCount: 'How many universities are there?',
  exampleMoney: 'How much investment is planned?',
  exampleCompare: 'Compare labs and research centres',
  exampleEvent: 'When did Fuerjia go public?',
  exampleDerive: 'How much investment per project?',
  exampleSource: 'Where do the figures come from?',
};
