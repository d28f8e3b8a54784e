// src/core/reading: how a message is read: from its words to a question.
// Imported by: core, cli.

import type { Catalogue, Figure, Language } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { scopeOf } from '../catalogue/scope.ts';
import type { Dialogue } from '../conversation/dialogue.ts';
import { languageOf } from '../language/languages.ts';
import { MAX_QUESTION_CHARACTERS } from '../language/normalise.ts';
import type { Question } from '../question.ts';
import type { Entity } from './analysis.ts';
import { askedScope } from './asked-scope.ts';
import { createChecker } from './check.ts';
import { closingOf } from './closings.ts';
import { corrected } from './corrections.ts';
import { type Decision, decide } from './decision.ts';
import { createExaminer, type Examination } from './examine.ts';
import { createFollowUps } from './follow-up.ts';
import { unheldPlace, unheldTime } from './guards.ts';
import type { Intent } from './labels.ts';
import { type ReaderModel, vocabularyHash } from './model.ts';
import { modelOf } from './model-file.ts';
import { isPick, namedOption, optionsIn, pickedOptions } from './options.ts';
import { orderOf } from './orders.ts';
import { type Correction, createPerceiver, type Percept, QUESTION, WHOLE } from './perceive.ts';
import { asksOtherCurrency, figuresIn, isDoubted, questionOf } from './question-of.ts';
import { detailOf, missingOf, narrowingWords, refuse } from './refusal.ts';
import { intentOf, SURE_INTENT, talkOf } from './talk.ts';
import { turnOf } from './turn.ts';
import { asksCountAndSum, asksJudgement, wishOf } from './wishes.ts';

/** A message after reading: what was asked, in which language, and what was read differently or taken over. */
export type Reading = {
  question: Question;
  language: Language | undefined;
  corrections: Correction[];
  /** The figures that were taken over from the conversation because the message named none. */
  assumed: string[];
};

export type Reader = {
  read(message: string, dialogue?: Dialogue): Reading;
  /** What a text claims, to be held against the sources; a text without numbers is no claim. */
  check(text: string): Reading;
  /** The topic that words name. */
  topic(message: string): string | undefined;
  /** How a message was read, step by step. */
  explain(message: string, dialogue?: Dialogue): Explanation;
};

/** Every step between a message and its question. */
export type Explanation = { percept: Percept; examination: Examination; decision: Decision; reading: Reading };

