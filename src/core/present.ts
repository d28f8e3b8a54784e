import type { Catalogue, Figure, Language, Texts } from '../data/schema.ts';
import type { Answer } from './answer.ts';
import { worldPlace } from './language/places.ts';
import { type Button, type Inline, inlineText, type Message, type Part } from './message.ts';
import type { Missing, Question } from './question.ts';
import type { Correction } from './reading/terms.ts';
import { quantityOf, type Stated } from './stated.ts';
import { type FigureWords, figureWords } from './wording/figures.ts';
import { amountText, dateText, plainNumber } from './wording/numbers.ts';
import { type Words, wordsOf } from './wording/words.ts';

/** What an answer is worded with besides itself. */
export type Setting = {
  language: Language;
  corrections: readonly Correction[];
  assumed: readonly string[];
  version: string;
};

export type Presenter = (answer: Answer, setting: Setting) => Message;

/** Buttons under one message: more would wrap on a phone. */
const MOST_RELATED = 3;

/** Words every kind of answer: the one place where what is true becomes what is said. */
export function createPresenter(catalogue: Catalogue): Presenter {
  return (answer, setting) => {
    const words = wordsOf(setting.language);
    const figures = figureWords(catalogue, words);
    const drawn = draw(answer, { catalogue, words, figures, version: setting.version });
    const home = catalogue.places[0]?.name[setting.language] ?? '';
    return {
      language: setting.language,
      audience: drawn.audience ?? 'everyone',
      parts: [...drawn.parts, ...readingNotes(setting, words, catalogue)],
      ...(drawn.invitation ? { invitation: inlineText(words.say(drawn.invitation, { home })) } : {}),
      buttons: drawn.buttons ?? [],
    };
  };
}

type Tools = { catalogue: Catalogue; words: Words; figures: FigureWords; version: string };
type Drawn = {
  parts: Part[];
  buttons?: Button[];
  invitation?: 'related' | 'choices' | 'nearSome' | 'nearAny' | 'more' | 'try';
  audience?: Message['audience'];
};

function draw(answer: Answer, tools: Tools): Drawn {
  switch (answer.kind) {
    case 'figure':
      return drawFigures(answer, tools);
    case 'fact':
      return drawFigures({ kind: 'figure', stated: [answer.stated], missing: [] }, tools);
    case 'comparison':
      return drawComparison(answer, tools);
    case 'derived':
      return drawDerived(answer, tools);
    case 'list':
      return drawList(answer, tools);
    case 'chart':
      return drawChart(answer, tools);
    case 'language': {
      const { language } = tools.words;
      const name =
        answer.set === undefined || answer.set === 'auto'
          ? inlineText(tools.words.say('languageAuto'))
          : LANGUAGE_NAMES[answer.set];
      return {
        parts: [
          text(tools.words.say(answer.set === undefined ? 'languageIs' : 'languageSet', { name: name ?? language })),
        ],
        audience: 'asker',
      };
    }
    case 'overview': {
      const lead = tools.words.say('overview', { home: home(tools), asOf: commonAsOf(answer.stated, tools) });
      return {
        parts: [text(lead), items(answer.stated, tools), sourceNote(answer.stated, tools)],
        buttons: topicButtons(tools),
        invitation: 'more',
      };
    }
    case 'choice':
      return {
        parts: [text(tools.words.say(answer.figures.length === 1 ? 'choiceOne' : 'choice'))],
        buttons: answer.figures.map((figure) => figureButton(figure, tools)),
        invitation: 'choices',
      };
    case 'unknown':
      return {
        parts: [text(missingWords(answer.missing, tools))],
        buttons: (answer.near.length > 0 ? answer.near : defaultNear(tools)).map((figure) =>
          figureButton(figure, tools),
        ),
        invitation: answer.near.length > 0 ? 'nearSome' : 'nearAny',
      };
    case 'about':
      return drawAbout(answer, tools);
    case 'help': {
      const examples = inlineText(tools.words.say('examples')).split('|');
      return {
        parts: [
          text(tools.words.say('help', { home: home(tools) })),
          { kind: 'items', items: examples.map((example) => [example]) },
          text(tools.words.say('helpMore')),
        ],
        audience: 'asker',
      };
    }
    case 'greeting':
      return { parts: [text(tools.words.say(answer.what, { home: home(tools) }))], audience: 'asker' };
  }
}

