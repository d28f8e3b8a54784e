import type { Language } from '../../data/schema.ts';
import { figuresOf } from '../answers/answer.ts';
import type { Reply } from '../bot.ts';
import type { Change, Places } from '../catalogue/developing.ts';
import { disputed } from '../catalogue/observing.ts';
import { quantityOf, type Stated } from '../catalogue/stated.ts';
import type { Judged } from '../claims/judging.ts';
import type { Operation } from '../question.ts';
import { plainText } from './message.ts';

/** An answer for programs: the contract of `ask --json`. */
export type Report = {
  kind:
    | 'figure'
    | 'comparison'
    | 'derived'
    | 'list'
    | 'overview'
    | 'choice'
    | 'nearest'
    | 'unknown'
    | 'about'
    | 'help'
    | 'greeting';
  language: Language;
  /** The figures that the answer asserts. */
  figures: string[];
  /** The figures that it merely offers. */
  suggestions: string[];
  /** Every value it states, in base units; shares in percent. */
  numbers: { value: number; unit: string }[];
  text: string;
};

export function reportOf({ answer, message }: Reply): Report {
  return {
    kind: reportKind(answer),
    language: message.language,
    figures: figuresOf(answer),
    suggestions: suggestionsOf(answer, message.buttons),
    numbers: numbersOf(answer),
    text: plainText(message),
  };
}

/** The contract knows fewer kinds than the bot: a fact and a ruling state figures, a chart lists some, a setting is about the bot. */
function reportKind(answer: Reply['answer']): Report['kind'] {
  switch (answer.kind) {
    case 'fact':
      return 'figure';
    case 'course':
    case 'places':
      return 'comparison';
    case 'chart':
    case 'export':
      return 'list';
    case 'language':
    case 'daily':
      return 'about';
    case 'check':
      return answer.findings.some(({ kind }) => kind === 'ruled') ? 'figure' : 'unknown';
    default:
      return answer.kind;
  }
}

/** What is merely offered: behind the buttons of a choice or refusal, and first of all what is shown as the nearest. */
function suggestionsOf(answer: Reply['answer'], buttons: Reply['message']['buttons']): string[] {
  const behind = offered(buttons.map(({ question }) => question));
  if (answer.kind === 'nearest') return [...new Set([...answer.stated.map(({ figure }) => figure.id), ...behind])];
  return answer.kind === 'choice' || reportKind(answer) === 'unknown' ? behind : [];
}

function offered(questions: readonly Reply['question'][]): string[] {
  return [...new Set(questions.flatMap((question) => (question.kind === 'figure' ? question.figures : [])))];
}

function numbersOf(answer: Reply['answer']): Report['numbers'] {
  switch (answer.kind) {
    case 'figure':
    case 'nearest':
      return withDisputed([...answer.stated, ...answer.beside]).flatMap(valuesOf);
    case 'list':
    case 'chart':
    case 'overview':
      return withDisputed(answer.stated).flatMap(valuesOf);
    case 'export':
      return answer.stated.flatMap(valuesOf);
    case 'course':
      return answer.lines.flatMap(({ stated, change }) => [
        ...(change ? changesOf(change) : []),
        ...stated.flatMap(valuesOf),
      ]);
    case 'places':
      return [...joinedIn(answer), ...withDisputed(answer.stated).flatMap(valuesOf), ...leadsOf(answer)];
    case 'fact':
      return valuesOf(answer.stated);
    case 'daily':
      return answer.outcome.kind === 'preview' ? valuesOf(answer.outcome.stated) : [];
    case 'check':
      return answer.findings.flatMap((one) =>
        one.kind === 'ruled'
          ? [...timesOff(one.judged), ...[one.judged.stated, ...one.judged.also].flatMap(valuesOf)]
          : [],
      );
    // A source is told with a sentence to quote, which states the value.
    case 'about':
      return answer.what === 'source' ? answer.stated.flatMap(valuesOf) : [];
    case 'comparison': {
      const { left, right, difference, ratio } = answer;
      return [
        ...(difference === undefined
          ? []
          : [{ value: difference, unit: unitOf(left) === unitOf(right) ? unitOf(left) : 'difference' }]),
        ...(ratio === undefined ? [] : [{ value: ratio, unit: 'times' }]),
        ...withDisputed([left, right]).flatMap(valuesOf),
      ];
    }
    case 'derived': {
      const { left, right, value, dollars, operation } = answer;
      return [
        ...(value === undefined ? [] : [{ value, unit: derivedUnit(operation, left, right) }]),
        ...(dollars === undefined ? [] : [{ value: dollars, unit: 'US dollars' }]),
        ...withDisputed([left, right]).flatMap(valuesOf),
      ];
    }
    case 'choice':
    case 'unknown':
    case 'help':
    case 'language':
    case 'greeting':
      return [];
  }
}

/** Values shown, and what is said beside them of other sources. */
function withDisputed(shown: readonly Stated[]): Stated[] {
  return [...shown, ...disputed(shown)];
}

function derivedUnit(operation: Operation, left: Stated, right: Stated): string {
  switch (operation) {
    case 'share':
      return 'percent';
    case 'rate':
      return `${unitOf(left)} per US dollar`;
    case 'product':
      return sumUnit(left) ?? sumUnit(right) ?? unitOf(left);
    case 'ratio':
      return `${unitOf(left)} for each of ${unitOf(right)}`;
    case 'sum':
    case 'difference':
      return unitOf(left);
  }
}

/** The unit of a sum of money, and of a price without "per share". */
function sumUnit({ figure }: Stated): string | undefined {
  return figure.kind === 'money' ? figure.unit.replace(/ per share$/, '') : undefined;
}

/** How many times too high or too low a claim is, where that is its fault. */
function timesOff({ judgement: { factor } }: Judged): Report['numbers'] {
  return factor === undefined ? [] : [{ value: Math.round(Math.max(factor, 1 / factor)), unit: 'times' }];
}

function changesOf({ from, difference, percent }: Change): Report['numbers'] {
  return [
    { value: difference, unit: unitOf(from) },
    ...(percent === undefined
      ? []
      : [
          { value: percent, unit: 'percent' },
          { value: 1 + percent / 100, unit: 'times' },
        ]),
  ];
}

function joinedIn({ joined }: Places): Report['numbers'] {
  if (!joined) return [];
  const units = { sum: unitOf(joined.first), share: 'percent', ratio: 'times' };
  return [{ value: joined.value, unit: units[joined.operation] }];
}

/** How far the first is ahead of each other place, and what share of it they have. */
function leadsOf({ stated: [first, ...others], unlike }: Places): Report['numbers'] {
  const most = first && quantityOf(first)?.value;
  if (unlike || !first || !most || first.figure.kind === 'percent') return [];
  return others.flatMap((one) => {
    const own = quantityOf(one)?.value ?? 0;
    return [
      { value: most - own, unit: unitOf(first) },
      { value: (100 * own) / most, unit: 'percent' },
    ];
  });
}

function valuesOf(stated: Stated): Report['numbers'] {
  const quantity = quantityOf(stated);
  if (!quantity) return [];
  return [
    { value: quantity.value, unit: unitOf(stated) },
    ...(quantity.equivalents ?? []).map(({ value }) => ({ value, unit: 'US dollars' })),
  ];
}

function unitOf({ figure }: Stated): string {
  return 'unit' in figure ? figure.unit : '';
}
