import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Remedy } from '../../../core/daily/subscription.ts';
import { type Sent, UNEDITABLE } from '../../../core/ports.ts';
import type { Installation } from '../../shared/installations.ts';
import { unlessLate } from '../../shared/pause.ts';
import type { PlatformMessenger } from '../../shared/posting-adapter.ts';
import { type Drawing, render } from '../render/render.ts';
import { isDirect, messageOf } from '../transport/channel.ts';
import { type Failure, failureOf, tokenRefusal } from '../transport/failure.ts';
import { BLOCK_REFUSALS, QUIET } from './post.ts';
import { createPostFinder, markOf } from './post-finder.ts';
import { createThroughput } from './throughput.ts';

export type MessengerOptions = {
  /** A client that tries once and rejects what Slack limits. */
  client: webApi.WebClient;
  /** The bot in a workspace; undefined if it is not installed there. With one token it is the same everywhere. */
  whoIn: (workspace: string) => Promise<Installation | undefined>;
  /** Whether its tokens may be used now. */
  isRunning: () => boolean;
  /** Called for every post that did not get through. */
  onFailure: (failure: Failure, what: string, me: Installation) => void;
};

/** How long a post waits for its link, in milliseconds. */
const LINK_PATIENCE_MS = 3_000;
/** How long a post may still be on its way after its answer was lost, in milliseconds. */
const SETTLING_MS = 10_000;
const MOST_DOUBTED = 10_000;

/** Sends daily posts and reports: at Slack's pace, each once, since Slack cannot tell a repeated post from a new one. */
export function createMessenger({ client, whoIn, isRunning, onFailure }: MessengerOptions): PlatformMessenger {
  const pace = createThroughput();
  const inDoubt = new LRUCache<string, true>({ max: MOST_DOUBTED, ttl: SETTLING_MS });
  const look = createPostFinder(client);

  /** The bot in a workspace, or the reason why it cannot post there now. */
  const meIn = async (workspace: string): Promise<{ me: Installation | undefined } | { code: string }> => {
    if (!isRunning()) return { code: 'not_connected' };
    try {
      return { me: await whoIn(workspace) };
    } catch {
      return { code: 'store' };
    }
  };

  const post = async (
    me: Installation,
    channel: string,
    { text, blocks }: Drawing,
    { edits, ...extra }: { edits?: string } & object,
    signal: AbortSignal,
  ): Promise<Sent> => {
    const { token, team: workspace } = me;
    const attempt = async (body: Pick<Drawing, 'text'> & Partial<Drawing>): Promise<{ ts: string } | Failure> => {
      const turn = await pace.turn({ workspace, channel }, signal);
      if (turn) return { kind: 'limited', waitMs: turn.waitMs };
      if (signal.aborted) return { kind: 'unsent', code: 'aborted' };
      try {
        const args = { token, channel, ...QUIET, ...extra, ...body };
        const { ts } =
          edits === undefined
            ? await client.chat.postMessage(args as webApi.ChatPostMessageArguments)
            : await client.chat.update({ ...args, ts: edits } as webApi.ChatUpdateArguments);
        return { ts: String(ts) };
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'limited') pace.rest(channel, failure.waitMs);
        onFailure(failure, 'daily post', me);
        return failure;
      } finally {
        pace.passed(channel);
      }
    };
    const drawn = await attempt({ text, blocks });
    const isRefused = 'kind' in drawn && drawn.kind === 'refused' && BLOCK_REFUSALS.has(drawn.code);
    const outcome = isRefused ? await attempt({ text }) : drawn;
    return 'ts' in outcome ? { kind: 'sent', id: outcome.ts } : sentOf(outcome, channel);
  };

  /** Adds the link to a post. A post without its link counts as well. */
  const linked = async <T extends { id: string }>(found: T, { token }: Installation, channel: string): Promise<T> => {
    const asking = client.chat.getPermalink({ token, channel, message_ts: found.id }).then(
      ({ permalink }) => permalink,
      () => undefined,
    );
    const link = await unlessLate(LINK_PATIENCE_MS, asking);
    return link === undefined ? found : { ...found, link };
  };

  return {
    async send({ key, channel, message, edits, under }, signal) {
      const known = await meIn(channel.workspace);
      if ('code' in known) return { kind: 'unsent', code: known.code };
      const { me } = known;
      // A channel's id is unknown to the token of another workspace.
      if (me?.team !== channel.workspace) return { kind: 'refused', remedy: 'operator', code: 'other_workspace' };
      if (edits !== undefined) return post(me, channel.id, render(message), { edits: messageOf(edits).ts }, signal);
      const extra = {
        metadata: markOf(key),
        ...(under === undefined ? {} : { thread_ts: messageOf(under).thread }),
      };
      const sent = await post(me, channel.id, render(message), extra, signal);
      if (sent.kind === 'uncertain') inDoubt.set(key, true);
      return sent.kind === 'sent' ? await linked(sent, me, channel.id) : sent;
    },
    async find(wanted, signal) {
      const { channel, key } = wanted;
      const known = await meIn(channel.workspace);
      if ('code' in known) return { kind: 'unknown', code: known.code };
      const { me } = known;
      if (!me) return { kind: 'unknown', code: 'other_workspace' };
      const found = await look(wanted, me, signal);
      if (found.kind === 'absent' && inDoubt.has(key)) return { kind: 'unknown', code: 'too_early' };
      return found.kind === 'there' ? await linked(found, me, channel.id) : found;
    },
    async tell({ workspace, user }, message) {
      const known = await meIn(workspace);
      if ('code' in known || known.me?.team !== workspace) return false;
      const sent = await post(known.me, user, render(message), {}, new AbortController().signal);
      return sent.kind === 'sent';
    },
    async say(channel, message) {
      // Only a bot with one token has such a channel in its configuration.
      const known = await meIn('');
      if ('code' in known || !known.me) return false;
      const sent = await post(known.me, channel, render(message), {}, new AbortController().signal);
      return sent.kind === 'sent';
    },
  };
}

