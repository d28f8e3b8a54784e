import { withInner } from './check-components.ts';
import { type CallData, callData, type Filled } from './command-call.ts';
import { channelPayload } from './guild-payload.ts';
import { INTERACTION, type Interaction, type Interactions } from './interactions.ts';
import { deleteMessage, editMessage, memberFields, writeMessage } from './messages.ts';
import type { Command, Component, Embed } from './payloads.ts';
import { bits, permissionsIn } from './permissions.ts';
import { commandsFor } from './routes/command-routes.ts';
import { followInteraction, followMessage, type InteractionTurn, type MessageTurn } from './turn.ts';
import { CHANNEL_TYPES, type Channel, type Message, type User, userPayload, type World } from './world.ts';

/** How an interaction is called: in the user's own language unless another is given. */
type CallOptions = { locale?: string };

/** How a message is said. */
type SayOptions = {
  replyTo?: Message;
  /** Whether a reply notifies the author of what it replies to; it does by default. */
  pingsReplied?: boolean;
  /** What an app or a webhook puts beside the text; people's own clients cannot. */
  embeds?: readonly Embed[];
};

/** Everything that people (and other bots) do, while the bot's answers can be followed. */
export type UsersSide = {
  /** Calls a slash command: `ask`, or with its subcommand `harbin ask`. */
  slash(user: User, channel: Channel, path: string, filled?: Filled, options?: CallOptions): InteractionTurn;
  /** Types `text` into an option that autocompletes. */
  autocomplete(
    user: User,
    channel: Channel,
    path: string,
    option: string,
    text: string,
    options?: CallOptions & { filled?: Filled },
  ): InteractionTurn;
  /** Presses a button, found by its label or custom_id. */
  click(message: Message, labelOrCustomId: string, user: User, options?: CallOptions): InteractionTurn;
  /** Presses a button that is no longer there, or never was: what a forged client sends. */
  forge(message: Message, customId: string, user: User, options?: CallOptions): InteractionTurn;
  /** Chooses in a select, found by the value or label of an option. */
  select(message: Message, valueOrLabel: string, user: User, options?: CallOptions): InteractionTurn;
  /** Fills in the modal that an interaction was answered with. */
  submitModal(turn: InteractionTurn, values: Record<string, string>, options?: CallOptions): InteractionTurn;
  /** Uses an entry of a message's context menu. */
  messageAction(name: string, message: Message, user: User, options?: CallOptions): InteractionTurn;
  /** Says something in a channel. */
  say(user: User, channel: Channel, text: string, options?: SayOptions): MessageTurn;
  /** Says something to the bot: its mention, then the text. */
  mention(user: User, channel: Channel, text: string, options?: SayOptions): MessageTurn;
  /** Forwards a message into a channel: an empty message that carries a snapshot of it. */
  forward(user: User, channel: Channel, message: Message): MessageTurn;
  directMessage(user: User, text: string): MessageTurn;
  /** A message by an incoming webhook, which is no user at all. */
  webhookSays(channel: Channel, text: string): MessageTurn;
  /** The message that Discord itself writes when somebody joins. */
  joinMessage(user: User, channel: Channel): MessageTurn;
  /** An author changes what a message says. */
  edit(message: Message, text: string): void;
  /** An author or a moderator takes a message away. */
  remove(message: Message): void;
};

const BUTTON = 2;
const ROW = 1;
const JOIN = 7;
const MESSAGE_COMMAND = 3;
const CONTEXT = { guild: 0, botDm: 1, privateChannel: 2 } as const;
/** What a user may do where a test did not say otherwise. */
const PARTIAL_CHANNEL = {
  last_message_id: null,
  nsfw: false,
  position: 0,
  rate_limit_per_user: 0,
  topic: null,
  flags: 0,
};