function drawFigures({ stated, ruling, missing }: Extract<Answer, { kind: 'figure' }>, tools: Tools): Drawn {
  const { words, figures } = tools;
  const [first, ...rest] = stated;
  if (!first) return { parts: [] };
  const verdict = ruling
    ? [
        ...words.say(
          ruling.holds ? 'claimHolds' : isOnlyFloor(first, ruling.claim.values) ? 'claimNotExact' : 'claimFails',
        ),
        ' ',
      ]
    : [];
  const parts: Part[] = [
    text([...verdict, ...figures.sentence(first)]),
    ...rest.map((one) => text(figures.sentence(one))),
  ];
  for (const one of stated) {
    if (one.currency === 'USD' && quantityOf(one)?.equivalents === undefined)
      parts.push(note(words.say('noDollars', { label: one.figure.label[words.language] })));
    if (one.observation.caveat)
      parts.push(
        note([
          ...(stated.length > 1 ? [`${one.figure.label[words.language]}: `] : []),
          one.observation.caveat[words.language],
        ]),
      );
  }
  parts.push(...missing.map((one) => text(missingWords(one, tools))));
  parts.push(sourceNote(stated, tools));
  const shown = new Set(stated.map(({ figure }) => figure.id));
  const related = [...new Set(stated.flatMap(({ figure }) => figure.related))]
    .filter((id) => !shown.has(id))
    .slice(0, MOST_RELATED);
  return {
    parts,
    buttons: related
      .flatMap((id) => tools.catalogue.figures.filter((figure) => figure.id === id))
      .map((figure) => figureButton(figure, tools)),
    invitation: 'related',
  };
}

function isOnlyFloor(stated: Stated, claimed: readonly number[]): boolean {
  const quantity = quantityOf(stated);
  return quantity?.qualifier === 'over' && claimed.includes(quantity.value);
}

function drawComparison(
  { left, right, difference, ratio }: Extract<Answer, { kind: 'comparison' }>,
  tools: Tools,
): Drawn {
  const { words } = tools;
  const sides = { left: side(left, tools), right: side(right, tools) };
  const money = left.figure.kind === 'money';
  const lead =
    difference === undefined
      ? words.say('incomparable', sides)
      : difference === 0
        ? words.say('comparisonEqual', sides)
        : ratio === undefined
          ? words.say('comparisonDifference', { ...sides, difference: computedText(difference, money, words) })
          : words.say('comparison', {
              ...sides,
              difference: computedText(difference, money, words),
              ratio: plainNumber(ratio, words.language, 2),
            });
  return withBoth(lead, [left, right], [], tools);
}

function drawDerived(
  { operation, left, right, value, dollars, relation }: Extract<Answer, { kind: 'derived' }>,
  tools: Tools,
): Drawn {
  const { words } = tools;
  const { language } = words;
  const sides = { left: side(left, tools), right: side(right, tools) };
  const reason: Inline[] = relation
    ? [relation.note[language]]
    : words.say(value === undefined ? 'notDerived' : 'derivedOwn', sides);
  if (value === undefined) return withBoth(reason, [left, right], [], tools);
  const isSum =
    left.figure.kind === 'money' && operation !== 'rate' && (operation !== 'ratio' || right.figure.kind === 'count');
  const amount =
    operation === 'share'
      ? inlineText(words.say('percent', { amount: plainNumber(value, language, 1) }))
      : operation === 'rate'
        ? plainNumber(value, language, 2)
        : computedText(value, isSum, words);
  const converted =
    dollars === undefined
      ? undefined
      : inlineText(
          words.say('about', {
            amount: words.say('dollars', { amount: amountText(Number(dollars.toPrecision(3)), language, 3) }),
          }),
        );
  const shown =
    converted === undefined ? amount : inlineText(words.say('withEquivalent', { amount, other: converted }));
  const lead = relation?.statement
    ? words.fill(relation.statement[language], {
        value: shown,
        left: bareValue(left, words),
        right: bareValue(right, words),
      })
    : words.say(DERIVED[operation], { ...sides, value: shown });
  return withBoth(closed(lead, words), [left, right], [note(reason)], tools);
}

