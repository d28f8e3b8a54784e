import type { Answer } from '../../answers/answer.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** Says hello, goodbye, or that it was no trouble. */
export function drawGreeting({ what }: Extract<Answer, { kind: 'greeting' }>, { words, home }: Tools): Drawn {
  return { parts: [text(words.say(what, home))], audience: 'asker' };
}

/** Confirms the language of a place, or tells it, or who may set it. */
export function drawLanguage({ set, wanted, needs }: Extract<Answer, { kind: 'language' }>, { words }: Tools): Drawn {
  if (needs) return { parts: [text(words.say('dailyDenied', { needs: needs[words.language] }))], audience: 'asker' };
  const name = words.text('languageName', { language: set ?? 'auto' });
  return {
    parts: [
      text(words.say(set === undefined ? 'languageIs' : 'languageSet', { name })),
      ...(set === undefined ? [text(words.say('languageHow', { choice: wanted ?? 'en' }))] : []),
    ],
    audience: 'asker',
  };
}
