import type { Answer } from '../../src/core/answers/answer.ts';
import type { Reply } from '../../src/core/bot.ts';
import { holds } from '../../src/core/claims/judging.ts';
import { MAX_QUESTION_CHARACTERS } from '../../src/core/language/normalise.ts';
import { STYLES } from '../../src/core/messages/citing/reference.ts';
import { MOST_SHOWN } from '../../src/core/messages/presenting/check.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import { DAYS_REMEMBERED } from '../../src/core/news/readers.ts';
import type { Question } from '../../src/core/question.ts';
import { type Catalogue, LANGUAGES, type Language } from '../../src/data/schema.ts';
import { isRounded, numbersIn } from './numbers-in.ts';

/** Finds the numbers of an answer that neither the catalogue, nor the question, nor a computation of the answer explains. */
export function createStrangers(catalogue: Catalogue): (reply: Reply, asked: string) => string[] {
  const held = new Set(LANGUAGES.flatMap((language) => heldNumbers(catalogue, language)));
  return (reply, asked) => {
    const report = reportOf(reply);
    const text = withoutNames(report.text, asked);
    // A fall of 10.4 percent is said without its sign.
    const computed = report.numbers.flatMap(({ value }) => [value, Math.abs(value)]);
    const counted = [
      report.figures.length,
      catalogue.figures.length,
      catalogue.sources.length,
      MAX_QUESTION_CHARACTERS,
      DAYS_REMEMBERED,
      ...tally(reply.answer),
    ];
    const said = [...askedNumbers(asked), ...yearsInShort(asked), ...readNumbers(reply.question)];
    return numbersIn(text, report.language)
      .filter(({ value }) => !held.has(value) && !counted.includes(value))
      .filter((found) => ![...computed, ...said].some((value) => isRounded(found, value)))
      .map((found) => found.text);
  };
}

/** Web addresses, the version and names of standards are no numbers, and what is quoted from the question is the asker's. */
function withoutNames(text: string, asked: string): string {
  const addressless = text.replace(/https?:\/\/\S+/g, ' ');
  const bare = ['0.0.0', ...STYLES].reduce((left, name) => left.replaceAll(name, ' '), addressless);
  return asked === ''
    ? bare
    : bare.replace(/[“«「『"]([^”»」』"]*)[”»」』"]/gu, (all, quoted) => (isSaid(quoted, asked) ? ' ' : all));
}

function isSaid(quoted: string, asked: string): boolean {
  const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return folded(asked).includes(folded(quoted.replace(/^…|…$/g, '')));
}

/** The numbers of the catalogue: its values, the parts of its dates, its paragraphs, and what its texts say. */
function heldNumbers(part: unknown, language: Language): number[] {
  if (typeof part === 'number') return [part];
  if (typeof part === 'string')
    return part.startsWith('http') ? [] : numbersIn(part.replaceAll('-', ' '), language).map(({ value }) => value);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'keywords' || key === 'shared' ? [] : heldNumbers(value, language),
  );
}

function askedNumbers(asked: string): number[] {
  return LANGUAGES.flatMap((language) => numbersIn(asked.normalize('NFKC'), language).map(({ value }) => value));
}

/** 91年 is 1991, 23年 is 2023. */
function yearsInShort(asked: string): number[] {
  return [...asked.normalize('NFKC').matchAll(/(?<!\d)0*(\d{1,2})\s*年/g)].flatMap(([, digits]) => [
    1_900 + Number(digits),
    2_000 + Number(digits),
  ]);
}

/** Which of how many figures a list shows; how many numbers of a text were checked, with which result, and how many of the rulings are left out. */
function tally(answer: Answer): number[] {
  if (answer.kind === 'export') return [answer.stated.length];
  if (answer.kind === 'list') return [answer.before + 1, answer.before + answer.stated.length, answer.total];
  if (answer.kind !== 'check') return [];
  const ruled = answer.findings.flatMap((finding) =>
    finding.kind === 'ruled' ? [holds(finding.judged.judgement)] : [],
  );
  const right = ruled.filter(Boolean).length;
  const all = answer.findings.length;
  return [all, right, ruled.length - right, all - ruled.length, all - MOST_SHOWN, answer.most ?? all];
}

/** Numbers that were typed as words or with a size: "five thousand", 5k. */
function readNumbers(question: Question): number[] {
  if (question.kind === 'check') return question.claims.flatMap(({ values, year }) => [...values, year ?? 0]);
  if (question.kind === 'figure')
    return [
      ...(question.claim?.values ?? []),
      ...(question.missing ?? []).flatMap((one) => (one.kind === 'number' ? [one.value] : [])),
    ];
  return question.kind === 'unknown' && question.missing.kind === 'number' ? [question.missing.value] : [];
}
