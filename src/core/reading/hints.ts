import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { Cue } from '../language/words/cues.ts';
import type { Lexicon } from './lexicon.ts';
import type { Target } from './targets.ts';

/** What the question words tell about the kind of thing that is meant, added to how well its name fits. */
export type Hints = {
  of(target: Target, cues: ReadonlySet<Cue>, head: number | undefined): number;
  /** Whether a target counts what stands behind "how many". */
  counts(target: Target, head: number | undefined): boolean;
};

/** "How much money" speaks for sums, "when" for events, "how many" for neither. */
const KIND_HINT = 0.12;
/** An event is no number at all. */
const EVENT_HINT = 0.24;
/** What is counted stands in the label of the figure that counts it. */
const HEAD_HINT = 0.2;

export function createHints(catalogue: Catalogue, lexicon: Lexicon): Hints {
  const figures = figureIndex(catalogue);
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));
  const labelWords = new Map<string, ReadonlySet<number>>();
  const labelOf = (figure: Figure) => {
    const known = labelWords.get(figure.id);
    if (known) return known;
    const words = new Set(lexicon.languages.flatMap((language) => lexicon.knownWords(figure.label[language])));
    labelWords.set(figure.id, words);
    return words;
  };
  const counts = ({ kind, id }: Target, head: number | undefined) => {
    const figure = kind === 'figure' && head !== undefined ? figures.get(id) : undefined;
    return figure?.kind === 'count' && labelOf(figure).has(head ?? -1);
  };
  return {
    counts,
    of(target, cues, head) {
      const { kind, id } = target;
      if (kind === 'figure') return kindHint(figures.get(id), cues) + (counts(target, head) ? HEAD_HINT : 0);
      if (kind === 'gap') return 0;
      // "How much would each project cost?" is after the derived number whose first part is a sum.
      return KIND_HINT + (asksMoney(cues) ? kindHint(figures.get(relations.get(id)?.left ?? ''), cues) : 0);
    },
  };
}

/** Whether a question is after a sum of money. */
export function asksMoney(cues: ReadonlySet<Cue>): boolean {
  if (cues.has('dollars') || cues.has('yuan')) return true;
  // "How much did they grow?" asks for no sum.
  if (cues.has('how-much')) return !cues.has('course') || cues.has('money');
  return cues.has('money') && !cues.has('how-many');
}

function kindHint(figure: Figure | undefined, cues: ReadonlySet<Cue>): number {
  if (asksMoney(cues)) return figure?.kind === 'money' ? KIND_HINT : -KIND_HINT;
  if (cues.has('when'))
    return figure?.kind === 'event' && figure.observations.some(({ happened }) => happened) ? KIND_HINT : 0;
  if (cues.has('how-many')) return figure?.kind === 'money' ? -KIND_HINT : figure?.kind === 'event' ? -EVENT_HINT : 0;
  return 0;
}