/** Lets people do things in this world. */
export function createUsersSide(world: World, interactions: Interactions): UsersSide {
  const { bot } = world;

  const enter = (user: User, channel: Channel): void => {
    if (channel.guild) world.join(channel.guild, user);
  };

  const commands = (channel: Channel, user: User): readonly Command[] => {
    const isHere = channel.guild ? channel.guild.members.has(bot.id) : true;
    const context = channel.guild ? CONTEXT.guild : CONTEXT.botDm;
    return commandsFor(world, channel.guild?.id).filter(
      ({ contexts, integration_types, default_member_permissions }) => {
        const needed = default_member_permissions;
        const has = permissionsIn(channel, user.id);
        const isAdmin = (has & bits(['Administrator'])) !== 0n;
        const isPermitted =
          !channel.guild || needed === null || isAdmin || (needed !== '0' && (has & BigInt(needed)) === BigInt(needed));
        return isPermitted && (contexts ?? [0, 1, 2]).includes(context) && integration_types.includes(isHere ? 0 : 1);
      },
    );
  };

  const start = (
    type: number,
    user: User,
    channel: Channel,
    data: object,
    { source, locale = user.locale }: CallOptions & { source?: Message | undefined },
  ): InteractionTurn => {
    const botIsHere = channel.guild ? channel.guild.members.has(bot.id) : true;
    const interaction = interactions.open({ type, user, channel, source, botIsHere });
    world.happen({
      name: 'INTERACTION_CREATE',
      guild: channel.guild,
      payload: interactionPayload(world, interaction, data, locale),
    });
    return followInteraction(interaction);
  };

  const write = (
    user: User,
    channel: Channel,
    text: string,
    { replyTo, pingsReplied = true, embeds = [] }: SayOptions = {},
  ): MessageTurn => {
    enter(user, channel);
    const body = {
      content: text,
      ...(embeds.length > 0 && { embeds: [...embeds] }),
      ...(!pingsReplied && { allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: false } }),
    };
    return followMessage(writeMessage(world, { channel, author: user, body, replyTo }), bot);
  };

  const component = (message: Message, user: User, data: object, options: CallOptions): InteractionTurn => {
    if (message.deleted) throw new Error(`${user.name} cannot use a message that is deleted.`);
    if (message.visibleTo && message.visibleTo !== user)
      throw new Error(`${user.name} does not see this ephemeral message.`);
    enter(user, message.channel);
    return start(INTERACTION.component, user, message.channel, data, { ...options, source: message });
  };

  const users: UsersSide = {
    slash(user, channel, path, filled = {}, options = {}) {
      enter(user, channel);
      const data = callData(commands(channel, user), path, filled);
      return start(INTERACTION.command, user, channel, data, options);
    },
    autocomplete(user, channel, path, option, text, { filled = {}, ...options } = {}) {
      enter(user, channel);
      const data = callData(commands(channel, user), path, { ...filled, [option]: text }, option);
      return start(INTERACTION.autocomplete, user, channel, data, options);
    },
    click(message, labelOrCustomId, user, options = {}) {
      const buttons = partsOf(message).filter(({ type }) => type === BUTTON);
      const button = buttons.find(({ label, custom_id }) => label === labelOrCustomId || custom_id === labelOrCustomId);
      if (!button?.custom_id) {
        throw new Error(
          `There is no button "${labelOrCustomId}", but: ${buttons.map(({ label }) => label).join(', ') || 'none'}.`,
        );
      }
      if (button.disabled) throw new Error(`The button "${labelOrCustomId}" is disabled.`);
      return component(
        message,
        user,
        { component_type: BUTTON, custom_id: button.custom_id, id: button.id ?? 1 },
        options,
      );
    },
    forge: (message, customId, user, options = {}) =>
      component(message, user, { component_type: BUTTON, custom_id: customId, id: 1 }, options),
    select(message, valueOrLabel, user, options = {}) {
      for (const select of partsOf(message).filter(({ disabled }) => !disabled)) {
        const option = select.options?.find(({ value, label }) => value === valueOrLabel || label === valueOrLabel);
        if (!option) continue;
        const data = {
          component_type: select.type,
          custom_id: select.custom_id,
          id: select.id ?? 1,
          values: [option.value],
        };
        return component(message, user, data, options);
      }
      throw new Error(`No select of the message has an option "${valueOrLabel}".`);
    },
    submitModal({ interaction }, values, options = {}) {
      const { modal, user, channel, source } = interaction;
      if (!modal) throw new Error('This interaction was not answered with a modal.');
      const inputs = modal.components.flatMap(withInner).filter(({ type }) => type === 4);
      const components = inputs.map(({ custom_id = '', type }) => ({
        type: ROW,
        components: [{ type, custom_id, value: values[custom_id] ?? '' }],
      }));
      return start(INTERACTION.modal, user, channel, { custom_id: modal.customId, components }, { ...options, source });
    },
    messageAction(name, message, user, options = {}) {
      const { channel } = message;
      enter(user, channel);
      const command = commands(channel, user).find((one) => one.type === MESSAGE_COMMAND && one.name === name);
      if (!command) throw new Error(`No entry "${name}" is registered for messages.`);
      const data = {
        id: command.id,
        type: MESSAGE_COMMAND,
        name,
        target_id: message.id,
        resolved: { messages: { [message.id]: message.payload } },
      };
      return start(INTERACTION.command, user, channel, data, options);
    },
    say: write,
    mention: (user, channel, text, options) => write(user, channel, `<@${bot.id}> ${text}`.trim(), options),
    forward(user, channel, message) {
      enter(user, channel);
      return followMessage(writeMessage(world, { channel, author: user, body: {}, forwarded: message }), bot);
    },
    directMessage: (user, text) => write(user, world.directChannel(user), text),
    webhookSays(channel, text) {
      const author: User = {
        id: world.newId(),
        name: 'News',
        isBot: true,
        locale: 'en-US',
        acceptsDirectMessages: false,
      };
      return followMessage(
        writeMessage(world, { channel, author, body: { content: text }, webhookId: author.id }),
        bot,
      );
    },
    joinMessage(user, channel) {
      enter(user, channel);
      return followMessage(writeMessage(world, { channel, author: user, body: {}, type: JOIN }), bot);
    },
    edit: (message, text) => editMessage(world, message, { content: text }),
    remove: (message) => deleteMessage(world, message),
  };
  return users;
}