const DERIVED = {
  rate: 'derivedRatio',
  ratio: 'derivedRatio',
  sum: 'derivedSum',
  difference: 'derivedDifference',
  share: 'derivedShare',
} as const;

/** A conclusion first, then the figures that it stands on. */
function withBoth(lead: Inline[], stated: readonly Stated[], notes: Part[], tools: Tools): Drawn {
  const sentences = stated.map((one) => tools.figures.sentence(one));
  const caveats = stated.flatMap(({ figure, observation }) =>
    observation.caveat
      ? [note([`${figure.label[tools.words.language]}: ${observation.caveat[tools.words.language]}`])]
      : [],
  );
  return { parts: [text(lead), ...notes, { kind: 'items', items: sentences }, ...caveats, sourceNote(stated, tools)] };
}

function drawList({ topics, stated }: Extract<Answer, { kind: 'list' }>, tools: Tools): Drawn {
  const values = { count: stated.length, home: home(tools), asOf: commonAsOf(stated, tools) };
  const names = topics
    .map(({ label }) => label[tools.words.language])
    .join(tools.words.language === 'zh' ? '、' : ', ');
  const lead =
    topics.length > 0 ? tools.words.say('listTopic', { ...values, topic: names }) : tools.words.say('listAll', values);
  return { parts: [text(lead), items(stated, tools), sourceNote(stated, tools)] };
}

function drawChart({ stated, apart }: Extract<Answer, { kind: 'chart' }>, tools: Tools): Drawn {
  const { words, figures, catalogue } = tools;
  const { language } = words;
  const [first] = stated;
  if (!first) return { parts: [] };
  const labels = stated.map(({ figure }) => figure.label[language]).join(language === 'zh' ? '、' : ', ');
  const place = catalogue.places.find(({ id }) => id === first.observation.place)?.within[language] ?? '';
  const unit = 'unit' in first.figure && first.figure.kind === 'money' ? first.figure.unit : '';
  const bars = stated.map((one) => ({
    label: one.figure.label[language],
    value: quantityOf(one)?.value ?? 0,
    text: figures.value(one),
  }));
  return {
    parts: [
      text(words.say('chartLead', { labels, place, asOf: commonAsOf(stated, tools) })),
      { kind: 'bars', title: inlineText(words.say('chartTitle', { home: home(tools), labels })), unit, bars },
      ...(apart.length > 0
        ? [
            note(
              words.say('chartApart', { labels: apart.map(({ label }) => quoted(label[language], words)).join(', ') }),
            ),
          ]
        : []),
      sourceNote(stated, tools),
    ],
  };
}

