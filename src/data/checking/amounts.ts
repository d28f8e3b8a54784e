import { LANGUAGES } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { type Draft, problemAt } from './draft.ts';

/** How far from the usual rate one is still believed. */
const USUAL_RANGE = 0.35;
/** How far one conversion may be from the others, as a share of them; rates move, and sources round. */
const TOLERANCE = 0.1;

type Conversion = { figure: Draft['figures'][number]; path: string; rate: number };

/** Amounts that cannot be what was meant: dollars at an unheard-of rate, halves of things that are counted. */
export function amountProblems(draft: Draft): Problem[] {
  return [...fractions(draft), ...negatives(draft), ...rates(draft), ...foreign(draft)];
}

function fractions(draft: Draft): Problem[] {
  return draft.figures.flatMap((figure) => {
    if (figure.value.kind !== 'count') return [];
    return figure.value.observations.flatMap(({ value, equivalents }, index) => {
      const path = `.observations[${index}]`;
      const whole = figure.value.kind === 'count' && figure.value.fraction ? true : Number.isSafeInteger(value);
      return [
        ...(whole
          ? []
          : [
              problemAt(
                figure,
                `${path}.value`,
                `${value} is not a whole number`,
                'correct it, make it a figure of money, or a rate with "fraction": true',
              ),
            ]),
        ...(equivalents
          ? [
              problemAt(
                figure,
                `${path}.equivalents`,
                'a count has no dollars',
                'remove it, or make it a figure of money',
              ),
            ]
          : []),
      ];
    });
  });
}

/** Only a growth can be negative, and its sentence must then say that it was a fall. */
function negatives(draft: Draft): Problem[] {
  return draft.figures.flatMap((figure) => {
    if (!('unit' in figure.value)) return [];
    const { observations, statement } = figure.value;
    const isGrowth = figure.value.kind === 'percent' && figure.value.growthOf !== undefined;
    return observations.flatMap(({ value }, index) => {
      if (value >= 0) return [];
      const path = `.observations[${index}].value`;
      if (!isGrowth) return [problemAt(figure, path, `${value} is below zero`, 'only a growth ("growthOf") may be')];
      return LANGUAGES.filter((language) => !statement[language].includes('{direction, select,')).map((language) =>
        problemAt(
          figure,
          `.statement.${language}`,
          `does not say that ${value} is a fall`,
          'write {direction, select, fall {fell} other {grew}} and {value} without a sign',
        ),
      );
    });
  });
}

/** Money in another unit than the catalogue's currency. */
function foreign(draft: Draft): Problem[] {
  if (!draft.whole) return [];
  const { currency } = draft;
  return draft.figures.flatMap((figure) => {
    const { kind } = figure.value;
    if (kind !== 'money' || (currency && [currency.id, `${currency.id} per share`].includes(figure.value.unit)))
      return [];
    const what = `"${figure.value.unit}" is not the currency of this catalogue`;
    const remedy = currency
      ? `write "${currency.id}" or "${currency.id} per share"`
      : 'describe it in "currency" of figures.json';
    return [problemAt(figure, '.unit', what, remedy)];
  });
}

function rates(draft: Draft): Problem[] {
  const conversions = draft.figures.flatMap(conversionsOf);
  const usual = draft.currency?.perDollar;
  if (usual === undefined) return [];
  return conversions.flatMap((conversion) => {
    // An unbelievable rate is no witness against the others.
    const witnesses = conversions.filter((other) => other !== conversion && near(other.rate, usual, USUAL_RANGE));
    const expected = witnesses.length > 0 ? median(witnesses.map(({ rate }) => rate)) : usual;
    if (near(conversion.rate, expected, witnesses.length > 0 ? TOLERANCE : USUAL_RANGE)) return [];
    const where = witnesses.length > 0 ? 'the other amounts imply' : 'the usual rate is';
    const what = `implies ${figures(conversion.rate)} ${draft.currency?.id} for a dollar, but ${where} about ${figures(expected)}`;
    return [
      problemAt(
        conversion.figure,
        conversion.path,
        what,
        `compare both amounts with the source${slip(conversion.rate / expected)}`,
      ),
    ];
  });
}

function conversionsOf(figure: Draft['figures'][number]): Conversion[] {
  if (figure.value.kind !== 'money') return [];
  return figure.value.observations.flatMap(({ value, equivalents = [] }, index) =>
    equivalents.map((equivalent, at) => ({
      figure,
      path: `.observations[${index}].equivalents[${at}].value`,
      rate: value / equivalent.value,
    })),
  );
}

/** The likely reason for a rate that is off by a power of ten. */
function slip(factor: number): string {
  const power = Math.abs(Math.round(Math.log10(factor)));
  if (power === 0 || !Number.isFinite(power)) return '';
  if (power === 4) return ': a slip of 万 (10 thousand) and 亿 (100 million)?';
  return power === 1 ? ': a slip of ten?' : `: a slip of ${power} zeros?`;
}

function near(rate: number, expected: number, share: number): boolean {
  return Math.abs(rate - expected) <= share * expected;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

function figures(rate: number): string {
  return String(Number(rate.toPrecision(3)));
}
