import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { Operation, Question } from '../question.ts';
import type { Intent } from './labels.ts';

/** The arithmetic that an intent asks for. */
export const OPERATIONS: Partial<Record<Intent, Operation | 'compare'>> = {
  compare: 'compare',
  rank: 'compare',
  difference: 'difference',
  ratio: 'ratio',
  average: 'ratio',
  share: 'share',
  sum: 'sum',
};

/** Two figures under one operation: the derived number that the catalogue judges, else a comparison or plain arithmetic. */
export function pair(catalogue: Catalogue, operation: Operation | 'compare', left: string, right: string): Question {
  const relation = relationOf(catalogue, operation, left, right);
  if (operation === 'compare' || (operation === 'difference' && relation === undefined))
    return { kind: 'compare', left, right };
  if (relation !== undefined) return derive(catalogue, relation);
  return { kind: 'derive', operation, left, right };
}

/** The derived number of a relation. */
export function derive(catalogue: Catalogue, id: string): Question {
  const relation = catalogue.relations.find((one) => one.id === id);
  if (!relation) return { kind: 'help' };
  return { kind: 'derive', operation: relation.operation, left: relation.left, right: relation.right, relation: id };
}

/** The relation of two figures by an operation, whichever stands first. */
export function relationOf(
  catalogue: Catalogue,
  operation: Operation | 'compare',
  left: string,
  right: string,
): string | undefined {
  const isOf = (one: { left: string; right: string }) =>
    (one.left === left && one.right === right) || (one.left === right && one.right === left);
  return catalogue.relations.find((one) => isOf(one) && one.operation === operation)?.id;
}

/** Whether arithmetic can be done with a figure. */
export function isQuantity(figure: Figure | undefined): boolean {
  return figure?.kind === 'count' || figure?.kind === 'money';
}

/** The relation of a figure by an operation with a figure that is named beside it, or the only one there is. */
export function relationWith(
  catalogue: Catalogue,
  operation: Operation,
  figure: string,
  beside: readonly string[],
): string | undefined {
  const fitting = catalogue.relations.filter(
    (one) => one.operation === operation && (one.left === figure || one.right === figure),
  );
  const named = fitting.find(({ left, right }) => beside.includes(left === figure ? right : left));
  // "All levels added up" names no second figure to add.
  const needsBoth = operation === 'sum' || operation === 'difference';
  const allowed = needsBoth
    ? []
    : fitting.filter((one) => one.allowed && (one.left === figure || operation === 'ratio'));
  return named?.id ?? (allowed.length === 1 ? allowed[0]?.id : undefined);
}

/** Whether two figures count the same kind of thing. */
export function areAlike(catalogue: Catalogue, left: string, right: string): boolean {
  const unitOf = (id: string) => {
    const figure = figureIndex(catalogue).get(id);
    return figure && 'unit' in figure ? figure.unit : undefined;
  };
  return unitOf(left) !== undefined && unitOf(left) === unitOf(right);
}
