import type { DiscordOptions } from '../adapters/discord/adapter.ts';
import type { PostingAdapter } from '../adapters/shared/posting-adapter.ts';
import { isProxied } from '../adapters/shared/way-out.ts';
import type { SlackOptions } from '../adapters/slack/adapter.ts';
import type { Config } from '../config/config.ts';
import type { Channel } from '../core/daily/subscription.ts';

/** What adapters are built from beside their own settings. */
type Parts = Omit<SlackOptions & DiscordOptions, 'config' | 'pace' | 'clock' | 'timings'>;

/** A platform to be served. */
type Platform = { name: Channel['platform']; create(parts: Parts): Promise<PostingAdapter> };

/** The platforms that are configured; each one's library is heavy, and loaded only for them. */
export function platformsOf({ slack, discord }: Config): Platform[] {
  const platforms: Platform[] = [];
  if (slack)
    platforms.push({
      name: 'slack',
      async create(parts) {
        const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
        return createSlackAdapter({ ...parts, config: slack });
      },
    });
  if (discord)
    platforms.push({
      name: 'discord',
      async create(parts) {
        if (isProxied()) (await import('../adapters/discord/transport/proxied-sockets.ts')).proxySockets();
        const { createDiscordAdapter } = await import('../adapters/discord/adapter.ts');
        return createDiscordAdapter({ ...parts, config: discord });
      },
    });
  return platforms;
}
