import type { Catalogue, Language } from '../data/schema.ts';
import { type Answer, createAnswerer } from './answer.ts';
import type { Invocation } from './commands.ts';
import { createInvoker } from './invoke.ts';
import { createMemory } from './memory.ts';
import type { Message } from './message.ts';
import type { Clock, Keeper, LanguageSettings } from './ports.ts';
import { createPresenter } from './present.ts';
import type { Question } from './question.ts';
import { createReader, type Reading } from './reading/read.ts';
import { createSuggester, type Suggestion } from './suggest.ts';

/** What somebody said, clicked or commanded, and where. */
export type Query = {
  asked: string | { question: Question } | Invocation;
  /** Follow-ups are understood within one conversation. */
  conversation?: string;
  /** The channel or direct message whose language setting counts. */
  place?: string;
  /** The language of the answer where neither the words nor the place tell it; a function is asked only then. */
  language?: Language | (() => Promise<Language | undefined>);
  /** Who asks for or changes a channel's daily post; left out where nothing can be posted unasked. */
  keeper?: Keeper;
};

export type Reply = { question: Question; answer: Answer; message: Message };

/** The controller that every surface shares. */
export type Bot = {
  reply(query: Query): Promise<Reply>;
  /** What a half-typed figure or topic could become, best first. */
  suggest(typed: string, kind: 'figure' | 'topic', language: Language): Suggestion[];
};

export type BotOptions = { catalogue: Catalogue; clock: Clock; version: string; languages: LanguageSettings };

export function createBot({ catalogue, clock, version, languages }: BotOptions): Bot {
  const reader = createReader(catalogue);
  const invoke = createInvoker(catalogue, reader);
  const answer = createAnswerer(catalogue);
  const present = createPresenter(catalogue);
  const memory = createMemory(clock);

  const read = (asked: Query['asked'], context: readonly string[]): Reading => {
    if (typeof asked === 'string') return reader.read(asked, { figures: context });
    if ('command' in asked) return invoke(asked, context);
    return { question: asked.question, language: undefined, corrections: [], assumed: [] };
  };

  return {
    suggest: createSuggester(catalogue),
    async reply({ asked, conversation, place, language }) {
      const reading = read(asked, conversation === undefined ? [] : memory.recall(conversation));
      const { question } = reading;
      if (question.kind === 'language' && question.set && place !== undefined) await languages.set(place, question.set);
      const found = answer(question);
      if (conversation !== undefined) memory.remember(conversation, figuresOf(found));
      const chosen =
        reading.language ??
        (place === undefined ? undefined : await languages.of(place)) ??
        (typeof language === 'function' ? await language() : language) ??
        'en';
      return {
        question,
        answer: found,
        message: present(found, {
          language: chosen,
          corrections: reading.corrections,
          assumed: reading.assumed,
          version,
        }),
      };
    },
  };
}

/** The figures that an answer asserts. */
export function figuresOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'figure':
    case 'list':
    case 'chart':
    case 'overview':
      return answer.stated.map(({ figure }) => figure.id);
    case 'fact':
      return [answer.stated.figure.id];
    case 'comparison':
    case 'derived':
      return [answer.left.figure.id, answer.right.figure.id];
    default:
      return [];
  }
}
