import { refusal } from './api-error.ts';
import { checkChoiceList } from './check-commands.ts';
import { checkModal } from './check-components.ts';
import { checkMessage, FLAGS } from './check-message.ts';
import { LIMITS } from './limits.ts';
import { afterEdit, deleteMessage, editMessage, writeMessage } from './messages.ts';
import type { CallbackBody, Choice, Component, MessageBody, UploadedFile } from './payloads.ts';
import { may } from './permissions.ts';
import { createProblems } from './problems.ts';
import { type Channel, type Message, type User, userPayload, type World } from './world.ts';

export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const CALLBACK = { message: 4, deferMessage: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** How long Discord waits, in ms. */
export type Deadlines = { firstAnswerMs: number; tokenMs: number };

/** A question put to the bot by an interaction, and everything it answered. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  /** The message whose button or select was used. */
  readonly source: Message | undefined;
  /** Whether the bot is a member where this happens; without it follow-ups are few. */
  readonly botIsHere: boolean;
  readonly createdAt: number;
  answer: { type: number; ms: number; isEphemeral: boolean } | undefined;
  original: Message | undefined;
  messages: Message[];
  choices: Choice[] | undefined;
  modal: { title: string; customId: string; components: Component[] } | undefined;
  followUps: number;
};

/** Keeps the interactions and holds the bot to the rules of answering them. */
export type Interactions = {
  open(given: Pick<Interaction, 'type' | 'user' | 'channel' | 'source' | 'botIsHere'>): Interaction;
  answer(id: string, token: string, body: CallbackBody, files: readonly UploadedFile[]): Interaction;
  followUp(token: string, body: MessageBody, files: readonly UploadedFile[]): Message;
  message(token: string, id: string): Message;
  edit(token: string, id: string, body: MessageBody, files: readonly UploadedFile[]): Message;
  remove(token: string, id: string): void;
};

/** Starts without any interaction. */
export function createInteractions(world: World, deadlines: Deadlines): Interactions {
  const byToken = new Map<string, Interaction>();

  const alive = (token: string): Interaction => {
    const interaction = byToken.get(token);
    if (!interaction) throw refusal.unknownWebhook();
    if (world.now() - interaction.createdAt > deadlines.tokenMs) throw refusal.invalidWebhookToken();
    return interaction;
  };

  const write = (
    interaction: Interaction,
    body: MessageBody,
    files: readonly UploadedFile[],
    more: { ephemeral: boolean; thinking?: boolean },
  ): Message => {
    const { channel, user, id, type, source, botIsHere } = interaction;
    const message = writeMessage(world, {
      channel,
      author: world.bot,
      body: botIsHere ? withPermittedEmbeds(world, channel, body) : body,
      files,
      visibleTo: more.ephemeral ? user : undefined,
      webhookId: world.applicationId,
      type: type === INTERACTION.command ? 20 : 0,
      thinking: more.thinking ?? false,
      replyTo: undefined,
      interaction: {
        id,
        type,
        user: userPayload(user),
        authorizing_integration_owners: {},
        ...(source && { interacted_message_id: source.id }),
      },
    });
    interaction.messages.push(message);
    return message;
  };

  const interactions: Interactions = {
    open(given) {
      const id = world.newId();
      const token = `aW50ZXJhY3Rpb246${Buffer.from(`${id}:${Math.random()}`).toString('base64url')}`;
      const interaction: Interaction = {
        ...given,
        id,
        token,
        createdAt: world.now(),
        answer: undefined,
        original: undefined,
        messages: [],
        choices: undefined,
        modal: undefined,
        followUps: 0,
      };
      byToken.set(token, interaction);
      return interaction;
    },
    answer(id, token, body, files) {
      const interaction = byToken.get(token);
      if (!interaction || interaction.id !== id) throw refusal.unknownInteraction();
      if (interaction.answer) throw refusal.alreadyAcknowledged();
      const ms = world.now() - interaction.createdAt;
      if (ms > deadlines.firstAnswerMs) throw refusal.unknownInteraction();
      checkCallback(world, interaction, body, files);
      const data = body.data ?? {};
      const ephemeral = ((data.flags ?? 0) & FLAGS.ephemeral) !== 0;
      const { source } = interaction;
      switch (body.type) {
        case CALLBACK.message:
          interaction.original = write(interaction, data, files, { ephemeral });
          break;
        case CALLBACK.deferMessage:
          interaction.original = write(interaction, { flags: data.flags ?? 0 }, [], { ephemeral, thinking: true });
          break;
        case CALLBACK.deferUpdate:
          interaction.original = source;
          break;
        case CALLBACK.update:
          interaction.original = source;
          if (source) {
            editMessage(world, source, data, files);
            interaction.messages.push(source);
          }
          break;
        case CALLBACK.choices:
          interaction.choices = data.choices ?? [];
          break;
        case CALLBACK.modal:
          interaction.modal = {
            title: data.title ?? '',
            customId: data.custom_id ?? '',
            components: data.components ?? [],
          };
      }
      interaction.answer = { type: body.type, ms, isEphemeral: interaction.original?.visibleTo !== undefined };
      return interaction;
    },
    followUp(token, body, files) {
      const interaction = alive(token);
      if (!interaction.answer) throw refusal.unknownWebhook();
      checkMessage(body, files);
      checkFilePermission(world, interaction, files);
      // The first follow-up takes the place of a "thinking" answer, and its privacy.
      if (interaction.original?.thinking) {
        editMessage(world, interaction.original, body, files);
        return interaction.original;
      }
      if (!interaction.botIsHere && interaction.followUps >= LIMITS.followUpsWithoutBot)
        throw refusal.tooManyFollowUps();
      interaction.followUps += 1;
      return write(interaction, body, files, { ephemeral: ((body.flags ?? 0) & FLAGS.ephemeral) !== 0 });
    },
    message(token, id) {
      const interaction = alive(token);
      if (id === '@original' && !interaction.original) throw refusal.unknownWebhook();
      const message = id === '@original' ? interaction.original : interaction.messages.find((one) => one.id === id);
      if (!message || message.deleted) throw refusal.unknownMessage();
      return message;
    },
    edit(token, id, body, files) {
      const message = interactions.message(token, id);
      const interaction = alive(token);
      checkMessage(message.thinking ? body : afterEdit(message, body), files);
      checkFilePermission(world, interaction, files);
      editMessage(
        world,
        message,
        interaction.botIsHere ? withPermittedEmbeds(world, interaction.channel, body) : body,
        files,
      );
      if (!interaction.messages.includes(message)) interaction.messages.push(message);
      return message;
    },
    remove(token, id) {
      deleteMessage(world, interactions.message(token, id));
    },
  };
  return interactions;
}

