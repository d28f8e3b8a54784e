// src/data: the catalogue: its schemas, its files, and how they are loaded and checked.
// Imported by: core, adapters, app, cli.

import { z } from 'zod';
import { LANGUAGES } from './languages.ts';

/** The shapes of the catalogue: what a curator may write, and the types that the rest of the program reads. */

export { LANGUAGES, type Language } from './languages.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, like "key-laboratories"');
const line = z.string().regex(/^\S(.*\S)?$/s, 'must not be empty, nor begin or end with a space');

/** One text in every language that the bot speaks. */
const texts = z.strictObject({ en: line, zh: line, ru: line });

const shortLine = line.max(24, 'must not be longer than 24 characters, which is what a button shows');

/** A text in every language that fits on a button. */
const shortTexts = z.strictObject({ en: shortLine, zh: shortLine, ru: shortLine });

/** Words and phrases that people use for a thing; Chinese phrases may hold spaces where words may be parted. */
const words = z.strictObject({ en: z.array(line), zh: z.array(line), ru: z.array(line) });

/** A calendar date as precise as it is known: 2023, 2023-12 or 2023-12-25. */
const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date like 2023, 2023-12 or 2023-12-25');
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day like 2023-12-25');

const source = z.strictObject({
  id,
  kind: z.enum([
    'press release',
    'official statistics',
    'government news',
    'state media',
    'company filing',
    'other media',
  ]),
  /** The title as printed. */
  title: line,
  /** The language that the title is printed in. */
  language: z.enum(LANGUAGES),
  /** The title in other languages, for whoever cannot read the printed one. */
  translation: z.strictObject({ en: line.optional(), zh: line.optional(), ru: line.optional() }).optional(),
  /** "address": the title was made from the address, since the printed one is not at hand; "us": it is our description. */
  titleFrom: z.enum(['address', 'us']).optional(),
  /** The title with capitals for its first word and for names only, as APA wants it, where it is printed otherwise. */
  sentenceCase: line.optional(),
  /** Who answers for the text, people or bodies, by their name in each language; left out where it names nobody. */
  authors: z.array(texts).min(1, 'needs at least one entry; leave it out where the source names nobody').optional(),
  publisher: line,
  /** The website at the address, where that is not the publisher's own. */
  site: line.optional(),
  /** "report": a numbered or bound work such as a yearbook, which references mark as one; left out for a web page. */
  medium: z.literal('report').optional(),
  /** The text at the address is kept up to date, so that it may read otherwise tomorrow. */
  changing: z.literal(true).optional(),
  /** How an answer calls it: "Harbin press release (PR Newswire)". */
  name: texts,
  /** As precisely as it is known; left out where the source does not tell. */
  published: date.optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address that begins with https:// or http://' }),
  /** The day its text was taken into the catalogue. */
  retrieved: day,
  /** For how many months its numbers may be taken as fresh; left out where they do not age, as in a listing notice. */
  freshMonths: z.int().positive().optional(),
});

const place = z.strictObject({
  id,
  name: texts,
  /** The place inside a sentence: "in Harbin", "哈尔滨", "в Харбине". */
  within: texts,
  /** The place that it lies in: a city in its province. */
  parent: id.optional(),
  keywords: words,
});

/** A place that no figure is held of and that people ask about, so that it is refused by its name. */
const unheld = z.strictObject({ id, name: texts, keywords: words });

/** Places that people name together: "the four cities". */
const group = z.strictObject({
  id,
  name: texts,
  places: z.array(id).min(2, 'needs at least two places'),
  keywords: words,
});

/** What counts are counted in, with the nouns that people use for it: "labs" for laboratories. */
const unit = z.strictObject({ id: line, label: texts, nouns: words });

/** What sums of money are given in. */
const currency = z.strictObject({
  /** The unit of its figures, "yuan"; that of prices is "yuan per share". */
  id: line,
  /** By ISO 4217, such as CNY, so that a claim in it is held against the figures. */
  code: z.string().regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217, like CNY'),
  /** How a sum and a price are written: "{amount} yuan", "{amount} yuan a share". */
  amount: texts,
  perShare: texts,
  /** Its name behind "in": "юанях". */
  name: texts,
  /** The titles of a chart’s axis. */
  axis: texts,
  axisPerShare: texts,
  /** How much of it a dollar usually is, so that a slip in a conversion is noticed. */
  perDollar: z.number().positive().optional(),
});

