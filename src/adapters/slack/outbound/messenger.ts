import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Sent } from '../../../core/ports.ts';
import type { PlatformMessenger } from '../../shared/adapter.ts';
import type { Installation } from '../../shared/installations.ts';
import { unlessLate } from '../../shared/unless-late.ts';
import { type Drawn, renderMessage } from '../render/render.ts';
import { type Failure, failureOf } from '../transport/failure.ts';
import { BLOCK_REFUSALS } from './deliver.ts';
import { createPostingPace } from './pace.ts';
import { QUIET } from './post.ts';
import { createPostFinder, markOf } from './post-finder.ts';
import { sentOf } from './sent.ts';

export type MessengerOptions = {
  /** A client that tries once and rejects what Slack limits. */
  client: webApi.WebClient;
  /** Who the bot is in a workspace; undefined where it is in none of that name. With one token it is the same everywhere. */
  whoIn: (workspace: string) => Promise<Installation | undefined>;
  /** Whether its tokens may be used now. */
  isRunning: () => boolean;
  /** Told of every post that did not get through. */
  onFailure: (failure: Failure, what: string, me: Installation) => void;
};

/** How long a post waits for its link before it does without. */
const LINK_PATIENCE_MS = 3_000;
/** For so long after its answer was lost a post may still be on its way into the channel. */
const SETTLING_MS = 10_000;
const MOST_DOUBTED = 10_000;

/** Posts where nobody has just asked: at Slack's pace, each once, since Slack cannot tell a repeated post from a new one. */
export function createMessenger({ client, whoIn, isRunning, onFailure }: MessengerOptions): PlatformMessenger {
  const pace = createPostingPace();
  const inDoubt = new LRUCache<string, true>({ max: MOST_DOUBTED, ttl: SETTLING_MS });
  const look = createPostFinder(client);

  /** The bot in a workspace, or the reason why nothing can be done there now. */
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
    { text, blocks }: Drawn,
    extra: object,
    signal: AbortSignal,
  ): Promise<Sent> => {
    const { token, team: workspace } = me;
    const attempt = async (body: object): Promise<{ ts: string } | Failure> => {
      const turn = await pace.turnOf({ workspace, channel }, signal);
      if (turn) return { kind: 'limited', waitMs: turn.waitMs };
      if (signal.aborted) return { kind: 'unsent', code: 'aborted' };
      try {
        const args = { token, channel, ...QUIET, ...extra, ...body };
        const { ts } = await client.chat.postMessage(args as webApi.ChatPostMessageArguments);
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

  /** A post without its link is a post all the same. */
  const linked = async <T extends { id: string }>(found: T, { token }: Installation, channel: string): Promise<T> => {
    const asking = client.chat.getPermalink({ token, channel, message_ts: found.id }).then(
      ({ permalink }) => permalink,
      () => undefined,
    );
    const link = await unlessLate(LINK_PATIENCE_MS, asking);
    return link === undefined ? found : { ...found, link };
  };

  return {
    async send({ key, channel, message }, signal) {
      const known = await meIn(channel.workspace);
      if ('code' in known) return { kind: 'unsent', code: known.code };
      const { me } = known;
      // A channel's id means nothing to the token of another workspace.
      if (me?.team !== channel.workspace) return { kind: 'refused', remedy: 'operator', code: 'other_workspace' };
      const sent = await post(me, channel.id, renderMessage(message), { metadata: markOf(key) }, signal);
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
      const sent = await post(known.me, user, renderMessage(message), {}, new AbortController().signal);
      return sent.kind === 'sent';
    },
    async say(channel, message) {
      // The configuration names such a channel only beside the one token.
      const known = await meIn('');
      if ('code' in known || !known.me) return false;
      const sent = await post(known.me, channel, renderMessage(message), {}, new AbortController().signal);
      return sent.kind === 'sent';
    },
  };
}
