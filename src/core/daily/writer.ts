import type { Catalogue } from '../../data/schema.ts';
import { createAnswerer } from '../answer.ts';
import type { DailyWriter } from '../ports.ts';
import { messageOf, toolsOf } from '../present.ts';
import { drawBroken } from '../presenting/daily-broken.ts';
import { drawPost } from '../presenting/daily-post.ts';

/** Words the posts that nobody has just asked for. */
export function createDailyWriter(catalogue: Catalogue, version: string): DailyWriter {
  const answer = createAnswerer(catalogue);
  return {
    post({ figure, subscription, language, day, isLate }) {
      const found = answer({ kind: 'figure', figures: [figure] });
      const [stated] = found.kind === 'figure' ? found.stated : [];
      if (!stated) throw new Error(`the catalogue has no figure "${figure}" for a daily post`);
      const tools = toolsOf(catalogue, { language, version, today: day });
      return messageOf(drawPost(stated, tools, isLate ? subscription.schedule.minute : undefined), tools);
    },
    broken(subscription) {
      const tools = toolsOf(catalogue, { language: subscription.language, version });
      return messageOf(drawBroken(subscription, tools), tools);
    },
  };
}