/** What the bot says that it knows about; left out, it speaks of the figures of its place. */
const subject = z.strictObject({
  /** As a title: "Harbin’s innovation figures". */
  title: texts,
  /** Behind "ask me about", in Russian with its preposition: "об инновациях в Харбине". */
  about: texts,
  /** A figure as somebody would name it: "key laboratories". */
  example: texts,
});

/** A question that help offers as a button: a figure, how it developed, two figures compared, or a relation. */
const example = z.strictObject({
  id,
  label: shortTexts,
  figure: id.optional(),
  overTime: z.literal(true).optional(),
  compare: z.tuple([id, id]).optional(),
  relation: id.optional(),
});

const topic = z.strictObject({ id, label: texts, shortLabel: shortTexts.optional(), keywords: words });

/** What a number means besides its size. "planned" figures are worded as plans by their statement. */
const qualifier = z.enum(['exactly', 'over', 'about', 'planned']);

const asOf = z.strictObject({
  date,
  /**
   * "stated": the source says so on that date; "measured": the value holds for that date; "during": it is the sum of that
   * period; "year to date": the sum from January to the end of that month.
   */
  basis: z.enum(['stated', 'measured', 'during', 'year to date']),
  /** The time that a stated value is of, where the source lets it be known; questions about that time find it too. */
  holds: date.optional(),
});

const observed = {
  asOf,
  place: id,
  source: id,
  /** Where in the source: the number of the paragraph. */
  paragraph: z.int().positive().optional(),
  caveat: texts.optional(),
  /** Observations of one publisher by one definition: only within a series is a trend computed or a place compared. */
  series: id.optional(),
};

const equivalent = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['USD']),
  qualifier: z.enum(['exactly', 'about']),
});

const quantityObservation = z.strictObject({
  value: z.number(),
  qualifier,
  ...observed,
  /** The same amount in another currency, by the source's own conversion. */
  equivalents: z.array(equivalent).optional(),
});

const eventObservation = z.strictObject({
  /** When it happened; left out where the source gives no date. */
  happened: date.optional(),
  /** The source announces it beforehand. */
  announced: z.literal(true).optional(),
  ...observed,
});

const aimObservation = z.strictObject(observed);

/** Why a value was changed or withdrawn, for everybody who was shown it before: the observation by its place, source and date. */
const correction = z.strictObject({ on: day, place: id, source: id, date, why: texts });

const figure = {
  id,
  topic: id,
  /** A short name without a number: "Key laboratories". */
  label: texts,
  /** The label for a button, where the other is longer than 24 characters. */
  shortLabel: shortTexts.optional(),
  /** What is and what is not counted (or meant), each a phrase without a final stop. */
  definition: z.strictObject({ counts: texts, excludes: texts }),
  /** The sentence without its as-of: ICU MessageFormat with {value}, {n}, {place}, and <b>…</b> around what to stress. */
  statement: texts,
  keywords: words,
  /** Keywords that other figures claim as well: asked alone, they lead to a choice. */
  shared: words.optional(),
  /** Places that the statement itself speaks of, besides the observation's own. */
  mentions: z.array(id).optional(),
  related: z.array(id),
  /** The places to set side by side when all are asked, where a series holds larger ones too: cities without their province. */
  compared: z.array(id).optional(),
  corrections: z.array(correction).optional(),
};

/** The first observation is what is said when neither time nor place is asked; the others follow by place, newest first. */
const quantities = z.array(quantityObservation).min(1, 'needs at least one entry');

const countFigure = z.strictObject({
  kind: z.literal('count'),
  ...figure,
  unit: line,
  /** A rate such as patents per million people, whose numbers may have a fraction and stand on no axis with counts. */
  fraction: z.literal(true).optional(),
  observations: quantities,
});
const moneyFigure = z.strictObject({
  kind: z.literal('money'),
  ...figure,
  /** The id of the catalogue's currency, alone or with " per share". */
  unit: line,
  observations: quantities,
});
const percentFigure = z.strictObject({
  kind: z.literal('percent'),
  ...figure,
  /** The figure whose growth it is, for questions about a time whose counts are not held. */
  growthOf: id.optional(),
  unit: z.literal('percent'),
  observations: quantities,
});
/** A place in a ranking: a smaller number is better, and no arithmetic is done with it. */
const rankFigure = z.strictObject({
  kind: z.literal('rank'),
  ...figure,
  unit: z.literal('place'),
  observations: quantities,
});
const eventFigure = z.strictObject({
  kind: z.literal('event'),
  ...figure,
  /** The figure that it is the beginning of, for those who ask when: the day on which a package was issued. */
  begins: id.optional(),
  observations: z.array(eventObservation).min(1, 'needs at least one entry'),
});
const aimFigure = z.strictObject({
  kind: z.literal('aim'),
  ...figure,
  observations: z.array(aimObservation).min(1, 'needs at least one entry'),
});

