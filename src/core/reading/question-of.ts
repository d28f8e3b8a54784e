import type { Catalogue, Figure } from '../../data/schema.ts';
import type { Scope } from '../catalogue/scope.ts';
import { ownUnitsOf } from '../catalogue/units.ts';
import type { Claim, Question } from '../question.ts';
import type { NumberEntity } from './analysis.ts';
import { areAlike, derive, isQuantity, OPERATIONS, pair, relationWith } from './combine.ts';
import type { Intent } from './labels.ts';
import type { Percept } from './perceive.ts';
import { wishOf } from './wishes.ts';

/** What is asked, as far as it is known: the figures in the order in which the message names them, where and when. */
export type Wish = {
  figures: readonly Figure[];
  intent: Intent;
  /** Whether the intent is likelier than all others together. */
  isSure: boolean;
  scope: Scope;
  percept: Percept;
  catalogue: Catalogue;
};

/** Puts what was understood into a question. In: figures, intent and scope. Out: the question that the rest answers. */
export function questionOf({ figures, intent, scope, percept, catalogue, isSure }: Wish): Question {
  const ids = figures.map(({ id }) => id);
  const [first = '', second] = ids;
  const currency = asksDollars(percept.text) ? ({ currency: 'USD' } as const) : {};
  const isWide = (scope.places?.length ?? 0) > 1 || (scope.when?.length ?? 0) > 1;
  if (intent === 'source' && wishOf(percept.text) === 'source')
    return { kind: 'about', what: 'source', figures: ids, ...scope };
  switch (intent) {
    case 'chart':
      return { kind: 'chart', figures: ids, ...scope };
    case 'list':
    case 'overview': {
      const topics = topicsOf(figures, catalogue);
      if (topics && !isWide) return { kind: 'list', topics };
      return { kind: 'figure', figures: ids, ...scope };
    }
    case 'definition':
      return { kind: 'figure', figures: ids, ...(ids.length === 1 ? { defines: true as const } : {}), ...scope };
    default:
      break;
  }
  const operation = OPERATIONS[intent];
  if (operation && second !== undefined && ids.length === 2) {
    const isPaired = figures.every(isQuantity) || operation === 'compare';
    const counted = operation !== 'ratio' || areAlike(catalogue, first, second) || isQuantity(figures[1]);
    if (isPaired && counted) return withScope(pair(catalogue, operation, ...inOrder(operation, figures)), scope);
  }
  const isOverPlaces = ids.length === 1 && (scope.places?.length ?? 0) > 1 && (scope.when?.length ?? 0) < 2;
  const isPart = (intent === 'ratio' || intent === 'share') && scope.places?.length === 2;
  if (isOverPlaces && operation && operation !== 'compare' && (intent === 'sum' || isPart) && isSure)
    return withScope({ kind: 'derive', operation, left: first, right: first }, scope);
  const isPlain = scope.when === undefined && scope.places === undefined;
  if (operation && operation !== 'compare' && ids.length === 1 && isPlain && isSure && isQuantity(figures[0])) {
    const relation = relationWith(
      catalogue,
      operation,
      first,
      percept.matches.filter(({ fit }) => fit.completeness >= NAMED).map(({ id }) => id),
    );
    if (relation !== undefined) return { ...derive(catalogue, relation), ...currency } as Question;
  }
  const isInDoubt = isDoubted(percept.text, intent) || isStatement(percept);
  const claim = ids.length === 1 && isInDoubt ? claimOf(percept, figures[0], catalogue) : undefined;
  return { kind: 'figure', figures: ids, ...currency, ...(claim ? { claim } : {}), ...scope };
}

/** A second figure is named from this completeness of its keyword on. */
const NAMED = 0.8;

/** "Per project", "of the companies": a sum or part is divided by a count, however the message orders them. */
function inOrder(operation: string, figures: readonly Figure[]): [string, string] {
  const [left, right] = figures;
  const swaps = operation === 'ratio' && left?.kind === 'count' && right?.kind === 'money';
  return swaps ? [right?.id ?? '', left?.id ?? ''] : [left?.id ?? '', right?.id ?? ''];
}

