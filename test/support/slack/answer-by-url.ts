import { type ApiArguments, type ApiResult, refuse } from './api-method.ts';
import type { PostedMessage } from './message-board.ts';
import { isRefusal, readContent } from './post-check.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { World } from './world.ts';

/** What a bot sends to a response_url, or inside the ack of a command. */
export type UrlAnswer = ApiArguments & {
  response_type?: string;
  replace_original?: string;
  delete_original?: string;
};

/** How the answer travelled. */
export type UrlAnswerRoute = { via: 'response_url' | 'ack'; responseUrl: string };

/** Shows what the bot answered by response_url or ack: to the asker alone unless it says in_channel. */
export function answerByUrl(target: ResponseTarget, answer: UrlAnswer, route: UrlAnswerRoute, world: World): ApiResult {
  const source = target.source && world.board.find(target.source.channel, target.source.ts);
  if (answer.delete_original === 'true' && source) {
    world.board.remove(source, route);
    return { ok: true };
  }
  const content = readContent(answer, world);
  if (isRefusal(content)) return content;
  if (answer.replace_original === 'true') {
    if (!source) return refuse('message_not_found');
    world.board.update(source, { ...content, ...route });
    return { ok: true };
  }
  world.board.post({
    ...content,
    ...route,
    channel: target.channel,
    threadTs: answer.thread_ts ?? threadOf(source, answer),
    author: world.workspace.bot.id,
    visibleTo: answer.response_type === 'in_channel' ? 'everyone' : { user: target.user },
    files: [],
  });
  return { ok: true };
}

/** An ephemeral answer to a click in a thread is shown in that thread. */
function threadOf(source: PostedMessage | undefined, answer: UrlAnswer): string | undefined {
  return answer.response_type === 'in_channel' ? undefined : source?.threadTs;
}