const anyFigure = z.discriminatedUnion('kind', [
  countFigure,
  moneyFigure,
  percentFigure,
  rankFigure,
  eventFigure,
  aimFigure,
]);

const relation = z.strictObject({
  id,
  /** ratio: left for each right; product: left times right; rate: yuan to the dollar by the source's own conversion of left, beside that of right; share: left as percent of right; difference and sum: of one unit. */
  operation: z.enum(['ratio', 'product', 'share', 'difference', 'sum', 'rate']),
  left: id,
  right: id,
  /** The places of the two sides, where one figure is related to itself: a city's number as a share of its province's, for one date. */
  places: z.strictObject({ left: id, right: id }).optional(),
  /** Whether the source supports computing it. */
  allowed: z.boolean(),
  /** What it would be called: "planned investment per project". */
  label: texts,
  /** An allowed relation's sentence: ICU MessageFormat with {value} and <b>…</b>. */
  statement: texts.optional(),
  /** Allowed: what to keep in mind. Not allowed: why the source does not support it. */
  note: texts,
  keywords: words,
});

/** Something people ask for that no source in the catalogue says. */
const gap = z.strictObject({
  id,
  /** A noun phrase that completes "I don't have …": "the number of students". */
  label: texts,
  keywords: words,
  /** The figures to offer instead. */
  near: z.array(id),
});

const file = {
  $schema: z.string().optional(),
  /** Notes for whoever edits the file. */
  $comment: z.array(z.string()).optional(),
};

export const FILES = {
  'sources.json': z.strictObject({ ...file, sources: z.array(source).min(1, 'needs at least one entry') }),
  'places.json': z.strictObject({
    ...file,
    places: z.array(place).min(1, 'needs at least one entry'),
    groups: z.array(group).optional(),
    unheld: z.array(unheld).optional(),
  }),
  'figures.json': z.strictObject({
    ...file,
    /** The languages that the catalogue is written in; texts in the others are borrowed. Left out: all of them. */
    languages: z.array(z.enum(LANGUAGES)).min(1, 'needs at least one entry').optional(),
    subject: subject.optional(),
    currency: currency.optional(),
    examples: z.array(example).optional(),
    topics: z.array(topic).min(1, 'needs at least one entry'),
    units: z.array(unit).optional(),
    figures: z.array(anyFigure).min(1, 'needs at least one entry'),
  }),
  'relations.json': z.strictObject({ ...file, relations: z.array(relation) }),
  'gaps.json': z.strictObject({ ...file, gaps: z.array(gap) }),
} as const;

export type Texts = z.infer<typeof texts>;
export type Words = z.infer<typeof words>;
export type Source = z.infer<typeof source>;
export type Place = z.infer<typeof place>;
export type PlaceGroup = z.infer<typeof group>;
type UnheldPlace = z.infer<typeof unheld>;
export type Currency = z.infer<typeof currency>;
type Subject = z.infer<typeof subject>;
export type Example = z.infer<typeof example>;
export type Unit = z.infer<typeof unit>;
export type Topic = z.infer<typeof topic>;
export type Quantity = z.infer<typeof quantityObservation>;
export type Figure = z.infer<typeof anyFigure>;
export type Observation = Figure['observations'][number];
export type Relation = z.infer<typeof relation>;
type Gap = z.infer<typeof gap>;

/** Everything the bot knows, checked. The first place is the catalogue's own. */
export type Catalogue = {
  sources: Source[];
  places: Place[];
  groups: PlaceGroup[];
  unheld: UnheldPlace[];
  examples: Example[];
  subject?: Subject | undefined;
  currency?: Currency | undefined;
  units: Unit[];
  topics: Topic[];
  figures: Figure[];
  relations: Relation[];
  gaps: Gap[];
};
