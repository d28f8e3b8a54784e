import type { Catalogue, Language } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { type Scope, scopeOf } from '../catalogue/scope.ts';
import type { Dialogue } from '../conversation/dialogue.ts';
import type { DailyAsk } from '../daily/ask.ts';
import { createDailyReader } from '../daily/reading/reader.ts';
import type { Question } from '../question.ts';
import { MAX_CHECKED_CHARACTERS } from '../reading/passages.ts';
import type { Reader, Reading } from '../reading/read.ts';
import { type Invocation, LANGUAGE_CHOICES } from './commands.ts';

/** What is looked at of a value, in characters: one more than is ever read, so that it can be told when there was more. */
export const MOST_VALUE_CHARACTERS = MAX_CHECKED_CHARACTERS + 1;

/** How people ask for a file for a spreadsheet, behind a topic or alone. */
const AS_CSV = /\s*(?:(?:as|in|to|как|в|为|成|导出为?)\s*(?:an?\s+)?)?csv$/iu;

/** How people end watching, behind which one figure may be named. */
const WATCH_OFF = /^(?:off|stop|关闭|取消|停止|выкл(?:ючить)?|стоп)(?:\s+(.*))?$/isu;
/** Figures that are offered where words fit several. */
const MOST_OFFERED = 5;

/** What a text without numbers may ask, where it was meant to be checked. */
const ASKING: ReadonlySet<Question['kind']> = new Set(['figure', 'compare', 'derive']);

