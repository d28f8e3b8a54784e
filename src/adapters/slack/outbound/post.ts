import type { webApi } from '@slack/bolt';
import type { Drawn } from '../render/render.ts';
import type { Deliver, Outcome } from './deliver.ts';

/** Where a message goes; `only` makes it visible to one person. */
export type Destination = { channel: string; thread?: string | undefined; only?: string };

export type Post = (to: Destination, message: Drawn) => Promise<Outcome>;

/** No preview of a source's page, and nothing in the text is read as formatting. */
export const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

export function createPost(posts: webApi.WebClient, token: string, deliver: Deliver): Post {
  return ({ channel, thread, only }, message) =>
    deliver(channel, message, async (body) => {
      const content = { token, channel, ...QUIET, ...body, ...(thread === undefined ? {} : { thread_ts: thread }) };
      if (only === undefined) await posts.chat.postMessage(content as webApi.ChatPostMessageArguments);
      else await posts.chat.postEphemeral({ ...content, user: only } as webApi.ChatPostEphemeralArguments);
    });
}
