import { withInner } from './check-components.ts';
import { FLAGS } from './check-message.ts';
import { mentionsIn } from './mentions.ts';
import type { Attachment, Component, Embed, MessageBody, MessagePayload, UploadedFile } from './payloads.ts';
import { may } from './permissions.ts';
import { NOBODY, pingsOf } from './pings.ts';
import { type Channel, type Happening, type Message, type User, userPayload, type World } from './world.ts';

const INTENTS = { guildMessages: 1 << 9, directMessages: 1 << 12 } as const;
const REPLY = 19;
const FORWARD = 1;

/** A message to be written, as its author means it. */
export type Draft = {
  channel: Channel;
  author: User;
  body: MessageBody;
  files?: readonly UploadedFile[];
  replyTo?: Message | undefined;
  /** The message that this one forwards. */
  forwarded?: Message;
  visibleTo?: User | undefined;
  webhookId?: string | undefined;
  type?: number;
  thinking?: boolean;
  interaction?: object;
};

/** Writes a message, and lets those hear of it who would. */
export function writeMessage(world: World, draft: Draft): Message {
  const { channel, author, body, files = [], replyTo, visibleTo, thinking = false } = draft;
  const id = world.newId();
  const mentions = mentionsIn(body.content ?? '');
  const pings = thinking ? NOBODY : pingsOf(body, author, channel, replyTo);
  const mentioned = new Set([
    ...mentions.users,
    ...(replyTo && pings.users.includes(replyTo.author.id) ? [replyTo.author.id] : []),
  ]);
  const attachments = files.map((file, index) => attachmentOf(world, channel, file, body, index));
  const payload: MessagePayload = {
    id,
    channel_id: channel.id,
    author: userPayload(author),
    content: (body.content ?? '').trim(),
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    mention_everyone: mentions.everyone && may(channel, author.id, 'MentionEveryone'),
    mentions: [...mentioned].flatMap((userId) => world.users.get(userId) ?? []).map(userPayload),
    mention_roles: mentions.roles.filter((role) => channel.guild?.roles.has(role)),
    attachments,
    embeds: shownEmbeds(body.embeds ?? [], attachments),
    components: numbered(body.components ?? []),
    pinned: false,
    type: draft.type ?? (replyTo ? REPLY : 0),
    flags: (body.flags ?? 0) | (visibleTo ? FLAGS.ephemeral : 0) | (thinking ? FLAGS.loading : 0),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...(draft.webhookId !== undefined && { webhook_id: draft.webhookId }),
    ...(author === world.bot && draft.webhookId !== undefined && { application_id: world.applicationId }),
    ...(replyTo && {
      message_reference: {
        message_id: replyTo.id,
        channel_id: channel.id,
        ...(channel.guild && { guild_id: channel.guild.id }),
      },
      referenced_message: replyTo.payload,
    }),
    ...(draft.forwarded && {
      message_reference: { type: FORWARD, message_id: draft.forwarded.id, channel_id: draft.forwarded.channel.id },
      message_snapshots: [{ message: snapshotOf(draft.forwarded) }],
    }),
    ...(draft.interaction && { interaction_metadata: draft.interaction }),
  };
  const message: Message = {
    id,
    channel,
    author,
    payload,
    visibleTo,
    pings,
    files: [...files],
    edits: 0,
    deleted: false,
    thinking,
  };
  channel.messages.push(message);
  announce(world, 'MESSAGE_CREATE', message);
  return message;
}

/** What Discord keeps of a message in one that forwards it. */
function snapshotOf({ payload }: Message): object {
  const { content, timestamp, edited_timestamp, mentions, mention_roles, attachments, embeds, components } = payload;
  const { type, flags } = payload;
  return {
    content,
    timestamp,
    edited_timestamp,
    mentions,
    mention_roles,
    attachments,
    embeds,
    components,
    type,
    flags,
  };
}

/** Changes the parts of a message that the body names; the first change of a "thinking" message is its text. */
export function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): void {
  const { payload, channel } = message;
  const kept = body.attachments
    ? payload.attachments.filter(({ id }) => body.attachments?.some((one) => String(one.id) === id))
    : payload.attachments;
  const attachments = [...kept, ...files.map((file, index) => attachmentOf(world, channel, file, body, index))];
  const text = body.content === undefined ? payload.content : (body.content ?? '').trim();
  if (message.thinking) message.pings = pingsOf(body, message.author, channel);
  message.payload = {
    ...payload,
    content: text,
    edited_timestamp: message.thinking ? null : new Date(world.now()).toISOString(),
    mentions: mentionsIn(text)
      .users.flatMap((id) => world.users.get(id) ?? [])
      .map(userPayload),
    attachments,
    embeds: shownEmbeds(body.embeds === undefined ? payload.embeds : (body.embeds ?? []), attachments),
    components: body.components === undefined ? payload.components : numbered(body.components ?? []),
    flags: (payload.flags & ~FLAGS.loading) | ((body.flags ?? 0) & (FLAGS.componentsV2 | FLAGS.suppressEmbeds)),
  };
  message.files.push(...files);
  if (!message.thinking) message.edits += 1;
  message.thinking = false;
  announce(world, 'MESSAGE_UPDATE', message);
}

