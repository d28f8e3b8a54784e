import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { placeOf } from './entry.ts';
import { languageName } from './language-names.ts';

export type Issue = z.core.$ZodIssue;

/** A fault of shape (a missing, unknown or unfit field) in the words of the other problems. */
export function shapeProblem(file: string, data: unknown, issue: Issue): Problem {
  const value = issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], data);
  return { file, at: pathOf(data, issue.path), ...diagnosis(issue, value) };
}

function diagnosis(issue: Issue, value: unknown): { what: string; remedy: string } {
  const field = String(issue.path.at(-1) ?? '');
  const language = languageName(field);
  if (issue.code === 'unrecognized_keys') {
    return { what: `unknown field ${issue.keys.map(quote).join(', ')}`, remedy: 'remove it or correct its name' };
  }
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return { what: `${shown(value)} is no kind of figure`, remedy: `use one of: ${issue.options.join(', ')}` };
  }
  if (value === undefined && language) {
    return { what: `the ${language} translation is missing`, remedy: `add "${field}" beside the other languages` };
  }
  if (value === undefined) return { what: 'is missing', remedy: `add "${field}"` };
  if (issue.code === 'invalid_value') {
    return { what: `${shown(value)} is not allowed here`, remedy: `use one of: ${issue.values.join(', ')}` };
  }
  if (issue.code === 'invalid_type') {
    return { what: `${shown(value)} is of the wrong type`, remedy: `write ${article(issue.expected)}` };
  }
  return { what: `${shown(value)} ${issue.message.replace(/^Too small: /, 'is too small: ')}`, remedy: 'correct it' };
}

function pathOf(data: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  if (list === undefined) return '';
  if (typeof index !== 'number') return path.map(String).join('.');
  const entry = (data as Record<PropertyKey, Record<PropertyKey, unknown> | undefined>)[list]?.[index];
  return (
    placeOf(String(list), index, entry) +
    rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  );
}

function article(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}

function quote(text: string): string {
  return `"${text}"`;
}

// Lists and objects are not written out: they are long, and may be nested deeper than a stack can follow.
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'the empty list' : 'this list';
  if (typeof value === 'object' && value !== null) return 'this object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
