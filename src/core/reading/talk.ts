import type { Question } from '../question.ts';
import { saysGoodbye } from './closings.ts';
import type { Examination } from './examine.ts';
import { INTENTS, type Intent } from './labels.ts';

/** Who or what the bot is, rather than what it can do. */
const IDENTITY =
  /\bwho (?:are|r) (?:you|u)\b|\bwhat are you\b|\b(?:an? )?(?:ai|bot|robot|human|language model|chatgpt)\b|who (?:made|built|runs) (?:you|this)|你是谁|你是(?:什么|机器人|人工智能|真人|ai)|谁(?:做|开发)的|ты кто|кто ты|вы кто|кто вы|нейросет|ты (?:бот|робот|человек)|вы (?:бот|робот|человек)|кто (?:тебя|вас) (?:сделал|создал)/;

/** The intent that is likeliest. */
export function intentOf({ intents }: Examination): Intent {
  return INTENTS.reduce((best, one) => (intents[one] > intents[best] ? one : best));
}

/** What a message is that asks for no figure: a greeting, thanks, a wish to the bot, a question about it. */
export function talkOf(text: string, examination: Examination): Question | undefined {
  const { talk, held, unheld } = examination.outcomes;
  if (talk < Math.max(held, unheld)) return undefined;
  const intent = intentOf(examination);
  const isGuess = SHOWING.has(intent) && examination.intents[intent] < SURE_INTENT;
  return talkQuestion(text, isGuess ? 'help' : intent);
}

/** Intents that show many figures at once: a message that only chats does not get them by a guess. */
const SHOWING: ReadonlySet<Intent> = new Set(['overview', 'list', 'chart']);
/** An intent that is likelier than all others together. */
export const SURE_INTENT = 0.5;

/** The question that an intent without a figure is. */
export function talkQuestion(text: string, intent: Intent): Question | undefined {
  switch (intent) {
    case 'greeting':
      return { kind: 'greeting', what: saysGoodbye(text) ? 'bye' : 'hello' };
    case 'thanks':
      return { kind: 'greeting', what: saysGoodbye(text) ? 'bye' : 'thanks' };
    case 'source':
      return { kind: 'about', what: 'source', figures: [] };
    case 'age':
      return { kind: 'about', what: 'age', figures: [] };
    case 'overview':
      return { kind: 'overview' };
    case 'list':
      return { kind: 'list', topics: [] };
    case 'chart':
      return { kind: 'overview' };
    case 'daily':
      // Words never change a channel's daily post: they show how it stands, with what can be clicked or typed.
      return { kind: 'daily', ask: { kind: 'status' } };
    case 'settings':
      return { kind: 'language' };
    case 'export':
    case 'report':
      return { kind: 'help' };
    case 'help':
    case 'other':
      return IDENTITY.test(text) ? { kind: 'about', what: 'bot', figures: [] } : { kind: 'help' };
    default:
      return undefined;
  }
}