function interactionPayload(world: World, interaction: Interaction, data: object | CallData, locale: string): object {
  const { id, token, type, user, channel, source, botIsHere } = interaction;
  const { guild } = channel;
  const has = permissionsIn(channel, user.id);
  const member = guild?.members.get(user.id);
  const appPermissions = botIsHere
    ? permissionsIn(channel, world.bot.id)
    : bits(['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles']);
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: guild
      ? { ...channelPart(channel), ...PARTIAL_CHANNEL, permissions: String(has) }
      : channelPayload(channel),
    context: guild ? CONTEXT.guild : CONTEXT.botDm,
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: { ...memberFields(member?.roles ?? []), user: userPayload(user), permissions: String(has) },
        }
      : { user: userPayload(user) }),
    ...(source && { message: source.payload }),
    locale,
    app_permissions: String(appPermissions),
    authorizing_integration_owners: botIsHere ? { 0: guild?.id ?? '0' } : { 1: user.id },
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

function channelPart({ id, type, name, guild, parent }: Channel): object {
  return {
    id,
    type,
    name,
    guild_id: guild?.id,
    parent_id: parent?.id ?? null,
    ...(type === CHANNEL_TYPES.thread && {
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 1440,
        archive_timestamp: '2024-01-01T00:00:00.000Z',
      },
    }),
  };
}

function partsOf(message: Message): Component[] {
  return message.payload.components.flatMap(withInner);
}
