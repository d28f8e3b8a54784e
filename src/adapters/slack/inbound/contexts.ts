import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Painter } from '../../../core/ports.ts';
import type { Installation } from '../../shared/installations.ts';
import type { Whose, Workspaces } from '../installation/workspaces.ts';
import { createDeliver } from '../outbound/deliver.ts';
import { createMembership } from '../outbound/membership.ts';
import { createSendPicture } from '../outbound/picture.ts';
import { createPost } from '../outbound/post.ts';
import { createRespond } from '../outbound/respond.ts';
import type { Clients } from '../transport/clients.ts';
import type { Failure } from '../transport/failure.ts';
import type { Context, Office } from './context.ts';
import { createKeeperOf } from './keeper.ts';
import { createKnownPeople, createPeople } from './people.ts';

export type ContextsOptions = {
  office: Office;
  workspaces: Workspaces;
  clients: Clients;
  painter: Painter;
  adminsOnly: boolean;
  /** No picture is waited for any more. */
  stopping: AbortSignal;
  /** No answer is waited for any more. */
  abandoned: AbortSignal;
  onFailure: (failure: Failure, what: string, me: Installation) => void;
};

/** What listeners work with in a workspace; undefined where the app is not installed. */
export type Contexts = (whose: Whose) => Promise<Context | undefined>;

/** What is remembered about a workspace, such as whether it draws charts, is found anew when it was silent for long. */
const MOST_REMEMBERED = 1_000;

export function createContexts(options: ContextsOptions): Contexts {
  const known = createKnownPeople();
  const contexts = new LRUCache<string, Context>({ max: MOST_REMEMBERED });

  const contextOf = (me: Installation): Context => {
    const { office, clients, painter, adminsOnly, stopping, abandoned, onFailure } = options;
    const { log, meter } = office;
    const deliver = createDeliver(abandoned);
    const people = createPeople({ reads: clients.reads, known, me, log });
    return {
      ...office,
      me,
      people,
      keeperOf: createKeeperOf({
        people,
        membership: createMembership(clients.posts, me),
        workspace: me.team,
        botName: me.name,
        adminsOnly,
      }),
      post: createPost(clients.posts, me.token, deliver),
      respond: createRespond(deliver, meter),
      sendPicture: createSendPicture({ posts: clients.posts, painter, me, log, stopping }),
      reads: clients.reads,
      abandoned,
      onFailure: (failure, what) => onFailure(failure, what, me),
    };
  };

  return async (whose) => {
    const me = await options.workspaces.of(whose);
    if (!me) return undefined;
    const before = contexts.get(me.team);
    // Installed anew it may have another token, or may do more.
    if (before && isDeepStrictEqual(before.me, me)) return before;
    const context = contextOf(me);
    contexts.set(me.team, context);
    return context;
  };
}