/** In: a catalogue, and the trained models where they are not its own. Out: what reads messages about it. */
export function createReader(catalogue: Catalogue, model: ReaderModel = modelOf(catalogue)): Reader {
  const common = new Set(model.vocabulary);
  const perceiver = createPerceiver(catalogue, (key) => common.has(vocabularyHash(key)));
  const examine = createExaminer(catalogue, model, perceiver);
  const followUps = createFollowUps(catalogue, perceiver.matcher);
  const figures = figureIndex(catalogue);
  const checker = createChecker(catalogue, {
    perceive: perceiver.perceive,
    entitiesOf: perceiver.entitiesOf,
    examine,
    isOf: perceiver.matcher.isOf,
    isOfGap: perceiver.matcher.isOfGap,
  });

  const explain = (message: string, dialogue: Dialogue = { figures: [] }): Explanation => {
    const percept = perceiver.perceive(message);
    const examination = examine(percept);
    const decision = decide(examination);
    const { question, assumed = [] } = interpret(message, percept, examination, decision, dialogue);
    const language = languageOf(percept.text);
    return {
      percept,
      examination,
      decision,
      reading: { question, language, corrections: shown(percept, question), assumed },
    };
  };

  return {
    explain,
    read: (message, dialogue) => explain(message, dialogue).reading,
    check: (text) => checker(text),
    topic(message) {
      const { words } = perceiver.perceive(message);
      return perceiver.matcher.topics(words);
    },
  };

  function interpret(
    message: string,
    percept: Percept,
    examination: Examination,
    decision: Decision,
    dialogue: Dialogue,
    isCorrection = false,
  ): { question: Question; assumed?: string[] } {
    if (percept.tooLong) return { question: refuse({ kind: 'too-long', most: MAX_QUESTION_CHARACTERS }, []) };
    if (percept.units.every(({ kind }) => kind === 'mark'))
      return { question: message.trim() === '' ? { kind: 'help' } : refuse({ kind: 'nonsense' }, []) };
    const closing = closingOf(percept.text);
    if (closing) return { question: closing };
    const order = isCorrection ? undefined : orderOf(percept, examination, dialogue);
    if (order) return { question: order };
    const picked = pickedOptions(percept.text, optionsIn(dialogue, percept.text));
    if (picked.length > 0) return { question: { kind: 'figure', figures: picked, ...dialogue.optionScope } };
    const instead = isCorrection || !isUnderWay(dialogue) ? undefined : corrected(percept.text);
    if (instead !== undefined) {
      const read = perceiver.perceive(instead);
      const seen = examine(read);
      return interpret(instead, read, seen, decide(seen), dialogue, true);
    }
    const named = dialogue.options && namedOption(percept, examination, dialogue.options, perceiver.matcher);
    if (named) return { question: { kind: 'figure', figures: [named], ...dialogue.optionScope } };
    const followUp = followUps(percept, examination, dialogue, isCorrection);
    if (followUp) return followUp;
    // "48 universities and 229 labs, right?": each number is held against its own figure.
    const isSeveral =
      decision.kind !== 'refusal' && decision.figures.length > 1 && isDoubted(percept.text, intentOf(examination));
    if (isSeveral && percept.entities.filter(({ kind }) => kind === 'number').length > 1) {
      const { question } = checker(message);
      if (question.kind === 'check' && question.claims.length > 1) return { question };
    }
    if (isGibberish(percept, examination))
      return { question: refuse(missingOf(percept, examination, catalogue).missing, []) };
    // What only goes on from something, of which nothing is remembered or which the conversation does not explain.
    const lost = () => ({
      question: refuse({ kind: isUnderWay(dialogue) ? 'no-context' : 'forgotten' }, dialogue.figures),
    });
    const talk = talkOf(percept.text, examination);
    const goesOn = isBareTurn(percept) && (!talk || examination.elliptic > LOST);
    if (isPick(percept.text) || goesOn) return lost();
    const pointed = isOnlyNumbers(percept) ? pointedAt(percept) : undefined;
    if (pointed) return { question: pointed };
    if (talk) return { question: talk };
    if (dialogue.figures.length === 0 && isLost(examination)) return lost();
    return { question: questionFor(percept, examination, decision) };
  }

  /** Figures of which a number of the message is a value, where it names nothing else: "what is 1,180?". */
  function pointedAt(percept: Percept): Question | undefined {
    const isAlone = isOnlyNumbers(percept);
    const numbers = percept.entities.flatMap((one) =>
      one.kind === 'number' && isWritten(percept, one) && (isAlone || one.value >= LEAST_TELLING) ? [one] : [],
    );
    const pointed = numbers.flatMap(({ value, unit }) =>
      catalogue.figures.flatMap((figure) =>
        figure.observations.flatMap((one) =>
          'value' in one &&
          one.value === value &&
          (value >= LEAST_TELLING || one === figure.observations[0]) &&
          (unit === 'percent') === (figure.kind === 'percent')
            ? [{ figure, observation: one }]
            : [],
        ),
      ),
    );
    const [first] = pointed;
    const ids = [...new Set(pointed.map(({ figure }) => figure.id))];
    if (!first || ids.length > MOST_POINTED) return undefined;
    const { figure, observation } = first;
    const isUsual = ids.length > 1 || numbers.length > 1 || figure.observations[0] === observation;
    return {
      kind: 'figure',
      figures: ids,
      ...(isUsual ? {} : scopeOf({ places: [observation.place], when: [observation.asOf.date] })),
    };
  }

  function questionFor(percept: Percept, examination: Examination, decision: Decision): Question {
    const topic = examination.topics[0]?.figure;
    if (percept.sharing.length > 1 && percept.entities.length === 0)
      return { kind: 'choice', figures: percept.sharing.slice(0, MOST_CHOICES) };
    const isBare = percept.units.filter(({ kind }) => kind !== 'mark').length <= MOST_BARE;
    const isUnnamed = isBare && !percept.matches.some(({ fit }) => fit.completeness >= HALF);
    const hasNumbers = percept.entities.filter(({ kind }) => kind === 'number').length > 1;
    const pointed = isUnnamed || hasNumbers ? pointedAt(percept) : undefined;
    if (pointed && (isUnnamed || (pointed.kind === 'figure' && pointed.figures.length === 1))) return pointed;
    const isPair = asksCountAndSum(percept.text) && examination.confidence > PAIR_CONFIDENCE;
    const named = decision.kind === 'refusal' ? [] : withCounterpart(decision.figures, percept);
    const intent = wishOf(percept.text) ?? derivedOr(examination);
    const scope = askedScope(catalogue, percept, examination, named, intent);
    const elsewhere = unheldPlace(scope, named, catalogue);
    if (elsewhere) return refuse(elsewhere, named);
    const atOtherTime = unheldTime(percept.entities, scope, named, catalogue);
    if (atOtherTime && intent !== 'check') return refuse(atOtherTime, named);
    if (topic && asksJudgement(percept.text))
      return refuse({ kind: 'detail', detail: 'judgement', figures: [topic.id] }, [topic]);
    const isDefined = intent === 'definition' && named.length === 1 && examination.relevance > DEFINED_TOPIC;
    if (
      decision.kind === 'answer' ||
      (isPair && named.length > 1) ||
      (isDefined && wishOf(percept.text) === 'definition')
    ) {
      if (asksOtherCurrency(percept.text) && named.some(({ kind }) => kind === 'money'))
        return refuse({ kind: 'detail', detail: 'currency', figures: named.map(({ id }) => id) }, named);
      const isSure = wishOf(percept.text) !== undefined || examination.intents[intent] > SURE_INTENT;
      return questionOf({
        figures: inOrderOfMention(named, examination, percept),
        intent,
        isSure,
        scope,
        percept,
        catalogue,
      });
    }
    const isSurelyUnheld = examination.confidence < SURELY_UNHELD;
    const detail = detailOf(examination);
    if (detail && isSurelyUnheld) return refuse(detail, named);
    if (decision.kind === 'refusal') {
      const { missing, near } = missingOf(percept, examination, catalogue);
      return refuse(missing, [...near, ...decision.near]);
    }
    if (decision.kind === 'choice') return { kind: 'choice', figures: named.map(({ id }) => id), ...scope };
    const [gap] = examination.gaps;
    if (gap && isSurelyUnheld) return refuse({ kind: 'gap', gap: gap.id }, topic ? [topic] : []);
    return {
      kind: 'nearest',
      figures: named.slice(0, 1).map(({ id }) => id),
      words: narrowingWords(percept, examination),
      ...scopeOf(scope),
    };
  }

  /** "How many firms, and how much in total?": beside a count its sum, and beside a sum its count. */
  function withCounterpart(named: readonly Figure[], { text, matches }: Percept): Figure[] {
    const [only, ...others] = named;
    if (!only || others.length > 0 || !asksCountAndSum(text)) return [...named];
    const wanted = only.kind === 'money' ? 'count' : 'money';
    const counterpart = figures
      .all(only.related)
      .find((figure) => figure.kind === wanted && matches.some(({ id }) => id === figure.id));
    if (!counterpart) return [only];
    return only.kind === 'money' ? [counterpart, only] : [only, counterpart];
  }

  /** Several figures as the message names them: by where their keywords stand. */
  function inOrderOfMention(named: readonly Figure[], examination: Examination, percept: Percept): Figure[] {
    const strengthOf = (figure: Figure) => examination.topics.find((topic) => topic.figure === figure)?.strength ?? [];
    // Words that name several of them do not tell where one stands.
    const placeOf = (figure: Figure) => {
      const others = named.filter((one) => one !== figure).map(strengthOf);
      const own = strengthOf(figure).map((one, at) => one - Math.max(0, ...others.map((other) => other[at] ?? 0)));
      const at = own.indexOf(Math.max(...own));
      return at < 0 ? percept.units.length : at;
    };
    const inCatalogue = (figure: Figure) => figures.placeOf(figure.id) ?? 0;
    return [...named].sort((a, b) => placeOf(a) - placeOf(b) || inCatalogue(a) - inCatalogue(b));
  }

  /** Only what helped to find the answer was read differently. */
  function shown({ corrected }: Percept, question: Question): Correction[] {
    const told = figuresIn(question).filter((id) => figures.get(id));
    return [...corrected].flatMap(([typed, { word, spelling }]) =>
      told.some((id) => perceiver.matcher.isOf(id, word)) ? [{ typed, read: spelling }] : [],
    );
  }
}

