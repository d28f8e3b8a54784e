import type { Problem } from '../problem.ts';
import type { Source } from '../schema.ts';
import { type Draft, type Item, problemAt } from './draft.ts';
import { languageName } from './language-names.ts';
import { looksRight } from './translations.ts';

/** What would make a reference to a source wrong: a title in another language than it claims, or written two ways that differ. */
export function citationProblems(draft: Draft): Problem[] {
  return draft.sources.flatMap(ofSource);
}

function ofSource(item: Item<Source>): Problem[] {
  const { title, language, translation, sentenceCase, publisher, site, authors } = item.value;
  const problems: Problem[] = [];
  const complain = (path: string, what: string, remedy: string) => problems.push(problemAt(item, path, what, remedy));
  if (!looksRight(title, language))
    complain('.language', `the title does not look ${languageName(language)}`, 'name the language it is printed in');
  if (translation?.[language] !== undefined)
    complain(
      `.translation.${language}`,
      `translates the title into ${languageName(language)}, which it is in`,
      'remove it',
    );
  if (sentenceCase !== undefined && sentenceCase.toLowerCase() !== title.toLowerCase())
    complain(
      '.sentenceCase',
      'differs from the title by more than its capitals',
      'copy the title and change only them',
    );
  if (sentenceCase === title) complain('.sentenceCase', 'repeats the title', 'remove it');
  if (site === publisher) complain('.site', 'repeats the publisher', 'remove it');
  if (site !== undefined && authors === undefined)
    complain('.site', 'stands in references instead of the publisher', 'name the publisher as author too');
  if (/\n/.test(title)) complain('.title', 'is on several lines', 'write it on one');
  return problems;
}
