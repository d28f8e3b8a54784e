import { LANGUAGES, type Language } from '../languages.ts';
import type { FileName } from './read.ts';

/**
 * A catalogue may be written in some languages only ("languages" in figures.json). Its texts in the others are borrowed from
 * the first of these and marked with it, "Key laboratories [en]"; names of places and sources are borrowed without a mark.
 */
export function borrowTexts(data: Partial<Record<FileName, unknown>>): void {
  const languages = declaredIn(data['figures.json']);
  const [lender] = languages;
  if (lender === undefined || languages.length === LANGUAGES.length) return;
  const missing = LANGUAGES.filter((language) => !languages.includes(language));
  for (const file of Object.values(data)) borrowIn(file, '', lender, missing);
}

/** The languages that a text is written in by the curator. */
export function ownLanguages(texts: object): Language[] {
  return LANGUAGES.filter((language) => !borrowed.get(texts)?.includes(language));
}

/** Parts whose languages are free, since each is optional there. */
const FREE = new Set(['translation']);
/** Names stand in sentences, and short labels have no room: a mark would be in the way. */
const UNMARKED = new Set(['name', 'within', 'authors', 'shortLabel']);

const borrowed = new WeakMap<object, Language[]>();

function borrowIn(value: unknown, key: string, lender: Language, missing: readonly Language[]): void {
  if (typeof value !== 'object' || value === null || FREE.has(key)) return;
  if (Array.isArray(value)) {
    for (const part of value) borrowIn(part, key, lender, missing);
    return;
  }
  const fields = value as Record<string, unknown>;
  const lent = fields[lender];
  const isText = typeof lent === 'string';
  if (!isText && !Array.isArray(lent)) {
    for (const [name, part] of Object.entries(fields)) borrowIn(part, name, lender, missing);
    return;
  }
  const filled = missing.filter((language) => fields[language] === undefined);
  for (const language of filled) fields[language] = isText && !UNMARKED.has(key) ? `${lent} [${lender}]` : lent;
  borrowed.set(value, filled);
}

function declaredIn(file: unknown): Language[] {
  const declared = (file as { languages?: unknown } | null | undefined)?.languages;
  return Array.isArray(declared) ? LANGUAGES.filter((language) => declared.includes(language)) : [];
}