/** Values from here on can hardly mean anything else; smaller ones point only at what a figure tells first. */
const LEAST_TELLING = 1000;
/** A message of so few words that a number in it is all that it names. */
const MOST_BARE = 6;
/** Figures that one number may point at. */
const MOST_POINTED = 3;
const MOST_CHOICES = 3;
/** Intents that tell something else than the value: they are taken where they are this likely. */
const DERIVING: ReadonlySet<Intent> = new Set(['average', 'ratio', 'share', 'sum', 'difference', 'list']);
const SURE_DERIVING = 0.6;
const HALF = 0.5;

/** The likeliest intent; the value where that is a sum, a share or a list by hardly more than chance. */
function derivedOr(examination: Examination): Intent {
  const intent = intentOf(examination);
  return DERIVING.has(intent) && examination.intents[intent] < SURE_DERIVING ? 'value' : intent;
}

/** Whether a message is a number in digits and at most words of questions: "what is 1,180?". */
function isOnlyNumbers(percept: Percept): boolean {
  const { entities, words } = percept;
  const areNumbers = entities.length > 0 && entities.every((one) => one.kind === 'number' && isWritten(percept, one));
  return areNumbers && words.every(({ text }) => QUESTION.test(text));
}

/** Whether a number is written in digits: "millions" and "the second" point at no figure. */
function isWritten({ text, tokens }: Percept, { from, to }: Entity): boolean {
  return /\d/.test(text.slice(tokens[from]?.from, tokens[to - 1]?.to));
}

