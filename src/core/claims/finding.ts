import type { Catalogue } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { FigureClaim, Missing, Question } from '../question.ts';
import { type Judged, judgeFully } from './judging.ts';

/** What became of one number of a text; `quote` holds the words around it where they are known. */
export type Finding =
  | { kind: 'ruled'; claim: FigureClaim; judged: Judged }
  | { kind: 'unchecked'; quote?: string; missing: Missing };

/** Rules on everything that a text claims. */
export function findingsOf(
  { claims, unread = [] }: Extract<Question, { kind: 'check' }>,
  catalogue: Catalogue,
): Finding[] {
  const home = catalogue.places[0]?.id ?? '';
  const figures = figureIndex(catalogue);
  const ruled = claims.flatMap((claim): Finding[] => {
    const figure = figures.get(claim.figure);
    if (!figure) return [];
    const judged = judgeFully(claim, figure, home);
    if ('kind' in judged)
      return [{ kind: 'unchecked', missing: judged, ...(claim.quote === undefined ? {} : { quote: claim.quote }) }];
    return [{ kind: 'ruled', claim, judged }];
  });
  return [...ruled, ...unread.map((one): Finding => ({ kind: 'unchecked', ...one }))];
}
