import { amountProblems } from './checking/amounts.ts';
import { borrowTexts } from './checking/borrowing.ts';
import { citationProblems } from './checking/citations.ts';
import { dateProblems } from './checking/date-order.ts';
import { draftOf } from './checking/draft.ts';
import { idProblems } from './checking/ids.ts';
import { keywordProblems } from './checking/keywords.ts';
import { observationProblems } from './checking/observations.ts';
import { type Reading, readFiles } from './checking/read.ts';
import { relationProblems } from './checking/relations.ts';
import { sizeProblems } from './checking/sizes.ts';
import { statementProblems } from './checking/statements.ts';
import { languageProblems } from './checking/translations.ts';
import type { Problem } from './problem.ts';
import type { Catalogue } from './schema.ts';

/** What came of reading a folder: a catalogue only where there is no problem at all. */
export type Inspection = { catalogue?: Catalogue; problems: Problem[] };

const CHECKS = [
  idProblems,
  languageProblems,
  keywordProblems,
  statementProblems,
  dateProblems,
  observationProblems,
  amountProblems,
  sizeProblems,
  relationProblems,
  citationProblems,
];

/** Every problem of the catalogue in a folder, in the order of the files' reading; none where it may be used. */
export async function checkCatalogue(folder: string): Promise<Problem[]> {
  return (await inspectCatalogue(folder)).problems;
}

/** Reads a folder once and tells both what is wrong with it and, if nothing is, what it holds. */
export async function inspectCatalogue(folder: string): Promise<Inspection> {
  return inspectFiles(await readFiles(folder));
}

/** The same of files that have been read; texts that are borrowed from another language are filled into them. */
export function inspectFiles({ data, problems: unreadable }: Reading): Inspection {
  borrowTexts(data);
  const { draft, problems: misshapen } = draftOf(data);
  const problems = [...unreadable, ...misshapen, ...CHECKS.flatMap((check) => check(draft))];
  return problems.length > 0 ? { problems } : { catalogue: catalogueOf(draft), problems };
}

function catalogueOf(draft: ReturnType<typeof draftOf>['draft']): Catalogue {
  return {
    sources: draft.sources.map(({ value }) => value),
    places: draft.places.map(({ value }) => value),
    groups: draft.groups.map(({ value }) => value),
    unheld: draft.unheld.map(({ value }) => value),
    examples: draft.examples.map(({ value }) => value),
    subject: draft.subject,
    currency: draft.currency,
    units: draft.units.map(({ value }) => value),
    topics: draft.topics.map(({ value }) => value),
    figures: draft.figures.map(({ value }) => value),
    relations: draft.relations.map(({ value }) => value),
    gaps: draft.gaps.map(({ value }) => value),
  };
}