/** What a message would be after an edit, to be checked before it is made. */
export function afterEdit(message: Message, body: MessageBody): MessageBody {
  const { content, embeds, components, flags } = message.payload;
  const { attachments } = body;
  return {
    content,
    embeds,
    components,
    ...body,
    flags: (flags & FLAGS.componentsV2) | (body.flags ?? 0),
    attachments: attachments === undefined ? message.payload.attachments : attachments,
  };
}

/** Takes a message away. */
export function deleteMessage(world: World, message: Message): void {
  message.deleted = true;
  const { channel } = message;
  channel.messages.splice(channel.messages.indexOf(message), 1);
  if (message.visibleTo) return;
  const guildId = channel.guild && { guild_id: channel.guild.id };
  world.happen({
    ...audience(channel),
    name: 'MESSAGE_DELETE',
    payload: { id: message.id, channel_id: channel.id, ...guildId },
  });
}

/** A message without what only the message content intent shows. */
export function withoutContent(message: Message, bot: User): MessagePayload {
  const { payload, channel, author } = message;
  const addressed = !channel.guild || author === bot || payload.mentions.some(({ id }) => id === bot.id);
  return addressed ? payload : { ...payload, content: '', embeds: [], attachments: [], components: [] };
}

function announce(world: World, name: string, message: Message): void {
  const { channel, author } = message;
  // Nobody but the user hears of an ephemeral message, and nobody of a channel that the bot cannot see.
  if (message.visibleTo || !may(channel, world.bot.id, 'ViewChannel')) return;
  const member = channel.guild?.members.get(author.id);
  const context = {
    channel_type: channel.type,
    ...(channel.guild && { guild_id: channel.guild.id }),
    ...(member && !message.payload.webhook_id && { member: memberFields(member.roles) }),
  };
  world.happen({
    ...audience(channel),
    name,
    payload: { ...message.payload, ...context },
    withoutContent: { ...withoutContent(message, world.bot), ...context },
  });
}

/** A member as the API shows one beside its user. */
export function memberFields(roles: readonly string[]): object {
  return {
    roles,
    nick: null,
    banner: null,
    communication_disabled_until: null,
    avatar: null,
    joined_at: '2024-01-01T00:00:00.000Z',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

function audience(channel: Channel): Pick<Happening, 'guild' | 'intents'> {
  return channel.guild ? { guild: channel.guild, intents: INTENTS.guildMessages } : { intents: INTENTS.directMessages };
}

function attachmentOf(
  world: World,
  channel: Channel,
  file: UploadedFile,
  body: MessageBody,
  index: number,
): Attachment {
  const id = world.newId();
  const number = /\[(\d+)\]/.exec(file.field)?.[1] ?? String(index);
  const description = body.attachments?.find((one) => String(one.id) === number)?.description;
  const path = `attachments/${channel.id}/${id}/${file.name}`;
  return {
    id,
    filename: file.name,
    size: file.bytes.length,
    url: `https://cdn.discordapp.com/${path}`,
    proxy_url: `https://media.discordapp.net/${path}`,
    content_type: file.contentType,
    ...(description && { description }),
  };
}

/** Components as Discord shows them: those without an id get a number that no other has. */
function numbered(components: readonly Component[]): Component[] {
  const taken = new Set(components.flatMap(withInner).map(({ id }) => id));
  let next = 0;
  const number = (component: Component): Component => {
    while (component.id === undefined && taken.has(++next));
    const { id = next, components: inner, accessory } = component;
    taken.add(id);
    return {
      ...component,
      id,
      ...(inner && { components: inner.map(number) }),
      ...(accessory && { accessory: number(accessory) }),
    };
  };
  return components.map(number);
}

/** Embeds as Discord shows them: puts the address of an upload in the place of `attachment://name`; an image that was not uploaded is not shown. */
function shownEmbeds(embeds: readonly Embed[], attachments: readonly Attachment[]): Embed[] {
  return embeds.map(({ image, thumbnail, fields, ...embed }) => ({
    ...embed,
    type: 'rich',
    ...(fields && { fields: fields.map(({ inline = false, ...field }) => ({ ...field, inline })) }),
    ...uploaded('image', image, attachments),
    ...uploaded('thumbnail', thumbnail, attachments),
  }));
}

function uploaded(
  key: 'image' | 'thumbnail',
  image: { url: string } | undefined,
  attachments: readonly Attachment[],
): Embed {
  if (!image) return {};
  if (!image.url.startsWith('attachment://')) return { [key]: image };
  const file = attachments.find(({ filename }) => image.url === `attachment://${filename}`);
  return file ? { [key]: { url: file.url } } : {};
}
