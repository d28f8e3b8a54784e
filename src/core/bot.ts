// src/core: what the bot does on every platform: question -> answer -> message. Knows no platform and no database.
// Imported by: adapters, app, cli.

import type { Catalogue, Language } from '../data/schema.ts';
import type { Answer } from './answers/answer.ts';
import { createAnswerer } from './answers/answerer.ts';
import { type Scope, scopeOf } from './catalogue/scope.ts';
import type { Invocation } from './commands/commands.ts';
import { createInvoker } from './commands/invoke.ts';
import { createSuggester } from './commands/suggest.ts';
import type { Suggested, Suggestion } from './commands/suggestion.ts';
import { afterAnswer } from './conversation/dialogue.ts';
import { NOTHING } from './conversation/memory.ts';
import type { Desk } from './daily/desk.ts';
import { placeOf } from './daily/subscription.ts';
import type { Message } from './messages/message.ts';
import { createPresenter, type Subject } from './messages/present.ts';
import { createMemoryReaders } from './news/memory-readers.ts';
import type { Clock, Keeper, LanguageSettings, Memory, Readers, Remembered, Subscriptions } from './ports.ts';
import type { Question } from './question.ts';
import { createReader, type Reader, type Reading } from './reading/read.ts';

/** What somebody said, clicked or commanded, and where. */
export type Query = {
  asked: string | { question: Question } | Invocation;
  /** Follow-ups are understood within one conversation. */
  conversation?: string;
  /** The channel or direct message whose language setting counts. */
  place?: string;
  /** Whose own setting goes before that of the place, where nobody else sees the answer. */
  person?: string;
  /** The language of the answer where neither the words nor these settings tell it; a function is asked only then. */
  language?: Language | (() => Promise<Language | undefined>);
  /** Does a stretch of thinking when it is the asker's turn; at once where it is left out. */
  think?: <T>(work: () => T) => Promise<T>;
  /** Who asks for or changes a channel's daily post; left out where nothing can be posted unasked. */
  keeper?: Keeper;
};

export type Reply = {
  question: Question;
  answer: Answer;
  message: Message;
  /** What everyone in the channel should know, where the answer itself is for the asker alone: its daily post was changed. */
  announcement?: Message;
};

/** The controller that every surface shares. */
export type Bot = {
  /** Answers from another catalogue from now on; conversations go on, and answers under way end as they began. */
  learn(catalogue: Catalogue): void;
  reply(query: Query): Promise<Reply>;
  /** What a half-typed argument could become, best first. */
  suggest(typed: string, kind: Suggested, language: Language, most?: number): Suggestion[];
  /** What the catalogue is about. */
  subject(language: Language): Subject;
};

export type BotOptions = {
  catalogue: Catalogue;
  clock: Clock;
  version: string;
  languages: LanguageSettings;
  memory: Memory;
  subscriptions: Subscriptions;
  /** Who watches which figures; as long as the process lives, where nothing else is given. */
  readers?: Readers;
  /** The time zone of daily posts where people name none, and the platform knows none of theirs. */
  timeZone: string;
};

export function createBot(options: BotOptions): Bot {
  const { catalogue, clock, version, languages, memory, subscriptions, timeZone } = options;
  const { readers = createMemoryReaders() } = options;
  const mindOf = (known: Catalogue) => {
    let invoker: ReturnType<typeof createInvoker> | undefined;
    const invoke = (invocation: Invocation, context: Remembered) => {
      invoker ??= createInvoker(known, readerOf(known));
      return invoker(invocation, context);
    };
    const answer = createAnswerer(known);
    let desk: Desk | undefined;
    /** What stands behind daily posts is loaded for the first who asks about them. */
    const atDesk: Desk = async (ask, visit) => {
      const { createDesk } = await import('./daily/desk.ts');
      desk ??= createDesk({ catalogue: known, clock, subscriptions, readers, languages, timeZone });
      return desk(ask, visit);
    };
    const read = (asked: Query['asked'], context: Remembered): Reading => {
      if (typeof asked === 'string') return readerOf(known).read(asked, context);
      if ('command' in asked) return invoke(asked, context);
      return { question: asked.question, language: undefined, corrections: [], assumed: [] };
    };
    return { read, answer, atDesk, presenter: createPresenter(known), suggest: createSuggester(known) };
  };
  let mind = mindOf(catalogue);

  /** Sets the language of a place, unless somebody else has to. */
  const setLanguage = async (set: Language | 'auto', place?: string, keeper?: Keeper): Promise<Answer> => {
    // A click sets none, so no button of ours asks for it; whoever forged one is told how to.
    if (place === undefined) return { kind: 'language' };
    const permit = await keeper?.permit();
    if (permit?.kind === 'denied') return { kind: 'language', set, needs: permit.needs };
    await languages.set(place, set);
    return { kind: 'language', set };
  };

  const settingOf = async (place: string | undefined) => (place === undefined ? undefined : languages.of(place));

  return {
    learn(other) {
      mind = mindOf(other);
    },
    suggest: (...typed) => mind.suggest(...typed),
    subject: (language) => mind.presenter.subject(language),
    async reply({ asked, conversation, place, person, language, keeper, think = async (work) => work() }) {
      // One answer comes from one catalogue, whatever is learnt meanwhile.
      const { read, answer, atDesk, presenter } = mind;
      const before = conversation === undefined ? NOTHING : await memory.recall(conversation);
      const reading = await think(() => read(asked, before));
      const { question } = reading;
      const languageSet =
        question.kind === 'language' && question.set ? await setLanguage(question.set, place, keeper) : undefined;
      const chosen =
        reading.language ??
        (await settingOf(person)) ??
        (await settingOf(place)) ??
        (typeof language === 'function' ? await language() : language) ??
        'en';
      const found: Answer =
        question.kind === 'daily' && keeper
          ? { kind: 'daily', outcome: await atDesk(question.ask, { keeper, language: chosen }) }
          : (languageSet ?? (await think(() => answer(question))));
      if (conversation !== undefined)
        await memory.remember(conversation, afterAnswer(before, found, scopeIn(question)));
      const today = clock().toISOString().slice(0, 10);
      const setting = { version, today };
      // What everyone reads is in the language of the posts.
      const announcement =
        found.kind === 'daily' && keeper?.right
          ? presenter.announce(found.outcome, keeper.right, {
              ...setting,
              language: (await settingOf(placeOf(keeper.channel))) ?? chosen,
            })
          : undefined;
      return {
        question,
        answer: found,
        message: presenter.present(found, {
          ...setting,
          // A preview shows what the channel will see.
          language: found.kind === 'daily' && found.outcome.kind === 'preview' ? found.outcome.language : chosen,
          corrections: reading.corrections,
          assumed: reading.assumed,
        }),
        ...(announcement ? { announcement } : {}),
      };
    },
  };
}

const sharedReaders = new WeakMap<Catalogue, Reader>();

/** The reader of a catalogue, which all bots over it share: made for the first who asks in words, in a tenth of a second. */
function readerOf(catalogue: Catalogue): Reader {
  const known = sharedReaders.get(catalogue);
  if (known) return known;
  const reader = createReader(catalogue);
  sharedReaders.set(catalogue, reader);
  return reader;
}

/** The time and places of a question, where it can be asked of some. */
function scopeIn(question: Question): Scope {
  return 'places' in question || 'when' in question ? scopeOf(question) : {};
}
