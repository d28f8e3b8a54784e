import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { INTENTS, type Intent } from '../../../src/core/reading/labels.ts';
import { intentOf, talkOf, talkQuestion } from '../../../src/core/reading/talk.ts';
import { examinationOf, examine, perceive } from '../../support/reading.ts';

describe('the likeliest intent is the one', () => {
  it.each<[Intent, Partial<Record<Intent, number>>]>([
    ['value', { value: 0.5, amount: 0.3, when: 0.2 }],
    ['chart', { value: 0.1, chart: 0.6 }],
    ['thanks', { thanks: 0.9, greeting: 0.1 }],
    ['value', {}],
    ['other', { other: 1 }],
  ])('%s', (intent, intents) => {
    expect(intentOf(examinationOf({ intents }))).toBe(intent);
  });
});

describe('each kind of talk is its own question', () => {
  const help: Question = { kind: 'help' };
  it.each<[Intent, string, Question | undefined]>([
    ['greeting', 'hello', { kind: 'greeting', what: 'hello' }],
    ['greeting', '你好', { kind: 'greeting', what: 'hello' }],
    ['greeting', 'привет', { kind: 'greeting', what: 'hello' }],
    ['greeting', 'goodbye then', { kind: 'greeting', what: 'bye' }],
    ['thanks', 'thanks', { kind: 'greeting', what: 'thanks' }],
    ['thanks', 'thanks, bye', { kind: 'greeting', what: 'bye' }],
    ['thanks', '谢谢,再见', { kind: 'greeting', what: 'bye' }],
    ['thanks', 'спасибо, до свидания', { kind: 'greeting', what: 'bye' }],
    ['thanks', 'спасибо, показал', { kind: 'greeting', what: 'thanks' }],
    ['thanks', 'спасибо, пока', { kind: 'greeting', what: 'bye' }],
    ['source', 'where is this from', { kind: 'about', what: 'source', figures: [] }],
    ['age', 'how old is your data', { kind: 'about', what: 'age', figures: [] }],
    ['overview', 'what do you know', { kind: 'overview' }],
    ['list', 'list everything', { kind: 'list', topics: [] }],
    ['chart', 'draw something', { kind: 'overview' }],
    ['daily', 'post daily', { kind: 'daily', ask: { kind: 'status' } }],
    ['settings', 'speak russian', { kind: 'language' }],
    ['export', 'export to excel', help],
    ['report', 'this is wrong', help],
    ['help', 'help', help],
    ['other', 'tell me a joke', help],
    ['value', 'how many', undefined],
    ['compare', 'vs', undefined],
    ['when', 'when', undefined],
  ])('%s: %s', (intent, text, question) => {
    expect(talkQuestion(text, intent)).toEqual(question);
  });

  it('no intent is forgotten: of talk or of figures', () => {
    for (const intent of INTENTS) expect(() => talkQuestion('', intent)).not.toThrow();
  });
});

describe('a message is talk only where that is likelier than a question', () => {
  it.each<[string, { held?: number; talk?: number; unheld?: number }, boolean]>([
    ['talk', { talk: 0.8, held: 0.1, unheld: 0.1 }, true],
    ['as likely as a question', { talk: 0.5, held: 0.5 }, true],
    ['a question that is held', { talk: 0.4, held: 0.6 }, false],
    ['a question that is not', { talk: 0.3, unheld: 0.7 }, false],
  ])('%s', (_, outcomes, isTalk) => {
    const found = talkOf('hello', examinationOf({ outcomes, intents: { greeting: 1 } }));
    expect(found !== undefined).toBe(isTalk);
  });
});

describe('the shipped model knows talk from questions', () => {
  it.each<[string, string | undefined]>([
    ['hello!', 'greeting'],
    ['你好', 'greeting'],
    ['привет', 'greeting'],
    ['thank you very much', 'greeting'],
    ['谢谢', 'greeting'],
    ['большое спасибо', 'greeting'],
    ['what can you do?', 'help'],
    ['что ты умеешь?', 'help'],
    ['how many universities are there in Harbin?', undefined],
    ['哈尔滨有多少所高校?', undefined],
    ['сколько вузов в Харбине?', undefined],
  ])('%s', (message, kind) => {
    const found = talkOf(perceive(message).text, examine(message));
    if (kind === 'help') expect(['help', 'overview']).toContain(found?.kind);
    else expect(found?.kind).toBe(kind);
  });
});
