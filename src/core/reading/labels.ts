/** What people want to know of a topic, or want of the bot. */
export const INTENTS = [
  'value',
  'amount',
  'when',
  'who',
  'where',
  'definition',
  'names',
  'compare',
  'difference',
  'ratio',
  'share',
  'sum',
  'average',
  'trend',
  'rank',
  'list',
  'overview',
  'chart',
  'source',
  'age',
  'check',
  'daily',
  'settings',
  'export',
  'report',
  'help',
  'greeting',
  'thanks',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Whether what a message asks for is held, is talk with the bot, or is not held. */
export const OUTCOMES = ['held', 'talk', 'unheld'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why something is not held. */
export const REASONS = [
  'narrowed',
  'place',
  'time',
  'attribute',
  'names',
  'cause',
  'forecast',
  'advice',
  'other-topic',
  'off-topic',
] as const;
export type Reason = (typeof REASONS)[number];

/** Whether a message that asks for figures asks for something held: one output, which rare words speak for as well. */
export const ANSWERABLE = ['answerable'] as const;

/** Whether a message stands by itself or only goes on from the one before. */
export const DIALOGUE = ['own', 'elliptic'] as const;
