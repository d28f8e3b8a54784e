// src/core/answers: what is true about a question, found in the catalogue.
// Imported by: core, adapters/slack, adapters/discord.

import type { Figure, Language, Relation, Texts, Topic } from '../../data/schema.ts';
import type { Course, Places, Unlike } from '../catalogue/developing.ts';
import type { Scope } from '../catalogue/scope.ts';
import type { Stated } from '../catalogue/stated.ts';
import type { Finding } from '../claims/finding.ts';
import type { Ruling } from '../claims/ruling.ts';
import type { DailyOutcome } from '../daily/outcome.ts';
import type { Missing, Operation } from '../question.ts';

/** What is true about what was asked, before any words. */
export type Answer =
  /** `beside` are values of other sources that do not agree with the stated one, which nothing decides between. */
  | { kind: 'figure'; stated: Stated[]; beside: Stated[]; defines?: true; ruling?: Ruling; missing: Missing[] }
  | Course
  | Places
  /** `difference` and `ratio` (larger by smaller) are left out where the two cannot be set against each other. */
  | { kind: 'comparison'; left: Stated; right: Stated; difference?: number; ratio?: number; unlike?: Unlike }
  /** `value` is left out where the source does not support computing it; the relation then says why. */
  | {
      kind: 'derived';
      operation: Operation;
      left: Stated;
      right: Stated;
      value?: number;
      dollars?: number;
      relation?: Relation;
      unlike?: Unlike;
    }
  /** One page; the figures of the main source come first. `before` is how many stand on the pages before it, of `total`. */
  | { kind: 'list'; topics: Topic[]; stated: Stated[]; before: number; total: number; page: number; pages: number }
  /** Every value that is held of some topics, or of all. */
  | { kind: 'export'; stated: Stated[] }
  /** Bars of one kind of quantity; `apart` are the figures that cannot stand on the same axis. */
  | { kind: 'chart'; stated: Stated[]; apart: Figure[] }
  | { kind: 'overview'; stated: Stated[] }
  | { kind: 'fact'; stated: Stated }
  | { kind: 'choice'; figures: Figure[]; scope?: Scope }
  /** What comes nearest to what was asked, said as such; `words` of the question were not taken into account. */
  | { kind: 'nearest'; stated: Stated[]; beside: Stated[]; words: string[] }
  | { kind: 'unknown'; missing: Missing; near: Figure[] }
  | { kind: 'about'; what: 'source' | 'age' | 'bot'; stated: Stated[] }
  /** What somebody said, number by number; `most` where only so many characters of it were read. */
  | { kind: 'check'; findings: Finding[]; most?: number }
  | { kind: 'help'; with?: 'export' | 'report' }
  /** `needs` is the right that somebody lacks who wants to set it. */
  | { kind: 'language'; set?: Language | 'auto'; wanted?: Language; needs?: Texts }
  | { kind: 'daily'; outcome: DailyOutcome }
  | { kind: 'greeting'; what: 'hello' | 'thanks' | 'bye' };

/** The figures that an answer asserts. */
export function figuresOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'figure':
    case 'list':
    case 'chart':
    case 'overview':
      return answer.stated.map(({ figure }) => figure.id);
    case 'export':
      return [...new Set(answer.stated.map(({ figure }) => figure.id))];
    case 'course':
    case 'places':
      return [answer.figure.id];
    case 'fact':
      return [answer.stated.figure.id];
    case 'check':
      return [
        ...new Set(answer.findings.flatMap((one) => (one.kind === 'ruled' ? [one.judged.stated.figure.id] : []))),
      ];
    case 'comparison':
    case 'derived':
      return [answer.left.figure.id, answer.right.figure.id];
    case 'daily':
      return answer.outcome.kind === 'preview' ? [answer.outcome.stated.figure.id] : [];
    case 'choice':
    case 'nearest':
    case 'unknown':
    case 'about':
    case 'help':
    case 'language':
    case 'greeting':
      return [];
  }
}

/** The figures that a follow-up speaks of: those asserted, or shown as the nearest. */
export function topicsOfTalk(answer: Answer): string[] {
  return answer.kind === 'nearest' ? answer.stated.map(({ figure }) => figure.id) : figuresOf(answer);
}
