import type { Catalogue, Figure } from '../../data/schema.ts';
import type { Cue } from '../language/words/cues.ts';
import { confidence, judge, type Verdict } from '../matching/confidence.ts';
import { buildPostings, type Fit } from '../matching/postings.ts';
import type { Operation } from '../question.ts';
import { allWords, type Lexicon } from './lexicon.ts';
import type { Term } from './terms.ts';

/** Something in the catalogue that words can mean. */
export type Target = { kind: 'figure' | 'relation' | 'gap' | 'topic'; id: string };

/** How well a target fits, best first in a list of them. */
export type Candidate = { target: Target; fit: Fit; score: number };

/** What a stretch of the question means. */
export type Match = {
  verdict: Verdict;
  candidates: Candidate[];
  confidence: number;
  /** The weight of its words that the best candidate explains: longer and rarer explained words weigh more. */
  explained: number;
  /** Its words that no target knows. */
  unknown: string[];
};

export type Matcher = {
  match(terms: readonly Term[], cues: ReadonlySet<Cue>): Match;
  topic(terms: readonly Term[]): string | undefined;
  /** Whether all of some words are part of what names a figure: "higher" of "higher education" compares nothing. */
  isNamedBy(figure: string, words: readonly number[]): boolean;
};

/** Which kinds of derived number each word for arithmetic can mean. */
const ARITHMETIC: readonly (readonly [Cue, readonly Operation[]])[] = [
  ['share', ['share']],
  ['per', ['ratio']],
  ['ratio', ['ratio']],
  ['difference', ['difference']],
  ['sum', ['sum']],
];

/** How much the question word tells about the kind of figure: "how much money" speaks for sums, "when" for events. */
const KIND_HINT = 0.12;
/** A phrase is named in full from here on. */
const WHOLE = 0.99;
/** Candidates no further behind the best than this are rivals for a question that names money. */
const RIVAL_RANGE = 0.3;
/** How much it tells that the figure counts what the question word asks for. */
const HEAD_HINT = 0.08;
/** How much it tells that a phrase also holds one of the question's small words: "when did Fuerjia list". */
const HELP = 0.08;