function checkCallback(
  world: World,
  interaction: Interaction,
  body: CallbackBody,
  files: readonly UploadedFile[],
): void {
  const problems = createProblems();
  const { type } = body;
  const fits: Record<number, boolean> = {
    [CALLBACK.message]: interaction.type !== INTERACTION.autocomplete,
    [CALLBACK.deferMessage]: interaction.type !== INTERACTION.autocomplete,
    [CALLBACK.deferUpdate]: interaction.source !== undefined,
    [CALLBACK.update]: interaction.source !== undefined,
    [CALLBACK.choices]: interaction.type === INTERACTION.autocomplete,
    [CALLBACK.modal]: interaction.type === INTERACTION.command || interaction.type === INTERACTION.component,
  };
  if (!fits[type]) {
    problems.add(
      ['type'],
      'INTERACTION_CALLBACK_TYPE_INVALID',
      `Interaction callback type ${type} does not fit this interaction`,
    );
  }
  if (type === CALLBACK.choices) checkChoiceList(problems, ['data', 'choices'], body.data?.choices);
  if (type === CALLBACK.modal) checkModal(problems, body.data ?? {});
  problems.refuseIfAny();
  if (type === CALLBACK.message) checkMessage(body.data ?? {}, files);
  if (type === CALLBACK.update && interaction.source)
    checkMessage(afterEdit(interaction.source, body.data ?? {}), files);
  checkFilePermission(world, interaction, files);
}

function checkFilePermission(world: World, { channel, botIsHere }: Interaction, files: readonly UploadedFile[]): void {
  if (files.length > 0 && botIsHere && !may(channel, world.bot.id, 'AttachFiles')) throw refusal.missingPermissions();
}

/** An answer may be given without permission to send, but embeds without theirs are not shown. */
function withPermittedEmbeds(world: World, channel: Channel, body: MessageBody): MessageBody {
  return body.embeds?.length && !may(channel, world.bot.id, 'EmbedLinks') ? { ...body, embeds: [] } : body;
}
