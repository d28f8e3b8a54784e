import type { Subscription } from '../../daily/subscription.ts';
import { remedyText } from './daily-log.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** Tells whoever set up a daily post that it has ended, why, and what brings it back. */
export function drawBroken({ channel, state }: Subscription, { words }: Tools): Drawn {
  const remedy = state.kind === 'broken' ? [text([remedyText(state.remedy, words)])] : [];
  return {
    parts: [
      text(words.say('dailyBroken', { channel: [{ channel: channel.id }] })),
      ...remedy,
      text(words.say('dailyBrokenThen')),
    ],
    audience: 'asker',
  };
}
