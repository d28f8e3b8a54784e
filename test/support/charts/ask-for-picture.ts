import type { FakeDiscord } from '../discord/fake-discord.ts';
import type { Channel } from '../discord/world.ts';

/** On a busy machine the first picture may come too late for its answer, which is text then; the next one is remembered. */
const MOST_TRIES = 10;

/** The attachments of a chart on Discord, asked for until there is one. */
export async function askForPicture(discord: FakeDiscord, channel: Channel) {
  const what = 'universities, labs, research centres';
  for (let tries = 1; ; tries++) {
    const { payload } = await discord.slash(discord.user(`Mei ${tries}`), channel, 'harbin chart', { what }).answered();
    if (payload.attachments.length > 0 || tries === MOST_TRIES) return payload.attachments;
  }
}