export function createMatcher(catalogue: Catalogue, lexicon: Lexicon): Matcher {
  const figures = new Map(catalogue.figures.map((figure) => [figure.id, figure]));
  const relations = new Map(catalogue.relations.map((relation) => [relation.id, relation]));
  const targets: Target[] = [];
  const documents: number[][][] = [];
  const phrasesOf = (keywords: readonly string[], role?: 'unheld') =>
    keywords.map((keyword) => lexicon.phrase(keyword, role));
  const namings = catalogue.figures.map(({ keywords, shared }) =>
    phrasesOf([...allWords(keywords), ...allWords(shared)]),
  );
  const figuresHaving = new Map<number, number>();
  for (const naming of namings)
    for (const word of new Set(naming.flatMap(({ words }) => words)))
      figuresHaving.set(word, (figuresHaving.get(word) ?? 0) + 1);
  // "Putting into projects" without its small words is just "projects", which belongs to another figure.
  const isCommon = ({ words, lost }: { words: number[]; lost: number[] }) =>
    lost.length > 0 && words.length === 1 && (figuresHaving.get(words[0] ?? -1) ?? 0) > 1;
  catalogue.figures.forEach(({ id }, at) => {
    targets.push({ kind: 'figure', id });
    documents.push((namings[at] ?? []).filter((phrase) => !isCommon(phrase)).map(({ words }) => words));
  });
  const figureWords = new Set(documents.flat(2));
  // The words of each gap as they are written, for a closer look than stems allow.
  const names = new Map(
    catalogue.gaps.map(({ id, keywords }) => [
      id,
      allWords(keywords).flatMap((keyword) => lexicon.phrase(keyword, 'unheld').written),
    ]),
  );
  const figurePhrases = new Set(documents.flat().map(phraseKey));
  // Without its question word "which labs" is just "labs": a phrase that has lost what told it from a figure is left out.
  const tellingPhrases = (keywords: readonly string[]) =>
    phrasesOf(keywords, 'unheld').flatMap(({ words, lost }) => {
      if (figurePhrases.has(phraseKey(words))) return [];
      if (lost.some((word) => lexicon.isQuestionWord(word))) return [];
      return lost.length > 0 && (words.length === 1 || words.every((word) => figureWords.has(word))) ? [] : [words];
    });
  // "Still waiting" without "still" is anybody's word.
  const relationPhrases = (keywords: readonly string[]) =>
    phrasesOf(keywords).flatMap(({ words, lost }) => (lost.length > 0 && words.length === 1 ? [] : [words]));
  for (const kind of ['relation', 'gap'] as const) {
    for (const { id, keywords } of kind === 'relation' ? catalogue.relations : catalogue.gaps) {
      targets.push({ kind, id });
      documents.push(
        kind === 'relation'
          ? phrasesOf(allWords(keywords)).map(({ words }) => words)
          : tellingPhrases(allWords(keywords)),
      );
    }
  }
  const topicDocuments = catalogue.topics.map(({ keywords }) =>
    phrasesOf(allWords(keywords)).map(({ words }) => words),
  );
  const postings = buildPostings(documents, lexicon.vocabulary.size());
  const topics = buildPostings(topicDocuments, lexicon.vocabulary.size());

  // A relation shares its words with its two figures; only arithmetic, or a word of its own ("pass rate"), tells it apart.
  const isOwn = (document: number, word: number) => postings.holds(document, word) && !figureWords.has(word);
  const isMeant = (id: string, document: number, required: readonly { word: number }[], cues: ReadonlySet<Cue>) => {
    const operation = relations.get(id)?.operation;
    const asked = ARITHMETIC.find(([cue]) => cues.has(cue))?.[1];
    return (
      (operation !== undefined && asked?.includes(operation)) || required.some(({ word }) => isOwn(document, word))
    );
  };

  // A derived number and the figures it is made of are no rivals.
  const belong = (one: Target, other: Target) => {
    const relation = relations.get(one.id) ?? relations.get(other.id);
    return relation !== undefined && [one.id, other.id].some((id) => id === relation.left || id === relation.right);
  };

  // "How much would each project cost?" is after the derived number whose first part is a sum.
  const hintFor = ({ kind, id }: Target, cues: ReadonlySet<Cue>) => {
    if (kind === 'figure') return kindHint(figures.get(id), cues);
    return kind === 'relation'
      ? KIND_HINT + (asksMoney(cues) ? kindHint(figures.get(relations.get(id)?.left ?? ''), cues) : 0)
      : 0;
  };

  const isSum = ({ kind, id }: Target) => kind === 'figure' && figures.get(id)?.kind === 'money';

  // "When was it listed on the exchange?" asks for the event's date, whatever else it names.
  const answersWhen = ({ id }: Target, cues: ReadonlySet<Cue>) => cues.has('when') && figures.get(id)?.kind === 'event';

  // "How many firms …": what is counted stands behind the question word, and in the label of the figure that counts it.
  const labelWords = new Map(
    catalogue.figures.map(({ id, label }) => [
      id,
      new Set(Object.values(label).flatMap((text) => lexicon.phrase(text).words)),
    ]),
  );
  const headHint = (id: string, head: number | undefined) =>
    head !== undefined && labelWords.get(id)?.has(head) ? HEAD_HINT : 0;

  // "How many people moved because of the policies?" counts people, whatever else it names.
  const countedGap = (candidates: readonly Candidate[], head: number | undefined) =>
    head === undefined
      ? undefined
      : candidates.find(
          ({ target, fit }) =>
            target.kind === 'gap' &&
            (documents[fit.document] ?? []).some((phrase) => phrase.length === 1 && phrase[0] === head),
        );

  const wordsOf = (terms: readonly Term[]) => {
    const required = new Map<number, { word: number; trust: number }>();
    const optional: number[] = [];
    const unknown: string[] = [];
    for (const term of terms) {
      if (term.kind === 'content') {
        if (term.word === undefined || !postings.isKnown(term.word)) unknown.push(term.text);
        else required.set(term.word, { word: term.word, trust: term.trust });
      } else if (term.kind === 'cue' || term.kind === 'place') optional.push(...term.words);
    }
    return { required: [...required.values()], optional, unknown };
  };

  return {
    match(terms, cues) {
      const { required, optional, unknown } = wordsOf(terms);
      const head = headOf(terms);
      const typed = terms.flatMap((term) =>
        term.kind === 'content' && term.word !== undefined
          ? [term.trust < 1 ? lexicon.vocabulary.shown(term.word) : term.text]
          : [],
      );
      const candidates = postings
        .search(required, optional, unknown.length)
        .map((fit): Candidate => {
          const target = targets[fit.document] ?? { kind: 'gap', id: '' };
          const hint = hintFor(target, cues);
          return {
            target,
            fit,
            score:
              fit.coverage * (0.4 + 0.6 * fit.likeness) +
              hint +
              headHint(target.id, head) +
              (fit.helped && target.kind !== 'gap' ? HELP : 0),
          };
        })
        .filter(({ target, fit }) => target.kind !== 'relation' || isMeant(target.id, fit.document, required, cues))
        .filter(
          ({ target }) =>
            target.kind !== 'gap' || typed.some((text) => names.get(target.id)?.some((name) => isSameWord(text, name))),
        )
        .sort((a, b) => b.score - a.score);
      const best = candidates[0];
      if (!best) return { verdict: 'refusal', candidates, confidence: 0, explained: 0, unknown };
      const rival = candidates
        .slice(1)
        .find(
          (candidate) =>
            !belong(best.target, candidate.target) &&
            !(candidate.target.kind === 'gap' && candidate.fit.completeness < 0.9),
        );
      const evidence = {
        coverage: best.fit.coverage,
        completeness: best.fit.completeness,
        likeness: best.fit.likeness,
        margin: Math.min(1, best.score - (rival?.score ?? 0)),
      };
      const heldBy = (document: number) =>
        required.reduce(
          (sum, { word, trust }) => sum + (postings.holds(document, word) ? postings.weight(word) * trust : 0),
          0,
        );
      const words = required.map(({ word }) => word);
      const veto = answersWhen(best.target, cues)
        ? undefined
        : (countedGap(candidates, head) ?? vetoingGap(candidates, words, postings.holds));
      if (veto)
        return {
          verdict: 'answer',
          candidates: [veto, ...candidates.filter((c) => c !== veto)],
          confidence: 1,
          explained: heldBy(veto.fit.document),
          unknown,
        };
      const verdict = judge(evidence);
      // Between a sum and a count, a question for money means the sum, and "how many firms" the count of firms.
      const rivals =
        verdict === 'choice' && best.target.kind === 'figure'
          ? candidates.filter((one) => best.score - one.score < RIVAL_RANGE)
          : [];
      const meant = asksMoney(cues)
        ? rivals.filter(({ target }) => isSum(target))
        : cues.has('how-many')
          ? rivals.filter(({ target }) => headHint(target.id, head) > 0)
          : [];
      const [only] = meant.length === 1 && best.fit.completeness > WHOLE ? meant : [];
      const chosen = only ?? best;
      return {
        verdict: only ? 'answer' : verdict,
        candidates: chosen === best ? candidates : [chosen, ...candidates.filter((one) => one !== chosen)],
        confidence: confidence(evidence),
        explained: heldBy(chosen.fit.document) * (0.7 + 0.3 * chosen.fit.completeness),
        unknown,
      };
    },
    isNamedBy(figure, words) {
      const document = targets.findIndex(({ kind, id }) => kind === 'figure' && id === figure);
      return words.length > 0 && words.every((word) => postings.holds(document, word));
    },
    topic(terms) {
      const { required, optional, unknown } = wordsOf(terms);
      const best = topics
        .search(required, optional, unknown.length)
        .sort((a, b) => b.coverage * b.completeness - a.coverage * a.completeness)[0];
      return best && best.coverage > 0.6 && best.completeness > 0.6 ? catalogue.topics[best.document]?.id : undefined;
    },
  };
}

