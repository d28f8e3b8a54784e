import type { Reply } from '../bot.ts';

/** Whether others may want to see an answer: neither a refusal, nor a question back, nor what concerns the asker alone. */
export function isShared({ answer: { kind }, message }: Pick<Reply, 'answer' | 'message'>): boolean {
  return message.audience === 'everyone' && kind !== 'unknown' && kind !== 'choice';
}
