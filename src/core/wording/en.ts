/** Everything the bot says in English, in ICU MessageFormat; the other languages have the same keys. */
export const en = {
  // A figure's sentence: the catalogue's statement, then how it is dated.
  stated: '{statement}, {asOf}.',
  event: '{statement}.',
  asOfStated: 'as stated on {date}',
  asOfMeasured: 'as of {date}',
  onDay: '{date}',
  over: 'over {amount}',
  about: 'about {amount}',
  yuan: '{amount} yuan',
  dollars: '{amount} US dollars',
  percent: '{amount} %',
  withEquivalent: '{amount} ({other})',
  convertedBySource: 'The dollar amount is the source’s own conversion.',
  noDollars: 'The source gives no dollar amount for {label}.',
  source: 'Source: {link}{paragraph, select, none {} other {, paragraph {paragraph}}}',
  sourceName: '{name}, {date}',

  // Claims.
  claimHolds: 'Yes.',
  claimFails: 'No, the source says otherwise.',
  claimNotExact: 'Not exactly: the source only says “over”.',

  // What was read differently or taken from the conversation.
  readAs: 'Read {typed} as {read}.',
  quoted: '“{text}”',
  assumed: 'Taken from the question before: {labels}.',

  // What could not be answered.
  missingWords: 'I don’t have anything on {words}.',
  missingGap: 'I don’t have {label}.',
  missingPlace: 'I don’t have figures for {place}, only for {home}.',
  missingYear: 'I don’t have figures for “{year}”, only as stated in {held}.',
  missingNames: 'I don’t have names or a breakdown for {labels}, only what I list below.',
  missingLocation: 'The source doesn’t say where: {labels}.',
  missingReason: 'The source gives no reasons for {labels}.',
  missingPeople: 'The source names nobody for {labels}.',
  missingDate: 'The source gives no date for {labels}.',
  missingCurrency: 'I only have amounts in yuan, and in US dollars where the source converts them.',
  missingSum: 'The source doesn’t support working that out from {labels}.',
  missingChart: 'There is no quantity to draw for {labels}.',
  chartLead: '<b>{labels}</b> {place}, {asOf}.',
  chartApart: 'Left out, since they are of another kind: {labels}.',
  chartTitle: '{home}: {labels}',
  languageIs: 'I answer in the language of the question. For help, buttons and daily posts here I use {name}.',
  languageSet:
    'Done: for help, buttons and daily posts here I now use {name}. A question is still answered in its own language.',
  languageAuto: 'the language of each person',
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
  choiceOne: 'Is this what you mean?',
  choices: 'One of these:',

  // Two figures.
  comparison: '<b>{left} against {right}</b>: a difference of {difference}, or {ratio} times.',
  comparisonEqual: '<b>{left} and {right}</b>: the two are equal.',
  comparisonDifference: '<b>{left} against {right}</b>: a difference of {difference}.',
  side: '{label}: {value}',
  incomparable:
    '<b>{left}</b> and <b>{right}</b> cannot be set against each other: they count different kinds of things.',
  derivedRatio: 'About <b>{value}</b> {left} for each of {right}.',
  derivedSum: '<b>{value}</b> in all: {left} plus {right}.',
  derivedDifference: 'A difference of <b>{value}</b>: {left} against {right}.',
  derivedShare: '<b>{value}</b>: {left} out of {right}.',
  derivedOwn: 'Computed from the two figures; the source does not give this number and does not link them.',
  notDerived: 'The source does not support one number out of {left} and {right}.',
  fromFigures: 'What it does say:',

  // Lists.
  listTopic: '<b>{topic}</b>: {count, plural, one {# figure} other {# figures}} for {home}, {asOf}.',
  listAll: '<b>{count, plural, one {# figure} other {# figures}}</b> for {home}, {asOf}.',
  overview: '<b>Innovation in {home} at a glance</b>, {asOf}:',
  item: '{label}: <b>{value}</b>',
  itemPlain: '{label}',
  more: 'Ask for more:',
  related: 'Related:',

  // About the bot and its sources.
  aboutSource: '<b>All my figures come from one source</b>: {link}.',
  aboutSources:
    '<b>My figures come from {count, plural, one {# source} other {# sources}}</b>, the latest of them {link}.',
  aboutSourceOf: '<b>{label}</b> comes from {link}{paragraph, select, none {} other {, paragraph {paragraph}}}.',
  aboutSourceKind:
    'Kind of source: {kind}. It is city publicity, not official statistics; it was taken into the catalogue on {retrieved}.',
  aboutAge: '<b>The figures are as stated on {date}</b>, the day the source was published.',
  aboutAgeOf: '<b>{label}</b>: {asOf}.',
  aboutAgeHonest: 'The source does not say on which day they were counted; newer values may exist that I don’t have.',
  counts: 'Counts: {text}.',
  excludes: 'Does not count: {text}.',
  aboutBot:
    '<b>I am a bot that answers questions about {home}’s innovation figures</b>, each with its source, date and caveat.',
  aboutBotHow: 'There is no language model behind me: what I don’t have, I say I don’t have. I store no questions.',
  aboutBotData: 'Figures: {count}. Newest source: {date}. Version {version}.',

  // Small talk.
  help: '<b>Ask me about {home}’s innovation figures</b> in English, Chinese or Russian, in your own words. For example:',
  helpMore:
    'I also compare figures, work out what the source allows, list a topic, and tell you where a number comes from.',
  hello: 'Hello! Ask me about {home}’s innovation figures, for example how many key laboratories there are.',
  thanks: 'You’re welcome. Ask away if you need another figure.',
  bye: 'Goodbye!',
  examples:
    'How many universities are there?|How much investment is planned?|Compare labs and research centres|When did Fuerjia go public?|How much investment per project?|Where do the figures come from?',
  try: 'Try:',
};
