import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { WHOLE } from '../matching/postings.ts';
import type { Operation, Question } from '../question.ts';
import { operationOf } from './asks.ts';
import { isValueOf, numbersOf } from './claims.ts';
import type { Interpretation } from './interpret.ts';
import { distinct, offered, type Scene } from './scene.ts';
import type { Term } from './terms.ts';

/** Reads questions that make one number of two figures, or set two side by side. */
export type Combiner = {
  combine(scene: Scene, remembered: readonly Figure[]): Interpretation | undefined;
  derive(relation: string): Question;
  /** Two figures under one operation: a derived number where the catalogue judges it, else a comparison. */
  pair(operation: Operation | 'compare', left: string, right: string): Question;
  /** The figures whose values a question's numbers are. */
  pointedAt(terms: readonly Term[]): string[];
};

/** The other side of a comparison must be named at least this well. */
const LEAST_PARTNER = 0.55;
/** A derived number must be named at least this well to be meant beside a figure. */
const LEAST_RELATION = 0.5;

export function createCombiner(catalogue: Catalogue): Combiner {
  const figures = figureIndex(catalogue);
  return { combine, derive, pair, pointedAt };

  /** Two figures and a word for arithmetic: a derived number or a comparison. */
  function combine(scene: Scene, remembered: readonly Figure[]): Interpretation | undefined {
    const operation = operationOf(scene.cues) ?? comparedWithContext(scene, remembered);
    if (!operation) return undefined;
    // "The 16.8 billion over the 37 projects": a number can point at a figure just as its name does.
    const [first, second, ...more] = distinct([...scene.figures, ...pointedAt(scene.terms)]).filter(
      (id) => isQuantity(figures.get(id)) || operation === 'compare',
    );
    // Of three numbers no sum of two is asked.
    if (operation === 'sum' && more.length > 0) return undefined;
    if (first && second && operation === 'share' && !isShareOf(first, second)) return withoutSum(first);
    if (first && second) return { question: pair(operation, first, second), assumed: [] };
    const partner = first && partnerOf(scene, first);
    if (first && partner) return { question: pair(operation, first, partner), assumed: [] };
    const related = first && (relatedTo(scene, first, operation) ?? relatedBeside(scene, first, operation));
    if (related) return { question: derive(related), assumed: [] };
    const candidates = first ? [first] : offered(scene.spans.at(-1));
    for (const known of remembered) {
      const partner = candidates.find(
        (id) => id !== known.id && (first !== undefined || relationOf(operation, known.id, id) !== undefined),
      );
      if (partner) return { question: pair(operation, known.id, partner), assumed: [known.id] };
    }
    for (const whole of first ? [first] : remembered.map(({ id }) => id)) {
      const held = operation === 'share' ? shareOf(scene, whole) : undefined;
      if (held) return { question: { kind: 'figure', figures: [held] }, assumed: first ? [] : [whole] };
    }
    if (!first || operation === 'compare' || operation === 'sum') return undefined;
    // "IPO price per share" names the unit of the price.
    if (unitOf(figures.get(first)) === 'yuan per share' && scene.cues.has('per')) return undefined;
    return withoutSum(first);
  }

  function withoutSum(figure: string): Interpretation {
    return {
      question: { kind: 'unknown', missing: { kind: 'detail', detail: 'sum', figures: [figure] }, near: [figure] },
      assumed: [],
    };
  }

  /** "Of the province's contracts, what share?": a share that is held as a number of its own. */
  function shareOf({ spans }: Scene, figure: string): string | undefined {
    const named = spans.flatMap(({ match }) =>
      match.candidates
        .filter(({ fit }) => fit.completeness > LEAST_PARTNER)
        .map(({ target }) => figures.get(target.id)),
    );
    return named.find((one) => one?.kind === 'percent' && one.growthOf === undefined && one.related.includes(figure))
      ?.id;
  }

  /** The derived number that a question names in its own words beside one figure: "mean award per firm". */
  function relatedTo({ spans }: Scene, figure: string, operation: Operation | 'compare'): string | undefined {
    const named = spans.flatMap(({ match }) =>
      match.candidates.filter(({ target, score }) => target.kind === 'relation' && score > LEAST_RELATION),
    );
    return named
      .flatMap(({ target }) => catalogue.relations.filter(({ id }) => id === target.id))
      .find((relation) => relation.operation === operation && (relation.left === figure || relation.right === figure))
      ?.id;
  }

  /** "平均每个重点项目计划投资多少": the derived number of a figure and of another that is named in full beside it. */
  function relatedBeside({ spans }: Scene, figure: string, operation: Operation | 'compare'): string | undefined {
    const beside = spans
      .flatMap(({ match }) => match.candidates)
      .filter(({ target, fit }) => target.kind === 'figure' && fit.completeness > WHOLE);
    return beside.flatMap(({ target }) => relationOf(operation, figure, target.id) ?? [])[0];
  }

  /** The other side of a comparison where its words leave a choice: the one that counts the same kind of thing. */
  function partnerOf({ spans }: Scene, first: string): string | undefined {
    const unit = unitOf(figures.get(first));
    // "… against the province": a word that is only a part of many names points at none of them.
    const isNamed = ({ match }: Scene['spans'][number]) =>
      match.verdict === 'choice' && (match.candidates[0]?.fit.completeness ?? 0) > LEAST_PARTNER;
    const open = spans.filter(isNamed).flatMap(offered);
    const others = distinct(open).filter((id) => id !== first && figures.get(id)?.kind === figures.get(first)?.kind);
    const alike = others.filter((id) => unitOf(figures.get(id)) === unit);
    return others.length === 1 ? others[0] : alike.length === 1 ? alike[0] : undefined;
  }

  /** A count is no share of a sum of money, nor of other things. */
  function isShareOf(one: string, other: string): boolean {
    return relationOf('share', one, other) !== undefined || unitOf(figures.get(one)) === unitOf(figures.get(other));
  }

  function pair(operation: Operation | 'compare', left: string, right: string): Question {
    const relation = relationOf(operation, left, right);
    if (operation === 'compare' || (operation === 'difference' && relation === undefined))
      return { kind: 'compare', left, right };
    if (relation) return derive(relation);
    return { kind: 'derive', operation, left, right };
  }

  function relationOf(operation: Operation | 'compare', left: string, right: string): string | undefined {
    const same = (one: string, two: string) => (one === left && two === right) || (one === right && two === left);
    const fitting = catalogue.relations.filter((relation) => same(relation.left, relation.right));
    return fitting.find((relation) => relation.operation === operation)?.id;
  }

  function derive(id: string): Question {
    const relation = catalogue.relations.find((one) => one.id === id);
    if (!relation) return { kind: 'help' };
    return { kind: 'derive', operation: relation.operation, left: relation.left, right: relation.right, relation: id };
  }

  function pointedAt(terms: readonly Term[]): string[] {
    return numbersOf(terms).flatMap((number) =>
      figures.main.filter((figure) => isValueOf(figure, number)).map(({ id }) => id),
    );
  }
}

/** "Is that more than the key labs?": a bound without a number compares with what was talked about. */
function comparedWithContext({ cues, terms, figures }: Scene, remembered: readonly Figure[]): 'compare' | undefined {
  const bound = cues.has('over') || cues.has('under');
  return bound && remembered.length > 0 && figures.length === 1 && numbersOf(terms).length === 0
    ? 'compare'
    : undefined;
}

export function isQuantity(figure: Figure | undefined): boolean {
  return figure?.kind === 'count' || figure?.kind === 'money';
}

function unitOf(figure: Figure | undefined): string | undefined {
  return figure && 'unit' in figure ? figure.unit : undefined;
}
