import type { Catalogue } from '../../data/schema.ts';
import { NEARLY_WHOLE } from '../matching/postings.ts';
import type { Missing, Question } from '../question.ts';
import { distinct, offered } from './scene.ts';
import type { Span } from './spans.ts';

/** Figures offered at once: more would not be read on a phone. */
export const MOST_CHOICES = 3;

/** Why nothing is told, and the figures that come near. */
export function refusal(missing: Missing, near: readonly string[]): Question {
  return { kind: 'unknown', missing, near: distinct(near).slice(0, MOST_CHOICES) };
}

/** Something about figures that is not held. */
export function withoutDetail(
  detail: Extract<Missing, { kind: 'detail' }>['detail'],
  figures: readonly string[],
): Question {
  return refusal({ kind: 'detail', detail, figures: [...figures] }, figures);
}

/** What a stretch asks for that is not held or not understood. */
export function missingOf({ terms, match }: Span): Missing {
  const best = match.candidates[0];
  if (best?.target.kind === 'gap' && best.fit.completeness > NEARLY_WHOLE) return { kind: 'gap', gap: best.target.id };
  const unknown =
    match.unknown.length > 0 ? match.unknown : terms.filter(({ kind }) => kind === 'content').map(({ text }) => text);
  return { kind: 'words', words: distinct(unknown).slice(0, MOST_CHOICES) };
}

/** The figures that come near what a stretch asks for. */
export function nearOf(span: Span, { gaps }: Catalogue): string[] {
  const best = span.match.candidates[0];
  const gap = best?.target.kind === 'gap' ? gaps.find(({ id }) => id === best.target.id) : undefined;
  return distinct([...(gap?.near ?? []), ...offered(span)]).slice(0, MOST_CHOICES);
}