/** What became of a post that did not get through. */
function sentOf(failure: Failure, channel: string): Exclude<Sent, { kind: 'sent' }> {
  switch (failure.kind) {
    case 'limited':
      return failure;
    case 'unsent':
      return failure;
    case 'unknown':
      return { kind: 'uncertain', code: failure.code };
    case 'refused': {
      const { code } = failure;
      // A refused token ends the bot. A bot that is started with a new token may still send the post in time.
      if (tokenRefusal(failure)) return { kind: 'unsent', code };
      if (LIMITED.has(code)) return { kind: 'limited', waitMs: REST_MS };
      if (FIXED.has(code)) return { kind: 'refused', remedy: 'permission', code: UNEDITABLE };
      return { kind: 'refused', remedy: remedyOf(code, channel), code };
    }
  }
}

/** Rate limits without a time to wait, and how long to wait then, in milliseconds. */
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const REST_MS = 60_000;

/** Refusals of a change alone: the message is there, and the workspace lets nobody change it any more, or not this bot. */
const FIXED = new Set(['cant_update_message', 'edit_window_closed', 'update_failed']);

function remedyOf(code: string, channel: string): Remedy {
  // A private channel that the bot has left is "not found" like one that was deleted, or that got a new id when it was
  // shared or made public or private.
  if (code === 'channel_not_found') return isDirect(channel) ? 'gone' : 'lost';
  if (code.startsWith('restricted_action')) return 'permission';
  return REMEDIES[code] ?? 'operator';
}

/** Source: docs.slack.dev/reference/methods/chat.postMessage. Other codes concern the app as a whole. */
const REMEDIES: Record<string, Remedy> = {
  is_archived: 'archived',
  not_in_channel: 'invite',
  no_permission: 'invite',
  user_not_found: 'gone',
  user_disabled: 'gone',
  is_inactive: 'gone',
  cannot_dm_bot: 'gone',
  message_not_found: 'gone',
};
