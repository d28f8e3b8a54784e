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
  chartTitle: '{home}: {labels}',
  chartAnyTopic: 'Innovation figures',
  chartCounts: 'Number',
  chartYuan: 'Yuan',
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

  // Daily posts.
  dailyElsewhere:
    'Daily posts need a channel in Slack or Discord: add me to one and write “/harbin daily on 9:00” there.',

  // Small talk.
  help: '<b>Ask me about {home}’s innovation figures</b> in English, Chinese or Russian, in your own words.',
  helpMore:
    'I also compare figures, work out what the source allows, list a topic, and tell you where a number comes from.',
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
