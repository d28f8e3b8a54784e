/** Everything the bot says in English, in ICU MessageFormat; the other languages have the same keys. */
export const en = {
  // A figure's sentence: the catalogue's statement, then how it is dated.
  stated: '{statement}, {asOf}.',
  asOfStated: 'as stated on {date}',
  asOfMeasured: 'as of {date}',
  asOfDuring: 'in {date}',
  asOfYearToDate: 'from January to {date}',
  onDay: '{day} {year}',
  inMonth: '{month} {year}',
  inYear: '{year}',
  over: 'over {amount}',
  about: 'about {amount}',
  // The four of money are those of the catalogue's currency, where it has one.
  money: '{amount}',
  moneyName: 'their own currency',
  dollars: '{amount} US dollars',
  moneyPerShare: '{amount} a share',
  rank: 'No. {amount}',
  percent: '{amount}%',
  withEquivalent: '{amount} ({other})',
  noDollars: 'The source gives no dollar amount for {label}.',
  disagrees: 'Another source: {sentence}',
  undecided: 'Sources disagree, and I can’t tell which is right. Don’t read the gap as growth.',
  caveatOf: '{label}: {caveat}',
  source: 'Source: {link}',
  sourceName: '{name}, {date}{count, plural, =0 {} one {, paragraph {paragraphs}} other {, paragraphs {paragraphs}}}',
  unpublished: 'day of publication not given',

  // Claims.
  claimHolds: 'Yes. {sentence}',
  claimFails: 'No, the source says otherwise. {sentence}',
  claimDisputed: 'One source says so, another does not. {sentence}',
  claimOfOther: 'No, that is the number for another time or place. {sentence}',
  claimedElsewhere: 'The number you name: {sentence}',
  claimNotExact: 'Not exactly: the source only says “over”. {sentence}',

  // What somebody said, held against the sources.
  checkMatches: '<b>Matches the source.</b> {sentence}',
  checkRounded: '<b>Matches, rounded.</b> {sentence}',
  checkBound: '<b>True; the source is more exact.</b> {sentence}',
  checkFloor: '<b>Not exact:</b> the source only says “over”. {sentence}',
  checkScale:
    '<b>{times} times too {direction, select, high {high} other {low}}</b>{slip, select, wan {, as if 万 and 亿 had been mixed up} thousand {, as if millions and billions had been mixed up} other {}}. Claimed: {claimed}. {sentence}',
  checkCurrency:
    '<b>Wrong currency:</b> the source gives this number in {currency, select, own {{own}} other {US dollars}}. {sentence}',
  checkYear: '<b>The value of another time.</b> {sentence}',
  checkPlace: '<b>The value of another place.</b> {sentence}',
  checkContradicts: '<b>The source says otherwise.</b> Claimed: {claimed}. {sentence}',
  checkUnchecked: '<b>I can’t check that.</b> {reason}',
  checkInstead: 'Instead: {sentence}',
  checkDisagrees: 'Another source differs: {sentence}',
  checkPlanned: '<b>Planned, not done:</b> the number is that of a plan. {sentence}',
  checkIgnored: 'I read it without {words}, which may narrow the claim.',
  checkClaim: 'Claim: {quote}',
  checkSummary:
    '<b>{count} numbers checked</b>: {right, plural, =0 {none matches} one {# matches} other {# match}}{wrong, plural, =0 {} one {, # does not} other {, # do not}}{open, plural, =0 {} other {, # I can’t check}}.',
  checkLeft: '{count, plural, one {# more number is} other {# more numbers are}} left out.',
  checkMost: 'I read the first {most, number} characters only.',
  under: 'less than {amount}',
  missingUncounted: 'I can’t tell what this number counts.',
  missingPercentage: 'I have no such percentage.',
  missingWhich: 'It may belong to {labels}.',
  missingNoNumber: 'I see no number to check. Give me a sentence with one.',

  // What was read differently or taken from the conversation.
  readAs: 'I read {typed} as {read}.',
  quoted: '“{text}”',
  assumed: 'Taken from the question before: {labels}.',

  // What comes nearest to what was asked.
  nearestTo: 'I don’t have that for {words}. {whole, select, yes {All in all} other {What I have}}: {sentence}',
  nearestUnsure: 'I’m not sure this is what you asked. The nearest I have: {sentence}',

  // What could not be answered.
  missingWords: 'I don’t have anything on {words}.',
  missingGap: 'I don’t have {label}.',
  missingPlace: 'I have no figures for {place}, only for {held}.',
  missingPlaceOf: 'No figure on {plain} for {place}, only for {held}.',
  missingYear: 'No figure on {plain} for {year}; I have it for {held}.',
  missingYearAt: 'No figure on {plain} for {place}, {year}; I have it for {held}.',
  missingYearAny: 'I don’t have that for {year}.',
  missingTrend: 'I have one date only, so I can’t say how this changed: {labels}.',
  missingNames: 'I don’t have names or a breakdown for {labels}.',
  missingLocation: 'The source doesn’t say where: {labels}.',
  missingReason: 'The source gives no reasons for {labels}.',
  missingPeople: 'The source names nobody for {labels}.',
  missingDate: 'The source gives no date for {labels}.',
  missingCurrency: 'I have amounts in {own}, and in US dollars only where the source converts them.',
  missingSum: 'The source doesn’t support working that out from {labels}.',
  missingChart: 'There is no quantity to draw for {labels}.',
  missingProgress: 'These are plans; the source doesn’t say what has been spent or built so far: {labels}.',
  missingFuture: 'I have no forecast for {labels}, only what has been published.',
  missingJudgement: 'I only have the number; the sources don’t say whether that is a lot: {labels}.',
  missingNature: 'I only have the number, not what they are like or do: {labels}.',
  missingPart: 'I only have the whole number, not a part of it: {labels}.',
  missingAmount: 'The source gives no such amount for {labels}.',
  missingNumber: 'None of my figures is {number}.',
  missingNonsense: 'I didn’t understand that. I answer questions about {about}.',
  missingTooLong: 'That is too long for one question. Please keep it under {most} characters.',
  missingForgotten:
    'I don’t remember what we talked about: I keep a conversation for half an hour at most. Which figure do you mean?',
  missingContext: 'I don’t know which figure you mean. I answer questions about {about}.',
  nearSome: 'What I do have:',
  nearAny: 'You could ask about:',

  choice: 'Which one do you mean?',
  choiceOne: 'Do you mean {label}?',
  choices: 'Choose:',

  // Two figures.
  side: '{label}: {value}',
  beside: '{first}; {second}',
  comparison:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {The first is {bound, select, over {over } about {about } other {}}{by} more} other {That is {bound, select, over {over } about {about } other {}}{by} more {more} than {less}}}, {timesBound, select, over {over } about {about } other {}}{times, plural, =2 {twice} other {{amount} times}} as {kind, select, money {much} other {many}}.',
  comparisonBy:
    '<b>{sides}</b> ({place}, {asOf}). {kind, select, money {The first is {bound, select, over {over } about {about } other {}}{by} more} other {That is {bound, select, over {over } about {about } other {}}{by} more {more} than {less}}}.',
  comparisonEqual: '<b>{sides}</b> ({place}, {asOf}). They are equal.',
  comparisonOpen:
    '<b>{sides}</b> ({place}, {asOf}). “Over” is only a lower bound, so the source doesn’t say which is larger.',
  incomparable: '{left} and {right} can’t be compared: they count different kinds of things.',
  incomparableDates: '{left} and {right} can’t be compared: they are of different dates.',
  incomparablePlaces: '{left} and {right} can’t be compared: they are of different places.',
  computed: '{statement}; computed from figures for {place}, {asOf}.',
  plainRatio: '<b>{left} against {right}: about {value} to 1</b> ({leftValue} and {rightValue})',
  plainSum: '<b>{left} and {right}: {value} in all</b> ({leftValue} plus {rightValue})',
  plainDifference: '<b>{left} against {right}: a difference of {value}</b> ({leftValue} and {rightValue})',
  notLinked: 'The source doesn’t give this number and doesn’t link the two figures.',
  notDerived: 'The source doesn’t support making one number of {left} and {right}.',

  // One figure over time and in several places.
  courseChange:
    '<b>{label} ({place}): from {from} {fromDate} to {to} {toDate}</b>. That is {direction, select, up {{by} more} down {{by} fewer} other {no change}}{percent, select, other { ({percent}{isTimes, select, yes {, {times} times as much} other {}})}}.',
  courseNoChange: '<b>{label} ({place})</b>: {count, plural, one {# value} other {# values}}.',
  courseLead: '<b>{label}</b>: {places}.',
  courseItem: '{place}: from {from} ({fromDate}) to <b>{to}</b> ({toDate}), {percent}',
  courseItemPlain: '{place}: {values}',
  courseItemSourced: '{date}: <b>{value}</b> ({source})',
  coursePoint: '{date}: <b>{value}</b>',
  courseMixed: 'The values come from different sources, so no change is computed between them.',
  coursePartly: 'The change is computed within one source only; values of other sources stand apart.',
  courseTitle: '{label}: {places}',
  signedPercent: '{sign}{amount}%',
  pointName: '{place}, {date}',
  pointOf: '{label} ({place}, {date})',
  pause: '; ',
  placesLead: '<b>{label}: {first} has the most, {value}</b>, {asOf}.',
  placesItem: '{place}: <b>{value}</b> ({by} fewer than {first}, {share} of it)',
  placesSum: '<b>All {count} together: {value}</b>.',
  placesShare: '<b>{place} has {share} of what these {count} have together</b>.',
  placesRatio: '<b>{place} to {other}: {times} times</b>.',
  placesFirst: '{place}: <b>{value}</b>',
  placesEqual: '{place}: <b>{value}</b> (as many)',
  placesUnlike: '<b>{label}</b>: {places} can’t be compared.',
  unlikeKind: 'They are of different kinds.',
  unlikeDate: 'They are of different dates, so no difference is computed.',
  unlikePlace: 'They are of different places, so no difference is computed.',
  unlikeSource: 'They come from different sources, which may count differently, so no difference is computed.',

  // Lists and charts.
  listTopic:
    '<b>{topic}</b>: {part, select, all {{total, plural, one {# figure} other {# figures}}} other {figures {from}–{to} of {total}}} for {home}, each with its date:',
  listAll:
    '{part, select, all {<b>{total} figures</b>} other {<b>Figures {from}–{to} of {total}</b>}} for {home}, each with its date:',
  overview: '<b>{subject} at a glance</b>: a figure for each of {count} topics, each with its date:',
  item: '{label}: <b>{value}</b>, {point}',
  chartLead: '<b>{figures}</b> ({place}, {asOf}).',
  chartApart: 'Not in the chart, being of another kind, date or place: {labels}.',
  chartButton: 'Chart',
  chartTitle: '{home}: {labels}',
  chartCounts: 'Number',
  chartMoney: 'Amount',
  chartPerShare: 'Price per share',
  chartPercent: 'Percent',
  chartSource: 'Source: {sources}',
  chartSummary: 'Chart. {title}, {asOf}. {values}.',
  furtherFigures: 'More ({page} of {pages})',
  exported: '<b>{count} values of {figures} figures</b> for {home} as CSV, each with its date, place and source.',
  exportButton: 'Export',
  more: 'Related:',
  another: 'Another',

  // About the bot and its sources.
  aboutSources:
    '{count, plural, =1 {<b>All my figures come from one source</b>: {source}.} other {<b>My figures come from # sources</b>, the main one being {source}.}}',
  aboutSourcesMore: 'For citations to copy, ask for the source of a figure.',
  aboutSourceOf: '<b>{label}</b>: {source}.',
  sourceButton: 'Source',
  aboutSourceKind: 'Kind of source: {kind}. Taken into the catalogue on {retrieved}.',
  original: 'Original: {link}',
  fresh: 'Date: {asOf}.',
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
  aboutAgeHonest: 'The source doesn’t say on which day this was counted; newer values may exist.',
  aboutBot: '<b>I answer questions about {about}</b>, each with its source, date and caveat.',
  aboutBotHow: 'I work without a language model: where I have no data, I say so. Version {version}.',
  aboutBotData: 'Data: {count} figures from {sources} sources, the newest published {date}. Main source: {source}.',

  // The language of a place.
  languageIs:
    'I answer in the language of the question. For help, buttons and daily posts here, choose en, zh, ru, or auto ({name}).',
  languageSet:
    'Done: help, buttons and daily posts here are now in {name}. A question is still answered in its own language.',
  languageName: '{language, select, en {English} zh {Chinese} ru {Russian} other {the language of each person}}',

  // Daily posts. What a schedule says can be typed behind “daily on” again.
  dailySchedule: 'at {time}, {zone}, {days}, {topic}',
  dailyDays: '{days, select, all {every day} weekdays {Monday to Friday} other {Chinese working days}}',
  dailyAllTopics: 'on all topics',
  dailyTopic: 'on {topic}',
  dailyElsewhere: 'Daily posts need a channel in Slack or Discord: add me to one and write “/harbin {command}” there.',
  dailyNew: '<b>From now on I post one fact a day here</b>: {schedule}.',
  dailyChanged: '<b>The daily fact here is on</b>: {schedule}.',
  dailyNext: '{count, plural, one {Next post} other {Next posts}} ({zone}):',
  dailyPost: '{day}, {time}',
  dailyMakeUp: '{post} (a working day in exchange for a holiday)',
  dailyNoCalendar:
    'I don’t have China’s calendar of working days for {year} yet. Until I do, I post from Monday to Friday in {year}, on holidays too.',
  dailyFree:
    'No post on {days}: {why, select, weekend {that is the weekend} holiday {that is a holiday in China} other {not among the chosen days}}.',
  dailyNoPost: 'I see no day on which a post would come. Choose other days with /harbin daily on.',
  dailyZonePerson:
    'This is the time zone of your profile. For another write, for example, /harbin daily on 9:00 Moscow.',
  dailyZoneDefault:
    'You named no time zone, so this is the default one. For another write, for example, /harbin daily on 9:00 Moscow.',
  dailyWorkdays:
    'Chinese working days follow China’s holidays and make-up days. For Monday to Friday write “weekdays”.',
  dailyWeekdays: 'Monday to Friday, holidays or not. For China’s working days write “workdays”.',
  dailyStop: 'To stop it, write /harbin daily off.',
  dailyOff:
    '<b>The daily fact here is off.</b> Settings and facts already shown are kept, so nothing repeats when you turn it on again.',
  dailyIsOff: '<b>The daily fact here is off.</b>',
  dailyNothing: '<b>This channel has no daily fact.</b> To get one at 9 o’clock, write /harbin daily on 9:00.',
  dailyPausedUntil: '<b>The daily fact here is paused.</b> Posts resume on {day}.',
  dailyPaused: '<b>The daily fact here is paused</b> until somebody writes /harbin daily resume.',
  dailyResumed: '<b>The daily fact here is on again</b>: {schedule}.',
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
    '{remedy, select, gone {The channel is gone; set up a daily fact in another one.} lost {I can’t find the channel: it is gone, has a new id since it was shared or converted, or I was removed from it. Invite me, or set up the daily fact there again.} archived {The channel is archived; unarchive it.} invite {I am not in the channel; invite me.} permission {I may not post in the channel; give me the right to.} wait {The platform took no post for hours; there is nothing for you to do.} other {The platform refuses my posts; please tell the bot’s administrator.}}',
  dailyBroken: '<b>I have stopped the daily fact</b> in {channel}: posts have failed for days.',
  dailyBrokenThen: 'Then write /harbin daily resume there. Until then I post nothing.',
  dailyDenied: 'You need {needs} to change this.',
  dailyLacking: '<b>I can’t post here</b>, so nothing was changed. Missing: {permissions}.',
  dailyArchived: '<b>This channel is archived</b>, so nothing was changed. Unarchive it, then try again.',
  dailyAbsent: '<b>I am not in this channel</b>, so nothing was changed. Write {invite} here, then try again.',
  dailyUnclear:
    '{part, select, time {I can’t tell what time {said} is. Write it like 9:30 or 9pm.} zone {I can’t tell which time zone {said} is. Write a city, or a name like Europe/Moscow.} days {I can’t tell which days {said} are. Write “every day”, “weekdays”, “workdays” or days like “mon wed fri”.} date {I can’t tell which day {said} is. Write it like 2026-12-01, “1 December”, “tomorrow” or “a week”.} topic {I have no topic {said}.} other {I don’t understand {said} here. Write a time, a city, days and a topic: /harbin daily on 9:30 Moscow weekdays.}}',
  dailyOver: '{day} is not after today. Write the day on which posts are to resume.',
  dailyDidYouMean: 'Did you mean:',
  dailyDo: 'You can:',
  dailyForDays: '{days, plural, =1 {until tomorrow} =7 {for a week} other {for # days}}',
  dailyOnWeekday: 'until {day}',
  dailyPreviewNote: 'This is what a post looks like. Only you see it; the next fact is picked at random.',
  dailyPostNote: 'Stop with /harbin daily off.',
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
  help: '<b>Ask me about {about}</b> in English, Chinese or Russian, in your own words.',
  helpMore:
    'I also compare figures, work out what the source allows, list a topic, and tell you where a number comes from.',
  helpDaily:
    'In a channel of Slack or Discord I can post one fact a day, at the hour and on the topic that you choose: /harbin daily on 9:00.',
  hello: 'Hello! Ask me about {about}, for example: {example}.',
  thanks: 'You’re welcome. Ask away if you need another figure.',
  bye: 'Goodbye!',
  examples: 'For example:',
  // Where the catalogue does not say what it is about.
  subjectTitle: '{home}’s figures',
  subjectAbout: '{home}’s figures',
  exampleSource: 'All sources',
  sourceLine:
    'Source: {link} · {published, select, yes {published {date}} other {day of publication not given}}{aged, select, yes {, may be outdated} other {}}',
  sourceBrief: '{name}{count, plural, =0 {} other {, ¶{paragraphs}}}',
  missingWordsNear: 'I don’t have exactly that: {words}.',
  itemPlain: '{text} ({point})',
  itemDisputed: 'another source: {value} ({point})',
  disputed: '{label}: another source says {value} ({point}).',
  definition: 'Counts: {counts}. Does not count: {excludes}.',
  aboutBotPrivacy:
    'Privacy: I store no questions. I keep the language, the daily post and the watched figures of a channel, with the id of who set them up, and for 180 days which values my messages show, to correct them. Removing me removes all of it.',
  dailyPostHead: 'Daily fact · {sentence}',
  dailyConfirm:
    '{what, select, on {<b>Post one fact a day here?</b> I understood: {schedule}.} pause {<b>Pause the daily fact here?</b> {until, select, none {It stays paused until somebody resumes it.} other {I understood: {until}.}}} other {<b>Go on with the daily fact here?</b> {schedule}.}}',
  doOnSure: 'Yes, turn on',
  doPauseSure: 'Yes, pause',
  languageHow: 'To choose it, write “/harbin language {choice}”; in a channel, whoever may set up daily posts there.',
  helpExport:
    '<b>All values come as a CSV file</b>, each with its date, place and source: press the button or write “/harbin list as csv”.',
  helpReport:
    '<b>To report a wrong number</b>, press “Source” under the answer, then “Report this number”. Whoever runs this bot reads it.',
  offAsk: '<b>Turn the daily fact off here?</b> Settings and facts already shown are kept.',
  announced:
    '{what, select, new {A daily fact was set up here} changed {The daily fact here was changed} off {The daily fact here was turned off} paused {The daily fact here was paused} other {The daily fact here was resumed}} by {right}{hasSchedule, select, yes {: {schedule}} other {}}.',
  doOffSure: 'Yes, turn off',
  doKeep: 'Keep it',

  // A number that somebody finds wrong.
  report: 'Report this number',
  reportSays: 'What is wrong?',
  reportLink: 'A link that shows it',
  reportHint: 'Whoever runs this bot reads it. Your name is not passed on.',
  reportSend: 'Send',
  reportCancel: 'Cancel',
  reportClose: 'Close',
  reportArrived: 'Thank you, your report has arrived.',
  reportOutdated: 'This form is out of date. Please open it again from a Source answer.',
  reportedSays: 'What is wrong',
  reported: '<b>Somebody reports a wrong number.</b>',
  reportTold: 'What I say now:',

  // What changed in figures that people were shown, or watch.
  newsEdited: 'Corrected on {day}: it said {old} before.',
  newsReason: 'Reason: {why}',
  newsCorrected: '<b>Corrected on {day}</b> · {label}: <b>{new}</b> instead of {old} ({point}).',
  newsWithdrawn:
    '<b>Withdrawn on {day}</b> · {hasLabel, select, yes {{label}: {old} ({point}). I no longer hold this value.} other {{old}. I no longer hold the figure that this number belonged to.}}',
  newsNewer: '<b>New</b> · {label}: <b>{new}</b> ({point}). Before: {old} ({before}).',
  newsMore: '{count, plural, one {And one more change.} other {And # more changes.}}',
  newsWatched: 'Watched here: {labels}. Stop with /harbin watch off.',

  // Figures that a channel is told of.
  watchElsewhere:
    'Watching needs a channel or direct message in Slack or Discord: write “/harbin watch {example}” there.',
  watchOn: '<b>Watching {label}.</b> I write here when a newer value or a correction comes, at most once a day.',
  watchIsOn: '<b>{label} is watched here already.</b>',
  announcedWatch: 'Watching {what, select, on {was set up here} other {was ended here}} by {right}: {labels}.',
  watchList: 'Watched here: {labels}.',
  watchToo: 'Also watched here: {labels}.',
  watchStill: 'Still watched here: {labels}.',
  watchStop: 'To stop, write /harbin watch off, with or without a figure.',
  watchOff: '<b>No longer watched here</b>: {labels}.',
  watchNothing: '<b>No figure is watched here.</b> To be told when one changes, write /harbin watch {example}.',
  watchMost:
    '<b>{count} figures are watched here, and that is the most.</b> End one first: /harbin watch off, then its name.',
  watchWhich: '<b>Which figure shall I watch?</b>',
  doUnwatch: 'Stop watching',
  doUnwatchAll: 'Stop watching all',

  // A daily post set up in a form.
  formTitle: 'Set up a daily fact',
  formChannel: 'Channel',
  formTime: 'Time',
  formZone: 'Time zone',
  formClock: 'Time and zone',
  formDays: 'Days',
  formTopic: 'Topic',
  formAllTopics: 'All topics',
  formSave: 'Save',
  formTyped: 'The same can be typed: /harbin daily on 9:00 Moscow weekdays',
  formButton: 'One every day',
};