/** Words that nobody ever wrote, and nothing else: whatever the models see in them is chance. */
function isGibberish({ units, entities, matches }: Percept, { context }: Examination): boolean {
  const words = units.flatMap(({ kind }, at) => (kind === 'mark' ? [] : [at]));
  const isStrange = (at: number) =>
    (units[at]?.kind === 'word' || units[at]?.kind === 'number') &&
    (context.isRare[at] || (units[at]?.text.length ?? 0) < 2);
  return entities.length === 0 && !matches.some(({ fit }) => fit.completeness >= HALF) && words.every(isStrange);
}

/** A count and its sum are told together from this confidence on. */
const PAIR_CONFIDENCE = 0.7;
/** A term is defined when it is the topic as surely as this. */
const DEFINED_TOPIC = 0.8;

/** Below this confidence nothing is shown beside a refusal that names what is not held. */
const SURELY_UNHELD = 0.04;

/** "And in Dalian?" behind nothing: what it goes on from is not remembered. */
function isLost({ elliptic, topics }: Examination): boolean {
  return elliptic > LOST && (topics[0]?.score ?? 0) < 0;
}
const LOST = 0.85;

/** A message without a word that could name a topic. */
function isBareTurn(percept: Percept): boolean {
  const { rest, numbers } = turnOf(percept);
  return rest.length === 0 && numbers === 0 && !percept.matches.some(({ fit }) => fit.completeness >= WHOLE);
}

function isUnderWay({ figures: told, options }: Dialogue): boolean {
  return told.length > 0 || options !== undefined;
}