/** Stems make words alike that are not (public, publications); these are the same but for a plural or case ending. */
function isSameWord(typed: string, written: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === written[shared]) shared++;
  const endings = [typed.slice(shared), written.slice(shared)];
  if (/\p{Script=Cyrillic}/u.test(typed)) return endings.every((ending) => ending.length <= 3);
  return endings.every((ending) => PLURAL_ENDINGS.has(ending));
}

const PLURAL_ENDINGS = new Set(['', 's', 'es', 'y', 'ies']);

/** What is counted: the noun behind "how many". */
function headOf(terms: readonly Term[]): number | undefined {
  const at = terms.findIndex(
    (term) => term.kind === 'cue' && (term.cues.includes('how-many') || term.cues.includes('amount')),
  );
  if (at < 0) return undefined;
  const from = terms.findIndex(({ kind }, place) => place > at && kind === 'content');
  if (from < 0) return undefined;
  // Of "startup ecosystems" the last word is what is counted; Russian and Chinese say it first or part it otherwise.
  let end = from;
  while (terms[end + 1]?.kind === 'content' && /^[a-z]+$/.test(terms[end + 1]?.text ?? '')) end++;
  const head = terms[end];
  return head?.kind === 'content' ? head.word : undefined;
}

function phraseKey(words: readonly number[]): string {
  return [...new Set(words)].sort((a, b) => a - b).join(' ');
}

/** "Students of the universities": a word for something that is not held, beside words of a figure, is what was asked. */
function vetoingGap(
  candidates: readonly Candidate[],
  words: readonly number[],
  holds: (document: number, word: number) => boolean,
): Candidate | undefined {
  const best = candidates[0];
  if (!best || best.target.kind === 'gap') return undefined;
  return candidates.find(
    ({ target, fit }) =>
      target.kind === 'gap' &&
      fit.completeness > 0.99 &&
      words.some((word) => holds(fit.document, word) && !holds(best.fit.document, word)),
  );
}

/** Whether a question is after a sum of money. */
export function asksMoney(cues: ReadonlySet<Cue>): boolean {
  return (
    cues.has('how-much') || cues.has('dollars') || cues.has('yuan') || (cues.has('money') && !cues.has('how-many'))
  );
}

function kindHint(figure: Figure | undefined, cues: ReadonlySet<Cue>): number {
  if (asksMoney(cues)) return figure?.kind === 'money' ? KIND_HINT : -KIND_HINT;
  if (cues.has('when')) return figure?.kind === 'event' ? KIND_HINT : 0;
  if (cues.has('how-many')) return figure?.kind === 'money' ? -KIND_HINT : 0;
  return 0;
}
