import { chinese } from './chinese.ts';
import { matchAt } from './digits.ts';
import { english } from './english.ts';
import type { Bound, Grammar } from './grammar.ts';
import { russian } from './russian.ts';

/** 'percent', or an ISO 4217 code. */
export type Unit = 'percent' | (string & {});

const GRAMMARS: readonly Grammar[] = [english, russian, chinese];

/** Longest words of a bound or unit before a number, in characters. */
const REACH = 28;

/** The unit behind a number, and where it ends. */
export function unitBehind(text: string, at: number): { unit: Unit; to: number } | undefined {
  const percent = matchAt(PERCENT, text, at);
  if (percent) return { unit: 'percent', to: at + percent[0].length };
  const found = matchAt(CURRENCY_BEHIND, text, at);
  const unit = found && nameOf(found);
  return unit ? { unit, to: at + found[0].length } : undefined;
}

/** The currency before a number, and where it begins. */
export function unitBefore(text: string, at: number): { unit: Unit; from: number } | undefined {
  const start = Math.max(0, at - REACH);
  const before = text.slice(start, at);
  const percent = /百分之 ?$/.exec(before);
  if (percent) return { unit: 'percent', from: start + percent.index };
  const found = CURRENCY_BEFORE.exec(before);
  const unit = found && nameOf(found);
  return unit ? { unit, from: start + found.index } : undefined;
}

/** The bound before a number, and where its words begin. */
export function boundBefore(text: string, at: number): { bound: Bound; from: number } | undefined {
  const start = Math.max(0, at - REACH);
  const found = BOUND_BEFORE.exec(text.slice(start, at));
  const bound = found && nameOf(found);
  return bound ? { bound: bound as Bound, from: start + found.index } : undefined;
}

/** The bound behind a number, and where its words end. */
export function boundBehind(text: string, at: number): { bound: Bound; to: number } | undefined {
  const found = matchAt(BOUND_BEHIND, text, at);
  const bound = found && nameOf(found);
  return bound ? { bound: bound as Bound, to: at + found[0].length } : undefined;
}

/** How two numbers are the ends of one range: undefined where they are not; where its first word begins. */
export function rangeOf(text: string, first: { from: number; to: number }, next: number): number | undefined {
  const gap = text.slice(first.to, Math.min(next, first.to + REACH));
  const start = Math.max(0, first.from - REACH);
  const before = text.slice(start, first.from);
  const between = BETWEEN.exec(before);
  if (between && AND.test(gap)) return start + between.index;
  if (DASH.test(gap)) return first.from;
  if (
    !TO.test(gap) ||
    CHANGE.test(before) ||
    GROWTH.test(text.slice(Math.max(0, first.from - GROWTH_REACH), first.from))
  )
    return undefined;
  const opening = OPENING.exec(before);
  return opening ? start + opening.index : first.from;
}

/** How far before a range it may be said that it is a change. */
const GROWTH_REACH = 40;

const names = (pick: (grammar: Grammar) => Readonly<Record<string, string>>): [string, string][] => {
  const all = new Map<string, string[]>();
  for (const grammar of GRAMMARS)
    for (const [name, source] of Object.entries(pick(grammar)))
      all.set(name, [...(all.get(name) ?? []), grammar === english ? latin(source) : source]);
  return [...all].map(([name, sources]) => [name, sources.join('|')]);
};
/** English words end where their letters do. */
const latin = (source: string) => `(?:${source})(?![a-z])`;
const groupsOf = (entries: [string, string][]) => entries.map(([name, source]) => `(?<${name}>${source})`).join('|');
const nameOf = (found: RegExpExecArray) =>
  Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined)?.[0];

const currencies = groupsOf(names(({ currencies }) => currencies));
const NOT_IN_WORD = '(?<![a-zа-я](?=[a-zа-я]))';
const CURRENCY_BEHIND = new RegExp(`\\.?[ -]?(?:\\n|of )?(?:[([] ?)?(?:${currencies})`, 'y');
const CURRENCY_BEFORE = new RegExp(`${NOT_IN_WORD}(?:${currencies})[ :]?$`);
const PERCENT = new RegExp(
  `[ -]?(?:%|(?:${english.percent})(?![a-z])|(?:${russian.percent})|-?${chinese.percent})`,
  'y',
);
/** Small words between a bound and its number: "more than the 200", "about a 100". */
const SMALL = '(?: ?(?:the|a|an|just|some|of|at|only|these|roughly|about|有|为|是|чем|на|в))?';
const before = groupsOf(names(({ before }) => before));
const BOUND_BEFORE = new RegExp(`${NOT_IN_WORD}(?:${before})${SMALL}[ :]{0,2}$`);
const after = groupsOf(names(({ after }) => after as Record<string, string>));
const BOUND_BEHIND = new RegExp(` ?(?:${after})`, 'y');
const joined = (pick: (grammar: Grammar) => string) => GRAMMARS.map(pick).join('|');
const DASH = /^(?:[-–—~]| [-–~] )$/;
const TO = /^(?: (?:to|through|до|по) |[ -]?(?:到|至) ?|-to-)$/;
const AND = new RegExp(`^(?: ?(?:${joined(({ ranges }) => ranges.joining)}) ?|-|–|—)$`);
const BETWEEN = new RegExp(`(?<![a-zа-я])(?:${joined(({ ranges }) => ranges.between)})[ ]?$`);
const OPENING = new RegExp(`(?<![a-zа-я])(?:${joined(({ ranges }) => ranges.opening)})[ ]?$`);
/** "С 48 до 52" is a change, "от 48 до 52" a range. */
const CHANGE = /(?<![а-я])со? $/;
const GROWTH = new RegExp(joined(({ growth }) => growth));
