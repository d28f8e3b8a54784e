import type { Source } from '../../../data/schema.ts';

/**
 * An online source by GB/T 7714-2015, 4.6 (electronic resources), for lists that are ordered by number: authors, title, type
 * of document and medium, date of publication, day of retrieval, address. The standard wants the source's own language.
 */
export function gbt7714({
  authors = [],
  title,
  titleFrom,
  language,
  medium,
  published,
  retrieved,
  url,
}: Source): string {
  const names = authors.map((name) => name[language]);
  const shown =
    names.length > MOST_AUTHORS ? [...names.slice(0, MOST_AUTHORS), AND_OTHERS[language]].join(', ') : names.join(', ');
  const type = medium === 'report' ? 'R' : 'EB';
  // A source that names nobody begins with its title.
  return [
    ...(shown === '' ? [] : [ended(shown)]),
    // A title that was not printed so stands in square brackets.
    `${titleFrom === undefined ? title : `[${title}]`}[${type}/OL].`,
    `${published === undefined ? '' : `(${published})`}[${retrieved}].`,
    `${url}.`,
  ].join(' ');
}

/** More authors than these are "and others". */
const MOST_AUTHORS = 3;
const AND_OTHERS: Record<Source['language'], string> = { en: 'et al.', zh: '等', ru: 'и др.' };

/** The element's own full stop, unless an abbreviation ends it already. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
