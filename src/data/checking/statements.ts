import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import type { Figure, Texts } from '../schema.ts';
import { ownLanguages } from './borrowing.ts';
import { type Draft, type Item, problemAt } from './draft.ts';
import { languageName } from './language-names.ts';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a sentence may hold and must hold. */
type Rule = { allowed: string[]; required: string[]; digits: boolean };

const QUANTITY: Rule = { allowed: ['value', 'n', 'place', 'direction'], required: ['value', 'place'], digits: false };
const EVENT: Rule = { allowed: ['place'], required: [], digits: true };
const RELATION: Rule = { allowed: ['value', 'left', 'right'], required: ['value'], digits: false };

/** Sentences that could not be worded, or would state a number other than the observation's. */
export function statementProblems(draft: Draft): Problem[] {
  return [
    ...draft.figures.flatMap((item) => [
      ...ofTexts(item, '.statement', item.value.statement, 'unit' in item.value ? QUANTITY : EVENT),
      ...numbersInLabel(item),
      ...undated(item),
    ]),
    ...draft.relations.flatMap((item) =>
      item.value.statement ? ofTexts(item, '.statement', item.value.statement, RELATION) : [],
    ),
  ];
}

function ofTexts(item: Item<unknown>, field: string, texts: Texts, rule: Rule): Problem[] {
  return ownLanguages(texts).flatMap((language) => {
    const nodes = parse(texts[language], language);
    const report = ({ what, remedy }: Fault) => problemAt(item, `${field}.${language}`, what, remedy);
    if (nodes instanceof Error) {
      return [
        report({ what: `is not ICU MessageFormat (${nodes.message})`, remedy: 'look for a brace or tag left open' }),
      ];
    }
    return faults(nodes, language, rule).map(report);
  });
}

type Fault = { what: string; remedy: string };

function faults(nodes: Node[], language: Language, { allowed, required, digits }: Rule): Fault[] {
  const all = nodes.flatMap(withChildren);
  const used = new Set(all.filter((node) => isArgument(node) || isPlural(node)).map(nameOf));
  const tags = all.filter(isTag).map(nameOf);
  const braced = allowed.map((name) => `{${name}}`).join(', ');
  return [
    ...[...used]
      .filter((name) => !allowed.includes(name))
      .map((name) => ({ what: `{${name}} does not exist`, remedy: `use ${braced}` })),
    ...required
      .filter((name) => !used.has(name))
      .map((name) => ({ what: `lacks {${name}}`, remedy: `put {${name}} where it belongs` })),
    ...tags
      .filter((tag) => tag !== 'b')
      .map((tag) => ({ what: `<${tag}> is unknown`, remedy: 'stress with <b>…</b> only' })),
    ...(tags.includes('b')
      ? []
      : [{ what: 'stresses nothing', remedy: 'put <b>…</b> around the number with what it counts, or the event' }]),
    ...all.filter(isPlural).flatMap((node) => missingForms(node, language)),
    ...(digits || !all.some((node) => isLiteral(node) && /\d/.test(nameOf(node)))
      ? []
      : [{ what: 'has a number written out', remedy: 'use {value}, so that the sentence follows the observation' }]),
  ];
}

function missingForms(node: Node, language: Language): Fault[] {
  if (!('options' in node) || !('pluralType' in node)) return [];
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const missing = needed.filter((form) => !Object.hasOwn(node.options, form));
  if (missing.length === 0) return [];
  return [
    {
      what: `the plural of {${nameOf(node)}} lacks ${missing.join(', ')}`,
      remedy: `${languageName(language)} needs each of ${needed.join(', ')}`,
    },
  ];
}

function numbersInLabel(item: Item<Figure>): Problem[] {
  return LANGUAGES.filter((language) => /\d/.test(item.value.label[language])).map((language) =>
    problemAt(item, `.label.${language}`, 'holds a number', 'a label names the figure without its value'),
  );
}

// An event's date is written out by hand in every language, so each must agree with the data.
function undated(item: Item<Figure>): Problem[] {
  if (item.value.kind !== 'event') return [];
  const { statement, observations } = item.value;
  return observations.flatMap(({ happened }) => {
    const [year, , day] = happened?.split('-') ?? [];
    const numbers = [year, day && String(Number(day))].filter((part) => part !== undefined);
    return LANGUAGES.flatMap((language) =>
      numbers
        .filter((number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(statement[language]))
        .map((number) =>
          problemAt(
            item,
            `.statement.${language}`,
            `does not say ${number}, though it happened on ${happened}`,
            'write the date out or correct "happened"',
          ),
        ),
    );
  });
}

function parse(text: string, language: Language): Node[] | Error {
  try {
    return new IntlMessageFormat(text, language).getAst();
  } catch (error) {
    return error as Error;
  }
}

function withChildren(node: Node): Node[] {
  const below =
    'children' in node
      ? node.children
      : 'options' in node
        ? Object.values(node.options).flatMap(({ value }) => value)
        : [];
  return [node, ...below.flatMap(withChildren)];
}

// The parser numbers its kinds of node in an enum that its package does not pass on.
const isLiteral = (node: Node) => node.type === 0;
const isArgument = (node: Node) => node.type >= 1 && node.type <= 4;
const isPlural = (node: Node) => 'options' in node;
const isTag = (node: Node) => 'children' in node;
const nameOf = (node: Node) => ('value' in node ? String(node.value) : '');
