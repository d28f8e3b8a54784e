import { type ApiArguments, type ApiRefusal, readJson, refuse, refusePayload } from './api-method.ts';
import { asPart, type Part } from './blocks.ts';
import { problemsInBlocks } from './check-blocks.ts';
import { LIMITS } from './limits.ts';
import type { SentArguments } from './message-board.ts';
import type { SlackChannel } from './workspace.ts';
import type { World } from './world.ts';

/** The content of a message that Slack would take. */
export type Content = { text: string; blocks: Part[]; sent: SentArguments };

/** Reads the content of a posting call, or refuses it as Slack does. */
export function readContent(args: ApiArguments, world: World): Content | ApiRefusal {
  const { text = '', markdown_text: markdown } = args;
  const blocks = args.blocks === undefined ? [] : readJson(args.blocks);
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  if (markdown !== undefined && (text !== '' || blocks.length > 0)) return refuse('markdown_text_conflict');
  if (text.length > LIMITS.messageText || (markdown?.length ?? 0) > LIMITS.markdownTotal) return refuse('msg_too_long');
  const attachments = readJson(args.attachments);
  const isEmpty = text.trim() === '' && !markdown && blocks.length === 0;
  if (isEmpty && !(Array.isArray(attachments) && attachments.length > 0)) return refuse('no_text');
  const problems = problemsInBlocks(blocks, 'message', world.blockRules);
  if (problems.length > 0) return refusePayload('invalid_blocks', problems);
  const metadata = readJson(args.metadata);
  if (args.metadata !== undefined && !isMetadata(metadata)) return refuse('invalid_metadata_format');
  if ((args.metadata?.length ?? 0) > LIMITS.metadata) return refuse('metadata_too_large');
  const { unfurl_links, unfurl_media, mrkdwn, parse, link_names, markdown_text, reply_broadcast, username } = args;
  const flags = { unfurl_links, unfurl_media, mrkdwn, parse, link_names, markdown_text, reply_broadcast, username };
  return { text, blocks, sent: { ...flags, attachments, metadata } };
}

/** Finds the channel a bot wants to post in, or refuses it as Slack does. A user's id means the direct messages. */
export function openChannel(id: string | undefined, world: World): SlackChannel | ApiRefusal {
  const { workspace } = world;
  const user = workspace.users.get(id ?? '');
  if (user?.isBot) return refuse('cannot_dm_bot');
  if (user?.isDeactivated) return refuse('user_disabled');
  if (user) return workspace.directChannel(user.id);
  const channel = workspace.channels.get(id ?? '');
  if (!channel) return refuse('channel_not_found');
  const isMember = channel.members.has(workspace.bot.id);
  // Slack does not tell a bot that a private channel exists when it is not in it.
  if (!isMember && channel.kind === 'private') return refuse('channel_not_found');
  if (channel.isArchived) return refuse('is_archived');
  return isMember ? channel : refuse('not_in_channel');
}

/** Whether something is Slack's no. */
export function isRefusal(value: object): value is ApiRefusal {
  return 'ok' in value && value.ok === false;
}

function isMetadata(value: unknown): boolean {
  const metadata = asPart(value) as { event_type?: unknown; event_payload?: unknown } | undefined;
  return typeof metadata?.event_type === 'string' && asPart(metadata.event_payload) !== undefined;
}
