import type { Catalogue } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { usualOf } from '../catalogue/stated.ts';
import { messageOf, toolsOf } from '../messages/present.ts';
import { drawBroken } from '../messages/presenting/daily-broken.ts';
import { drawPost } from '../messages/presenting/daily-post.ts';
import type { DailyWriter } from '../ports.ts';

/** Words the posts that nobody has just asked for. */
export function createDailyWriter(catalogue: Catalogue, version: string): DailyWriter {
  const figures = figureIndex(catalogue);
  return {
    post({ figure: id, subscription, language, day, isLate }) {
      const figure = figures.get(id);
      if (!figure) throw new Error(`the catalogue has no figure "${id}" for a daily post`);
      const tools = toolsOf(catalogue, { language, version, today: day });
      return messageOf(drawPost(usualOf(figure), tools, isLate ? subscription.schedule.minute : undefined), tools);
    },
    broken(subscription) {
      const tools = toolsOf(catalogue, { language: subscription.language, version });
      return messageOf(drawBroken(subscription, tools), tools);
    },
  };
}
