import type { Log, PostingAdapter, Refused } from './adapters/adapter.ts';
import type { Installations, Members } from './adapters/installations.ts';
import type { Meter } from './adapters/meter.ts';
import type { Mount } from './adapters/mount.ts';
import type { Seen } from './adapters/seen.ts';
import type { Config } from './config.ts';
import type { Bot } from './core/bot.ts';
import type { Channel } from './core/daily/subscription.ts';
import type { LanguageSettings, Painter, Subscriptions } from './core/ports.ts';

/** What adapters are built from. */
type Parts = {
  bot: Bot;
  languages: LanguageSettings;
  subscriptions: Subscriptions;
  installations: Installations;
  members: Members;
  seen: Seen;
  painter: Painter;
  log: Log;
  meter: Meter;
  mount: Mount;
  onRefused: (error: Refused) => void;
};

/** A platform to be served. */
export type Platform = { name: Channel['platform']; create(parts: Parts): Promise<PostingAdapter> };

/** The platforms that are configured; each one's library is heavy, and loaded only for them. */
export function platformsOf({ slack, discord }: Config): Platform[] {
  const platforms: Platform[] = [];
  if (slack)
    platforms.push({
      name: 'slack',
      async create(parts) {
        const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
        return createSlackAdapter({ ...parts, config: slack });
      },
    });
  if (discord)
    platforms.push({
      name: 'discord',
      async create(parts) {
        const { createDiscordAdapter } = await import('./adapters/discord/adapter.ts');
        return createDiscordAdapter({ ...parts, config: discord });
      },
    });
  return platforms;
}
