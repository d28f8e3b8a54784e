import { expect } from 'vitest';
import { checkCatalogue } from '../../src/data/check-catalogue.ts';
import type { FileName } from '../../src/data/checking/read.ts';
import { describeProblem } from '../../src/data/problem.ts';
import { catalogueWith, entry, type Json } from './folder.ts';

/** What a test does to a file of the shipped catalogue. */
export type Change = (data: Json) => unknown;

/** What the check says of the shipped catalogue after a change. */
export async function problemsAfter(file: FileName, change: Change): Promise<string[]> {
  return (await checkCatalogue(await catalogueWith({ [file]: change }))).map(describeProblem);
}

/** The one problem that a change must cause. */
export async function onlyProblemAfter(file: FileName, change: Change): Promise<string | undefined> {
  const problems = await problemsAfter(file, change);
  expect(problems).toHaveLength(1);
  return problems[0];
}

/** A change of one figure. */
export const figure = (id: string, change: Change) => (data: Json) => change(entry(data.figures, id));
/** A change of one relation. */
export const relation = (id: string, change: Change) => (data: Json) => change(entry(data.relations, id));
