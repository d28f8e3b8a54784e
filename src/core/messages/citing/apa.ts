import type { Source } from '../../../data/schema.ts';

/**
 * A web page, press release or report in the style of the Publication Manual of the American Psychological Association,
 * 7th edition, chapters 9 and 10: author, date, title, source. It is an English style, so that names and dates are English;
 * a title in another language is followed by its translation. Italics are left out, since the text is made to be copied.
 */
export function apa(source: Source): string {
  const authors = (source.authors ?? []).map(({ en }) => en);
  const date = `(${dateElement(source.published)}).`;
  // Without an author the title moves to its place, before the date.
  const beginning = authors.length > 0 ? [ended(joined(authors)), date, title(source)] : [title(source), date];
  return [...beginning, ...container(source, authors), address(source)].join(' ');
}

/** Names up to twenty, the last behind an ampersand. */
function joined(authors: readonly string[]): string {
  const last = authors.at(-1) ?? '';
  if (authors.length === 1) return last;
  const shown = authors.length > MOST_AUTHORS ? `${authors.slice(0, MOST_AUTHORS - 1).join(', ')}, . . . ` : undefined;
  return shown === undefined ? `${authors.slice(0, -1).join(', ')}, & ${last}` : shown + last;
}

const MOST_AUTHORS = 20;

/** 2023, December 25; 2023, December; 2023; or n.d. where no date is known. */
function dateElement(published: string | undefined): string {
  if (published === undefined) return 'n.d.';
  const [year = '', month, day] = published.split('-');
  if (month === undefined) return year;
  return `${year}, ${MONTHS[Number(month) - 1]}${day === undefined ? '' : ` ${Number(day)}`}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A title that was not printed so stands in square brackets. */
function title({ title: printed, sentenceCase, titleFrom, language, translation, kind }: Source): string {
  const english = language === 'en' ? undefined : translation?.en;
  return ended(
    [
      titleFrom === undefined ? (sentenceCase ?? printed) : `[${sentenceCase ?? printed}]`,
      ...(english === undefined ? [] : [`[${english}]`]),
      ...(kind === 'press release' ? ['[Press release]'] : []),
    ].join(' '),
  );
}

/** The website, else the publisher, unless it is the author already. */
function container({ publisher, site }: Source, authors: readonly string[]): string[] {
  const name = site ?? publisher;
  return authors.includes(name) ? [] : [ended(name)];
}

/** Only what may read otherwise tomorrow needs the day on which it was read. */
function address({ url, changing, retrieved }: Source): string {
  return changing ? `Retrieved ${monthFirst(retrieved)}, from ${url}` : url;
}

function monthFirst(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`;
}

/** With a full stop, unless a mark ends it already. */
function ended(text: string): string {
  return /[.?!。？！]$/u.test(text) ? text : `${text}.`;
}