function drawAbout({ what, stated }: Extract<Answer, { kind: 'about' }>, tools: Tools): Drawn {
  const { words, figures, catalogue, version } = tools;
  const { language } = words;
  const newest = [...catalogue.sources].sort((a, b) => b.published.localeCompare(a.published))[0];
  if (!newest) return { parts: [] };
  if (what === 'bot') {
    return {
      parts: [
        text(words.say('aboutBot', { home: home(tools) })),
        text(words.say('aboutBotHow')),
        text(
          words.say('aboutBotData', {
            count: catalogue.figures.length,
            date: dateText(newest.published, language),
            version,
          }),
        ),
      ],
      audience: 'asker',
    };
  }
  if (stated.length === 0) {
    const lead =
      what === 'age'
        ? words.say('aboutAge', { date: dateText(newest.published, language) })
        : catalogue.sources.length === 1
          ? words.say('aboutSource', { link: figures.sourceLink(newest) })
          : words.say('aboutSources', { count: catalogue.sources.length, link: figures.sourceLink(newest) });
    const rest =
      what === 'age'
        ? [
            note(words.say('aboutAgeHonest')),
            note(words.say('source', { link: figures.sourceLink(newest), paragraph: 'none' })),
          ]
        : [note(sourceKind(newest.kind, newest.retrieved, words)), note(words.say('aboutAgeHonest'))];
    return { parts: [text(lead), ...rest] };
  }
  const parts = stated.flatMap((one): Part[] => {
    const label = one.figure.label[language];
    const source = catalogue.sources.find(({ id }) => id === one.observation.source) ?? newest;
    const lead =
      what === 'age'
        ? words.say('aboutAgeOf', { label, asOf: figures.asOf(one.observation.asOf) })
        : words.say('aboutSourceOf', {
            label,
            link: figures.sourceLink(source),
            paragraph: one.observation.paragraph ?? 'none',
          });
    const { counts, excludes } = one.figure.definition;
    return [
      text(lead),
      note(words.say('counts', { text: counts[language] })),
      note(words.say('excludes', { text: excludes[language] })),
      note(what === 'age' ? words.say('aboutAgeHonest') : sourceKind(source.kind, source.retrieved, words)),
    ];
  });
  return { parts };
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '中文', ru: 'русский' };

const SOURCE_KINDS: Record<string, Texts> = {
  'press release': { en: 'press release', zh: '新闻稿', ru: 'пресс-релиз' },
  'official statistics': { en: 'official statistics', zh: '官方统计', ru: 'официальная статистика' },
  'government news': { en: 'government news', zh: '政府新闻', ru: 'новости органов власти' },
  'state media': { en: 'state media', zh: '官方媒体', ru: 'государственные СМИ' },
  'company filing': { en: 'company filing', zh: '公司公告', ru: 'отчётность компании' },
};

function sourceKind(kind: string, retrieved: string, words: Words): Inline[] {
  return words.say('aboutSourceKind', {
    kind: SOURCE_KINDS[kind]?.[words.language] ?? kind,
    retrieved: dateText(retrieved, words.language),
  });
}

function missingWords(missing: Missing, tools: Tools): Inline[] {
  const { words, catalogue } = tools;
  const { language } = words;
  const labels =
    'figures' in missing
      ? catalogue.figures
          .filter(({ id }) => missing.figures.includes(id))
          .map(({ label }) => quoted(label[language], words))
          .join(', ')
      : '';
  switch (missing.kind) {
    case 'words':
      return words.say('missingWords', { words: missing.words.map((word) => quoted(word, words)).join(', ') });
    case 'gap':
      return words.say('missingGap', {
        label: catalogue.gaps.find(({ id }) => id === missing.gap)?.label[language] ?? '',
      });
    case 'place':
      return words.say('missingPlace', { place: placeName(missing.place, tools), home: home(tools) });
    case 'year': {
      const held = new Set(
        catalogue.figures
          .filter(({ id }) => missing.figures.length === 0 || missing.figures.includes(id))
          .flatMap(({ observations }) => observations.map(({ asOf }) => asOf.date.slice(0, 7))),
      );
      return words.say('missingYear', {
        year: missing.year,
        held: [...held].map((date) => dateText(date, language)).join(', '),
      });
    }
    case 'detail':
      return words.say(
        (
          {
            names: 'missingNames',
            location: 'missingLocation',
            reason: 'missingReason',
            people: 'missingPeople',
            date: 'missingDate',
            currency: 'missingCurrency',
            sum: 'missingSum',
            chart: 'missingChart',
            progress: 'missingProgress',
            part: 'missingPart',
            amount: 'missingAmount',
          } as const
        )[missing.detail],
        { labels },
      );
    case 'number':
      return words.say('missingNumber', { number: plainNumber(missing.value, language) });
    case 'nonsense':
      return words.say('missingNonsense', { home: home(tools) });
    case 'too-long':
      return words.say('missingTooLong', { most: missing.most });
    case 'no-context':
      return words.say('missingContext', { home: home(tools) });
  }
}

