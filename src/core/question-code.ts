import { LANGUAGES, type Language } from '../data/languages.ts';
import { type Scope, scopeOf } from './catalogue/scope.ts';
import { formatAsk, parseAsk } from './daily/ask-code.ts';
import type { FigureClaim, Operation, Question } from './question.ts';

/** A question and the language of its answer, as a button carries it. */
export type Carried = { question: Question; language: Language };

/** Longest code, in characters: Discord's limit for custom_id less what an adapter puts before it. */
export const MOST_CODE_CHARACTERS = 90;

/** Writes a question as a short text; undefined when no button can carry it. `parseQuestion` reads it back the same; `most` is for platforms whose buttons carry more. */
export function formatQuestion({ question, language }: Carried, most = MOST_CODE_CHARACTERS): string | undefined {
  const fields = fieldsOf(question);
  const code = fields && [language, ...fields].join('~');
  return code !== undefined && code.length <= most ? code : undefined;
}

/** Reads a button's question; undefined when it is forged or from a version that wrote other codes. */
export function parseQuestion(code: string, most = MOST_CODE_CHARACTERS): Carried | undefined {
  if (code.length > most) return undefined;
  const [language, kind = '', ...fields] = code.split('~');
  const known = LANGUAGES.find((one) => one === language);
  const question = known && questionOf(kind, fields);
  if (!question || formatQuestion({ question, language: known }, most) !== code) return undefined;
  return { question, language: known };
}

const OPERATIONS: readonly Operation[] = ['ratio', 'share', 'difference', 'sum', 'rate', 'product'];
/** In the place of a currency: what the figures count is asked. */
const DEFINES = 'what';
const ABOUT = ['source', 'age', 'bot'] as const;

function fieldsOf(question: Question): string[] | undefined {
  switch (question.kind) {
    case 'figure':
      return question.claim || question.missing
        ? undefined
        : [
            'f',
            ids(question.figures),
            question.currency ?? (question.defines ? DEFINES : ''),
            ...scopeFields(question),
          ];
    case 'compare':
      return ['c', question.left, question.right, ...scopeFields(question)];
    case 'derive':
      return question.currency
        ? undefined
        : ['d', question.operation, question.left, question.right, question.relation ?? '', ...scopeFields(question)];
    case 'list':
      return ['l', ids(question.topics), ...(question.page === undefined ? [] : [String(question.page)])];
    case 'export':
      return ['e', ids(question.topics)];
    case 'chart':
      return ['b', ids(question.figures), ...chartFields(question)];
    case 'overview':
      return ['o'];
    case 'fact':
      return ['r', question.after ?? ''];
    case 'about':
      return ['a', question.what, ids(question.figures), ...scopeFields(question)];
    case 'help':
      return ['h'];
    case 'daily': {
      const fields = formatAsk(question.ask);
      return fields && ['y', ...fields];
    }
    case 'check':
      return question.claims.length === 0 ? undefined : ['k', question.claims.map(claimCode).join(',')];
    case 'choice':
    case 'nearest':
    case 'unknown':
    case 'language':
    case 'greeting':
      return undefined;
  }
}

function questionOf(kind: string, fields: readonly string[]): Question | undefined {
  const [first = '', second = '', third = '', fourth = ''] = fields;
  const scope = (from: number) => scopeOf({ places: list(fields[from] ?? ''), when: list(fields[from + 1] ?? '') });
  switch (kind) {
    case 'f':
      return {
        kind: 'figure',
        figures: list(first),
        ...(second === 'USD' ? { currency: second } : {}),
        ...(second === DEFINES ? { defines: true } : {}),
        ...scope(2),
      };
    case 'c':
      return { kind: 'compare', left: first, right: second, ...scope(2) };
    case 'd': {
      const operation = OPERATIONS.find((one) => one === first);
      return (
        operation && {
          kind: 'derive',
          operation,
          left: second,
          right: third,
          ...(fourth ? { relation: fourth } : {}),
          ...scope(4),
        }
      );
    }
    case 'l':
      return { kind: 'list', topics: list(first), ...(/^[1-9]\d?$/.test(second) ? { page: Number(second) } : {}) };
    case 'e':
      return { kind: 'export', topics: list(first) };
    case 'b':
      return { kind: 'chart', figures: list(first), ...(second ? { topics: list(second) } : {}), ...scope(2) };
    case 'o':
      return { kind: 'overview' };
    case 'r':
      return { kind: 'fact', ...(first ? { after: first } : {}) };
    case 'a': {
      const what = ABOUT.find((one) => one === first);
      return what && { kind: 'about', what, figures: list(second), ...scope(2) };
    }
    case 'h':
      return { kind: 'help' };
    case 'y': {
      const ask = parseAsk(fields);
      return ask && { kind: 'daily', ask };
    }
    case 'k': {
      const claims = list(first).map(claimOf);
      return claims.every((claim) => claim !== undefined) && claims.length > 0 ? { kind: 'check', claims } : undefined;
    }
    default:
      return undefined;
  }
}

/** A claim without the words that said it, which no button carries: "universities:300:e", "high-tech-companies:1180:a::2023". */
function claimCode({ figure, values, bound, unit, year, place, done }: FigureClaim): string {
  return [
    figure,
    values.join('|'),
    bound.charAt(0),
    unit ?? '',
    year ?? '',
    place?.replace(':', '!') ?? '',
    done ? 'd' : '',
  ]
    .join(':')
    .replace(/:+$/, '');
}

function claimOf(code: string): FigureClaim | undefined {
  const [figure = '', values = '', letter, unit, year, place, done] = code.split(':');
  const bound = BOUNDS.find((one) => one.charAt(0) === letter);
  if (!/^[a-z0-9-]+$/.test(figure) || !NUMBERS.test(values) || bound === undefined) return undefined;
  return {
    figure,
    values: values.split('|').map(Number),
    bound,
    ...(unit === 'USD' ? { unit } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(place ? { place: place.replace('!', ':') } : {}),
    ...(done === 'd' ? { done: true as const } : {}),
  };
}

const BOUNDS: readonly FigureClaim['bound'][] = ['exactly', 'over', 'under', 'about'];
const NUMBERS = /^\d+(\.\d+)?(e\+\d+)?(\|\d+(\.\d+)?(e\+\d+)?)*$/;

function chartFields({ topics, ...scope }: { topics?: string[] } & Scope): string[] {
  const fields = scopeFields(scope);
  return topics || fields.length > 0 ? [ids(topics ?? []), ...fields] : [];
}

/** Written only where it is asked, so that a code without a scope stays as it always was. */
function scopeFields({ places, when }: Scope): string[] {
  return places || when ? [ids(places ?? []), ids(when ?? [])] : [];
}

function ids(all: readonly string[]): string {
  return all.join(',');
}

function list(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