function withScope(question: Question, scope: Scope): Question {
  return question.kind === 'compare' || question.kind === 'derive' ? { ...question, ...scope } : question;
}

/** The topics of these figures, where a list of them shows little else. */
function topicsOf(figures: readonly Figure[], catalogue: Catalogue): string[] | undefined {
  const topics = [...new Set(figures.map(({ topic }) => topic))];
  if (topics.length !== 1) return undefined;
  const all = catalogue.figures.filter(({ topic }) => topic === topics[0]);
  return figures.length === 1 || all.length <= figures.length + 1 ? topics : undefined;
}

/** Whether a message wants to know whether something is so. */
export function isDoubted(text: string, intent: Intent): boolean {
  return intent === 'check' || DOUBT.test(text);
}
const DOUBT =
  /^(?:is|are|was|were|did|does|do|has|have)\b|\b(?:true|correct|right\?|really|fact[- ]?check|legit|accurate)|правда|верно|так ли|действительно|правильно|точно ли|真的|对吗|对不对|是吗|是不是|准确吗|属实|核实|核对/u;

/** "Over 900 firms got awards?": a number and a question mark without a word that asks want to know whether it is so. */
function isStatement({ text, entities }: Percept): boolean {
  const hasNumber = entities.some((one) => one.kind === 'number' && one.value >= LEAST_CLAIMED);
  return hasNumber && text.endsWith('?') && !ASKING.test(text);
}
/** Smaller numbers count what is spoken of: "the top 5". */
const LEAST_CLAIMED = 10;
const ASKING =
  /\b(?:how|what|whats|which|when|where|who|whose|why)\b|多少|几|哪|什么|啥|谁|何|怎|скольк|(?<!\p{L})(?:как(?:ой|ая|ое|ие|ую|им|ов|ова)?|что|чей|чья|когда|кто|кому|где|куда|почему|зачем)(?!\p{L})/u;

/** Whether a message wants the sum in American dollars. */
export function asksDollars(text: string): boolean {
  return DOLLARS.test(text);
}
const DOLLARS = /\b(?:us )?dollars?\b|\busd\b|\bbucks\b|\bus ?\$|美元|美金|美刀|доллар|бакс/;

/** Currencies that no figure is given in. */
export function asksOtherCurrency(text: string): boolean {
  return OTHER_CURRENCIES.test(text);
}
const OTHER_CURRENCIES =
  /\b(?:in|to|into) (?:euros?|eur|pounds?|gbp|rubles?|roubles?|yen|won|hkd)\b|换成?(?:欧元|英镑|卢布|日元|韩元|港币|港元)|(?:多少|合)(?:欧元|英镑|卢布|日元|韩元|港币|港元)|в (?:евро|рублях|рубли|фунтах|иенах|тенге|гривнах)/;

/** The number that a message doubts; undefined where it says none that can be the figure's. */
export function claimOf({ entities }: Percept, figure: Figure | undefined, catalogue: Catalogue): Claim | undefined {
  if (figure?.kind !== 'count' && figure?.kind !== 'money' && figure?.kind !== 'percent') return undefined;
  const numbers = entities.filter((one): one is NumberEntity => one.kind === 'number');
  const fitting = numbers.filter(({ unit }) =>
    figure.kind === 'percent' ? unit === undefined || unit === 'percent' : unit !== 'percent',
  );
  if (fitting.length === 0) return undefined;
  const ownUnits = ownUnitsOf(catalogue);
  const foreign = fitting.find(({ unit }) => unit !== undefined && !ownUnits.has(unit));
  if (foreign) return undefined;
  const [first] = fitting;
  const isDollars = fitting.some(({ unit }) => unit === 'USD') && figure.kind === 'money';
  return {
    values: fitting.map(({ value }) => value),
    bound: first?.bound ?? 'exactly',
    ...(isDollars ? { unit: 'USD' as const } : {}),
  };
}

/** The figures that a question names. */
export function figuresIn(question: Question): string[] {
  if ('left' in question) return [question.left, question.right];
  return 'figures' in question ? question.figures : [];
}
