import { type ApiArguments, type ApiMethod, refuse } from './api-method.ts';
import { asList } from './blocks.ts';
import type { PostedMessage } from './message-board.ts';
import { isRefusal, openChannel, readContent } from './post-check.ts';
import type { World } from './world.ts';

const scope = () => 'chat:write';

const postMessage: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const channel = openChannel(args.channel, world);
    if (isRefusal(channel)) return channel;
    const content = readContent(args, world);
    if (isRefusal(content)) return content;
    const message = world.board.post({
      ...content,
      channel: channel.id,
      threadTs: args.thread_ts,
      author: world.workspace.bot.id,
      visibleTo: 'everyone',
      via: 'chat',
      responseUrl: undefined,
      files: [],
    });
    return { ok: true, channel: channel.id, ts: message.ts, message: asPayload(message, world) };
  },
};

const postEphemeral: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const channel = openChannel(args.channel, world);
    if (isRefusal(channel)) return channel;
    if (!args.user || !channel.members.has(args.user)) return refuse('user_not_in_channel');
    const content = readContent(args, world);
    if (isRefusal(content)) return content;
    const message = world.board.post({
      ...content,
      channel: channel.id,
      threadTs: args.thread_ts,
      author: world.workspace.bot.id,
      visibleTo: { user: args.user },
      via: 'ephemeral',
      responseUrl: undefined,
      files: [],
    });
    return { ok: true, message_ts: message.ts };
  },
};

const update: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const old = ownMessage(args, world);
    if (isRefusal(old)) return old;
    // Without blocks an update keeps those that were there, unless a new text is given.
    const blocks = args.blocks ?? (args.text === undefined ? JSON.stringify(old.blocks) : '[]');
    const content = readContent({ ...args, text: args.text ?? old.text, blocks }, world);
    if (isRefusal(content)) return content;
    const message = world.board.update(old, { ...content, via: 'chat', responseUrl: undefined });
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
  },
};

const remove: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const old = ownMessage(args, world);
    if (isRefusal(old)) return old;
    world.board.remove(old, { via: 'chat', responseUrl: undefined });
    return { ok: true, channel: old.channel, ts: old.ts };
  },
};

const getPermalink: ApiMethod = {
  token: 'bot',
  scope: () => undefined,
  run(args, world) {
    const channel = world.workspace.channels.get(args.channel ?? '');
    if (!channel) return refuse('channel_not_found');
    const message = world.board.find(channel.id, args.message_ts ?? '');
    if (message?.visibleTo !== 'everyone') return refuse('message_not_found');
    const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
    return { ok: true, channel: channel.id, permalink: `https://harbin.slack.com/${path}` };
  },
};

export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

/** A message as events, answers and histories carry it. */
export function asPayload(message: PostedMessage, world: World): object {
  const { workspace } = world;
  const isOwn = message.author === workspace.bot.id;
  return {
    type: 'message',
    user: message.author,
    ...(isOwn && { bot_id: workspace.botId, app_id: workspace.appId }),
    ...(message.via === 'other_bot' && { subtype: 'bot_message', bot_id: message.author }),
    text: message.text,
    ts: message.ts,
    team: workspace.teamId,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(asList(message.sent.attachments).length > 0 && { attachments: message.sent.attachments }),
  };
}

/** Only what the bot itself posted for everyone can be changed by these methods. */
function ownMessage(args: ApiArguments, world: World) {
  const channel = world.workspace.channels.get(args.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = world.board.find(channel.id, args.ts ?? '');
  if (message?.visibleTo !== 'everyone') return refuse('message_not_found');
  return message.author === world.workspace.bot.id ? message : refuse('cant_update_message');
}