function placeName(id: string, { words, catalogue }: Tools): string {
  return (
    catalogue.places.find((place) => place.id === id)?.name[words.language] ?? worldPlace(id)?.[words.language] ?? ''
  );
}

function readingNotes({ corrections, assumed }: Setting, words: Words, catalogue: Catalogue): Part[] {
  const labels = catalogue.figures
    .filter(({ id }) => assumed.includes(id))
    .map(({ label }) => quoted(label[words.language], words));
  return [
    ...corrections.map(({ typed, read }) =>
      note(words.say('readAs', { typed: quoted(typed, words), read: quoted(read, words) })),
    ),
    ...(labels.length > 0 ? [note(words.say('assumed', { labels: labels.join(', ') }))] : []),
  ];
}

function side(stated: Stated, { words, figures }: Tools): string {
  return inlineText(words.say('side', { label: stated.figure.label[words.language], value: figures.value(stated) }));
}

/** A number that was worked out here is rounded: it is no more exact than the rounded values it comes from. */
function computedText(value: number, money: boolean, words: Words): string {
  if (!money) return plainNumber(value, words.language, 1);
  return inlineText(words.say('yuan', { amount: amountText(Number(value.toPrecision(3)), words.language, 3) }));
}

function bareValue(stated: Stated, words: Words): string {
  const value = quantityOf(stated)?.value ?? 0;
  return stated.figure.kind === 'money'
    ? inlineText(words.say('yuan', { amount: amountText(value, words.language) }))
    : plainNumber(value, words.language);
}

function items(stated: readonly Stated[], { words, figures }: Tools): Part {
  return {
    kind: 'items',
    items: stated.map((one) =>
      quantityOf(one) || ('happened' in one.observation && one.observation.happened)
        ? words.say('item', { label: one.figure.label[words.language], value: figures.value(one) })
        : words.say('itemPlain', { label: figures.value(one) }),
    ),
  };
}

function sourceNote(stated: readonly Stated[], { figures }: Tools): Part {
  const lines = new Map(
    stated.map((one) => [
      `${one.observation.source} ${stated.length > 3 ? '' : (one.observation.paragraph ?? '')}`,
      one,
    ]),
  );
  const shown = [...lines.values()].map((one) => figures.source(stated.length > 3 ? withoutParagraph(one) : one));
  return note(shown.flatMap((line, at) => (at === 0 ? line : [' · ', ...line])));
}

/** A long list comes from many paragraphs: the source alone is named. */
function withoutParagraph(stated: Stated): Stated {
  const { paragraph: _, ...observation } = stated.observation;
  return { ...stated, observation: observation as Stated['observation'] };
}

function commonAsOf(stated: readonly Stated[], { figures }: Tools): string {
  return [...new Set(stated.map(({ observation }) => figures.asOf(observation.asOf)))].join(', ');
}

function figureButton(figure: Figure, { words }: Tools): Button {
  const question: Question = { kind: 'figure', figures: [figure.id] };
  return { label: figure.label[words.language], question };
}

function topicButtons({ catalogue, words }: Tools): Button[] {
  return catalogue.topics.map(({ id, label }) => ({
    label: label[words.language],
    question: { kind: 'list', topics: [id] },
  }));
}

function defaultNear({ catalogue }: Tools): Figure[] {
  return catalogue.figures.filter(({ kind }) => kind === 'count').slice(0, MOST_RELATED);
}

function home({ catalogue, words }: Tools): string {
  return catalogue.places[0]?.name[words.language] ?? '';
}

function quoted(textToQuote: string, words: Words): string {
  return inlineText(words.say('quoted', { text: textToQuote }));
}

function closed(lead: Inline[], words: Words): Inline[] {
  const last = lead.at(-1);
  if (typeof last === 'string' && /[.。!?]$/.test(last)) return lead;
  return [...lead, words.language === 'zh' ? '。' : '.'];
}

function text(inlines: Inline[]): Part {
  return { kind: 'text', inlines };
}

function note(inlines: Inline[]): Part {
  return { kind: 'note', inlines };
}
