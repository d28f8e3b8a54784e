import type { Catalogue } from '../data/schema.ts';
import { type Invocation, LANGUAGE_CHOICES } from './commands.ts';
import type { Question } from './question.ts';
import type { Reader, Reading } from './reading/read.ts';

/** Turns a command with its values into a question; values are read with the same care as free text. */
export function createInvoker(catalogue: Catalogue, reader: Reader) {
  const plain = (question: Question, from?: Reading): Reading => ({
    question,
    language: from?.language,
    corrections: from?.corrections ?? [],
    assumed: [],
  });

  /** The figures that a value names, or the reading that says why it names none. */
  const figuresIn = (value: string): { ids: string[]; reading: Reading } => {
    const byId = catalogue.figures.find(({ id }) => id === value);
    if (byId) return { ids: [byId.id], reading: plain({ kind: 'figure', figures: [byId.id] }) };
    const reading = reader.read(value);
    const { question } = reading;
    if (question.kind === 'figure') return { ids: question.figures, reading };
    if (question.kind === 'compare' || question.kind === 'derive')
      return { ids: [question.left, question.right], reading };
    if (question.kind === 'list') return { ids: ofTopics(question.topics), reading };
    return { ids: [], reading };
  };

  const ofTopics = (topics: readonly string[]) =>
    catalogue.figures.filter(({ topic }) => topics.length === 0 || topics.includes(topic)).map(({ id }) => id);

  /** An id is chosen from a list, not written: it has no language. */
  const isTopicId = (value: string) => catalogue.topics.some(({ id }) => id === value);
  const readingOf = (value: string) => (isTopicId(value) ? undefined : reader.read(value));

  const topicIn = (value: string): string | undefined =>
    catalogue.topics.find(
      ({ id, label }) =>
        id === value || Object.values(label).some((text) => text.toLowerCase() === value.trim().toLowerCase()),
    )?.id ?? reader.topic(value);

  return ({ command, values }: Invocation, context: readonly string[]): Reading => {
    const [first = '', second = ''] = values;
    switch (command) {
      case 'ask': {
        const byId = catalogue.figures.find(({ id }) => id === first);
        return byId ? plain({ kind: 'figure', figures: [byId.id] }) : reader.read(first, { figures: context });
      }
      case 'compare': {
        const sides = [first, second].filter(Boolean).map(figuresIn);
        const [left, right] = sides.flatMap(({ ids }) => ids);
        const lost = sides.find(({ ids }) => ids.length === 0);
        if (lost) return lost.reading;
        return left && right
          ? plain({ kind: 'compare', left, right }, sides[0]?.reading)
          : plain({ kind: 'choice', figures: catalogue.figures.slice(0, 3).map(({ id }) => id) });
      }
      case 'list': {
        if (first === '') return plain({ kind: 'list', topics: [] });
        const topic = topicIn(first);
        return topic ? plain({ kind: 'list', topics: [topic] }, readingOf(first)) : reader.read(`list ${first}`);
      }
      case 'chart': {
        const topic = first === '' ? undefined : topicIn(first);
        if (topic) return plain({ kind: 'chart', figures: ofTopics([topic]) }, readingOf(first));
        const { ids, reading } = figuresIn(first);
        if (ids.length === 0) return first === '' ? plain({ kind: 'list', topics: [] }) : reading;
        return plain({ kind: 'chart', figures: ids }, reading);
      }
      case 'fact':
        return plain({ kind: 'fact', ...(context[0] === undefined ? {} : { after: context[0] }) });
      case 'source': {
        if (first === '') return plain({ kind: 'about', what: 'source', figures: [...context] });
        const { ids, reading } = figuresIn(first);
        return ids.length > 0 ? plain({ kind: 'about', what: 'source', figures: ids.slice(0, 3) }, reading) : reading;
      }
      case 'daily on':
        return plain({ kind: 'daily', ask: { kind: 'on', wish: {} } });
      case 'daily off':
        return plain({ kind: 'daily', ask: { kind: 'off' } });
      case 'daily status':
        return plain({ kind: 'daily', ask: { kind: 'status' } });
      case 'daily preview':
        return plain({ kind: 'daily', ask: { kind: 'preview' } });
      case 'daily pause':
        return plain({ kind: 'daily', ask: { kind: 'pause' } });
      case 'daily resume':
        return plain({ kind: 'daily', ask: { kind: 'resume' } });
      case 'daily log':
        return plain({ kind: 'daily', ask: { kind: 'log' } });
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