/** Turns a command with its values into a question; values are read with the same care as free text. */
export function createInvoker(catalogue: Catalogue, reader: Reader) {
  const figures = figureIndex(catalogue);
  const plain = (question: Question, from?: Reading): Reading => ({
    question,
    language: from?.language,
    corrections: from?.corrections ?? [],
    assumed: [],
  });

  /** The figures that a value names, or the reading that says why it names none. */
  const figuresIn = (value: string): { ids: string[]; scope: Scope; reading: Reading } => {
    const scope = {};
    if (figures.get(value)) return { ids: [value], scope, reading: plain({ kind: 'figure', figures: [value] }) };
    const reading = reader.read(value);
    const { question } = reading;
    if (question.kind === 'figure' || question.kind === 'chart')
      return { ids: question.figures, scope: scopeOf(question), reading };
    if (question.kind === 'compare' || question.kind === 'derive')
      return { ids: [question.left, question.right], scope: scopeOf(question), reading };
    if (question.kind === 'list') return { ids: idsOf(question.topics), scope, reading };
    return { ids: [], scope, reading };
  };

  const idsOf = (topics: readonly string[]) => figures.ofTopics(topics).map(({ id }) => id);

  /** An id is chosen from a list, not written: it has no language. */
  const isTopicId = (value: string) => catalogue.topics.some(({ id }) => id === value);
  const readingOf = (value: string) => (isTopicId(value) ? undefined : reader.read(value));

  const topicIn = (value: string): string | undefined =>
    catalogue.topics.find(
      ({ id, label }) =>
        id === value || Object.values(label).some((text) => text.toLowerCase() === value.trim().toLowerCase()),
    )?.id ?? reader.topic(value);

  /** The figures of several things named one after the other, all that one may mean; undefined where one names none, or a place or time. */
  const figuresOfEach = (value: string): { ids: string[]; reading: Reading } | undefined => {
    const pieces = value.split(/[,，、;；]/).filter((piece) => piece.trim() !== '');
    const [first, ...others] = pieces.map((piece) => figuresIn(piece.trim()));
    if (!first || others.length === 0) return undefined;
    const each = [first, ...others].map(({ ids, scope, reading: { question } }) => {
      if (scope.places || scope.when) return [];
      return question.kind === 'choice' ? question.figures : ids;
    });
    if (each.some((ids) => ids.length === 0)) return undefined;
    return { ids: [...new Set(each.flat())], reading: first.reading };
  };

  /** The topic of all the figures that words name: "labs" are about research. */
  const topicOfFigures = (text: string): string | undefined => {
    const { question } = reader.read(text);
    if (question.kind !== 'figure' && question.kind !== 'choice') return undefined;
    const topics = new Set(question.figures.map((id) => figures.get(id)?.topic));
    const [only, ...others] = topics;
    return others.length === 0 ? only : undefined;
  };
  const daily = createDailyReader(catalogue, (text) => topicIn(text) ?? topicOfFigures(text));
  const ask = (asked: DailyAsk, values: readonly string[]): Reading => ({
    ...plain({ kind: 'daily', ask: asked }),
    language: languageOfScript(values.join(' ')),
  });

  const readWatch = (text: string): Reading => {
    if (text === '') return plain({ kind: 'daily', ask: { kind: 'watched' } });
    const off = WATCH_OFF.exec(text);
    const named = off ? (off[1] ?? '').trim() : text;
    if (off && named === '') return ask({ kind: 'unwatch' }, [text]);
    const { ids, reading } = figuresIn(named);
    const { question } = reading;
    const meant = question.kind === 'choice' || question.kind === 'nearest' ? question.figures : ids;
    const [figure, ...others] = meant;
    if (figure === undefined) return reading;
    const isSure = others.length === 0 && ids.length === 1;
    const asked: DailyAsk = isSure
      ? { kind: off ? 'unwatch' : 'watch', figure }
      : { kind: 'watch-which', figures: meant.slice(0, MOST_OFFERED) };
    return plain({ kind: 'daily', ask: asked }, reading);
  };

  return ({ command, values: given }: Invocation, before: Dialogue): Reading => {
    const context = before.figures;
    const values = given.map((value) => value.trim().slice(0, MOST_VALUE_CHARACTERS));
    const [first = '', second = ''] = values;
    switch (command) {
      case 'ask': {
        return figures.get(first) ? plain({ kind: 'figure', figures: [first] }) : reader.read(first, before);
      }
      case 'compare': {
        const sides = [first, second].filter(Boolean).map(figuresIn);
        const [left, right] = sides.flatMap(({ ids }) => ids);
        const lost = sides.find(({ ids }) => ids.length === 0);
        // "Utility models of Harbin" and "Dalian": a side that names no figure may be a place or a year of the other's.
        if (lost || left === right) {
          const whole = reader.read(values.join(' vs '));
          return lost && whole.question.kind === 'unknown' ? lost.reading : whole;
        }
        const scope = scopeOf({ ...sides[1]?.scope, ...sides[0]?.scope });
        return left && right
          ? plain({ kind: 'compare', left, right, ...scope }, sides[0]?.reading)
          : plain({ kind: 'choice', figures: catalogue.figures.slice(0, 3).map(({ id }) => id) });
      }
      case 'list': {
        const named = first.replace(AS_CSV, '').trim();
        if (named !== first) {
          const topic = named === '' ? undefined : topicIn(named);
          if (named === '' || topic) return plain({ kind: 'export', topics: topic ? [topic] : [] }, readingOf(named));
        }
        if (first === '') return plain({ kind: 'list', topics: [] });
        const topic = topicIn(first);
        return topic ? plain({ kind: 'list', topics: [topic] }, readingOf(first)) : reader.read(`list ${first}`);
      }
      case 'chart': {
        const several = figuresOfEach(first);
        if (several) return plain({ kind: 'chart', figures: several.ids }, several.reading);
        const figured = figuresIn(first);
        const isNarrow = figured.scope.places !== undefined || figured.scope.when !== undefined;
        const topic = first === '' || isNarrow ? undefined : topicIn(first);
        // "Investment" names a topic and a figure: the figure is what is meant.
        const isFigure = figured.reading.question.kind === 'figure' && figured.ids.length === 1;
        if (topic && (!isFigure || isTopicId(first)))
          return plain({ kind: 'chart', figures: [], topics: [topic] }, readingOf(first));
        const { ids, scope, reading } = figured;
        if (first === '' && context.length > 0) return plain({ kind: 'chart', figures: [...context] });
        if (ids.length === 0) return first === '' ? plain({ kind: 'list', topics: [] }) : reading;
        return plain({ kind: 'chart', figures: ids, ...scope }, reading);
      }
      case 'fact':
        return plain({ kind: 'fact', ...(context[0] === undefined ? {} : { after: context[0] }) });
      case 'source': {
        if (first === '') return plain({ kind: 'about', what: 'source', figures: [...context], ...before.scope });
        const { ids, scope, reading } = figuresIn(first);
        return ids.length > 0
          ? plain({ kind: 'about', what: 'source', figures: ids.slice(0, 3), ...scope }, reading)
          : reading;
      }
      case 'daily setup': {
        const wished = daily.on(values);
        return ask(wished.kind === 'on' ? { kind: 'confirm', change: wished } : wished, values);
      }
      case 'daily on':
        return ask(daily.on(values), values);
      case 'daily off':
        return ask({ kind: 'off' }, values);
      case 'daily status':
        return ask({ kind: 'status' }, values);
      case 'daily preview':
        return ask({ kind: 'preview' }, values);
      case 'daily pause':
        return ask(daily.pause(values), values);
      case 'daily resume':
        return ask({ kind: 'resume' }, values);
      case 'daily log':
        return ask({ kind: 'log' }, values);
      case 'watch':
        return readWatch(first);
      case 'check': {
        const reading = reader.check(first);
        if (reading.question.kind !== 'unknown' || first.trim() === '') return reading;
        // "Check how many labs there are" asks; it claims nothing.
        const asked = reader.read(first, { figures: context });
        return ASKING.has(asked.question.kind) ? asked : reading;
      }
      case 'language': {
        const set = LANGUAGE_CHOICES.find((choice) => choice === first.toLowerCase());
        return plain({ kind: 'language', ...(set ? { set } : {}) });
      }
      case 'help':
        return plain({ kind: 'help' });
      case 'about':
        return plain({ kind: 'about', what: 'bot', figures: [] });
    }
  };
}

/** Settings are words without sentences: only their script tells a language, and Latin letters tell none. */
function languageOfScript(text: string): Language | undefined {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : undefined;
}
